using System.Globalization;
using StrategyGraph.Plans.Files.Declaring;
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
    private readonly Dictionary<FileRecord, SourceDocument> _documentsOfShapes = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Whether every file could be read. When one could not, what others refer to may be in it, so that unknown
    /// references between files are not reported: they would bury the mistake that matters.
    /// </summary>
    public bool IsWhole { get; private init; } = true;

    public IReadOnlyDictionary<string, Municipality> Municipalities => _municipalities;
    public IReadOnlyDictionary<string, SourceDocument> Documents => _documents;
    public IReadOnlyDictionary<string, HashSet<string>> GoalsByFramework => _goals;
    public IReadOnlyDictionary<string, HashSet<string>> ElementsByPlan => _elements;

    public SourceDocument DocumentOf(DocumentShape shape) => _documentsOfShapes[shape];

    /// <summary>Gathers what the files declare, in their order, and reports what is declared twice.</summary>
    public static CatalogueIndex Of(IReadOnlyList<PlanFile> files)
    {
        var index = new CatalogueIndex { IsWhole = files.All(file => file.Content is not null) };
        foreach (var file in files)
        {
            switch (file.Content)
            {
                case MunicipalitiesFileShape municipalities:
                    foreach (var municipality in municipalities.Municipalities) index.Add(municipality, file.Errors);
                    break;
                case FrameworkFileShape framework:
                    foreach (var document in framework.Documents) index.Add(document, file.Errors);
                    index.Add(framework, file.Errors);
                    break;
                case PlanFileShape plan:
                    foreach (var document in plan.Documents) index.Add(document, file.Errors);
                    index.Add(plan, file.Errors);
                    break;
            }
        }

        return index;
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

    private void Add(DocumentShape shape, FileErrors errors)
    {
        var document = new SourceDocument
        {
            Id = shape.Id?.Value ?? "",
            Title = shape.Title ?? "",
            Publisher = shape.Publisher ?? "",
            Issued = shape.Issued?.First,
            IssuedText = shape.Issued?.Text,
            Url = shape.Url,
            Language = shape.Language,
            Note = shape.Note,
        };
        _documentsOfShapes.Add(shape, document);
        if (shape.Id is { } id && Claim("document", id, errors)) _documents.Add(id.Value, document);
    }

    private void Add(FrameworkFileShape file, FileErrors errors)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        AddGoals(file.Goals, codes, errors);
        if (file.Framework?.Id is { } id && Claim("framework", id, errors)) _goals.Add(id.Value, codes);
    }

    private static void AddGoals(List<FrameworkGoalShape> goals, HashSet<string> codes, FileErrors errors)
    {
        foreach (var goal in goals)
        {
            if (goal.Code is { } code && !codes.Add(code.Value))
                errors.Add(code.At, FileErrorCode.DuplicateId, $"The code '{code.Value}' is already used in this framework. Give each goal its own.");
            AddGoals(goal.Children, codes, errors);
        }
    }

    private void Add(PlanFileShape file, FileErrors errors)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        AddElements(file.Elements, ids, errors);
        if (file.Plan?.Id is { } id && Claim("plan", id, errors)) _elements.Add(id.Value, ids);
    }

    private static void AddElements(List<ElementShape> elements, HashSet<string> ids, FileErrors errors)
    {
        foreach (var element in elements)
        {
            if (element.Id is { } id && !ids.Add(id.Value))
                errors.Add(id.At, FileErrorCode.DuplicateId, $"The element id '{id.Value}' is already used in this plan. Give each element its own.");
            AddElements(element.Children, ids, errors);
        }
    }

    private bool Claim(string kind, Located<string> id, FileErrors errors)
    {
        if (_places.TryAdd((kind, id.Value), string.Create(CultureInfo.InvariantCulture, $"{errors.Path}:{id.At.Line}"))) return true;
        errors.Add(id.At, FileErrorCode.DuplicateId, $"The {kind} '{id.Value}' is already at {_places[(kind, id.Value)]}. Give this one another id, or remove one of them.");
        return false;
    }
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
