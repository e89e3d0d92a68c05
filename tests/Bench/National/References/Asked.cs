using System.Buffers;
using System.Text.Json;

namespace StrategyGraph.Bench.National.References;

/// <summary>What a reference reads of a request: the operation's name says the question, the document is passed over.</summary>
internal sealed class Asked
{
    public string Operation { get; private set; } = "";
    public string? Id { get; private set; }
    public string? Code { get; private set; }
    public string? After { get; private set; }
    public string? Text { get; private set; }
    public string? Framework { get; private set; }
    public List<string> Plans { get; } = [];

    public static Asked Read(in ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var asked = new Asked();
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("operationName"u8)) asked.Operation = Value(ref json) ?? "";
            else if (json.ValueTextEquals("variables"u8)) asked.ReadVariables(ref json);
            else Skip(ref json);
        }

        return asked;
    }

    private void ReadVariables(ref Utf8JsonReader json)
    {
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8)) Id = Value(ref json);
            else if (json.ValueTextEquals("code"u8)) Code = Value(ref json);
            else if (json.ValueTextEquals("after"u8)) After = Value(ref json);
            else if (json.ValueTextEquals("text"u8)) Text = Value(ref json);
            else if (json.ValueTextEquals("framework"u8)) Framework = Value(ref json);
            else if (json.ValueTextEquals("plans"u8)) ReadPlans(ref json);
            else Skip(ref json);
        }
    }

    private void ReadPlans(ref Utf8JsonReader json)
    {
        json.Read();
        while (json.Read() && json.TokenType is JsonTokenType.String) Plans.Add(json.GetString()!);
    }

    private static string? Value(ref Utf8JsonReader json)
    {
        json.Read();
        return json.GetString();
    }

    private static void Skip(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }
}
