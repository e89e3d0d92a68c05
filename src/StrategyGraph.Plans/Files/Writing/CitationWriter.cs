using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Writes a file's citations: short where they are of its first document, not at all where the reader takes them from above.</summary>
internal sealed class CitationWriter(IReadOnlyList<SourceDocument> documents)
{
    public YamlList Documents() => Nodes.List(documents, document => Nodes.Record(
        DocumentShape.Type,
        ("id", Nodes.Text(document.Id)),
        ("title", Nodes.Text(document.Title)),
        ("publisher", Nodes.Text(document.Publisher)),
        ("issued", document.IssuedText is { } issued ? Nodes.Plain(issued) : null),
        ("language", Nodes.Word<Language>(document.Language)),
        ("url", Nodes.Text(document.Url)),
        ("note", Nodes.Text(document.Note))));

    /// <summary>What the value itself cites; nothing where that is just what it would take over.</summary>
    public YamlNode? All(IReadOnlyList<Citation> citations, IReadOnlyList<Citation>? inherited = null)
    {
        if (inherited is not null && citations.SequenceEqual(inherited)) return null;
        return citations is [var only] ? One(only) : Nodes.List(citations, One);
    }

    /// <summary>A citation of its own; nothing where it is the first of what it stands in.</summary>
    public YamlNode? First(Citation? citation, IReadOnlyList<Citation> inherited) =>
        citation is null || (inherited is [var taken, ..] && citation == taken) ? null : One(citation);

    public YamlNode One(Citation citation) => documents is [var first, ..] && citation.Document.Id == first.Id
        ? Nodes.Text(citation.Locator)!
        : Nodes.Record(CitationShape.Type, ("document", Nodes.Text(citation.Document.Id)), ("locator", Nodes.Text(citation.Locator)));
}
