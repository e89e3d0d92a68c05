using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Coerced inputs, before a binding gives them C# types: null; what a scalar's coercion gives; an <see cref="EnumValueDefinition"/>;
/// an <c>object?[]</c> for a list; an <see cref="InputObjectValue"/>; or <see cref="Absent"/> where nothing was given and there is no default.
/// </summary>
public static class InputValues
{
    /// <summary>Stands where an argument, variable or input field was not given at all, which is not null.</summary>
    public static object Absent { get; } = new AbsentValue();

    /// <summary>The value, with absent as null.</summary>
    public static object? OrNull(object? value) => ReferenceEquals(value, Absent) ? null : value;

    /// <summary>A list's items as C# ones; null for null and absent.</summary>
    public static T[]? List<T>(object? value, Func<object?, T> convert)
    {
        if (OrNull(value) is not object?[] items) return null;
        var list = new T[items.Length];
        for (var i = 0; i < list.Length; i++) list[i] = convert(items[i]);
        return list;
    }

    /// <summary>A value that may be left out.</summary>
    public static Optional<T> Optional<T>(object? value, Func<object?, T> convert) =>
        ReferenceEquals(value, Absent) ? default : new Optional<T>(convert(value));

    /// <summary>A condition of a filter that has no meaning when it is null.</summary>
    /// <exception cref="Filtering.NullConditionException">It is given as null.</exception>
    public static object? Condition(InputObjectValue filter, int index) => filter[index] ?? throw new Filtering.NullConditionException(filter, index);

    private sealed class AbsentValue
    {
        public override string ToString() => "(absent)";
    }
}

/// <summary>A coerced input object: a value for every field of its type, by <see cref="InputValueDefinition.Index"/>.</summary>
public sealed class InputObjectValue(InputObjectType type, object?[] values)
{
    public InputObjectType Type { get; } = type;

    /// <summary>The value of a field, <see cref="InputValues.Absent"/> where it was not given.</summary>
    public object? this[int index] => values[index];
}

/// <summary>The coerced variables of a request, in the order of their definitions.</summary>
internal readonly struct VariableValues(IReadOnlyList<PlannedVariable> variables, object?[] values)
{
    public static VariableValues None { get; } = new([], []);

    public object? this[int index] => values[index];

    /// <summary>The value of a variable, <see cref="InputValues.Absent"/> where it has none.</summary>
    public object? Value(string name)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            if (variables[i].Name == name) return values[i];
        }

        return InputValues.Absent;
    }
}
