using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Server.Settings;

/// <summary>What is wrong with the settings, all of it: one line each.</summary>
internal sealed class SettingsException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors));

/// <summary>
/// Reads <see cref="ServerSettings"/> by their properties. Stricter than the configuration binder, which passes over a name that it does not
/// know and tells of one wrong value at a time: a limit that was set and does not hold is worse than a server that does not start.
/// </summary>
internal sealed class SettingsReader
{
    public const string File = "appsettings.json";

    /// <summary>Sections of the same file that ASP.NET Core reads.</summary>
    private static readonly string[] SectionsOfTheHost = ["AllowedHosts", "Kestrel", "Logging", "Urls"];

    private readonly List<string> _errors = [];

    /// <summary>The settings of a server that starts in <paramref name="folder"/>; environment variables win over the file.</summary>
    /// <exception cref="SettingsException">A setting is not known, or its value is none.</exception>
    public static ServerSettings Read(string folder)
    {
        // The usual start sets nothing, and does not pay for finding that out.
        var hasFile = System.IO.File.Exists(Path.Combine(folder, File));
        if (!hasFile && !Environment.GetEnvironmentVariables().Keys.Cast<string>().Any(NamesPart)) return new ServerSettings();

        var reader = new SettingsReader();
        var builder = new ConfigurationBuilder();
        if (hasFile) reader.AddFile(builder, Path.Combine(folder, File));
        var configuration = builder.AddEnvironmentVariables().Build();

        var settings = new ServerSettings();
        var sections = SettingsOf(typeof(ServerSettings));
        foreach (var section in configuration.GetChildren())
        {
            if (sections.FirstOrDefault(s => Same(s.Name, section.Key)) is { } known)
            {
                reader.ReadInto(settings, known, section);
            }
            else if (section.GetChildren().Any() && Suggestion.For(section.Key, sections.Select(s => s.Name)) is { Length: > 0 } meant)
            {
                // The environment holds much that is not for this program, so only what nearly is a section of it is an error.
                reader._errors.Add($"Setting '{section.Key}' is not known.{meant}");
            }
        }

        return reader._errors.Count == 0 ? settings : throw new SettingsException(reader._errors);
    }

    /// <summary>The settings that a record has: its properties that can be set and have a value that can be written down.</summary>
    public static IEnumerable<PropertyInfo> SettingsOf(Type record) =>
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && (IsSection(p.PropertyType) || ExpectedOf(p) is not null));

    public static bool IsSection(Type type) => Clone(type) is not null && type.Namespace!.StartsWith(nameof(StrategyGraph), StringComparison.Ordinal) && SettingsOf(type).Any();

    /// <summary>Whether a variable's name has parts, as that of every setting does.</summary>
    private static bool NamesPart(string variable) => variable.Contains("__", StringComparison.Ordinal) || variable.Contains(':', StringComparison.Ordinal);

    private void AddFile(ConfigurationBuilder builder, string path)
    {
        try
        {
            var text = new MemoryStream(System.IO.File.ReadAllBytes(path));
            var file = new ConfigurationBuilder().AddJsonStream(text).Build();
            var known = SettingsOf(typeof(ServerSettings)).Select(s => s.Name).Concat(SectionsOfTheHost).ToArray();
            foreach (var section in file.GetChildren().Where(s => !known.Contains(s.Key, StringComparer.OrdinalIgnoreCase)))
                _errors.Add($"Setting '{section.Key}' in {File} is not known.{MeantOrKnown(section.Key, known)}");
            builder.AddInMemoryCollection(file.AsEnumerable());
        }
        catch (Exception e) when (e is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            _errors.Add($"{File} cannot be read: {e.Message}");
        }
    }

    private void ReadInto(object record, PropertyInfo property, IConfigurationSection section)
    {
        if (IsSection(property.PropertyType))
        {
            var copy = Clone(property.PropertyType)!.Invoke(property.GetValue(record), null)!;
            ReadSection(copy, section);
            property.SetValue(record, copy);
            return;
        }

        try
        {
            if (TryParse(property, section, out var value)) property.SetValue(record, value);
            else Wrong(section, ExpectedOf(property)!);
        }
        catch (TargetInvocationException e) when (e.InnerException is FormatException or ArgumentException)
        {
            Wrong(section, e.InnerException.Message);
        }
    }

    private void ReadSection(object record, IConfigurationSection section)
    {
        var properties = SettingsOf(record.GetType()).ToList();
        if (!string.IsNullOrEmpty(section.Value)) Wrong(section, $"a section with {List(properties.Select(p => p.Name))}");
        foreach (var child in section.GetChildren())
        {
            if (properties.FirstOrDefault(p => Same(p.Name, child.Key)) is { } property) ReadInto(record, property, child);
            else _errors.Add($"Setting '{child.Path}' is not known.{MeantOrKnown(child.Key, properties.Select(p => p.Name))}");
        }
    }

    private void Wrong(IConfigurationSection section, string expected)
    {
        var given = section.Value is null ? $"with {List(section.GetChildren().Select(c => c.Key))}" : $"'{section.Value}'";
        _errors.Add($"Setting '{section.Path}' is {given}; expected: {expected.TrimEnd('.')}.");
    }

    private static string MeantOrKnown(string name, IEnumerable<string> known) =>
        Suggestion.For(name, known) is { Length: > 0 } meant ? meant : $" Known are {List(known)}.";

    private static string List(IEnumerable<string> names) => string.Join(", ", names);

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a value of the property looks like; null for a property that is no setting.</summary>
    private static string? ExpectedOf(PropertyInfo property)
    {
        var type = property.PropertyType;
        return type == typeof(bool) ? "true or false"
            : type == typeof(string) ? "a text"
            : type == typeof(IReadOnlyList<string>) ? "a list of texts"
            : type == typeof(TimeSpan) ? "a time as hours:minutes:seconds, such as 00:00:10"
            : type == typeof(int) || type == typeof(long) ? RangeOf(property) is { } range ? $"a whole number from {range.Minimum} to {range.Maximum}" : "a whole number, 0 or more"
            : type == typeof(double) ? "a number, 0 or more"
            : type.IsEnum ? List(Enum.GetNames(type))
            : null;
    }

    private static bool TryParse(PropertyInfo property, IConfigurationSection section, out object? value)
    {
        value = null;
        var (type, text) = (property.PropertyType, section.Value);
        if (type == typeof(IReadOnlyList<string>))
        {
            value = text is not null
                ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                : section.GetChildren().Select(c => c.Value ?? "").ToArray();
            return !section.GetChildren().Any(c => c.Value is null);
        }

        if (string.IsNullOrWhiteSpace(text) || section.GetChildren().Any()) return false;
        if (type == typeof(string)) value = text;
        else if (type == typeof(bool) && bool.TryParse(text, out var boolean)) value = boolean;
        else if (type == typeof(TimeSpan) && text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero) value = time;
        else if (type.IsEnum && !char.IsAsciiDigit(text[0]) && Enum.TryParse(type, text, ignoreCase: true, out var word)) value = word;
        else if (type == typeof(double) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real)) value = real;
        else if (type == typeof(int) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && InRange(property, number)) value = number;
        else if (type == typeof(long) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var large)) value = large;
        return value is not null;
    }

    private static bool InRange(PropertyInfo property, int number) =>
        RangeOf(property) is not { } range || (number >= (int)range.Minimum && number <= (int)range.Maximum);

    private static RangeAttribute? RangeOf(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>();

    /// <summary>The method by which the compiler copies a record; null for other types.</summary>
    private static MethodInfo? Clone(Type type) => type.GetMethod("<Clone>$");
}
