using System.Globalization;
using StrategyGraph.Plans.Files.Declaring;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Makes a plan file's nodes of values; null, so that the key is left out, where there is nothing to write.</summary>
internal static class Nodes
{
    /// <summary>
    /// A record with those of its keys that have a value, in the order of its declaration, whatever the order they are given in.
    /// An empty list is left out where the key may be.
    /// </summary>
    /// <exception cref="ArgumentException">A key is given that the record does not declare.</exception>
    public static YamlMapping Record(FileType type, params ReadOnlySpan<(string Key, YamlNode? Value)> values)
    {
        var declaration = type.Records.First();
        var entries = new List<YamlEntry>(values.Length);
        var placed = 0;
        foreach (var field in declaration.Fields)
        {
            foreach (var (key, value) in values)
            {
                if (key != field.Key) continue;
                placed++;
                if (value is YamlList { Items.Count: 0 } && !field.Required) break;
                if (value is not null) entries.Add(new YamlEntry(Plain(key), value));
                break;
            }
        }

        if (placed == values.Length) return new YamlMapping(entries, Position.Start);
        var known = declaration.Fields.Select(field => field.Key).ToArray();
        throw new ArgumentException($"'{declaration.Name}' has no key {string.Join(", ", values.ToArray().Select(value => value.Key).Except(known))}, or one is given twice.", nameof(values));
    }

    public static YamlList List<T>(IReadOnlyCollection<T> items, Func<T, YamlNode> write)
    {
        var nodes = new List<YamlNode>(items.Count);
        foreach (var item in items) nodes.Add(write(item));
        return new YamlList(nodes, Position.Start);
    }

    /// <summary>A text, to be read as one: in quotes where it looks like a number.</summary>
    public static YamlScalar? Text(string? text) => text is null ? null : new YamlScalar(text, Plain: false, Position.Start);

    /// <summary>A text by itself where it has only the document's own language.</summary>
    public static YamlNode? Text(Text? text) => text switch
    {
        null => null,
        { En: null } => Text(text.Ja),
        _ => Record(TextShape.Type, ("ja", Text(text.Ja)), ("en", Text(text.En))),
    };

    public static YamlList Texts(IReadOnlyCollection<string> texts) => List(texts, text => Text(text)!);

    /// <summary>A vocabulary's word; left out where it is what stands for nothing written.</summary>
    public static YamlScalar? Word<TEnum>(TEnum? value, TEnum? unless = null) where TEnum : struct, Enum =>
        value is not { } word || EqualityComparer<TEnum?>.Default.Equals(value, unless) ? null : Text(EnumNames<TEnum>.Of(word));

    public static YamlScalar? Number(decimal? number, decimal? unless = null) =>
        number is { } value && value != unless ? Plain(value.ToString(CultureInfo.InvariantCulture)) : null;

    /// <summary>The shortest digits that are read as the same number.</summary>
    public static YamlScalar? Number(double? number) =>
        number is { } value ? Number(decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)) : null;

    public static YamlScalar? Integer(int? number, int? unless = null) =>
        number is { } value && value != unless ? Plain(value.ToString(CultureInfo.InvariantCulture)) : null;

    public static YamlScalar Boolean(bool value) => Plain(value ? "true" : "false");

    /// <summary>Left out where false.</summary>
    public static YamlScalar? Flag(bool value) => value ? Boolean(value) : null;

    public static YamlScalar? Date(DateOnly? day) => day is { } date ? Plain(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;

    /// <summary>What stands without quotes: a number, a date, a key.</summary>
    public static YamlScalar Plain(string written) => new(written, Plain: true, Position.Start);
}
