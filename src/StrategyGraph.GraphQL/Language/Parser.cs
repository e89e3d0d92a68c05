namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// Parses GraphQL by recursive descent: one method a production of the grammar (specification, appendix C), which stands above it.
/// What does not parse is a <see cref="GraphQLException"/> with one error, in the words of the reference implementation.
/// No text can exhaust the stack: every production that can contain itself counts a level (<see cref="ParserOptions.MaxDepth"/>).
/// </summary>
/// <remarks>
/// Where the reference implementation is more lenient than the specification of September 2025 (empty selection sets,
/// directives on and extensions of directive definitions), this parser follows the specification.
/// </remarks>
public sealed partial class Parser
{
    /// <summary>Parses a whole document, executable, type system or mixed.</summary>
    /// <param name="options">Limits; those of <see cref="ParserOptions.ForRequests"/> where null.</param>
    /// <exception cref="GraphQLException">The text is no GraphQL document, or beyond a limit.</exception>
    public static DocumentNode Parse(Source source, ParserOptions? options = null) =>
        new Parser(source, options).ParseDocument();

    /// <inheritdoc cref="Parse(Source, ParserOptions?)"/>
    public static DocumentNode Parse(string text, ParserOptions? options = null) => Parse(new Source(text), options);

    /// <summary>Parses a value on its own, which may use variables: <c>[1, $next]</c>.</summary>
    /// <exception cref="GraphQLException">The text is no value, or beyond a limit.</exception>
    public static ValueNode ParseValue(Source source, ParserOptions? options = null) =>
        new Parser(source, options).Whole(static p => p.ParseValue(isConst: false));

    /// <inheritdoc cref="ParseValue(Source, ParserOptions?)"/>
    public static ValueNode ParseValue(string text, ParserOptions? options = null) => ParseValue(new Source(text), options);

    /// <summary>Parses a value on its own, in which no variable may occur.</summary>
    /// <exception cref="GraphQLException">The text is no constant value, or beyond a limit.</exception>
    public static ValueNode ParseConstValue(Source source, ParserOptions? options = null) =>
        new Parser(source, options).Whole(static p => p.ParseValue(isConst: true));

    /// <inheritdoc cref="ParseConstValue(Source, ParserOptions?)"/>
    public static ValueNode ParseConstValue(string text, ParserOptions? options = null) => ParseConstValue(new Source(text), options);

    /// <summary>Parses a type reference on its own: <c>[String!]!</c>.</summary>
    /// <exception cref="GraphQLException">The text is no type reference, or beyond a limit.</exception>
    public static TypeNode ParseType(Source source, ParserOptions? options = null) =>
        new Parser(source, options).Whole(static p => p.ParseTypeReference());

    /// <inheritdoc cref="ParseType(Source, ParserOptions?)"/>
    public static TypeNode ParseType(string text, ParserOptions? options = null) => ParseType(new Source(text), options);

    /// <summary>Parses a schema coordinate (specification §2.14): <c>Plan.measures(where:)</c>. White space is no part of one.</summary>
    /// <exception cref="GraphQLException">The text is no schema coordinate.</exception>
    public static SchemaCoordinateNode ParseSchemaCoordinate(Source source) =>
        new Parser(source, null, static (lexer, offset) => lexer.ReadCoordinateToken(offset)).Whole(static p => p.ParseSchemaCoordinate());

    /// <inheritdoc cref="ParseSchemaCoordinate(Source)"/>
    public static SchemaCoordinateNode ParseSchemaCoordinate(string text) => ParseSchemaCoordinate(new Source(text));

    private T Whole<T>(Func<Parser, T> parse)
    {
        var node = parse(this);
        Expect(TokenKind.EndOfFile);
        return node;
    }

    // Document : Definition+
    private DocumentNode ParseDocument()
    {
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        } while (_token.Kind != TokenKind.EndOfFile);
        return new DocumentNode(_lexer.Source, definitions.ToArray()) { Start = 0, End = _token.End };
    }

    // Definition : ExecutableDefinition | TypeSystemDefinitionOrExtension
    private DefinitionNode ParseDefinition()
    {
        if (Peek(TokenKind.BraceLeft)) return ParseOperationDefinition();

        // A description comes before the keyword that says what is described.
        var isDescribed = PeekDescription();
        var keyword = isDescribed ? Lookahead() : _token;
        if (isDescribed && keyword.Kind == TokenKind.BraceLeft)
        {
            throw _lexer.Error(_token.Start, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (keyword.Kind != TokenKind.Name) throw Unexpected(keyword);
        return keyword.Value switch
        {
            "query" or "mutation" or "subscription" => ParseOperationDefinition(),
            "fragment" => ParseFragmentDefinition(),
            "schema" => ParseSchemaDefinition(),
            "scalar" => ParseScalarTypeDefinition(isExtension: false),
            "type" => ParseObjectTypeDefinition(isExtension: false),
            "interface" => ParseInterfaceTypeDefinition(isExtension: false),
            "union" => ParseUnionTypeDefinition(isExtension: false),
            "enum" => ParseEnumTypeDefinition(isExtension: false),
            "input" => ParseInputObjectTypeDefinition(isExtension: false),
            "directive" => ParseDirectiveDefinition(),
            _ when isDescribed => throw _lexer.Error(_token.Start, "Unexpected description, only GraphQL definitions support descriptions."),
            "extend" => ParseTypeSystemExtension(),
            _ => throw Unexpected(keyword),
        };
    }

    // Name
    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(token.Value!) { Start = token.Start, End = token.End };
    }

    private bool PeekDescription() => _token.Kind is TokenKind.String or TokenKind.BlockString;

    // Description : StringValue
    private StringValueNode? ParseOptionalDescription() => PeekDescription() ? ParseStringValue() : null;
}
