using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every literal is of the type that is expected where it stands.
/// <see href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">§5.6.1 Values of Correct Type</see>, with
/// §5.6.2 Input Object Field Names, §5.6.4 Input Object Required Fields and §3.10.1 OneOf Input Objects.
/// </summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is not ValueNode value || value is VariableNode) return true;

        // Inside a list's brackets the type at hand is already that of its items.
        var expected = value is ListValueNode ? Context.Types.ParentInputType : Context.Types.InputType;
        if (expected is not null) Check(value, expected);
        return false;
    }

    /// <summary>Variables are passed over: whether they fit is another rule's question.</summary>
    private void Check(ValueNode value, GraphType expected)
    {
        if (value is VariableNode) return;
        if (value is NullValueNode)
        {
            if (expected is NonNullType) Report($"Expected value of non-null type \"{expected}\" not to be null.", value);
            return;
        }

        Context.Depth.Deepen();
        switch (expected.Nullable)
        {
            case ListType { OfType: var item } when value is ListValueNode list:
                foreach (var element in list.Values) Check(element, item);
                break;
            case ListType { OfType: var item }:
                Check(value, item);
                break;
            case InputObjectType type when value is ObjectValueNode literal:
                Check(literal, type);
                break;
            case InputObjectType type:
                Report($"Expected value of type \"{type}\" to be an object, found: {Printer.Print(value)}.", value);
                break;
            case EnumType type:
                Check(value, type);
                break;
            case ScalarType type:
                Check(value, type);
                break;
        }

        Context.Depth.Surface();
    }

    private void Check(ObjectValueNode literal, InputObjectType type)
    {
        var given = new Dictionary<string, ValueNode>();
        foreach (var field in literal.Fields) given[field.Name.Value] = field.Value;

        foreach (var field in type.Fields)
        {
            if (given.TryGetValue(field.Name, out var value)) Check(value, field.Type);
            else if (field.IsRequired) Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Printer.Print(literal)}.", literal);
        }

        foreach (var field in literal.Fields.Where(f => type.Field(f.Name.Value) is null))
        {
            var name = field.Name.Value;
            var found = Context.DidYouMean(name, type.Fields.Select(f => f.Name)) is { Length: > 0 } question ? $".{question} Found" : ", found";
            Report($"Expected value of type \"{type}\" not to include unknown field \"{name}\"{found}: {Printer.Print(literal)}.", field);
        }

        if (type.IsOneOf && literal.Fields.Where(f => type.Field(f.Name.Value) is not null).ToList() is not [{ Value: not NullValueNode }])
            Report($"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.", literal);
    }

    private void Check(ValueNode value, EnumType type)
    {
        if (value is EnumValueNode { Value: var name } && type.Value(name) is not null) return;

        var text = Printer.Print(value);
        var question = Context.Options.Suggestions ? Suggestions.DidYouMean(text, type.Values.Select(v => v.Name), "the enum value") : "";
        Report(
            value is EnumValueNode
                ? $"Value \"{text}\" does not exist in \"{type}\" enum.{question}"
                : $"Enum \"{type}\" cannot represent non-enum value: {text}.{question}",
            value);
    }

    private void Check(ValueNode value, ScalarType type)
    {
        try
        {
            type.Coercion.Parse(WithoutVariables(value));
        }
        catch (GraphQLException e)
        {
            foreach (var error in e.Errors) Report(error.Message, value);
        }
    }

    /// <summary>The literal as a custom scalar gets to see it before variables have values: null in a list, left out of an object.</summary>
    private ValueNode WithoutVariables(ValueNode value)
    {
        Context.Depth.Deepen();
        ValueNode result = value switch
        {
            VariableNode => new NullValueNode { Start = value.Start, End = value.End },
            ListValueNode list => list with { Values = [.. list.Values.Select(WithoutVariables)] },
            ObjectValueNode literal => literal with
            {
                Fields = [.. literal.Fields.Where(f => f.Value is not VariableNode).Select(f => f with { Value = WithoutVariables(f.Value) })],
            },
            _ => value,
        };
        Context.Depth.Surface();
        return result;
    }
}
