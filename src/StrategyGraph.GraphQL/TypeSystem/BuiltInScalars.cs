using System.Globalization;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>The five scalars of the specification (§3.5.1 – §3.5.5) and what input they take.</summary>
public static class BuiltInScalars
{
    /// <summary>Carried as <see cref="int"/>.</summary>
    public static ScalarType Int { get; } = Scalar("Int", "A whole number from -2147483648 to 2147483647.", new IntCoercion());

    /// <summary>Carried as <see cref="double"/>, always finite.</summary>
    public static ScalarType Float { get; } = Scalar("Float", "A number with a fraction: IEEE 754 double precision, and finite.", new FloatCoercion());

    /// <summary>Carried as <see cref="string"/>.</summary>
    public static ScalarType String { get; } = Scalar("String", "Text: a sequence of Unicode characters.", new StringCoercion());

    /// <summary>Carried as <see cref="bool"/>.</summary>
    public static ScalarType Boolean { get; } = Scalar("Boolean", "True or false.", new BooleanCoercion());

    /// <summary>Carried as <see cref="string"/>: 4 and "4" are the same.</summary>
    public static ScalarType Id { get; } = Scalar("ID", "An identifier, answered as text and not meant to be read by people. As input both text (`\"4\"`) and whole numbers (`4`) are taken.", new IdCoercion());

    public static IReadOnlyList<ScalarType> All { get; } = [String, Int, Float, Boolean, Id];

    private static ScalarType Scalar(string name, string description, ScalarCoercion coercion) =>
        new() { Name = name, Description = description, Coercion = coercion };

    private sealed class IntCoercion : ScalarCoercion
    {
        public override object Parse(ValueNode literal)
        {
            if (literal is not IntValueNode number) throw new GraphQLException($"Int cannot represent non-integer value: {Printer.Excerpt(literal)}");
            if (int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
            throw new GraphQLException($"Int cannot represent non 32-bit signed integer value: {number.Value}");
        }

        public override object Parse(JsonElement value)
        {
            if (value.ValueKind != JsonValueKind.Number || !JsonText.IsWhole(value.GetDouble()))
                throw new GraphQLException($"Int cannot represent non-integer value: {JsonText.Of(value)}");
            var number = value.GetDouble();
            if (number is >= int.MinValue and <= int.MaxValue) return (int)number;
            throw new GraphQLException($"Int cannot represent non 32-bit signed integer value: {JsonText.Of(value)}");
        }
    }

    private sealed class FloatCoercion : ScalarCoercion
    {
        public override object Parse(ValueNode literal)
        {
            var digits = literal switch
            {
                IntValueNode number => number.Value,
                FloatValueNode number => number.Value,
                _ => null,
            };
            if (digits is not null && double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)) return value;
            throw new GraphQLException($"Float cannot represent non numeric value: {Printer.Excerpt(literal)}");
        }

        public override object Parse(JsonElement value)
        {
            if (value.ValueKind == JsonValueKind.Number && double.IsFinite(value.GetDouble())) return value.GetDouble();
            throw new GraphQLException($"Float cannot represent non numeric value: {JsonText.Of(value)}");
        }
    }

    private sealed class StringCoercion : ScalarCoercion
    {
        public override object Parse(ValueNode literal) =>
            literal is StringValueNode text ? text.Value : throw new GraphQLException($"String cannot represent a non string value: {Printer.Excerpt(literal)}");

        public override object Parse(JsonElement value) =>
            value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new GraphQLException($"String cannot represent a non string value: {JsonText.Of(value)}");
    }

    private sealed class BooleanCoercion : ScalarCoercion
    {
        public override object Parse(ValueNode literal) =>
            literal is BooleanValueNode boolean ? boolean.Value : throw new GraphQLException($"Boolean cannot represent a non boolean value: {Printer.Excerpt(literal)}");

        public override object Parse(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw new GraphQLException($"Boolean cannot represent a non boolean value: {JsonText.Of(value)}"),
        };
    }

    private sealed class IdCoercion : ScalarCoercion
    {
        public override object Parse(ValueNode literal) => literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            _ => throw new GraphQLException($"ID cannot represent a non-string and non-integer value: {Printer.Excerpt(literal)}"),
        };

        public override object Parse(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number when JsonText.IsWhole(value.GetDouble()) => JsonText.Digits(value) ?? JsonText.Of(value),
            _ => throw new GraphQLException($"ID cannot represent value: {JsonText.Of(value)}"),
        };
    }
}
