using System.Text.Json;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>CoerceVariableValues (specification §6.1.2): the variables of a request, as JSON, against the operation's definitions.</summary>
internal sealed class VariableCoercion
{
    private const int MaxErrors = 50;

    /// <summary>Stands for a value that is not of its type; the error is noted.</summary>
    private static readonly object Invalid = new();

    private readonly OperationPlan _plan;
    private readonly ExecutionLimits _limits;
    private readonly List<GraphQLError> _errors = [];
    private readonly List<object> _path = [];
    private PlannedVariable? _variable;

    private VariableCoercion(OperationPlan plan, ExecutionLimits limits) => (_plan, _limits) = (plan, limits);

    /// <remarks>
    /// A nullable variable with a default may stand in <c>@skip</c> and <c>@include</c>. When it is then given as null the reference
    /// implementation fails each selection set where it stands; here the request is refused, whose fault it is either way.
    /// </remarks>
    /// <param name="variables">A JSON object; <c>default</c> or JSON null for none.</param>
    /// <exception cref="GraphQLException">One or more values are not of their variable's type: every one is reported, up to 50.</exception>
    public static VariableValues Coerce(OperationPlan plan, JsonElement variables, ExecutionLimits limits)
    {
        if (plan.Variables.Count == 0) return VariableValues.None;
        var values = new object?[plan.Variables.Count];
        var coercion = new VariableCoercion(plan, limits);
        for (var i = 0; i < values.Length && coercion._errors.Count <= MaxErrors; i++)
        {
            values[i] = coercion.Value(plan.Variables[i], variables);
            if (values[i] is null && plan.Conditions.Uses(i))
                coercion.Report($"Variable \"${plan.Variables[i].Name}\" has invalid value: Expected value of non-null type \"Boolean!\" not to be null.");
        }

        if (coercion._errors.Count > MaxErrors)
            coercion._errors[MaxErrors] = new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.");
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
        if (_errors.Count > MaxErrors) return Invalid;
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
        var items = new object?[value.GetArrayLength()];
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
            if (type.Field(property.Name) is not null)
            {
                known++;
                only = property.Name;
                continue;
            }

            var suggestion = Suggestions.DidYouMean(property.Name, type.Fields.Select(f => f.Name));
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
            return type is EnumType names ? names.Parse(value) : ((ScalarType)type).Coercion.Parse(value);
        }
        catch (GraphQLException refused)
        {
            return Refuse(refused.Message);
        }
    }

    private void Enter(object step)
    {
        _path.Add(step);
        if (_path.Count <= _limits.MaxInputDepth) return;
        throw new GraphQLException([ExecutionLimits.Error(
            ErrorCodes.TooDeep, $"The value of variable \"${_variable!.Name}\" is nested more than {_limits.MaxInputDepth} levels deep.")]);
    }

    private void Leave() => _path.RemoveAt(_path.Count - 1);

    private object Refuse(string why)
    {
        Report($"Variable \"${_variable!.Name}\" has invalid value{InputPath.Print(_path)}: {why}");
        return Invalid;
    }

    private void Report(string message)
    {
        if (_errors.Count <= MaxErrors)
            _errors.Add(new GraphQLError(message, [_plan.Document.Source.LocationOf(_variable!.Node.Start)]));
    }
}
