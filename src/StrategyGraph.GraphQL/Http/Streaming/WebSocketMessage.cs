using System.Text.Json;
using System.Text.Unicode;

namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>A message of a client over <c>graphql-transport-ws</c>, as far as its form goes.</summary>
/// <param name="Id">The operation's, for subscribe and complete.</param>
/// <param name="Request">What to run, for subscribe.</param>
/// <param name="Payload">A JSON object, to be sent back with the answer to a ping; empty where there is none.</param>
internal sealed record WebSocketMessage(WebSocketMessageKind Kind, string? Id, GraphQLRequest? Request, byte[] Payload)
{
    /// <param name="limits">What a payload may be, which is what a request may be.</param>
    /// <exception cref="RefusedException">It is no message of the protocol.</exception>
    public static WebSocketMessage Read(ReadOnlySpan<byte> text, HttpLimits limits)
    {
        if (!Utf8.IsValid(text)) throw RefusedException.InvalidJson("A message must be text in UTF-8.");
        try
        {
            return ReadMembers(text, limits);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half of a surrogate pair is an InvalidOperationException of the reader.
            throw RefusedException.InvalidJson("A message must be JSON.");
        }
    }

    private static WebSocketMessage ReadMembers(ReadOnlySpan<byte> text, HttpLimits limits)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = limits.MaxJsonDepth + 2 });
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject) throw RefusedException.InvalidRequest("A message must be a JSON object.");

        string? type = null, id = null;
        ReadOnlySpan<byte> payload = default;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "type":
                    type = String(ref reader, name, type);
                    break;
                case "id":
                    id = String(ref reader, name, id);
                    break;
                case "payload":
                    if (!payload.IsEmpty) throw GivenTwice(name);
                    var start = (int)reader.TokenStartIndex;
                    reader.Skip();
                    payload = text[start..(int)reader.BytesConsumed];
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        reader.Read();
        return Of(type, id, payload, limits);
    }

    private static WebSocketMessage Of(string? type, string? id, ReadOnlySpan<byte> payload, HttpLimits limits)
    {
        var kind = type switch
        {
            "connection_init" => WebSocketMessageKind.ConnectionInit,
            "ping" => WebSocketMessageKind.Ping,
            "pong" => WebSocketMessageKind.Pong,
            "subscribe" => WebSocketMessageKind.Subscribe,
            "complete" => WebSocketMessageKind.Complete,
            null => throw RefusedException.InvalidRequest("The message has no \"type\"."),
            _ => throw RefusedException.InvalidRequest($"A client sends no message of type \"{type}\"."),
        };
        if (kind is WebSocketMessageKind.Subscribe or WebSocketMessageKind.Complete && string.IsNullOrEmpty(id))
            throw RefusedException.InvalidRequest($"A message of type \"{type}\" must have an \"id\".");
        if (kind is WebSocketMessageKind.Subscribe)
        {
            if (payload.IsEmpty) throw RefusedException.InvalidRequest("A message of type \"subscribe\" must have a \"payload\".");
            return new WebSocketMessage(kind, id, JsonRequestReader.ReadBody(payload, limits), []);
        }

        if (payload is [not (byte)'{', ..] && !payload.SequenceEqual("null"u8)) throw RefusedException.InvalidRequest("\"payload\" must be an object.");
        return new WebSocketMessage(kind, id, null, kind is WebSocketMessageKind.Ping && payload is [(byte)'{', ..] ? payload.ToArray() : []);
    }

    private static string String(ref Utf8JsonReader reader, string name, string? before)
    {
        if (before is not null) throw GivenTwice(name);
        return reader.TokenType is JsonTokenType.String ? reader.GetString()! : throw RefusedException.InvalidRequest($"\"{name}\" must be a string.");
    }

    private static RefusedException GivenTwice(string name) => RefusedException.InvalidRequest($"\"{name}\" is given twice.");
}

/// <summary>The messages that a client sends.</summary>
internal enum WebSocketMessageKind { ConnectionInit, Ping, Pong, Subscribe, Complete }
