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

    public DirectiveNode? Stream { get; } = node.Directive("stream");

    public GivenArguments Arguments => field ??= new GivenArguments(Node.Arguments);

    public GivenArguments StreamArguments => field ??= new GivenArguments(Stream?.Arguments ?? []);

    /// <summary>Nothing but a name: most fields are, and two such of the same definition need no further look.</summary>
    public bool IsSimpleLeaf => Node is { Arguments.Count: 0, SelectionSet: null } && Stream is null;
}
