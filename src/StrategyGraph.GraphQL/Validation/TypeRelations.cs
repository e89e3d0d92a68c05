using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>Questions that rules ask of a schema: what a name in a document stands for, and how two types relate.</summary>
internal static class TypeRelations
{
    public static ObjectType? RootType(this Schema schema, OperationType operation) => operation switch
    {
        OperationType.Query => schema.Query,
        OperationType.Mutation => schema.Mutation,
        _ => schema.Subscription,
    };

    /// <summary>The type that a document writes; null where the schema has no type of the name.</summary>
    public static GraphType? TypeOf(this Schema schema, TypeNode node) => node switch
    {
        ListTypeNode list => schema.TypeOf(list.Type) is { } inner ? new ListType(inner) : null,
        NonNullTypeNode nonNull => schema.TypeOf(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
        NamedTypeNode named => schema.Types.GetValueOrDefault(named.Name.Value),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is not a type reference."),
    };

    /// <summary>Whether an abstract type covers another: an object type that it can be, or an interface that implements it.</summary>
    public static bool Covers(this Schema schema, NamedType abstractType, NamedType type) => type switch
    {
        ObjectType objectType => schema.PossibleTypes(abstractType).Contains(objectType),
        InterfaceType interfaceType => interfaceType.Interfaces.Contains(abstractType),
        _ => false,
    };

    /// <summary>Whether some object could be of both composite types (specification §5.5.2.3).</summary>
    public static bool Overlap(this Schema schema, NamedType a, NamedType b)
    {
        if (a == b) return true;
        if (a.IsAbstractType)
            return b.IsAbstractType ? schema.PossibleTypes(a).Overlaps(schema.PossibleTypes(b)) : schema.Covers(a, b);
        return b.IsAbstractType && schema.Covers(b, a);
    }

    /// <summary>Whether every value of one type is a value of the other (specification §3.6, IsSubType, and §5.8.5, AreTypesCompatible).</summary>
    public static bool IsSubType(this Schema schema, GraphType type, GraphType of)
    {
        if (type == of) return true;
        if (of is NonNullType nonNull) return type is NonNullType n && schema.IsSubType(n.OfType, nonNull.OfType);
        if (type is NonNullType inner) return schema.IsSubType(inner.OfType, of);
        if (of is ListType list) return type is ListType l && schema.IsSubType(l.OfType, list.OfType);
        return of.IsAbstractType && type is FieldsType named && schema.Covers((NamedType)of, named);
    }
}
