using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>Makes the framework that a file describes.</summary>
internal static class FrameworkResolver
{
    public static Framework Resolve(FrameworkFileShape file, IReadOnlyList<SourceDocument> documents, CatalogueIndex index, FileErrors errors)
    {
        var citations = new CitationResolver(index, documents, errors);
        var cited = citations.All(file.Framework?.Cite ?? []);
        return new Framework
        {
            Id = file.Framework?.Id?.Value ?? "",
            Title = file.Framework?.Title ?? Placeholder.Text,
            Edition = file.Framework?.Edition,
            Documents = citations.Documents,
            Citations = cited,
            Goals = Goals(file.Goals),
        };

        IReadOnlyList<FrameworkGoal> Goals(List<FrameworkGoalShape> shapes) => [.. shapes.Select(shape => new FrameworkGoal
        {
            Code = shape.Code?.Value ?? "",
            Number = shape.Number,
            Iri = shape.Iri,
            Title = shape.Title ?? Placeholder.Text,
            TitleAsPrinted = shape.TitleAsPrinted,
            Note = shape.Note,
            Citation = shape.Cite.Count > 0 || cited.Count > 0 ? citations.First(shape.Cite, cited) : null,
            Children = Goals(shape.Children),
        })];
    }
}
