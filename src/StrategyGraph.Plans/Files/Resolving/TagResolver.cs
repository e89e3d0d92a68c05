using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>Makes tags and links, each with its basis (rule of trust 4).</summary>
internal sealed class TagResolver(CatalogueIndex index, CitationResolver citations, FileErrors errors)
{
    public IReadOnlyList<Tag> Tags(List<TagShape> shapes, IReadOnlyList<Citation> inherited) =>
        shapes.Count == 0 ? [] : [.. shapes.Select(shape => Tag(shape, inherited))];

    public IReadOnlyList<Link> Links(List<LinkShape> shapes, IReadOnlyList<Citation> inherited) =>
        shapes.Count == 0 ? [] : [.. shapes.Select(shape => Link(shape, inherited))];

    private Tag Tag(TagShape shape, IReadOnlyList<Citation> inherited)
    {
        if (shape.Framework is { } framework)
        {
            if (!index.GoalsByFramework.TryGetValue(framework.Value, out var goals))
                index.Unknown(errors, framework.At, () => $"There is no framework '{framework.Value}'.{Suggestion.For(framework.Value, index.GoalsByFramework.Keys)}");
            else if (shape.Code is { } code && !goals.Contains(code.Value))
                index.Unknown(errors, code.At, () => $"The framework '{framework.Value}' has no goal '{code.Value}'.{Suggestion.For(code.Value, goals)}");
        }

        CheckBasis(shape.Basis, shape.Rationale, shape.Confidence, shape.At);
        return new Tag(
            shape.Framework?.Value ?? "", shape.Code?.Value ?? "", shape.Basis ?? TagBasis.Curated,
            shape.Rationale, (double?)shape.Confidence, CitationOf(shape.Cite, shape.Basis, inherited));
    }

    /// <summary>Where it leads to is looked for when all plans have been read: see <see cref="CatalogueIndex.CheckLinks"/>.</summary>
    private Link Link(LinkShape shape, IReadOnlyList<Citation> inherited)
    {
        CheckBasis(shape.Basis, shape.Rationale, shape.Confidence, shape.At);
        return new Link(
            shape.To?.Value ?? "", shape.Kind ?? LinkKind.SameSubject, shape.Basis ?? TagBasis.Curated,
            shape.Rationale, (double?)shape.Confidence, CitationOf(shape.Cite, shape.Basis, inherited));
    }

    private Citation? CitationOf(List<CitationShape> cites, TagBasis? basis, IReadOnlyList<Citation> inherited) =>
        cites.Count > 0 || basis is TagBasis.Stated ? citations.First(cites, inherited) : null;

    private void CheckBasis(TagBasis? basis, Text? rationale, decimal? confidence, Position at)
    {
        if (basis is TagBasis.Curated && rationale is null)
            errors.Add(at, FileErrorCode.MissingField, "'rationale' is missing: why the editor assigned it (basis CURATED).");
        if (basis is TagBasis.Inferred && confidence is null)
            errors.Add(at, FileErrorCode.MissingField, "'confidence' is missing: how sure the rule is, from 0 to 1 (basis INFERRED).");
    }
}
