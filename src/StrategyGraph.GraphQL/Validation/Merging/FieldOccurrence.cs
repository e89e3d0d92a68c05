using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>A field as one selection has it, with the type it is selected on and its definition there, as far as the schema knows them.</summary>
internal sealed class FieldOccurrence(FieldNode node, NamedType? parentType)
{
    public FieldNode Node { get; } = node;
    public NamedType? ParentType { get; } = parentType;

    /// <summary>Null for meta-fields too: they are the same wherever they are.</summary>
    public FieldDefinition? Definition { get; } = (parentType as FieldsType)?.Field(node.Name.Value);

    public DirectiveNode? Stream { get; } = node.Directives.Count == 0 ? null : node.Directive("stream");

    /// <summary>What is selected below it, on its own type; null until asked for.</summary>
    public FieldSet? Subfields { get; set; }

    public GivenArguments Arguments => field ??= new GivenArguments(Node.Arguments);

    public GivenArguments StreamArguments => field ??= new GivenArguments(Stream?.Arguments ?? []);

    /// <summary>Nothing but a name, as most fields are.</summary>
    public bool IsSimpleLeaf { get; } = node is { Arguments.Count: 0, SelectionSet: null, Directives.Count: 0 }
        || (node is { Arguments.Count: 0, SelectionSet: null } && node.Directive("stream") is null);

    /// <summary>These two are the same leaf, so there is nothing to compare.</summary>
    public bool IsSameLeafAs(FieldOccurrence other) =>
        IsSimpleLeaf && other.IsSimpleLeaf && Definition?.Type == other.Definition?.Type && Node.Name.Value == other.Node.Name.Value;
}
