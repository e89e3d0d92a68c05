using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace StrategyGraph.Plans.Files.Declaring;

/// <summary>A single value.</summary>
/// <param name="words">What it is, as in "Expected …".</param>
/// <param name="kinds">What YAML must take it for; other values are of the wrong type.</param>
/// <param name="schema">Its JSON Schema.</param>
/// <param name="parse">Reads the text, or says which code and message it deserves.</param>
internal sealed class ScalarType<T>(string words, ScalarKinds kinds, Func<JsonObject> schema, ScalarParser<T> parse) : FileType<T>
{
    public override string Words => words;
    public override JsonObject Schema(SchemaDefinitions definitions) => schema();
    public override IEnumerable<RecordDeclaration> Records => [];

    public override bool TryRead(YamlNode node, FileErrors errors, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not YamlScalar scalar) return WrongType(node, errors);
        if (!Accepts(scalar.Kind)) return WrongType(node, errors, Advice(scalar));
        if (scalar.Kind is ScalarKind.Text && string.IsNullOrWhiteSpace(scalar.Text))
        {
            errors.Add(node.At, FileErrorCode.EmptyValue, $"Expected {words}, found an empty text.");
            return false;
        }

        // Escapes in double quotes can write what no file may hold: "\0", "\e".
        if (!scalar.Plain && !IsText(scalar.Text))
        {
            errors.Add(node.At, FileErrorCode.InvalidValue, "The text holds an escape for a character that no text has. Write the text without it.");
            return false;
        }

        if (parse(scalar.Text.Trim(), out value) is not { } mistake) return true;
        errors.Add(node.At, mistake.Code, mistake.Message);
        return false;
    }

    private static bool IsText(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) && letter is not ('\t' or '\n')) return false;
        }

        return true;
    }

    private bool Accepts(ScalarKind kind) => kind switch
    {
        ScalarKind.Text => kinds.HasFlag(ScalarKinds.Text),
        ScalarKind.Integer => kinds.HasFlag(ScalarKinds.Integer),
        ScalarKind.Number => kinds.HasFlag(ScalarKinds.Number),
        ScalarKind.Boolean => kinds.HasFlag(ScalarKinds.Boolean),
        _ => false,
    };

    private string Advice(YamlScalar scalar)
    {
        if (scalar.Kind is not (ScalarKind.Text or ScalarKind.Null) && kinds.HasFlag(ScalarKinds.Text)) return $" Put it in quotes: \"{scalar.Text}\".";
        return !scalar.Plain && !kinds.HasFlag(ScalarKinds.Text) && Accepts(PlainScalar.KindOf(scalar.Text)) ? " Write it without quotes." : "";
    }
}

/// <summary>What is wrong with a value.</summary>
internal sealed record ScalarMistake(FileErrorCode Code, string Message);

/// <summary>Reads a value from its text; null when that went well.</summary>
internal delegate ScalarMistake? ScalarParser<T>(string text, out T value);

[Flags]
internal enum ScalarKinds { Text = 1, Integer = 2, Number = 4, Boolean = 8 }
