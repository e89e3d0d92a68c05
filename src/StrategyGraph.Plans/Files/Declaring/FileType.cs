using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace StrategyGraph.Plans.Files.Declaring;

/// <summary>
/// A type of value in plan files, declared once: it reads and checks the value, describes it to editors (JSON Schema)
/// and to people (the data dictionary).
/// </summary>
internal abstract class FileType
{
    /// <summary>What the value is, in a few words: "a date (2020-04-01)", "a list of texts".</summary>
    public abstract string Words { get; }

    /// <summary>The JSON Schema of the value; records put theirs into <paramref name="definitions"/> and refer to it.</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);

    /// <summary>The records in it, for those who walk the whole declaration.</summary>
    public abstract IEnumerable<RecordDeclaration> Records { get; }
}

/// <inheritdoc/>
internal abstract class FileType<T> : FileType
{
    /// <summary>Reads the value; reports what is wrong with it and answers false.</summary>
    public abstract bool TryRead(YamlNode node, FileErrors errors, [MaybeNullWhen(false)] out T value);

    public FileType<Located<T>> Located => field ??= new LocatedType<T>(this);

    public FileType<List<T>> List => field ??= new ListType<T>(() => this);

    public FileType<List<T>> OneOrMany => field ??= new OneOrManyType<T>(this);

    protected bool WrongType(YamlNode node, FileErrors errors, string advice = "")
    {
        var found = node switch
        {
            YamlList => "a list",
            YamlMapping => "keys with values",
            YamlScalar { Kind: ScalarKind.Integer or ScalarKind.Number } number => $"the number {number.Text}",
            YamlScalar { Kind: ScalarKind.Boolean } boolean => boolean.Text,
            YamlScalar { Kind: ScalarKind.Null } => "nothing",
            YamlScalar text => $"the text '{Shortened(text.Text)}'",
            _ => "something else",
        };
        errors.Add(node.At, FileErrorCode.WrongType, $"Expected {Words}, found {found}.{advice}");
        return false;
    }

    protected static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

/// <summary>A value together with its place.</summary>
internal sealed class LocatedType<T>(FileType<T> inner) : FileType<Located<T>>
{
    public override string Words => inner.Words;
    public override JsonObject Schema(SchemaDefinitions definitions) => inner.Schema(definitions);
    public override IEnumerable<RecordDeclaration> Records => inner.Records;

    public override bool TryRead(YamlNode node, FileErrors errors, out Located<T> value)
    {
        var read = inner.TryRead(node, errors, out var plain);
        value = new Located<T>(plain!, node.At);
        return read;
    }
}

/// <summary>A list. What is wrong in it is reported and left out; the rest is read.</summary>
/// <param name="item">Asked late, so that a record may hold a list of itself.</param>
internal sealed class ListType<T>(Func<FileType<T>> item) : FileType<List<T>>
{
    public override string Words => "a list of: " + item().Words;
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "array", ["items"] = item().Schema(definitions) };
    public override IEnumerable<RecordDeclaration> Records => item().Records;

    public override bool TryRead(YamlNode node, FileErrors errors, [MaybeNullWhen(false)] out List<T> value)
    {
        value = null;
        if (node is not YamlList list) return WrongType(node, errors, " Begin each entry with '- '.");
        value = new List<T>(list.Items.Count);
        var type = item();
        foreach (var entry in list.Items)
        {
            if (type.TryRead(entry, errors, out var read)) value.Add(read);
        }

        return true;
    }
}

/// <summary>One value, or a list of such.</summary>
internal sealed class OneOrManyType<T>(FileType<T> item) : FileType<List<T>>
{
    public override string Words => item.Words + ", or a list of such";
    public override IEnumerable<RecordDeclaration> Records => item.Records;

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["anyOf"] = new JsonArray(item.Schema(definitions), new JsonObject { ["type"] = "array", ["items"] = item.Schema(definitions) }),
    };

    public override bool TryRead(YamlNode node, FileErrors errors, [MaybeNullWhen(false)] out List<T> value)
    {
        value = null;
        if (node is YamlList { Items.Count: 0 })
        {
            errors.Add(node.At, FileErrorCode.EmptyValue, $"Expected {item.Words}, found an empty list. Write one, or leave the key out.");
            return false;
        }

        if (node is YamlList) return item.List.TryRead(node, errors, out value);
        if (!item.TryRead(node, errors, out var single)) return false;
        value = [single];
        return true;
    }
}
