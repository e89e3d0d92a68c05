using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Files.Declaring;

/// <summary>The single values that plan files are made of.</summary>
internal static partial class Scalars
{
    public const string SlugPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    public const string LinkTargetPattern = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$";
    public const string CurrencyPattern = "^[A-Z]{3}$";
    public const string UrlPattern = "^https?://[^ ]+$";
    private const string DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private const string PartialDatePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
    private const int FirstYear = 1868;
    private const int LastYear = 2199;

    /// <summary>Text that an editor wrote.</summary>
    public static FileType<string> String { get; } = new ScalarType<string>("text", ScalarKinds.Text, () => new() { ["type"] = "string", ["minLength"] = 1 }, Whole);

    /// <summary>What a document prints, kept letter by letter: text, or a number.</summary>
    public static FileType<string> Printed { get; } = new ScalarType<string>(
        "what is printed: text or a number", ScalarKinds.Text | ScalarKinds.Integer | ScalarKinds.Number, () => new() { ["type"] = Types("string", "number"), ["minLength"] = 1 }, Whole);

    public static FileType<string> Slug { get; } = Pattern("an id", SlugRegex(), SlugPattern, "an id: small letters a to z, digits, and '-' between them, such as child-care-support");

    public static FileType<string> LinkTarget { get; } = Pattern("plan-id/element-id", LinkTargetRegex(), LinkTargetPattern, "the id of a plan, a slash, and the id of one of its elements");

    public static FileType<string> Currency { get; } = Pattern("a currency's code (JPY)", CurrencyRegex(), CurrencyPattern, "a currency's code in ISO 4217: three capitals, such as JPY");

    public static FileType<string> Url { get; } = Pattern("a URL", UrlRegex(), UrlPattern, "a URL that begins with http:// or https://");

    public static FileType<int> Year { get; } = Integer("a fiscal year: the calendar year it begins in (2020)", FirstYear, LastYear);

    public static FileType<bool> Boolean { get; } = new ScalarType<bool>("true or false", ScalarKinds.Boolean, () => new() { ["type"] = "boolean" },
        static (string text, out bool value) =>
        {
            value = text[0] is 't' or 'T';
            return null;
        });

    public static FileType<DateOnly> Date { get; } = new ScalarType<DateOnly>("a date (2020-04-01)", ScalarKinds.Text, () => new() { ["type"] = "string", ["pattern"] = DatePattern },
        static (string text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            ? null : new(FileErrorCode.InvalidValue, $"'{text}' is not a date. Write year, month and day: 2020-04-01."));

    public static FileType<PartialDate> PartialDate { get; } = new ScalarType<PartialDate>(
        "a date (2021-05-31), a month (2021-05) or a year (2021)", ScalarKinds.Text | ScalarKinds.Integer,
        () => new() { ["type"] = Types("string", "integer"), ["pattern"] = PartialDatePattern },
        static (string text, out PartialDate value) => Declaring.PartialDate.TryParse(text, out value)
            ? null : new(FileErrorCode.InvalidValue, $"'{text}' is not a date. Write 2021-05-31, or 2021-05, or 2021, as exactly as the source does."));

    public static FileType<int> Integer(string words, int minimum, int maximum) => new ScalarType<int>(words, ScalarKinds.Integer,
        () => new() { ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum },
        (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= minimum && value <= maximum
            ? null : new(FileErrorCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{text} is not between {minimum} and {maximum}.")));

    // The bounds are far beyond anything that a plan prints, and keep every later sum and product exact.
    public static FileType<decimal> Decimal { get; } = Number("a number", -1_000_000_000_000_000m, 1_000_000_000_000_000m);

    /// <summary>A score of a rating scale, or a percentage.</summary>
    public static FileType<decimal> Score { get; } = Number("a number", -1_000_000m, 1_000_000m);

    /// <summary>A factor: what a printed 1 stands for.</summary>
    public static FileType<decimal> Factor { get; } = Number("a number above zero", 0.000001m, 1_000_000_000_000m);

    public static FileType<decimal> Number(string words, decimal minimum, decimal maximum) => new ScalarType<decimal>(words, ScalarKinds.Integer | ScalarKinds.Number,
        () => new() { ["type"] = "number", ["minimum"] = minimum, ["maximum"] = maximum },
        (string text, out decimal value) =>
        {
            if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
                return new(FileErrorCode.InvalidValue, $"'{text}' is not a number that can be kept exactly. Write up to 28 digits: 12.5.");
            return value >= minimum && value <= maximum
                ? null : new(FileErrorCode.OutOfRange, string.Create(CultureInfo.InvariantCulture, $"{text} is not between {minimum} and {maximum}."));
        });

    /// <summary>One of an enum's values, by its name in the contract.</summary>
    public static FileType<TEnum> OneOf<TEnum>(params ReadOnlySpan<TEnum> of) where TEnum : struct, Enum
    {
        var names = of.IsEmpty ? EnumNames<TEnum>.All : [.. of.ToArray().Select(EnumNames<TEnum>.Of)];
        return new ScalarType<TEnum>(string.Join(", ", names.Take(names.Count - 1)) + " or " + names[^1], ScalarKinds.Text,
            () => new() { ["type"] = "string", ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) },
            (string text, out TEnum value) => EnumNames<TEnum>.TryParse(text, out value) && names.Contains(text)
                ? null : new(FileErrorCode.UnknownValue, $"'{text}' is not one of {string.Join(", ", names)}.{Suggestion.For(text, names)}"));
    }

    private static ScalarType<string> Pattern(string words, Regex regex, string pattern, string expected) => new(words, ScalarKinds.Text,
        () => new() { ["type"] = "string", ["pattern"] = pattern },
        (string text, out string value) =>
        {
            value = text;
            return regex.IsMatch(text) ? null : new(FileErrorCode.InvalidValue, $"'{text}' is not {expected}.");
        });

    private static ScalarMistake? Whole(string text, out string value)
    {
        value = text;
        return null;
    }

    private static JsonArray Types(params string[] types) => [.. types.Select(type => (JsonNode)type)];

    [GeneratedRegex(SlugPattern, RegexOptions.CultureInvariant)]
    private static partial Regex SlugRegex();

    [GeneratedRegex(LinkTargetPattern, RegexOptions.CultureInvariant)]
    private static partial Regex LinkTargetRegex();

    [GeneratedRegex(CurrencyPattern, RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyRegex();

    [GeneratedRegex(UrlPattern, RegexOptions.CultureInvariant)]
    private static partial Regex UrlRegex();
}

/// <summary>A date as exact as its source: a day, a month or a year.</summary>
internal readonly record struct PartialDate(string Text, DateOnly First, DateOnly Last)
{
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        var (format, months, days) = text.Length switch { 4 => ("yyyy", 12, 0), 7 => ("yyyy-MM", 1, 0), _ => ("yyyy-MM-dd", 0, 1) };
        if (!DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first.Year == DateOnly.MaxValue.Year) return false;
        date = new PartialDate(text, first, first.AddMonths(months).AddDays(days - 1));
        return true;
    }
}
