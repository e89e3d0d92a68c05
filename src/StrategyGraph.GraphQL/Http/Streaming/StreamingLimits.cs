namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>What connections that stay open may cost: WebSockets and event streams. The limits of requests apply to each of theirs as well.</summary>
public sealed record StreamingLimits
{
    public static StreamingLimits Default { get; } = new();

    /// <summary>WebSockets and event streams open at once, of all clients together (<c>TOO_MANY_CONNECTIONS</c>, HTTP 503).</summary>
    public int MaxConnections { get; init; } = 1_000;

    /// <summary>
    /// Operations that run at once on one connection (<c>TOO_MANY_RUNNING_OPERATIONS</c>). One that was completed by the client counts until it has stopped.
    /// </summary>
    public int MaxOperations { get; init; } = 100;

    /// <summary>The requests of all operations that run at once on one connection, in bytes: a subscription keeps its own (<c>TOO_MANY_RUNNING_OPERATIONS</c>).</summary>
    public int MaxOperationBytes { get; init; } = 2 << 20;

    /// <summary>How long a WebSocket may be open without <c>connection_init</c> (close code 4408).</summary>
    public TimeSpan InitTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How often something is sent on a connection that has nothing to say: a <c>ping</c>, or a comment in an event stream. It keeps proxies
    /// from closing what is quiet, and finds out who has gone.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to no time.</exception>
    public TimeSpan KeepAlive
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A time that is longer than none.");
    } = TimeSpan.FromSeconds(12);

    /// <summary>How long a WebSocket stays open without an operation (close code 1000).</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one message may take to send: who does not read is cut off.</summary>
    public TimeSpan SendTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the other side has to answer when a connection is closed; then it is cut off.</summary>
    public TimeSpan CloseTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Event streams that are reserved and not opened, of all clients together (<c>TOO_MANY_CONNECTIONS</c>, HTTP 503).</summary>
    public int MaxReservations { get; init; } = 1_000;

    /// <summary>How long a reserved event stream waits to be opened.</summary>
    public TimeSpan ReservationTime { get; init; } = TimeSpan.FromSeconds(30);
}
