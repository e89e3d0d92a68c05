using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// What answers a schema: a binding for every object type, and for interfaces and unions the order in which their possible types are
/// told apart. Generated code derives from it; so does anything else that can answer fields.
/// </summary>
public abstract class SchemaBinding
{
    /// <summary>Input coercion of the custom scalars, for <see cref="SchemaBuilderOptions.Scalars"/>.</summary>
    public virtual IReadOnlyDictionary<string, ScalarCoercion> Scalars { get; } = new Dictionary<string, ScalarCoercion>();

    /// <summary>The binding of an object type of the schema; not asked for introspection's own types.</summary>
    protected abstract ObjectBinding? Find(ObjectType type);

    /// <summary>The object types that an interface or union can turn out to be, in the order that its binding numbers them.</summary>
    public abstract IReadOnlyList<string> PossibleTypes(string abstractType);

    internal ObjectBinding ForPlan(ObjectType type) =>
        Introspection.IntrospectionBinding.Find(type)
        ?? Find(type)
        ?? throw new InvalidOperationException($"Nothing is bound to type {type}: the schema and its binding were not made from the same SDL.");
}
