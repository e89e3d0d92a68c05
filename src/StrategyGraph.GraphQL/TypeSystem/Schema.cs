using System.Collections.Frozen;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// A schema (specification §3.3): every type by name, introspection's own included, the directives, and the root types.
/// Immutable; built by <see cref="SchemaBuilder"/>, and sound once <see cref="SchemaValidator"/> finds nothing wrong with it.
/// </summary>
public sealed class Schema
{
    public string? Description { get; init; }

    /// <summary>Null only in a schema that <see cref="SchemaValidator"/> refuses.</summary>
    public required ObjectType Query { get; init; }
    public ObjectType? Mutation { get; init; }
    public ObjectType? Subscription { get; init; }

    public required FrozenDictionary<string, NamedType> Types { get; init; }
    /// <summary>The schema's own types as defined, each followed by the built-in scalars it mentions first; introspection's last.</summary>
    public required IReadOnlyList<NamedType> TypesInOrder { get; init; }

    public required FrozenDictionary<string, DirectiveDefinition> Directives { get; init; }
    /// <summary>The schema's own as defined, then the specification's.</summary>
    public required IReadOnlyList<DirectiveDefinition> DirectivesInOrder { get; init; }

    internal FrozenDictionary<NamedType, PossibleTypes> PossibleTypesByType { get; init; } = FrozenDictionary<NamedType, PossibleTypes>.Empty;

    /// <summary>The text that all syntax nodes of this schema point into.</summary>
    internal Source Source { get; init; } = new("");
    /// <summary>The schema definition, if there is one, and its extensions, in document order.</summary>
    internal IReadOnlyList<DefinitionNode> SyntaxNodes { get; init; } = [];
    /// <summary>What the schema means by its root types, objects or not; for the validator to judge.</summary>
    internal IReadOnlyDictionary<OperationType, NamedType> RootTypesAsWritten { get; init; } = FrozenDictionary<OperationType, NamedType>.Empty;

    /// <summary>The type that an operation starts from; null where the schema does not offer that operation.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => Query,
        OperationType.Mutation => Mutation,
        _ => Subscription,
    };

    /// <summary>
    /// The field that a selection on <paramref name="parent"/> means by <paramref name="name"/>: its own,
    /// or one of the meta-fields that no type lists (§4.1): <c>__typename</c> on every composite type,
    /// <c>__schema</c> and <c>__type</c> on the query root. Null where there is none.
    /// </summary>
    public FieldDefinition? FieldOf(NamedType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == StandardDefinitions.TypeNameField.Name) return parent.IsCompositeType ? StandardDefinitions.TypeNameField : null;
            if (name == StandardDefinitions.SchemaField.Name) return parent == Query ? StandardDefinitions.SchemaField : null;
            if (name == StandardDefinitions.TypeField.Name) return parent == Query ? StandardDefinitions.TypeField : null;
        }

        return (parent as FieldsType)?.Field(name);
    }

    /// <summary>The object types that a composite type can turn out to be: itself for an object type.</summary>
    public IReadOnlySet<ObjectType> PossibleTypes(NamedType type) => PossibleTypesByType[type].Set;

    /// <summary>The same in order: a union's members as it lists them, an interface's objects as the schema defines them.</summary>
    public IReadOnlyList<ObjectType> PossibleTypesInOrder(NamedType type) => PossibleTypesByType[type].List;

    /// <summary>Every value of <paramref name="type"/> is one of <paramref name="of"/> too (§3.6.1, IsValidImplementationFieldType).</summary>
    public bool IsSubTypeOf(GraphType type, GraphType of) => (type, of) switch
    {
        (NonNullType t, NonNullType o) => IsSubTypeOf(t.OfType, o.OfType),
        (NonNullType t, _) => IsSubTypeOf(t.OfType, of),
        (_, NonNullType) => false,
        (ListType t, ListType o) => IsSubTypeOf(t.OfType, o.OfType),
        (NamedType t, NamedType o) => t == o || o switch
        {
            InterfaceType i => t is FieldsType f && f.Interfaces.Contains(i),
            UnionType u => t is ObjectType member && PossibleTypes(u).Contains(member),
            _ => false,
        },
        _ => false,
    };

    /// <summary>Some object can be of both composite types (§5.5.2.3).</summary>
    public bool DoTypesOverlap(NamedType a, NamedType b)
    {
        if (a == b) return true;
        var (small, large) = (PossibleTypes(a), PossibleTypes(b));
        if (small.Count > large.Count) (small, large) = (large, small);
        foreach (var type in small)
        {
            if (large.Contains(type)) return true;
        }

        return false;
    }

    /// <summary>The type that a reference in a document means; null where its name is unknown.</summary>
    public GraphType? TypeFromNode(TypeNode node) => node switch
    {
        ListTypeNode list => TypeFromNode(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => TypeFromNode(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        _ => Types.GetValueOrDefault(((NamedTypeNode)node).Name.Value),
    };
}

/// <summary>The object types that a composite type can turn out to be.</summary>
internal sealed class PossibleTypes(IReadOnlyList<ObjectType> types)
{
    public IReadOnlyList<ObjectType> List { get; } = types;
    public FrozenSet<ObjectType> Set { get; } = types.ToFrozenSet();
}
