using System.Collections.Frozen;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>A type of the type system (specification §3.4): a named type, or a list or non-null wrapper of one. Immutable once the <see cref="Schema"/> is built.</summary>
public abstract class GraphType
{
    /// <summary>The type as written in SDL: <c>[String!]!</c>.</summary>
    public abstract override string ToString();

    /// <summary>The named type inside all wrappers.</summary>
    public NamedType NamedType => this switch
    {
        ListType l => l.OfType.NamedType,
        NonNullType n => n.OfType.NamedType,
        _ => (NamedType)this,
    };

    /// <summary>This type without its non-null wrapper, if it has one.</summary>
    public GraphType Nullable => this is NonNullType n ? n.OfType : this;

    /// <summary>The name of this type's <c>__TypeKind</c> (§4.2.2).</summary>
    public string Kind => this switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    /// <summary>The same named type in the same wrappers.</summary>
    public bool IsSameAs(GraphType other) => (this, other) switch
    {
        (NonNullType a, NonNullType b) => a.OfType.IsSameAs(b.OfType),
        (ListType a, ListType b) => a.OfType.IsSameAs(b.OfType),
        _ => this == other,
    };

    public bool IsInputType => NamedType is ScalarType or EnumType or InputObjectType;
    public bool IsOutputType => NamedType is not InputObjectType;
    public bool IsLeafType => this is ScalarType or EnumType;
    public bool IsCompositeType => this is ObjectType or InterfaceType or UnionType;
    public bool IsAbstractType => this is InterfaceType or UnionType;
}

public sealed class ListType(GraphType ofType) : GraphType
{
    public GraphType OfType { get; } = ofType;
    public override string ToString() => $"[{OfType}]";
}

public sealed class NonNullType(GraphType ofType) : GraphType
{
    public GraphType OfType { get; } = ofType;
    public override string ToString() => $"{OfType}!";
}

public abstract class NamedType : GraphType
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    /// <summary>The definition, then its extensions in document order; empty for the specification's own types.</summary>
    public IReadOnlyList<TypeDefinitionNode> SyntaxNodes { get; init; } = [];
    public sealed override string ToString() => Name;
}

/// <summary>A scalar (§3.5). <see cref="Coercion"/> says which input values it takes and what they become.</summary>
public sealed class ScalarType : NamedType
{
    public string? SpecifiedByUrl { get; init; }
    public required ScalarCoercion Coercion { get; init; }
}

/// <summary>
/// Input coercion of a scalar: a literal of the document, or a JSON value of the variables, becomes the value that arguments carry.
/// Both throw <see cref="GraphQLException"/> with a message in the reference implementation's words when the value is not of the type.
/// </summary>
public abstract class ScalarCoercion
{
    /// <param name="literal">A constant literal: never a variable, null, or holding one within.</param>
    public abstract object Parse(ValueNode literal);

    /// <param name="value">Never JSON null.</param>
    public abstract object Parse(JsonElement value);
}

/// <summary>What has fields: objects and interfaces.</summary>
public abstract class FieldsType : NamedType
{
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];
    /// <summary>In the order of definition.</summary>
    public IReadOnlyList<FieldDefinition> Fields { get; internal set; } = [];
    internal FrozenDictionary<string, FieldDefinition> FieldsByName { get; set; } = FrozenDictionary<string, FieldDefinition>.Empty;
    public FieldDefinition? Field(string name) => FieldsByName.GetValueOrDefault(name);
}

public sealed class ObjectType : FieldsType;

public sealed class InterfaceType : FieldsType;

public sealed class UnionType : NamedType
{
    public IReadOnlyList<ObjectType> Types { get; internal set; } = [];
}

public sealed class EnumType : NamedType
{
    public IReadOnlyList<EnumValueDefinition> Values { get; internal set; } = [];
    internal FrozenDictionary<string, EnumValueDefinition> ValuesByName { get; set; } = FrozenDictionary<string, EnumValueDefinition>.Empty;
    public EnumValueDefinition? Value(string name) => ValuesByName.GetValueOrDefault(name);

    /// <summary>The value that a literal names (§3.9): an enum literal of one of this type's names, never a string.</summary>
    /// <exception cref="GraphQLException">It names none.</exception>
    public EnumValueDefinition Parse(ValueNode literal, bool suggestions = true)
    {
        if (literal is EnumValueNode name && Value(name.Value) is { } value) return value;

        var text = Printer.Excerpt(literal);
        var suggestion = suggestions ? DidYouMean(text) : "";
        throw new GraphQLException(literal is EnumValueNode
            ? $"Value \"{text}\" does not exist in \"{Name}\" enum.{suggestion}"
            : $"Enum \"{Name}\" cannot represent non-enum value: {text}.{suggestion}");
    }

    /// <summary>The value that a JSON string of the variables names.</summary>
    /// <exception cref="GraphQLException">It names none, or is no string.</exception>
    public EnumValueDefinition Parse(JsonElement value, bool suggestions = true)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var text = JsonText.Of(value);
            throw new GraphQLException($"Enum \"{Name}\" cannot represent non-string value: {text}.{(suggestions ? DidYouMean(text) : "")}");
        }

        var name = value.GetString()!;
        return Value(name) ?? throw new GraphQLException($"Value \"{name}\" does not exist in \"{Name}\" enum.{(suggestions ? DidYouMean(name) : "")}");
    }

    private string DidYouMean(string text) => Suggestions.DidYouMean(text, Values.Select(v => v.Name), "the enum value");
}

public sealed class InputObjectType : NamedType
{
    /// <summary>Exactly one field, and that not null (§3.10.1, <c>@oneOf</c>).</summary>
    public bool IsOneOf { get; init; }
    public IReadOnlyList<InputValueDefinition> Fields { get; internal set; } = [];
    internal FrozenDictionary<string, InputValueDefinition> FieldsByName { get; set; } = FrozenDictionary<string, InputValueDefinition>.Empty;
    public InputValueDefinition? Field(string name) => FieldsByName.GetValueOrDefault(name);
}

public sealed class FieldDefinition
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<InputValueDefinition> Arguments { get; init; } = [];
    public required GraphType Type { get; init; }
    /// <summary>Why not to use it any more (§3.13.3); null where it is not deprecated.</summary>
    public string? DeprecationReason { get; init; }
    public bool IsDeprecated => DeprecationReason is not null;
    public FieldDefinitionNode? SyntaxNode { get; init; }
    public InputValueDefinition? Argument(string name)
    {
        foreach (var a in Arguments)
        {
            if (a.Name == name) return a;
        }

        return null;
    }
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValueDefinition
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required GraphType Type { get; init; }
    /// <summary>The default as written; null where there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; init; }
    /// <summary>The default as SDL writes it, for introspection's <c>defaultValue</c>.</summary>
    public string? DefaultValueText => DefaultValue is null ? null : Printer.Print(DefaultValue);
    /// <summary>Why not to use it any more (§3.13.3); null where it is not deprecated.</summary>
    public string? DeprecationReason { get; init; }
    public bool IsDeprecated => DeprecationReason is not null;
    public InputValueDefinitionNode? SyntaxNode { get; init; }
    /// <summary>Its place among its siblings: arguments are passed by this index.</summary>
    public required int Index { get; init; }
    /// <summary>Non-null and without a default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}

public sealed class EnumValueDefinition
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    /// <summary>Why not to use it any more (§3.13.3); null where it is not deprecated.</summary>
    public string? DeprecationReason { get; init; }
    public bool IsDeprecated => DeprecationReason is not null;
    public EnumValueDefinitionNode? SyntaxNode { get; init; }
}

public sealed class DirectiveDefinition
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<InputValueDefinition> Arguments { get; init; } = [];
    public bool IsRepeatable { get; init; }
    /// <summary>Names as in the specification (§3.13): QUERY, FIELD, FIELD_DEFINITION …</summary>
    public required IReadOnlyList<string> Locations { get; init; }
    public DirectiveDefinitionNode? SyntaxNode { get; init; }
}
