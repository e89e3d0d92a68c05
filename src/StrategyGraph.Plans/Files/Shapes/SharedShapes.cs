using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

// Records that stand in many places of a plan file. A shape is what is written; the resolving room makes the domain's objects of it.

internal sealed class TextShape : FileRecord
{
    public string? Ja { get; set; }
    public string? En { get; set; }

    private static readonly RecordType<TextShape> Record = new RecordType<TextShape>("bilingual-text", "A text in Japanese (or the document's own language) and in English.")
        .Shorthand(Scalars.String, (text, value) => text.Ja = value, "The Japanese alone.")
        .Optional("ja", Scalars.String, (text, value) => text.Ja = value, "In Japanese, or the document's own language.", "子育て支援")
        .Optional("en", Scalars.String, (text, value) => text.En = value, "In English: an editor's translation, faithful and short.", "Support for families");

    public static FileType<Text> Type { get; } = new MappedType<TextShape, Text>(Record, (written, at, errors) =>
    {
        if (written is not { Ja: null, En: null }) return new Text(written.Ja, written.En);
        errors.Add(at, FileErrorCode.MissingField, "A text needs 'ja', 'en' or both.");
        return null;
    });
}

internal sealed class CitationShape : FileRecord
{
    public Located<string>? Document { get; set; }
    public string? Locator { get; set; }

    private static readonly RecordType<CitationShape> Record = new RecordType<CitationShape>("citation", "Where a person would look: a document and a place in it.")
        .Shorthand(Scalars.Printed, (citation, value) => citation.Locator = value, "A place in the first of this file's documents.")
        .Optional("document", Scalars.Slug.Located, (citation, value) => citation.Document = value, "The document's id, of this file or any other; the first of this file's documents when left out.", "sample-city-report-2021")
        .Required("locator", Scalars.Printed, (citation, value) => citation.Locator = value, "Table, section, page or line.", "総括表 Ⅰ-1");

    public static FileType<List<CitationShape>> Type => Record.OneOrMany;
}

internal sealed class DocumentShape : FileRecord
{
    public Located<string>? Id { get; set; }
    public string? Title { get; set; }
    public string? Publisher { get; set; }
    public PartialDate? Issued { get; set; }
    public Language Language { get; set; }
    public string? Url { get; set; }
    public Text? Note { get; set; }

    public static RecordType<DocumentShape> Type { get; } = new RecordType<DocumentShape>("document", "A source: what was printed or published, by whom and when.")
        .Required("id", Scalars.Slug.Located, (document, value) => document.Id = value, "The name that citations use; unique in the catalogue, permanent.", "sample-city-report-2021")
        .Required("title", Scalars.String, (document, value) => document.Title = value, "The title as printed.", "公約の取組状況")
        .Required("publisher", Scalars.String, (document, value) => document.Publisher = value, "Who published it.", "見本市")
        .Optional("issued", Scalars.PartialDate, (document, value) => document.Issued = value, "When it was issued, as exactly as it says: a day, a month or a year.", "2021-05")
        .Required("language", Scalars.OneOf<Language>(), (document, value) => document.Language = value, "The language it is written in.", "JA")
        .Optional("url", Scalars.Url, (document, value) => document.Url = value, "Where it can be read.", "https://www.city.example/report.pdf")
        .Optional("note", TextShape.Type, (document, value) => document.Note = value, "What is known of how it was read: an excerpt, a machine reading.", "抜粋");
}

internal sealed class PeriodShape : FileRecord
{
    public PeriodKind Kind { get; set; } = PeriodKind.Years;
    public DateOnly? Start { get; set; }
    public Located<DateOnly>? End { get; set; }
    public string? Label { get; set; }

    public static RecordType<PeriodShape> Type { get; } = new RecordType<PeriodShape>("period", "The span of days that a printed value is of, both ends included.")
        .Required("kind", Scalars.OneOf<PeriodKind>(), (period, value) => period.Kind = value, "What kind of span it is.", "QUARTER")
        .Required("start", Scalars.Date, (period, value) => period.Start = value, "Its first day.", "2020-04-01")
        .Required("end", Scalars.Date.Located, (period, value) => period.End = value, "Its last day.", "2020-06-30")
        .Optional("label", Scalars.Printed, (period, value) => period.Label = value, "How the document writes it.", "第1四半期");
}

internal sealed class SpanShape : FileRecord
{
    public DateOnly? Start { get; set; }
    public Located<DateOnly>? End { get; set; }

    public static RecordType<SpanShape> Type { get; } = new RecordType<SpanShape>("span", "From one day to another, both included.")
        .Required("start", Scalars.Date, (span, value) => span.Start = value, "Its first day.", "2020-04-01")
        .Required("end", Scalars.Date.Located, (span, value) => span.End = value, "Its last day.", "2025-03-31");
}

/// <summary>What is of a fiscal year, another period, or a day: exactly one of them.</summary>
internal abstract class DatedShape : FileRecord
{
    public Located<int>? Year { get; set; }
    public PeriodShape? Period { get; set; }
    public Located<DateOnly>? Date { get; set; }
}

internal static class DatedFields
{
    public static RecordType<T> Dated<T>(this RecordType<T> record) where T : DatedShape, new() => record
        .Optional("year", Scalars.Year.Located, (dated, value) => dated.Year = value, "The fiscal year it is of, by the calendar year that it begins in: 2020 is 令和2年度.", "2020")
        .Optional("period", PeriodShape.Type, (dated, value) => dated.Period = value, "Instead of `year`: another span that it is of.", "{ kind: QUARTER, start: 2020-04-01, end: 2020-06-30 }")
        .Optional("date", Scalars.Date.Located, (dated, value) => dated.Date = value, "Instead of `year`: the day that it is of.", "2026-03-31");
}
