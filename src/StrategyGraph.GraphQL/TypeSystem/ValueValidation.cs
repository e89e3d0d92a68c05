using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>A literal, or a part of one, that is not of the type expected there.</summary>
/// <param name="Node">The offending part.</param>
/// <param name="Path">Where within the whole value: <c>[0].name</c> written as <c> at [0].name</c>, with its leading words; empty for the whole.</param>
public readonly record struct InvalidLiteral(string Message, SyntaxNode Node, string Path);

/// <summary>Whether a literal is of a type (specification §5.6.1), as arguments in documents and default values in schemas must be.</summary>
public static class ValueValidation
{
    /// <summary>
    /// Reports everything that is wrong with a literal, in the order of the reference implementation. Variables are taken
    /// to be right, wherever they stand: whether they fit is another rule's question.
    /// </summary>
    /// <param name="type">An input type.</param>
    /// <param name="report">May throw to stop at the first error, or at some number of them.</param>
    /// <param name="suggestions">Whether messages may name fields and enum values that the literal does not ("Did you mean …?").</param>
    /// <remarks>Recurses as deep as the parser lets literals and type references nest.</remarks>
    public static void ValidateLiteral(ValueNode literal, GraphType type, Action<InvalidLiteral> report, bool suggestions = true) =>
        new Walk(report, suggestions).Validate(literal, type);

    private sealed class Walk(Action<InvalidLiteral> report, bool suggestions)
    {
        private readonly List<string> path = [];

        public void Validate(ValueNode literal, GraphType type)
        {
            switch (literal, type)
            {
                case (VariableNode, _):
                    break;
                case (NullValueNode, NonNullType):
                    Report($"Expected value of non-null type \"{type}\" not to be null.", literal);
                    break;
                case (_, NonNullType nonNull):
                    Validate(literal, nonNull.OfType);
                    break;
                case (NullValueNode, _):
                    break;
                case (ListValueNode list, ListType listType):
                    for (var i = 0; i < list.Values.Count; i++) Within($"[{i}]", list.Values[i], listType.OfType);
                    break;
                case (_, ListType listType):
                    // One value stands for a list of one (§3.11).
                    Validate(literal, listType.OfType);
                    break;
                case (ObjectValueNode fields, InputObjectType inputObject):
                    ValidateFields(fields, inputObject);
                    break;
                case (_, InputObjectType):
                    Report($"Expected value of type \"{type}\" to be an object, found: {Printer.Excerpt(literal)}.", literal);
                    break;
                default:
                    ValidateLeaf(literal, type);
                    break;
            }
        }

        private void ValidateFields(ObjectValueNode literal, InputObjectType type)
        {
            var given = new Dictionary<string, ValueNode>(literal.Fields.Count);
            foreach (var field in literal.Fields) given[field.Name.Value] = field.Value;

            foreach (var field in type.Fields)
            {
                if (given.TryGetValue(field.Name, out var value))
                    Within($".{field.Name}", value, field.Type);
                else if (field.IsRequired)
                    Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Printer.Excerpt(literal)}.", literal);
            }

            foreach (var field in literal.Fields.Where(f => type.Field(f.Name.Value) is null))
            {
                var suggestion = suggestions ? Suggestions.DidYouMean(field.Name.Value, type.Fields.Select(f => f.Name)) : "";
                Report(
                    $"Expected value of type \"{type}\" not to include unknown field \"{field.Name.Value}\""
                    + $"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {Printer.Excerpt(literal)}.",
                    field);
            }

            if (type.IsOneOf) ValidateOneOf(literal, type);
        }

        private void ValidateOneOf(ObjectValueNode literal, InputObjectType type)
        {
            var known = literal.Fields.Where(f => type.Field(f.Name.Value) is not null).ToList();
            if (known.Count == 1 && known[0].Value is not NullValueNode) return;

            if (known.Count == 1) path.Add($".{known[0].Name.Value}");
            Report($"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.", literal);
            if (known.Count == 1) path.RemoveAt(path.Count - 1);
        }

        private void ValidateLeaf(ValueNode literal, GraphType type)
        {
            try
            {
                if (type is EnumType enumType) enumType.Parse(WithoutVariables(literal), suggestions);
                else if (type is ScalarType scalar) scalar.Coercion.Parse(WithoutVariables(literal));
            }
            catch (GraphQLException invalid)
            {
                Report(invalid.Errors[0].Message, literal);
            }
        }

        private void Within(string step, ValueNode literal, GraphType type)
        {
            path.Add(step);
            Validate(literal, type);
            path.RemoveAt(path.Count - 1);
        }

        private void Report(string message, SyntaxNode node) =>
            report(new InvalidLiteral(message, node, path.Count == 0 ? "" : $" at {string.Concat(path)}"));
    }

    /// <summary>The literal as a scalar sees it while variables have no values yet: null in a list, left out of an object.</summary>
    private static ValueNode WithoutVariables(ValueNode literal) => literal switch
    {
        VariableNode => new NullValueNode { Start = literal.Start, End = literal.End },
        ListValueNode list => list with { Values = [.. list.Values.Select(WithoutVariables)] },
        ObjectValueNode fields => fields with
        {
            Fields = [.. fields.Fields.Where(f => f.Value is not VariableNode).Select(f => f with { Value = WithoutVariables(f.Value) })],
        },
        _ => literal,
    };
}
