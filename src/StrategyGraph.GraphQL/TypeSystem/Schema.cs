using System.Collections.Frozen;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// A schema (specification §3.3): every type by name, introspection's own included, the directives, and the root types.
/// Immutable; built by the schema builder.
/// </summary>
public sealed class Schema
{
    public string? Description { get; init; }
    public required ObjectType Query { get; init; }
    public ObjectType? Mutation { get; init; }
    public ObjectType? Subscription { get; init; }
    public required FrozenDictionary<string, NamedType> Types { get; init; }
    public required FrozenDictionary<string, DirectiveDefinition> Directives { get; init; }
    internal FrozenDictionary<NamedType, FrozenSet<ObjectType>> PossibleTypesByType { get; init; } = FrozenDictionary<NamedType, FrozenSet<ObjectType>>.Empty;

    /// <summary>The object types that a composite type can turn out to be: itself for an object type.</summary>
    public IReadOnlySet<ObjectType> PossibleTypes(NamedType type) => PossibleTypesByType[type];
}
