using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>Finds the documents that a file's citations mean.</summary>
internal sealed class CitationResolver(CatalogueIndex index, IReadOnlyList<SourceDocument> documents, FileErrors errors)
{
    // One object a place: most of what stands in a plan shares the citation of its element.
    private readonly Dictionary<Citation, Citation> _known = [];

    public IReadOnlyList<SourceDocument> Documents { get; } = documents;

    /// <summary>Whether any citation is of a document of another file.</summary>
    public bool CiteOtherFiles { get; private set; }

    public IReadOnlyList<Citation> All(List<CitationShape> cites) => cites.Count == 0 ? [] : [.. cites.Select(Of)];

    /// <summary>The first citation of a value, or the one that it takes over from where it stands.</summary>
    public Citation First(List<CitationShape> cites, IReadOnlyList<Citation> inherited) =>
        All(cites) is [var first, ..] ? first : inherited is [var taken, ..] ? taken : Placeholder.Citation;

    private Citation Of(CitationShape shape)
    {
        var citation = new Citation(DocumentOf(shape), shape.Locator ?? "");
        if (_known.TryGetValue(citation, out var known)) return known;
        _known.Add(citation, citation);
        return citation;
    }

    private SourceDocument DocumentOf(CitationShape shape)
    {
        if (shape.Document is not { } id)
        {
            if (Documents.Count > 0) return Documents[0];
            errors.Add(shape.At, FileErrorCode.UnknownReference, "This file lists no documents, so a citation must say which it means: { document: …, locator: … }.");
            return Placeholder.Document;
        }

        if (Documents.FirstOrDefault(known => known.Id == id.Value) is { } own) return own;
        CiteOtherFiles = true;
        if (index.Documents.TryGetValue(id.Value, out var document)) return document;
        index.Unknown(errors, id.At, () =>
            $"No file lists the document '{id.Value}'.{Suggestion.For(id.Value, index.Documents.Keys)} Add it to 'documents', or correct the id.");
        return Placeholder.Document;
    }
}
