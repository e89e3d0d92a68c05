namespace StrategyGraph.GraphQL.Language;

// Operations and fragments (specification §2.4 – §2.9, §2.11, §2.13).
public sealed partial class Parser
{
    // OperationDefinition :
    //   Description? OperationType Name? VariablesDefinition? Directives? SelectionSet
    //   SelectionSet
    private OperationDefinitionNode ParseOperationDefinition()
    {
        var start = _token.Start;
        if (Peek(TokenKind.BraceLeft))
        {
            return new OperationDefinitionNode(null, OperationType.Query, null, [], [], ParseSelectionSet()) { Start = start, End = _lastEnd };
        }

        var description = ParseOptionalDescription();
        var operation = ParseOperationType();
        var name = Peek(TokenKind.Name) ? ParseName() : null;
        var variables = ParseOptionalVariablesDefinition();
        var directives = ParseOptionalDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(description, operation, name, variables, directives, selectionSet) { Start = start, End = _lastEnd };
    }

    // OperationType : one of query mutation subscription
    private OperationType ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        return token.Value switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(token),
        };
    }

    // VariablesDefinition : ( VariableDefinition+ )
    private VariableDefinitionNode[] ParseOptionalVariablesDefinition() =>
        OptionalMany(TokenKind.ParenLeft, static p => p.ParseVariableDefinition(), TokenKind.ParenRight);

    // VariableDefinition : Description? Variable : Type DefaultValue? Directives[Const]?
    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseOptionalDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = ParseOptionalDefaultValue();
        var directives = ParseOptionalDirectives(isConst: true);
        return new VariableDefinitionNode(description, variable, type, defaultValue, directives) { Start = start, End = _lastEnd };
    }

    // Variable : $ Name
    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        return new VariableNode(ParseName()) { Start = start, End = _lastEnd };
    }

    // DefaultValue : = Value[Const]
    private ValueNode? ParseOptionalDefaultValue() => Skip(TokenKind.EqualsSign) ? ParseValue(isConst: true) : null;

    // SelectionSet : { Selection+ }
    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Start;
        Enter();
        var selections = Many(TokenKind.BraceLeft, static p => p.ParseSelection(), TokenKind.BraceRight);
        Leave();
        return new SelectionSetNode(selections) { Start = start, End = _lastEnd };
    }

    // Selection : Field | FragmentSpread | InlineFragment
    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    // Field : Alias? Name Arguments? Directives? SelectionSet?
    // Alias : Name :
    private FieldNode ParseField()
    {
        var start = _token.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        var arguments = ParseOptionalArguments(isConst: false);
        var directives = ParseOptionalDirectives(isConst: false);
        var selectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet) { Start = start, End = _lastEnd };
    }

    // Arguments[Const] : ( Argument[?Const]+ )
    private ArgumentNode[] ParseOptionalArguments(bool isConst) => OptionalMany<ArgumentNode>(
        TokenKind.ParenLeft,
        isConst ? static p => p.ParseArgument(isConst: true) : static p => p.ParseArgument(isConst: false),
        TokenKind.ParenRight);

    // Argument[Const] : Name : Value[?Const]
    private ArgumentNode ParseArgument(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, ParseValue(isConst)) { Start = start, End = _lastEnd };
    }

    // FragmentSpread : ... FragmentName Directives?
    // InlineFragment : ... TypeCondition? Directives? SelectionSet
    // TypeCondition : on NamedType
    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            var name = ParseFragmentName();
            return new FragmentSpreadNode(name, ParseOptionalDirectives(isConst: false)) { Start = start, End = _lastEnd };
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseOptionalDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(typeCondition, directives, selectionSet) { Start = start, End = _lastEnd };
    }

    // FragmentDefinition : Description? fragment FragmentName TypeCondition Directives? SelectionSet
    private FragmentDefinitionNode ParseFragmentDefinition()
    {
        var start = _token.Start;
        var description = ParseOptionalDescription();
        ExpectKeyword("fragment");
        var name = ParseFragmentName();
        ExpectKeyword("on");
        var typeCondition = ParseNamedType();
        var directives = ParseOptionalDirectives(isConst: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(description, name, typeCondition, directives, selectionSet) { Start = start, End = _lastEnd };
    }

    // FragmentName : Name but not `on`
    private NameNode ParseFragmentName() => _token.Value == "on" ? throw Unexpected(_token) : ParseName();

    // Directives[Const] : Directive[?Const]+
    private DirectiveNode[] ParseOptionalDirectives(bool isConst)
    {
        if (!Peek(TokenKind.At)) return [];
        var directives = new List<DirectiveNode>();
        do
        {
            directives.Add(ParseDirective(isConst));
        } while (Peek(TokenKind.At));
        return directives.ToArray();
    }

    // Directive[Const] : @ Name Arguments[?Const]?
    private DirectiveNode ParseDirective(bool isConst)
    {
        var start = Expect(TokenKind.At).Start;
        var name = ParseName();
        return new DirectiveNode(name, ParseOptionalArguments(isConst)) { Start = start, End = _lastEnd };
    }
}
