using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

/// <summary>Reads a release's tables back into the domain, each table once, from the ends of the references to their beginnings.</summary>
/// <remarks>
/// Not EF Core: see <see cref="ReleaseFile"/> for what that is worth. The class is in three files: the catalogue,
/// what a plan says of itself, and its tree.
/// </remarks>
/// <param name="open">Opens a cursor over the rows that a statement selects.</param>
/// <param name="openBeside">The same, for another thread to use at the same time; null where there is but one connection.</param>
internal sealed partial class HoldingsReader(Func<string, Cursor> open, Func<string, Cursor>? openBeside, CancellationToken cancellation)
{
    private readonly List<SourceDocument> _documents = [];
    private readonly List<Citation> _citations = [];
    private readonly List<Municipality> _municipalities = [];
    private readonly List<Department> _departments = [];
    private readonly List<PeriodOfValue> _periods = [];
    private readonly List<(string Framework, string Code)> _goals = [];
    private readonly Recent<Text> _texts = new();

    /// <summary>Whether an exception in reading means that the tables hold what no release does: columns, numbers, words, dates, references.</summary>
    public static bool IsDamage(Exception cause) =>
        cause is InvalidDataException or InvalidCastException or FormatException or OverflowException or ArgumentException or InvalidOperationException
            or KeyNotFoundException;

    public Release ReadRelease() => Read<ReleaseRow, Release>(c => new Release(
        c.Int(), c.String(), c.Time(), c.String(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int())).Single();

    /// <summary>Reads everything and compares it with what was to be written.</summary>
    /// <exception cref="InvalidDataException">They differ.</exception>
    public void Verify(Release release)
    {
        var written = ReadRelease();
        if (written != release) throw new InvalidDataException($"it says of itself {written}, and not {release}");
        var hash = ContentHash.Of(ReadHoldings());
        if (hash != release.ContentHash) throw new InvalidDataException($"its content has the hash {hash}, and not {release.ContentHash}");
    }

    public Holdings ReadHoldings()
    {
        _documents.AddRange(Read<DocumentRow, SourceDocument>(c => new SourceDocument
        {
            Id = c.String(), Title = c.String(), Publisher = c.String(), Issued = c.DateOrNull(), IssuedText = c.StringOrNull(),
            Url = c.StringOrNull(), Language = c.Word<Language>(), Note = c.TextOrNull(),
        }));
        _periods.AddRange(Read<PeriodRow, PeriodOfValue>(c => new PeriodOfValue(
            c.Word<PeriodKind>(), new Period(c.Date(), c.Date()), c.StringOrNull())));
        _municipalities.AddRange(Read<MunicipalityRow, Municipality>(c => new Municipality
        {
            Code = MunicipalityCode.Parse(c.String()), Name = c.Text(), Prefecture = c.TextOrNull(), FiscalYearStartMonth = c.Int(),
        }));
        _citations.AddRange(Read<CitationRow, Citation>(c => new Citation(_documents[c.Int() - 1], c.String())));
        var frameworks = ReadFrameworks();
        return new Holdings(_municipalities, frameworks, ReadPlans());
    }

    private List<Framework> ReadFrameworks()
    {
        var documents = Group<FrameworkDocumentRow, SourceDocument>(c => _documents[c.Int() - 1]);
        var citations = Group<FrameworkCitationRow, Citation>(Citation);
        var slugs = new List<string>();
        foreach (var (c, _) in Rows<FrameworkRow>()) slugs.Add(c.String());

        var goals = new Tree<FrameworkGoal>();
        foreach (var (c, id) in Rows<FrameworkGoalRow>(descending: true))
        {
            var (framework, parent, code) = (c.Int(), c.IntOrNull(), c.String());
            _goals.Add((slugs[framework - 1], code));
            goals.Add(framework, parent, new FrameworkGoal
            {
                Code = code, Number = c.IntOrNull(), Iri = c.StringOrNull(), Title = c.Text(), TitleAsPrinted = c.StringOrNull(), Note = c.TextOrNull(),
                Citation = CitationOrNull(c),
                Children = goals.ChildrenOf(id),
            });
        }

        _goals.Reverse();
        var tops = goals.Tops();
        var frameworks = new List<Framework>();
        foreach (var (c, id) in Rows<FrameworkRow>())
        {
            frameworks.Add(new Framework
            {
                Id = c.String(), Title = c.Text(), Edition = c.StringOrNull(),
                Documents = documents[id], Citations = citations[id], Goals = tops[id],
            });
        }

        return frameworks;
    }

    private Citation Citation(Cursor c) => _citations[c.Int() - 1];

    private Citation? CitationOrNull(Cursor c) => c.IntOrNull() is { } id ? _citations[id - 1] : null;

    /// <summary>A table's rows in the order of their ids, made into what they stand for; the id itself is not read.</summary>
    private List<T> Read<TRow, T>(Func<Cursor, T> make)
    {
        var all = new List<T>();
        foreach (var (c, _) in Rows<TRow>()) all.Add(make(c));
        return all;
    }

    /// <summary>The same for rows whose first column after the id is their owner.</summary>
    private Groups<T> Group<TRow, T>(Func<Cursor, T> make, bool shared = false, bool beside = false)
    {
        var groups = new Groups<T>(shared);
        foreach (var (c, _) in Rows<TRow>(beside: beside)) groups.Add(c.Int(), make(c));
        return groups;
    }

    /// <summary>A table's rows in the order of their ids, the cursor behind the id.</summary>
    private IEnumerable<(Cursor Cursor, int Id)> Rows<TRow>(bool descending = false, bool beside = false)
    {
        using var cursor = (beside && openBeside is not null ? openBeside : open)(TableNames.Select(typeof(TRow), descending));
        for (var rows = 0; cursor.Next(); rows++)
        {
            if (rows % 4096 == 0) cancellation.ThrowIfCancellationRequested();
            yield return (cursor, cursor.Int());
        }
    }

    private Text Text(Cursor c) => Text(c.StringOrNull(), c.StringOrNull(), _texts);

    private Text? TextOrNull(Cursor c) => TextOrNull(c, _texts);

    private static Text? TextOrNull(Cursor c, Recent<Text> texts) =>
        (c.StringOrNull(), c.StringOrNull()) is var (ja, en) && ja is null && en is null ? null : Text(ja, en, texts);

    /// <summary>Strings that come back are the same object, so that is all there is to compare.</summary>
    private static Text Text(string? ja, string? en, Recent<Text> texts)
    {
        ref var known = ref texts.Place(ja, en);
        if (known is not { } text || !ReferenceEquals(text.Ja, ja) || !ReferenceEquals(text.En, en)) known = text = new Text(ja, en);
        return text;
    }
}
