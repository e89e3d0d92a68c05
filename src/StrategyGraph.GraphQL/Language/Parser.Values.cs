namespace StrategyGraph.GraphQL.Language;

// Values and type references (specification §2.10, §2.12), and schema coordinates (§2.14).
public sealed partial class Parser
{
    // Value[Const] :
    //   [if not Const] Variable
    //   IntValue | FloatValue | StringValue | BooleanValue | NullValue | EnumValue
    //   ListValue[?Const] | ObjectValue[?Const]
    private ValueNode ParseValue(bool isConst)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft: return ParseListValue(isConst);
            case TokenKind.BraceLeft: return ParseObjectValue(isConst);
            case TokenKind.String or TokenKind.BlockString: return ParseStringValue();
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Value!) { Start = token.Start, End = token.End };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Value!) { Start = token.Start, End = token.End };
            case TokenKind.Name: return ParseNamedValue();
            case TokenKind.Dollar when isConst: throw VariableInConstant();
            case TokenKind.Dollar: return ParseVariable();
            default: throw Unexpected(token);
        }
    }

    // BooleanValue : one of true false
    // NullValue : null
    // EnumValue : Name but not true or false or null
    private ValueNode ParseNamedValue()
    {
        var token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "true" => new BooleanValueNode(true) { Start = token.Start, End = token.End },
            "false" => new BooleanValueNode(false) { Start = token.Start, End = token.End },
            "null" => new NullValueNode { Start = token.Start, End = token.End },
            _ => new EnumValueNode(token.Value!) { Start = token.Start, End = token.End },
        };
    }

    // StringValue
    private StringValueNode ParseStringValue()
    {
        var token = _token;
        Advance();
        return new StringValueNode(token.Value!, token.Kind == TokenKind.BlockString) { Start = token.Start, End = token.End };
    }

    // ListValue[Const] : [ ] | [ Value[?Const]+ ]
    private ListValueNode ParseListValue(bool isConst)
    {
        var start = _token.Start;
        Enter();
        var values = Any<ValueNode>(
            TokenKind.BracketLeft,
            isConst ? static p => p.ParseValue(isConst: true) : static p => p.ParseValue(isConst: false),
            TokenKind.BracketRight);
        Leave();
        return new ListValueNode(values) { Start = start, End = _lastEnd };
    }

    // ObjectValue[Const] : { } | { ObjectField[?Const]+ }
    private ObjectValueNode ParseObjectValue(bool isConst)
    {
        var start = _token.Start;
        Enter();
        var fields = Any<ObjectFieldNode>(
            TokenKind.BraceLeft,
            isConst ? static p => p.ParseObjectField(isConst: true) : static p => p.ParseObjectField(isConst: false),
            TokenKind.BraceRight);
        Leave();
        return new ObjectValueNode(fields) { Start = start, End = _lastEnd };
    }

    // ObjectField[Const] : Name : Value[?Const]
    private ObjectFieldNode ParseObjectField(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name, ParseValue(isConst)) { Start = start, End = _lastEnd };
    }

    private GraphQLException VariableInConstant()
    {
        var dollar = Expect(TokenKind.Dollar);
        return Peek(TokenKind.Name)
            ? _lexer.Error(dollar.Start, $"Unexpected variable \"${_token.Value}\" in constant value.")
            : Unexpected(dollar);
    }

    // Type : NamedType | ListType | NonNullType
    // ListType : [ Type ]
    // NonNullType : NamedType ! | ListType !
    private TypeNode ParseTypeReference()
    {
        var start = _token.Start;
        TypeNode type;
        if (Peek(TokenKind.BracketLeft))
        {
            Enter();
            Advance();
            var item = ParseTypeReference();
            Expect(TokenKind.BracketRight);
            Leave();
            type = new ListTypeNode(item) { Start = start, End = _lastEnd };
        }
        else
        {
            type = ParseNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Start = start, End = _lastEnd } : type;
    }

    // NamedType : Name
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name) { Start = name.Start, End = name.End };
    }

    // SchemaCoordinate :
    //   TypeCoordinate : Name
    //   MemberCoordinate : Name . Name
    //   ArgumentCoordinate : Name . Name ( Name : )
    //   DirectiveCoordinate : @ Name
    //   DirectiveArgumentCoordinate : @ Name ( Name : )
    private SchemaCoordinateNode ParseSchemaCoordinate()
    {
        var start = _token.Start;
        if (Skip(TokenKind.At))
        {
            var directive = ParseName();
            return ParseOptionalCoordinateArgument() is { } ofDirective
                ? new DirectiveArgumentCoordinateNode(directive, ofDirective) { Start = start, End = _lastEnd }
                : new DirectiveCoordinateNode(directive) { Start = start, End = _lastEnd };
        }

        var type = ParseName();
        if (!Skip(TokenKind.Dot)) return new TypeCoordinateNode(type) { Start = start, End = _lastEnd };

        var member = ParseName();
        return ParseOptionalCoordinateArgument() is { } ofField
            ? new ArgumentCoordinateNode(type, member, ofField) { Start = start, End = _lastEnd }
            : new MemberCoordinateNode(type, member) { Start = start, End = _lastEnd };
    }

    private NameNode? ParseOptionalCoordinateArgument()
    {
        if (!Skip(TokenKind.ParenLeft)) return null;
        var argument = ParseName();
        Expect(TokenKind.Colon);
        Expect(TokenKind.ParenRight);
        return argument;
    }
}
