using StrategyGraph.Plans.Files.Declaring;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>
/// What of a file concerns others, kept while the rest is let go: what they may refer to, and where it links to. Places are the file's; those of a plan
/// that was not read again (<see cref="Of(Plan)"/>) are unknown.
/// </summary>
internal sealed class FileDeclarations
{
    private readonly List<(Located<string>? Id, SourceDocument Document)> _documents = [];
    private readonly List<Located<string>> _links = [];

    private FileDeclarations()
    {
    }

    public IReadOnlyList<MunicipalityShape> Municipalities { get; private init; } = [];

    /// <summary>In the file's order, with the places of their ids.</summary>
    public IReadOnlyList<(Located<string>? Id, SourceDocument Document)> Documents => _documents;

    public Located<string>? Framework { get; private init; }

    public Located<string>? Plan { get; private init; }

    /// <summary>The codes of the framework's goals, or the ids of the plan's elements.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Located<string>> Links => _links;

    /// <summary>Gathers what a file declares, and reports what it declares twice.</summary>
    public static FileDeclarations Of(FileRecord? file, FileErrors errors)
    {
        switch (file)
        {
            case MunicipalitiesFileShape municipalities:
                return new FileDeclarations { Municipalities = municipalities.Municipalities };
            case FrameworkFileShape framework:
                var ofFramework = new FileDeclarations { Framework = framework.Framework?.Id };
                ofFramework.AddDocuments(framework.Documents);
                ofFramework.AddGoals(framework.Goals, errors);
                return ofFramework;
            case PlanFileShape plan:
                var ofPlan = new FileDeclarations { Plan = plan.Plan?.Id };
                ofPlan.AddDocuments(plan.Documents);
                ofPlan.AddElements(plan.Elements, errors);
                return ofPlan;
            default:
                return new FileDeclarations();
        }
    }

    /// <summary>Of a plan that was made of the same file before.</summary>
    public static FileDeclarations Of(Plan plan)
    {
        var declarations = new FileDeclarations { Plan = AtStart(plan.Id) };
        foreach (var document in plan.Documents) declarations._documents.Add((AtStart(document.Id), document));
        declarations.AddElements(plan.Elements);
        return declarations;
    }

    private static Located<string> AtStart(string id) => new(id, Position.Start);

    private void AddDocuments(List<DocumentShape> shapes)
    {
        foreach (var shape in shapes)
        {
            _documents.Add((shape.Id, new SourceDocument
            {
                Id = shape.Id?.Value ?? "",
                Title = shape.Title ?? "",
                Publisher = shape.Publisher ?? "",
                Issued = shape.Issued?.First,
                IssuedText = shape.Issued?.Text,
                Url = shape.Url,
                Language = shape.Language,
                Note = shape.Note,
            }));
        }
    }

    private void AddGoals(List<FrameworkGoalShape> goals, FileErrors errors)
    {
        foreach (var goal in goals)
        {
            if (goal.Code is { } code && !Parts.Add(code.Value))
                errors.Add(code.At, FileErrorCode.DuplicateId, $"The code '{code.Value}' is already used in this framework. Give each goal its own.");
            AddGoals(goal.Children, errors);
        }
    }

    private void AddElements(List<ElementShape> elements, FileErrors errors)
    {
        foreach (var element in elements)
        {
            if (element.Id is { } id && !Parts.Add(id.Value))
                errors.Add(id.At, FileErrorCode.DuplicateId, $"The element id '{id.Value}' is already used in this plan. Give each element its own.");
            _links.AddRange(element.Links.Select(link => link.To).OfType<Located<string>>());
            AddElements(element.Children, errors);
        }
    }

    private void AddElements(IReadOnlyList<PlanElement> elements)
    {
        foreach (var element in elements)
        {
            Parts.Add(element.Id);
            _links.AddRange(element.Links.Select(link => AtStart(link.To)));
            AddElements(element.Children);
        }
    }
}
