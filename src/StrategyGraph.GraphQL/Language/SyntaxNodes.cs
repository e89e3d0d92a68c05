namespace StrategyGraph.GraphQL.Language;

/// <summary>A node of the syntax tree. <see cref="Start"/> and <see cref="End"/> are offsets in UTF-16 code units into the source body; End is exclusive.</summary>
public abstract record SyntaxNode
{
    public int Start { get; init; }
    public int End { get; init; }
}

/// <summary>A whole request or schema document (specification §2.3), with the source that its offsets point into.</summary>
public sealed record DocumentNode(Source Source, IReadOnlyList<DefinitionNode> Definitions) : SyntaxNode;

public abstract record DefinitionNode : SyntaxNode;

// ── Executable definitions (§2.4 – §2.9, §2.11, §2.13) ──

public enum OperationType { Query, Mutation, Subscription }

public sealed record OperationDefinitionNode(
    StringValueNode? Description, OperationType Operation, NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> VariableDefinitions, IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : DefinitionNode;

public sealed record FragmentDefinitionNode(
    StringValueNode? Description, NameNode Name, NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives, SelectionSetNode SelectionSet) : DefinitionNode;

public sealed record VariableDefinitionNode(
    StringValueNode? Description, VariableNode Variable, TypeNode Type, ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

public sealed record SelectionSetNode(IReadOnlyList<SelectionNode> Selections) : SyntaxNode;

public abstract record SelectionNode(IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

public sealed record FieldNode(
    NameNode? Alias, NameNode Name, IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives, SelectionSetNode? SelectionSet) : SelectionNode(Directives)
{
    /// <summary>The alias where there is one, else the field's name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

public sealed record FragmentSpreadNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives) : SelectionNode(Directives);

public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition, IReadOnlyList<DirectiveNode> Directives, SelectionSetNode SelectionSet) : SelectionNode(Directives);

public sealed record NameNode(string Value) : SyntaxNode;

public sealed record ArgumentNode(NameNode Name, ValueNode Value) : SyntaxNode;

public sealed record DirectiveNode(NameNode Name, IReadOnlyList<ArgumentNode> Arguments) : SyntaxNode;

// ── Values (§2.10) ──

public abstract record ValueNode : SyntaxNode;

public sealed record VariableNode(NameNode Name) : ValueNode;
/// <summary>The digits as written: <c>Value</c> is never converted here, so no precision is lost.</summary>
public sealed record IntValueNode(string Value) : ValueNode;
public sealed record FloatValueNode(string Value) : ValueNode;
/// <summary><c>Value</c> is the meaning of the literal: escapes resolved, block strings dedented.</summary>
public sealed record StringValueNode(string Value, bool IsBlock = false) : ValueNode;
public sealed record BooleanValueNode(bool Value) : ValueNode;
public sealed record NullValueNode : ValueNode;
public sealed record EnumValueNode(string Value) : ValueNode;
public sealed record ListValueNode(IReadOnlyList<ValueNode> Values) : ValueNode;
public sealed record ObjectValueNode(IReadOnlyList<ObjectFieldNode> Fields) : ValueNode;
public sealed record ObjectFieldNode(NameNode Name, ValueNode Value) : SyntaxNode;

// ── Type references (§2.12) ──

public abstract record TypeNode : SyntaxNode;

public sealed record NamedTypeNode(NameNode Name) : TypeNode;
public sealed record ListTypeNode(TypeNode Type) : TypeNode;
public sealed record NonNullTypeNode(TypeNode Type) : TypeNode;

// ── Type system definitions and extensions (§3) ──

public sealed record SchemaDefinitionNode(
    StringValueNode? Description, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<OperationTypeDefinitionNode> OperationTypes) : DefinitionNode;

public sealed record SchemaExtensionNode(
    IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<OperationTypeDefinitionNode> OperationTypes) : DefinitionNode;

public sealed record OperationTypeDefinitionNode(OperationType Operation, NamedTypeNode Type) : SyntaxNode;

/// <summary>A named type's definition, or (with <see cref="IsExtension"/>) an <c>extend</c> of it, which carries no description.</summary>
public abstract record TypeDefinitionNode(bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives) : DefinitionNode;

public sealed record ScalarTypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives);

public sealed record ObjectTypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<FieldDefinitionNode> Fields)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives);

public sealed record InterfaceTypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives, IReadOnlyList<FieldDefinitionNode> Fields)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives);

public sealed record UnionTypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<NamedTypeNode> Types)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives);

public sealed record EnumTypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<EnumValueDefinitionNode> Values)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives);

public sealed record InputObjectTypeDefinitionNode(
    bool IsExtension, StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<InputValueDefinitionNode> Fields)
    : TypeDefinitionNode(IsExtension, Description, Name, Directives);

public sealed record FieldDefinitionNode(
    StringValueNode? Description, NameNode Name, IReadOnlyList<InputValueDefinitionNode> Arguments,
    TypeNode Type, IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

public sealed record InputValueDefinitionNode(
    StringValueNode? Description, NameNode Name, TypeNode Type, ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

public sealed record EnumValueDefinitionNode(
    StringValueNode? Description, NameNode Name, IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

public sealed record DirectiveDefinitionNode(
    StringValueNode? Description, NameNode Name, IReadOnlyList<InputValueDefinitionNode> Arguments,
    bool IsRepeatable, IReadOnlyList<NameNode> Locations) : DefinitionNode;

// ── Schema coordinates (§2.14) ──

/// <summary>The name of one element of a schema, written for people and tools: <c>Plan.measures(where:)</c>, <c>@deprecated</c>.</summary>
public abstract record SchemaCoordinateNode : SyntaxNode;

public sealed record TypeCoordinateNode(NameNode Name) : SchemaCoordinateNode;
/// <summary>A field of an object, interface or input object type, or a value of an enum type.</summary>
public sealed record MemberCoordinateNode(NameNode Name, NameNode MemberName) : SchemaCoordinateNode;
public sealed record ArgumentCoordinateNode(NameNode Name, NameNode FieldName, NameNode ArgumentName) : SchemaCoordinateNode;
public sealed record DirectiveCoordinateNode(NameNode Name) : SchemaCoordinateNode;
public sealed record DirectiveArgumentCoordinateNode(NameNode Name, NameNode ArgumentName) : SchemaCoordinateNode;
