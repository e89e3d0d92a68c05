namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>Why a WebSocket is closed, as <c>graphql-transport-ws</c> has it; beside these 1000 (idle), 1001 (the server stops) and 1009 (message too long).</summary>
public static class WebSocketCloseCodes
{
    /// <summary>A message that the protocol does not know, or that is none.</summary>
    public const int InvalidMessage = 4400;

    /// <summary>An operation before the connection was acknowledged.</summary>
    public const int Unauthorized = 4401;

    /// <summary>The client does not speak <c>graphql-transport-ws</c>; the older <c>graphql-ws</c> of subscriptions-transport-ws is not served.</summary>
    public const int SubprotocolNotAcceptable = 4406;

    /// <summary>No <c>connection_init</c> within <see cref="StreamingLimits.InitTime"/>.</summary>
    public const int InitialisationTimeout = 4408;

    /// <summary>An operation with the id of one that runs.</summary>
    public const int SubscriberAlreadyExists = 4409;

    /// <summary>A second <c>connection_init</c>.</summary>
    public const int TooManyInitialisationRequests = 4429;

    /// <summary>A fault of ours.</summary>
    public const int InternalServerError = 4500;
}
