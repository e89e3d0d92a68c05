using System.Globalization;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Input coercion of literals (specification §3.5 – §3.12) and of a field's arguments (§6.4.1), with variables in their places.
/// Messages are those of the reference implementation.
/// </summary>
internal static class InputCoercion
{
    /// <summary>CoerceArgumentValues: one value for every argument of the field, by index.</summary>
    /// <param name="source">Where the field's offsets point into; null when no request is there to report to.</param>
    /// <exception cref="GraphQLException">A value is not of its argument's type.</exception>
    public static object?[] Arguments(ObjectType parent, FieldDefinition field, FieldNode node, VariableValues variables, Source? source)
    {
        var values = new object?[field.Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var argument = field.Arguments[i];
            var given = GivenFor(argument, node);
            if (given is null || (given is VariableNode missing && IsAbsent(variables.Value(missing.Name.Value)) && !argument.IsRequired))
            {
                values[i] = argument.IsRequired
                    ? throw Refused($"Argument \"{parent.Name}.{field.Name}({argument.Name}:)\" of required type \"{argument.Type}\" was not provided.", source, node)
                    : Default(argument);
                continue;
            }

            try
            {
                values[i] = new LiteralCoercion(variables).Coerce(given, argument.Type);
            }
            catch (InvalidLiteralException invalid)
            {
                throw Refused($"Argument \"{parent.Name}.{field.Name}({argument.Name}:)\" has invalid value{invalid.PrintedPath}: {invalid.Message}", source, invalid.Node);
            }
        }

        return values;
    }

    /// <summary>A constant literal, such as a variable's default.</summary>
    /// <exception cref="InvalidLiteralException">It is not of the type.</exception>
    public static object? Constant(ValueNode literal, GraphType type) => new LiteralCoercion(VariableValues.None).Coerce(literal, type);

    /// <summary>The default as a value; <see cref="InputValues.Absent"/> where there is none. Schemas' defaults are checked when they are built.</summary>
    public static object? Default(InputValueDefinition input) =>
        input.DefaultValue is { } literal ? Constant(literal, input.Type) : InputValues.Absent;

    public static bool IsAbsent(object? value) => ReferenceEquals(value, InputValues.Absent);

    private static GraphQLException Refused(string message, Source? source, SyntaxNode node) =>
        new(GraphQLError.WithCode(ErrorCodes.BadUserInput, message, source?.LocationOf(node.Start)));

    private static ValueNode? GivenFor(InputValueDefinition argument, FieldNode node)
    {
        foreach (var given in node.Arguments)
        {
            if (given.Name.Value == argument.Name) return given.Value;
        }

        return null;
    }
}

/// <summary>A literal, or a variable in one, that is not of its type.</summary>
internal sealed class InvalidLiteralException(string message, ValueNode node, IEnumerable<object> path) : Exception(message)
{
    public ValueNode Node { get; } = node;

    public string PrintedPath { get; } = InputPath.Print(path);
}

/// <summary>One literal being coerced. Literals nest no deeper than the parser allows, so this may recurse.</summary>
internal sealed class LiteralCoercion(VariableValues variables)
{
    private readonly Stack<object> _path = new();

    public object? Coerce(ValueNode literal, GraphType type)
    {
        if (literal is VariableNode variable) return Variable(variable, type);
        if (type is NonNullType nonNull)
        {
            return literal is NullValueNode
                ? throw Invalid($"Expected value of non-null type \"{type}\" not to be null.", literal)
                : Coerce(literal, nonNull.OfType);
        }

        return (literal, type) switch
        {
            (NullValueNode, _) => null,
            (ListValueNode list, ListType listType) => List(list, listType),
            (_, ListType listType) => new[] { Coerce(literal, listType.OfType) },
            (ObjectValueNode o, InputObjectType inputType) => Object(o, inputType),
            (_, InputObjectType) => throw Invalid($"Expected value of type \"{type}\" to be an object, found: {Printer.Excerpt(literal)}.", literal),
            _ => Leaf(literal, type),
        };
    }

    /// <summary>A variable was coerced when the request began; here only null and absent may still not fit.</summary>
    private object? Variable(VariableNode variable, GraphType type)
    {
        var value = variables.Value(variable.Name.Value);
        if (InputValues.OrNull(value) is not null) return value;
        if (type is not NonNullType) return null;
        throw Invalid(
            InputCoercion.IsAbsent(value)
                ? $"Expected variable \"${variable.Name.Value}\" provided to type \"{type}\" to provide a runtime value."
                : $"Expected variable \"${variable.Name.Value}\" provided to non-null type \"{type}\" not to be null.",
            variable);
    }

    private object?[] List(ListValueNode list, ListType type)
    {
        var items = new object?[list.Values.Count];
        for (var i = 0; i < items.Length; i++)
        {
            _path.Push(i);
            items[i] = Coerce(list.Values[i], type.OfType);
            _path.Pop();
        }

        return items;
    }

    private InputObjectValue Object(ObjectValueNode literal, InputObjectType type)
    {
        var values = new object?[type.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            var given = literal.Fields.FirstOrDefault(f => f.Name.Value == field.Name)?.Value;
            if (given is VariableNode variable && InputCoercion.IsAbsent(variables.Value(variable.Name.Value)))
            {
                if (type.IsOneOf)
                    throw Invalid($"Expected variable \"${variable.Name.Value}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" to provide a runtime value.", variable);
                if (!field.IsRequired) given = null;
            }

            if (given is null)
            {
                values[i] = field.IsRequired
                    ? throw Invalid($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Printer.Excerpt(literal)}.", literal)
                    : InputCoercion.Default(field);
                continue;
            }

            _path.Push(field.Name);
            values[i] = Coerce(given, field.Type);
            if (type.IsOneOf && values[i] is null && given is VariableNode nullVariable)
                throw Invalid($"Expected variable \"${nullVariable.Name.Value}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" not to be null.", given);
            _path.Pop();
        }

        foreach (var field in literal.Fields)
        {
            if (type.Field(field.Name.Value) is null)
                throw Invalid($"Expected value of type \"{type}\" not to include unknown field \"{field.Name.Value}\", found: {Printer.Excerpt(literal)}.", literal);
        }

        if (type.IsOneOf && (literal.Fields.Count != 1 || literal.Fields[0].Value is NullValueNode))
            throw Invalid(InputPath.NotExactlyOne(type), literal);
        return new InputObjectValue(type, values);
    }

    // Validation has told which names are near; what comes here passed it.
    private object Leaf(ValueNode literal, GraphType type)
    {
        try
        {
            return type is EnumType names ? names.Parse(literal, suggestions: false) : ((ScalarType)type).Coercion.Parse(WithoutVariables(literal));
        }
        catch (GraphQLException refused)
        {
            throw Invalid(refused.Message, literal);
        }
    }

    /// <summary>A custom scalar may be written as a list or object, with variables inside: they are replaced by what they hold.</summary>
    private ValueNode WithoutVariables(ValueNode literal) => literal switch
    {
        VariableNode v => AsLiteral(variables.Value(v.Name.Value)),
        ListValueNode list => list with { Values = [.. list.Values.Select(WithoutVariables)] },
        ObjectValueNode o => o with
        {
            Fields = [.. o.Fields.Where(f => f.Value is not VariableNode v || !InputCoercion.IsAbsent(variables.Value(v.Name.Value)))
                .Select(f => f with { Value = WithoutVariables(f.Value) })],
        },
        _ => literal,
    };

    private static ValueNode AsLiteral(object? value) => InputValues.OrNull(value) switch
    {
        null => new NullValueNode(),
        bool b => new BooleanValueNode(b),
        int or long => new IntValueNode(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        double d => new FloatValueNode(d.ToString("R", CultureInfo.InvariantCulture)),
        EnumValueDefinition e => new EnumValueNode(e.Name),
        IReadOnlyList<object?> items => new ListValueNode([.. items.Select(AsLiteral)]),
        IReadOnlyDictionary<string, object?> any => new ObjectValueNode([.. any.Select(entry => new ObjectFieldNode(new NameNode(entry.Key), AsLiteral(entry.Value)))]),
        InputObjectValue o => new ObjectValueNode([.. o.Type.Fields.Where(f => !InputCoercion.IsAbsent(o[f.Index]))
            .Select(f => new ObjectFieldNode(new NameNode(f.Name), AsLiteral(o[f.Index])))]),
        var other => new StringValueNode(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
    };

    private InvalidLiteralException Invalid(string message, ValueNode node) => new(message, node, _path.Reverse());
}

/// <summary>Where in an input value: <c> at .filters[0].name</c>.</summary>
internal static class InputPath
{
    public static string Print(IEnumerable<object> path)
    {
        var printed = string.Concat(path.Select(step => step is int index ? $"[{index}]" : $".{step}"));
        return printed.Length == 0 ? "" : " at " + printed;
    }

    public static string NotExactlyOne(InputObjectType type) =>
        $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
}
