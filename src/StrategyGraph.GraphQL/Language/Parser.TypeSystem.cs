namespace StrategyGraph.GraphQL.Language;

// Type system definitions and extensions (specification §3). A type's extension differs from its definition only in the
// word `extend` before it, in having no description, and in having to add something: one method reads both.
public sealed partial class Parser
{
    // SchemaDefinition : Description? schema Directives[Const]? { RootOperationTypeDefinition+ }
    private SchemaDefinitionNode ParseSchemaDefinition()
    {
        var start = _token.Start;
        var description = ParseOptionalDescription();
        ExpectKeyword("schema");
        var directives = ParseOptionalDirectives(isConst: true);
        var operationTypes = Many(TokenKind.BraceLeft, static p => p.ParseRootOperationTypeDefinition(), TokenKind.BraceRight);
        return new SchemaDefinitionNode(description, directives, operationTypes) { Start = start, End = _lastEnd };
    }

    // RootOperationTypeDefinition : OperationType : NamedType
    private OperationTypeDefinitionNode ParseRootOperationTypeDefinition()
    {
        var start = _token.Start;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType()) { Start = start, End = _lastEnd };
    }

    // TypeSystemExtension : SchemaExtension | TypeExtension
    private DefinitionNode ParseTypeSystemExtension()
    {
        var keyword = Lookahead();
        return keyword.Kind != TokenKind.Name ? throw Unexpected(keyword) : keyword.Value switch
        {
            "schema" => ParseSchemaExtension(),
            "scalar" => ParseScalarTypeDefinition(isExtension: true),
            "type" => ParseObjectTypeDefinition(isExtension: true),
            "interface" => ParseInterfaceTypeDefinition(isExtension: true),
            "union" => ParseUnionTypeDefinition(isExtension: true),
            "enum" => ParseEnumTypeDefinition(isExtension: true),
            "input" => ParseInputObjectTypeDefinition(isExtension: true),
            _ => throw Unexpected(keyword),
        };
    }

    // SchemaExtension :
    //   extend schema Directives[Const]? { RootOperationTypeDefinition+ }
    //   extend schema Directives[Const] [lookahead != {]
    private SchemaExtensionNode ParseSchemaExtension()
    {
        var start = _token.Start;
        ExpectKeyword("extend");
        ExpectKeyword("schema");
        var directives = ParseOptionalDirectives(isConst: true);
        var operationTypes = OptionalMany(TokenKind.BraceLeft, static p => p.ParseRootOperationTypeDefinition(), TokenKind.BraceRight);
        return directives.Length + operationTypes.Length > 0
            ? new SchemaExtensionNode(directives, operationTypes) { Start = start, End = _lastEnd }
            : throw Unexpected(_token);
    }

    /// <summary>How every type's definition or extension begins: up to and including its name.</summary>
    private (StringValueNode? Description, NameNode Name) ParseTypeHead(bool isExtension, string keyword)
    {
        var description = ParseOptionalDescription();
        if (isExtension) ExpectKeyword("extend");
        ExpectKeyword(keyword);
        return (description, ParseName());
    }

    /// <summary>An extension that adds nothing is refused at the token where something should have been.</summary>
    private void RequireAddition(bool isExtension, int additions)
    {
        if (isExtension && additions == 0) throw Unexpected(_token);
    }

    // ScalarTypeDefinition : Description? scalar Name Directives[Const]?
    // ScalarTypeExtension : extend scalar Name Directives[Const]
    private ScalarTypeDefinitionNode ParseScalarTypeDefinition(bool isExtension)
    {
        var start = _token.Start;
        var (description, name) = ParseTypeHead(isExtension, "scalar");
        var directives = ParseOptionalDirectives(isConst: true);
        RequireAddition(isExtension, directives.Length);
        return new ScalarTypeDefinitionNode(isExtension, description, name, directives) { Start = start, End = _lastEnd };
    }

    // ObjectTypeDefinition : Description? type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    // ObjectTypeExtension : extend type Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?  (at least one)
    private ObjectTypeDefinitionNode ParseObjectTypeDefinition(bool isExtension)
    {
        var start = _token.Start;
        var (description, name) = ParseTypeHead(isExtension, "type");
        var interfaces = ParseOptionalImplementsInterfaces();
        var directives = ParseOptionalDirectives(isConst: true);
        var fields = ParseOptionalFieldsDefinition();
        RequireAddition(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new ObjectTypeDefinitionNode(isExtension, description, name, interfaces, directives, fields) { Start = start, End = _lastEnd };
    }

    // ImplementsInterfaces : implements &? NamedType | ImplementsInterfaces & NamedType
    private NamedTypeNode[] ParseOptionalImplementsInterfaces() =>
        SkipKeyword("implements") ? DelimitedMany(TokenKind.Ampersand, static p => p.ParseNamedType()) : [];

    // FieldsDefinition : { FieldDefinition+ }
    private FieldDefinitionNode[] ParseOptionalFieldsDefinition() =>
        OptionalMany(TokenKind.BraceLeft, static p => p.ParseFieldDefinition(), TokenKind.BraceRight);

    // FieldDefinition : Description? Name ArgumentsDefinition? : Type Directives[Const]?
    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Start;
        var description = ParseOptionalDescription();
        var name = ParseName();
        var arguments = ParseOptionalArgumentsDefinition();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var directives = ParseOptionalDirectives(isConst: true);
        return new FieldDefinitionNode(description, name, arguments, type, directives) { Start = start, End = _lastEnd };
    }

    // ArgumentsDefinition : ( InputValueDefinition+ )
    private InputValueDefinitionNode[] ParseOptionalArgumentsDefinition() =>
        OptionalMany(TokenKind.ParenLeft, static p => p.ParseInputValueDefinition(), TokenKind.ParenRight);

    // InputValueDefinition : Description? Name : Type DefaultValue? Directives[Const]?
    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Start;
        var description = ParseOptionalDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = ParseOptionalDefaultValue();
        var directives = ParseOptionalDirectives(isConst: true);
        return new InputValueDefinitionNode(description, name, type, defaultValue, directives) { Start = start, End = _lastEnd };
    }

    // InterfaceTypeDefinition : Description? interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?
    // InterfaceTypeExtension : extend interface Name ImplementsInterfaces? Directives[Const]? FieldsDefinition?  (at least one)
    private InterfaceTypeDefinitionNode ParseInterfaceTypeDefinition(bool isExtension)
    {
        var start = _token.Start;
        var (description, name) = ParseTypeHead(isExtension, "interface");
        var interfaces = ParseOptionalImplementsInterfaces();
        var directives = ParseOptionalDirectives(isConst: true);
        var fields = ParseOptionalFieldsDefinition();
        RequireAddition(isExtension, interfaces.Length + directives.Length + fields.Length);
        return new InterfaceTypeDefinitionNode(isExtension, description, name, interfaces, directives, fields) { Start = start, End = _lastEnd };
    }

    // UnionTypeDefinition : Description? union Name Directives[Const]? UnionMemberTypes?
    // UnionTypeExtension : extend union Name Directives[Const]? UnionMemberTypes?  (at least one)
    private UnionTypeDefinitionNode ParseUnionTypeDefinition(bool isExtension)
    {
        var start = _token.Start;
        var (description, name) = ParseTypeHead(isExtension, "union");
        var directives = ParseOptionalDirectives(isConst: true);
        var types = ParseOptionalUnionMemberTypes();
        RequireAddition(isExtension, directives.Length + types.Length);
        return new UnionTypeDefinitionNode(isExtension, description, name, directives, types) { Start = start, End = _lastEnd };
    }

    // UnionMemberTypes : = |? NamedType | UnionMemberTypes | NamedType
    private NamedTypeNode[] ParseOptionalUnionMemberTypes() =>
        Skip(TokenKind.EqualsSign) ? DelimitedMany(TokenKind.Pipe, static p => p.ParseNamedType()) : [];

    // EnumTypeDefinition : Description? enum Name Directives[Const]? EnumValuesDefinition?
    // EnumTypeExtension : extend enum Name Directives[Const]? EnumValuesDefinition?  (at least one)
    // EnumValuesDefinition : { EnumValueDefinition+ }
    private EnumTypeDefinitionNode ParseEnumTypeDefinition(bool isExtension)
    {
        var start = _token.Start;
        var (description, name) = ParseTypeHead(isExtension, "enum");
        var directives = ParseOptionalDirectives(isConst: true);
        var values = OptionalMany(TokenKind.BraceLeft, static p => p.ParseEnumValueDefinition(), TokenKind.BraceRight);
        RequireAddition(isExtension, directives.Length + values.Length);
        return new EnumTypeDefinitionNode(isExtension, description, name, directives, values) { Start = start, End = _lastEnd };
    }

    // EnumValueDefinition : Description? EnumValue Directives[Const]?
    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Start;
        var description = ParseOptionalDescription();
        if (_token.Value is "true" or "false" or "null")
        {
            throw _lexer.Error(_token.Start, $"{_token.Describe()} is reserved and cannot be used for an enum value.");
        }

        var name = ParseName();
        var directives = ParseOptionalDirectives(isConst: true);
        return new EnumValueDefinitionNode(description, name, directives) { Start = start, End = _lastEnd };
    }

    // InputObjectTypeDefinition : Description? input Name Directives[Const]? InputFieldsDefinition?
    // InputObjectTypeExtension : extend input Name Directives[Const]? InputFieldsDefinition?  (at least one)
    // InputFieldsDefinition : { InputValueDefinition+ }
    private InputObjectTypeDefinitionNode ParseInputObjectTypeDefinition(bool isExtension)
    {
        var start = _token.Start;
        var (description, name) = ParseTypeHead(isExtension, "input");
        var directives = ParseOptionalDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceLeft, static p => p.ParseInputValueDefinition(), TokenKind.BraceRight);
        RequireAddition(isExtension, directives.Length + fields.Length);
        return new InputObjectTypeDefinitionNode(isExtension, description, name, directives, fields) { Start = start, End = _lastEnd };
    }

    // DirectiveDefinition : Description? directive @ Name ArgumentsDefinition? repeatable? on DirectiveLocations
    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        var start = _token.Start;
        var description = ParseOptionalDescription();
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseOptionalArgumentsDefinition();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        // DirectiveLocations : |? DirectiveLocation | DirectiveLocations | DirectiveLocation
        var locations = DelimitedMany(TokenKind.Pipe, static p => p.ParseDirectiveLocation());
        return new DirectiveDefinitionNode(description, name, arguments, isRepeatable, locations) { Start = start, End = _lastEnd };
    }

    // DirectiveLocation : ExecutableDirectiveLocation | TypeSystemDirectiveLocation
    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return name.Value
            is "QUERY" or "MUTATION" or "SUBSCRIPTION" or "FIELD" or "FRAGMENT_DEFINITION" or "FRAGMENT_SPREAD"
            or "INLINE_FRAGMENT" or "VARIABLE_DEFINITION"
            or "SCHEMA" or "SCALAR" or "OBJECT" or "FIELD_DEFINITION" or "ARGUMENT_DEFINITION" or "INTERFACE" or "UNION"
            or "ENUM" or "ENUM_VALUE" or "INPUT_OBJECT" or "INPUT_FIELD_DEFINITION"
            ? name
            : throw Unexpected(token);
    }
}
