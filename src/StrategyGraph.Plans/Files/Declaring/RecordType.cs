using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace StrategyGraph.Plans.Files.Declaring;

/// <summary>What a record in a plan file is and which keys it has, for schema and dictionary.</summary>
internal sealed record RecordDeclaration(string Name, string Meaning, string? Shorthand, IReadOnlyList<FieldDeclaration> Fields);

/// <summary>A key of a record.</summary>
internal sealed record FieldDeclaration(string Key, bool Required, FileType Type, string Meaning, string Example);

/// <summary>A record as it is written: which keys, where.</summary>
internal abstract class FileRecord
{
    public Position At { get; set; }
}

/// <summary>Declares a record: its keys, with how each is read, what it means and an example.</summary>
internal sealed class RecordType<T>(string name, string meaning) : FileType<T> where T : FileRecord, new()
{
    private sealed record Field(FieldDeclaration Declaration, Action<T, YamlNode, FileErrors> Read);

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Field> _fields = [];
    private (FileType<string> Type, Action<T, string> Set, string Meaning)? _shorthand;

    public override string Words => _shorthand is null ? $"`{name}`" : $"{_shorthand.Value.Type.Words}, or `{name}`";

    public override IEnumerable<RecordDeclaration> Records => [Declaration];

    public RecordDeclaration Declaration => field ??= new(name, meaning, _shorthand?.Meaning, [.. _fields.Select(part => part.Declaration)]);

    public RecordType<T> Required<TValue>(string key, FileType<TValue> type, Action<T, TValue> set, string means, string example) =>
        With(new FieldDeclaration(key, true, type, means, example), type, set);

    public RecordType<T> Optional<TValue>(string key, FileType<TValue> type, Action<T, TValue> set, string means, string example) =>
        With(new FieldDeclaration(key, false, type, means, example), type, set);

    /// <summary>What a plain value stands for in place of the record.</summary>
    public RecordType<T> Shorthand(FileType<string> type, Action<T, string> set, string means)
    {
        _shorthand = (type, set, means);
        return this;
    }

    private RecordType<T> With<TValue>(FieldDeclaration declaration, FileType<TValue> type, Action<T, TValue> set)
    {
        _places.Add(declaration.Key, _fields.Count);
        _fields.Add(new Field(declaration, (record, node, errors) =>
        {
            if (type.TryRead(node, errors, out var value)) set(record, value);
        }));
        return this;
    }

    public override bool TryRead(YamlNode node, FileErrors errors, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        switch (node)
        {
            case YamlMapping mapping:
                value = new T { At = node.At };
                ReadFields(mapping, value, errors);
                return true;
            case YamlScalar { Kind: not ScalarKind.Null } when _shorthand is { } shorthand:
                if (!shorthand.Type.TryRead(node, errors, out var plain)) return false;
                value = new T { At = node.At };
                shorthand.Set(value, plain);
                return true;
            default:
                return WrongType(node, errors, $" The keys of `{name}` are {Keys()}.");
        }
    }

    private void ReadFields(YamlMapping mapping, T record, FileErrors errors)
    {
        var seen = _fields.Count <= 256 ? stackalloc bool[_fields.Count] : new bool[_fields.Count];
        foreach (var (key, node) in mapping.Entries)
        {
            if (!_places.TryGetValue(key.Text, out var place))
            {
                errors.Add(key.At, FileErrorCode.UnknownField, $"'{key.Text}' is not a key of '{name}'.{AdviceOn(key, node)}");
            }
            else if (seen[place])
            {
                errors.Add(key.At, FileErrorCode.DuplicateField, $"'{key.Text}' stands here twice. Keep one.");
            }
            else
            {
                seen[place] = true;
                if (node is YamlScalar { Kind: ScalarKind.Null })
                    errors.Add(node.At, FileErrorCode.EmptyValue, $"'{key.Text}' has no value: expected {_fields[place].Declaration.Type.Words}. Write it, or leave the key out.");
                else _fields[place].Read(record, node, errors);
            }
        }

        for (var place = 0; place < _fields.Count; place++)
        {
            var declaration = _fields[place].Declaration;
            if (declaration.Required && !seen[place])
                errors.Add(mapping.At, FileErrorCode.MissingField, $"'{declaration.Key}' is missing from '{name}': {declaration.Type.Words}, such as {declaration.Example}.");
        }
    }

    private string AdviceOn(YamlScalar key, YamlNode value)
    {
        // { text: 3,000千円 } reads as two keys, of which the second has no value.
        if (value is YamlScalar { Kind: ScalarKind.Null }) return " If it belongs to the text before it, put that whole text in quotes: between { and } a comma begins the next key.";
        return Suggestion.For(key.Text, _places.Keys) is { Length: > 0 } suggestion ? suggestion : $" Its keys are {Keys()}.";
    }

    private string Keys() => string.Join(", ", _fields.Select(part => part.Declaration.Key));

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        definitions.Add(name, () =>
        {
            var properties = new JsonObject();
            var required = new JsonArray();
            foreach (var (declaration, _) in _fields)
            {
                var property = declaration.Type.Schema(definitions);
                property["description"] = declaration.Meaning;
                properties[declaration.Key] = property;
                if (declaration.Required) required.Add((JsonNode)declaration.Key);
            }

            var schema = new JsonObject { ["description"] = meaning, ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
            if (required.Count > 0) schema["required"] = required;
            if (_shorthand is not { } shorthand) return schema;

            var plain = shorthand.Type.Schema(definitions);
            plain["description"] = shorthand.Meaning;
            return new JsonObject { ["description"] = meaning, ["anyOf"] = new JsonArray(plain, schema) };
        });
        return new JsonObject { ["$ref"] = SchemaDefinitions.Reference(name) };
    }
}
