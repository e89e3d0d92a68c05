using System.Globalization;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>What files may refer to in one another: municipalities, documents, frameworks' goals, plans' elements. Immutable once built.</summary>
internal sealed class CatalogueIndex
{
    private readonly Dictionary<string, Municipality> _municipalities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _goals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Id), string> _places = [];

    private readonly IndexExtent _extent;

    private CatalogueIndex(IndexExtent extent) => _extent = extent;

    public IReadOnlyDictionary<string, Municipality> Municipalities => _municipalities;
    public IReadOnlyDictionary<string, SourceDocument> Documents => _documents;
    public IReadOnlyDictionary<string, HashSet<string>> GoalsByFramework => _goals;

    /// <summary>Gathers what the files declare, in their order, and reports what is declared twice.</summary>
    public static CatalogueIndex Of(IReadOnlyList<CatalogueFile> files) =>
        new CatalogueIndex(files.All(file => file.IsReadable) ? IndexExtent.Whole : IndexExtent.WithGaps).Gather(files, file => file.Errors);

    /// <summary>The same of files to which others will come; what is wrong with them is reported then.</summary>
    public static CatalogueIndex OfBeginning(IEnumerable<CatalogueFile> files) =>
        new CatalogueIndex(IndexExtent.Beginning).Gather(files, file => new FileErrors(file.Errors.Path));

    /// <summary>Reports a reference to what is not here, where that can be known.</summary>
    public void Unknown(FileErrors errors, Position at, Func<string> message)
    {
        switch (_extent)
        {
            case IndexExtent.Whole:
                errors.Add(at, FileErrorCode.UnknownReference, message());
                break;
            case IndexExtent.Beginning:
                errors.AreUnsettled = true;
                break;
        }
    }

    /// <summary>Reports the links that lead nowhere.</summary>
    public void CheckLinks(IReadOnlyList<Located<string>> links, FileErrors errors)
    {
        foreach (var to in links)
        {
            var slash = to.Value.IndexOf('/', StringComparison.Ordinal);
            var (plan, element) = (to.Value[..slash], to.Value[(slash + 1)..]);
            if (!_elements.TryGetValue(plan, out var elements))
                Unknown(errors, to.At, () => $"There is no plan '{plan}'.{Suggestion.For(plan, _elements.Keys)}");
            else if (!elements.Contains(element))
                Unknown(errors, to.At, () => $"The plan '{plan}' has no element '{element}'.{Suggestion.For(element, elements)}");
        }
    }

    private CatalogueIndex Gather(IEnumerable<CatalogueFile> files, Func<CatalogueFile, FileErrors> errorsOf)
    {
        foreach (var file in files)
        {
            var (declared, errors) = (file.Declarations, errorsOf(file));
            foreach (var municipality in declared.Municipalities) Add(municipality, errors);
            foreach (var (id, document) in declared.Documents)
            {
                if (id is { } written && Claim("document", written, errors)) _documents.Add(written.Value, document);
            }

            if (declared.Framework is { } framework && Claim("framework", framework, errors)) _goals.Add(framework.Value, declared.Parts);
            if (declared.Plan is { } plan && Claim("plan", plan, errors)) _elements.Add(plan.Value, declared.Parts);
        }

        return this;
    }

    private void Add(MunicipalityShape shape, FileErrors errors)
    {
        if (shape.Code is not { } written) return;
        if (!MunicipalityCode.TryParse(written.Value, out var code, out var why))
        {
            errors.Add(written.At, FileErrorCode.InvalidMunicipalityCode, why);
            return;
        }

        if (!Claim("municipality", new(code.Value, written.At), errors)) return;
        _municipalities.Add(code.Value, new Municipality
        {
            Code = code,
            Name = shape.Name ?? Placeholder.Text,
            Prefecture = shape.Prefecture,
            FiscalYearStartMonth = shape.FiscalYearStartMonth ?? 4,
        });
    }

    private bool Claim(string kind, Located<string> id, FileErrors errors)
    {
        if (_places.TryAdd((kind, id.Value), string.Create(CultureInfo.InvariantCulture, $"{errors.Path}:{id.At.Line}"))) return true;
        errors.Add(id.At, FileErrorCode.DuplicateId, $"The {kind} '{id.Value}' is already at {_places[(kind, id.Value)]}. Give this one another id, or remove one of them.");
        return false;
    }
}

/// <summary>How much of all files an index is of.</summary>
internal enum IndexExtent
{
    Whole,

    /// <summary>
    /// All, but some could not be read. What others refer to may be in these, so that unknown references between files are not reported: they would
    /// bury the mistake that matters.
    /// </summary>
    WithGaps,

    /// <summary>Those that were read first: what is not here may yet come.</summary>
    Beginning,
}

/// <summary>Stands where a required value could not be read, so that the rest can still be checked. Never leaves this room: a file with mistakes yields nothing.</summary>
internal static class Placeholder
{
    public static Text Text { get; } = new(null, null);

    public static SourceDocument Document { get; } = new() { Id = "", Title = "", Publisher = "" };

    public static Citation Citation { get; } = new(Document, "");

    public static PeriodOfValue Period { get; } = new(PeriodKind.Date, new Period(DateOnly.MinValue, DateOnly.MinValue), null);

    public static PlanLevel Level { get; } = new(0, ElementRole.Goal, "");

    public static RatingScale Scale { get; } = new() { Id = "", Name = Text };
}
