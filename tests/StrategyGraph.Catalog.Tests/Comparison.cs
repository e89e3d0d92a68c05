using System.Collections;
using System.Globalization;
using System.Reflection;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

/// <summary>Looks at domain objects property by property, knowing none by name.</summary>
internal static class Comparison
{
    /// <summary>Every place where two values say something else, or where what one shares the other keeps apart.</summary>
    public static IReadOnlyList<string> Differences(object expected, object actual)
    {
        var differences = new List<string>();
        var counterparts = new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        Compare("", expected, actual);
        return differences;

        void Compare(string path, object? one, object? other)
        {
            if (one is null || other is null || one.GetType().IsValueType || one is string)
            {
                if (Written(one) != Written(other)) differences.Add($"{path}: {Written(one)} became {Written(other)}");
            }
            else if (one is IEnumerable many)
            {
                object?[] ones = [.. many.Cast<object?>()], others = [.. ((IEnumerable)other).Cast<object?>()];
                if (ones.Length != others.Length) differences.Add($"{path}: {ones.Length} became {others.Length}");
                foreach (var ((first, second), at) in ones.Zip(others).Select((pair, at) => (pair, at))) Compare($"{path}[{at}]", first, second);
            }
            else
            {
                if (HasIdentity(one) && counterparts.TryAdd(one, other) is false && !ReferenceEquals(counterparts[one], other)) differences.Add($"{path}: no longer shared");
                foreach (var property in Properties(one.GetType())) Compare($"{path}.{property.Name}", property.GetValue(one), property.GetValue(other));
            }
        }
    }

    /// <summary>Properties of the domain that never had a value under <paramref name="root"/>, or never lacked one though they may.</summary>
    public static IReadOnlyList<string> Unused(object root)
    {
        var (given, lacking, owed) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        var nullability = new NullabilityInfoContext();
        Visit(root);
        return [.. owed.Except(given).Select(name => $"{name} never has a value"), .. owed.Where(name => name.EndsWith('?')).Except(lacking).Select(name => $"{name} always has one")];

        void Visit(object value)
        {
            foreach (var property in Properties(value.GetType()))
            {
                var optional = nullability.Create(property).ReadState is NullabilityState.Nullable;
                var name = $"{property.DeclaringType!.Name}.{property.Name}{(optional ? "?" : "")}";
                owed.Add(name);
                var held = property.GetValue(value);
                var fallback = property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null;
                if (held is null) lacking.Add(name);
                else if (held is not ICollection { Count: 0 } && !held.Equals(fallback)) given.Add(name);
                foreach (var inner in held is IEnumerable many and not string ? many.Cast<object>() : held is null ? [] : [held])
                {
                    if (inner.GetType() is { IsClass: true, Namespace: "StrategyGraph.Plans" }) Visit(inner);
                }
            }
        }
    }

    private static bool HasIdentity(object value) => value is SourceDocument or Department or RatingScale or Municipality;

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    private static string Written(object? value) => value switch
    {
        null => "nothing",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => $"'{value}'",
    };
}
