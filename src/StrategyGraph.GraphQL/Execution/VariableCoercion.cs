using System.Text.Json;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>CoerceVariableValues (specification §6.1.2): the variables of a request, as JSON, against the operation's definitions.</summary>
internal sealed class VariableCoercion
{
    /// <summary>Stands for a value that is not of its type; the error is noted.</summary>
    private static readonly object Invalid = new();

    private readonly OperationPlan _plan;
    private readonly ExecutionLimits _limits;
    private readonly bool _suggestions;
    private readonly List<GraphQLError> _errors = [];
    private readonly List<object> _path = [];
    private PlannedVariable? _variable;

    private VariableCoercion(OperationPlan plan, ExecutionLimits limits, bool suggestions) => (_plan, _limits, _suggestions) = (plan, limits, suggestions);

    /// <remarks>
    /// A nullable variable with a default may stand in <c>@skip</c> and <c>@include</c>. When it is then given as null the reference
    /// implementation fails each selection set where it stands; here the request is refused, whose fault it is either way.
    /// </remarks>
    /// <param name="variables">A JSON object; <c>default</c> or JSON null for none.</param>
    /// <param name="suggestions">Whether messages may name fields and enum values that the request did not.</param>
    /// <exception cref="GraphQLException">
    /// A value is beyond a limit, or values are not of their variable's type: each is reported, up to <see cref="ExecutionLimits.MaxVariableErrors"/>.
    /// </exception>
    public static VariableValues Coerce(OperationPlan plan, JsonElement variables, ExecutionLimits limits, bool suggestions = true)
    {
        if (plan.Variables.Count == 0) return VariableValues.None;
        var values = new object?[plan.Variables.Count];
        var coercion = new VariableCoercion(plan, limits, suggestions);
        for (var i = 0; i < values.Length && !coercion.IsOver; i++)
        {
            values[i] = coercion.Value(plan.Variables[i], variables);
            if (values[i] is null && plan.Conditions.Uses(i))
                coercion.Report($"Variable \"${plan.Variables[i].Name}\" has invalid value: Expected value of non-null type \"Boolean!\" not to be null.");
        }

        return coercion._errors.Count == 0 ? new VariableValues(plan.Variables, values) : throw new GraphQLException(coercion._errors);
    }

    private object? Value(PlannedVariable variable, JsonElement variables)
    {
        _variable = variable;
        if (variables.ValueKind is JsonValueKind.Object && variables.TryGetProperty(variable.Name, out var given)) return Coerce(given, variable.Type);
        if (variable.Node.DefaultValue is { } literal)
        {
            try
            {
                return InputCoercion.Constant(literal, variable.Type);
            }
            catch (InvalidLiteralException invalid)
            {
                Report($"Variable \"${variable.Name}\" has invalid default value{invalid.PrintedPath}: {invalid.Message}");
                return Invalid;
            }
        }

        return variable.Type is NonNullType ? Refuse($"Expected a value of non-null type \"{variable.Type}\" to be provided.") : InputValues.Absent;
    }

    private object? Coerce(JsonElement value, GraphType type)
    {
        if (IsOver) return Invalid;
        if (type is NonNullType nonNull)
        {
            return value.ValueKind is JsonValueKind.Null
                ? Refuse($"Expected value of non-null type \"{type}\" not to be null.")
                : Coerce(value, nonNull.OfType);
        }

        if (value.ValueKind is JsonValueKind.Null) return null;
        return type switch
        {
            ListType list => List(value, list),
            InputObjectType inputType => Object(value, inputType),
            _ => Leaf(value, type),
        };
    }

    private object?[] List(JsonElement value, ListType type)
    {
        if (value.ValueKind is not JsonValueKind.Array) return [Coerce(value, type.OfType)];
        var items = new object?[LengthOf(value)];
        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            Enter(i);
            items[i++] = Coerce(item, type.OfType);
            Leave();
        }

        return items;
    }

    private object? Object(JsonElement value, InputObjectType type)
    {
        if (value.ValueKind is not JsonValueKind.Object) return Refuse($"Expected value of type \"{type}\" to be an object, found: {JsonText.Of(value)}.");
        var values = new object?[type.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            if (value.TryGetProperty(field.Name, out var given))
            {
                Enter(field.Name);
                values[i] = Coerce(given, field.Type);
                Leave();
            }
            else
            {
                values[i] = field.IsRequired
                    ? Refuse($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {JsonText.Of(value)}.")
                    : InputCoercion.Default(field);
            }
        }

        var known = 0;
        string? only = null;
        foreach (var property in value.EnumerateObject())
        {
            if (IsOver) break;
            if (type.Field(property.Name) is not null)
            {
                known++;
                only = property.Name;
                continue;
            }

            var suggestion = _suggestions ? Suggestions.DidYouMean(property.Name, type.Fields.Select(f => f.Name)) : "";
            Refuse($"Expected value of type \"{type}\" not to include unknown field \"{property.Name}\"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {JsonText.Of(value)}.");
        }

        if (type.IsOneOf) CheckOneOf(type, known, only, value);
        return new InputObjectValue(type, values);
    }

    private void CheckOneOf(InputObjectType type, int known, string? only, JsonElement value)
    {
        if (known != 1)
        {
            Refuse(InputPath.NotExactlyOne(type));
        }
        else if (value.GetProperty(only!).ValueKind is JsonValueKind.Null)
        {
            Enter(only!);
            Refuse(InputPath.NotExactlyOne(type));
            Leave();
        }
    }

    private object? Leaf(JsonElement value, GraphType type)
    {
        try
        {
            return type is EnumType names ? names.Parse(value, _suggestions) : ((ScalarType)type).Coercion.Parse(value);
        }
        catch (GraphQLException refused)
        {
            return Refuse(refused.Message);
        }
    }

    private void Enter(object step)
    {
        _path.Add(step);
        if (_path.Count <= _limits.MaxVariableDepth) return;
        throw Exceeded(ErrorCodes.VariablesTooDeep, $"nests more than {_limits.MaxVariableDepth} levels deep", _limits.MaxVariableDepth);
    }

    private int LengthOf(JsonElement list)
    {
        var length = list.GetArrayLength();
        return length <= _limits.MaxListItems ? length : throw Exceeded(
            ErrorCodes.TooManyListItems, $"has a list of {length} items{InputPath.Print(_path)}; at most {_limits.MaxListItems} are allowed", _limits.MaxListItems, length);
    }

    private GraphQLException Exceeded(string code, string how, int limit, int? actual = null) =>
        new(GraphQLError.OfLimit(code, $"The value of variable \"${_variable!.Name}\" {how}.", limit, actual, Location()));

    private void Leave() => _path.RemoveAt(_path.Count - 1);

    private object Refuse(string why)
    {
        Report($"Variable \"${_variable!.Name}\" has invalid value{InputPath.Print(_path)}: {why}");
        return Invalid;
    }

    /// <summary>The last error that is listed says that there are more.</summary>
    private bool IsOver => _errors.Count > _limits.MaxVariableErrors;

    private void Report(string message)
    {
        if (IsOver) return;
        _errors.Add(_errors.Count < _limits.MaxVariableErrors
            ? GraphQLError.WithCode(ErrorCodes.BadUserInput, message, Location())
            : GraphQLError.OfLimit(
                ErrorCodes.TooManyErrors,
                $"Too many errors processing variables, error limit reached. Execution aborted. There are more than {_limits.MaxVariableErrors} errors.",
                _limits.MaxVariableErrors));
    }

    private SourceLocation Location() => _plan.Document.Source.LocationOf(_variable!.Node.Start);
}
