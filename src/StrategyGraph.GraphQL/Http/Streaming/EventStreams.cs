using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>
/// The single connection mode of graphql-sse, as a server sees it: streams are reserved (PUT), opened (GET), given operations (POST) and
/// told to end one (DELETE), each by the token that the reservation was answered with. Whoever has HTTP maps the methods.
/// </summary>
public sealed class EventStreams(OperationExecution execute, StreamingLimits limits)
{
    /// <summary>The request header with the token.</summary>
    public const string TokenHeader = "X-GraphQL-Event-Stream-Token";

    /// <summary>The parameter of the query string with the token, for a browser's EventSource, which sets no headers.</summary>
    public const string TokenParameter = "token";

    /// <summary>The parameter of the query string of a DELETE with the operation's id.</summary>
    public const string OperationParameter = "operationId";

    /// <summary>The methods that are answered, as in an Allow header.</summary>
    public const string Methods = "GET, POST, PUT, DELETE";

    /// <summary>Digits of a token, four bits each: nobody guesses one.</summary>
    private const int TokenLength = 48;

    private readonly ConcurrentDictionary<string, EventStream> _streams = new();
    private int _waiting;

    /// <summary>Reserves a stream; null where too many are reserved. One that nobody opens is gone after <see cref="StreamingLimits.ReservationTime"/>.</summary>
    public string? Reserve()
    {
        if (Interlocked.Increment(ref _waiting) > limits.MaxReservations)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        var token = RandomNumberGenerator.GetHexString(TokenLength, lowercase: true);
        var stream = _streams[token] = new EventStream(execute, limits);
        _ = Wait(token, stream);
        return token;
    }

    /// <summary>Opens a stream and serves it to its end.</summary>
    /// <param name="output">Begins the response, and gives the stream to write to.</param>
    /// <returns>Why it is not opened; null after it was served.</returns>
    public async Task<HttpRefusal?> Open(string token, Func<Stream> output, CancellationToken cancellation)
    {
        if (!_streams.TryGetValue(token, out var stream)) return NoStream();
        if (!stream.TryClaim()) return new HttpRefusal(409, ErrorCodes.StreamAlreadyOpen, "The event stream is open already; a token opens one.", ResponseFormat.Json);
        try
        {
            await stream.Serve(output(), cancellation);
            return null;
        }
        finally
        {
            _streams.TryRemove(token, out _);
            await stream.End();
        }
    }

    /// <summary>Begins the operation of a request, with the id in its <c>extensions.operationId</c>.</summary>
    /// <param name="bytes">How long the request is.</param>
    /// <returns>Neither where it runs (202); else why not: the response to a request that GraphQL refuses (400), to be disposed of, or what is wrong with the call.</returns>
    public async Task<(HttpRefusal? Refusal, GraphQLResponse? Refused)> Start(string token, GraphQLRequest request, int bytes)
    {
        if (!_streams.TryGetValue(token, out var stream)) return (NoStream(), null);
        if (request.Extensions is not { } extensions
            || !extensions.TryGetProperty("operationId", out var id) || id.ValueKind is not JsonValueKind.String || id.GetString() is not { Length: > 0 } operation)
        {
            return (new HttpRefusal(400, ErrorCodes.InvalidRequest, "The request has no \"extensions.operationId\": a string that tells its responses from others.", ResponseFormat.Json), null);
        }

        try
        {
            var (admission, refused) = await stream.Start(operation, request, bytes);
            return (WhyNot(admission), refused);
        }
        catch (OperationRefusedException notRun)
        {
            return (notRun.Refusal, null);
        }
    }

    /// <summary>Ends an operation; one that has ended already is no matter.</summary>
    /// <returns>Why there is nothing to end it in; null when it has ended.</returns>
    public HttpRefusal? Stop(string token, string? operationId)
    {
        if (!_streams.TryGetValue(token, out var stream)) return NoStream();
        if (string.IsNullOrEmpty(operationId)) return new HttpRefusal(400, ErrorCodes.InvalidRequest, "The address has no \"operationId\".", ResponseFormat.Json);
        stream.Stop(operationId);
        return null;
    }

    /// <summary>The answer where <see cref="StreamingLimits.MaxConnections"/> or <see cref="StreamingLimits.MaxReservations"/> is reached.</summary>
    public static HttpRefusal TooManyConnections(int limit) => new(
        503, ErrorCodes.TooManyConnections, $"The server has {limit} connections open, which is as many as it allows; come back in a moment.",
        ResponseFormat.Json, Limit: limit, RetryAfter: 1);

    /// <summary>The answer to a method that is none of <see cref="Methods"/>.</summary>
    public static HttpRefusal OtherMethod(string method) =>
        new(405, ErrorCodes.MethodNotAllowed, $"The method {method} is not allowed; use one of {Methods}.", ResponseFormat.Json, Allow: Methods);

    internal static HttpRefusal TooManyOperations(StreamingLimits limits) => new(
        429, ErrorCodes.TooManyRunningOperations,
        $"The connection runs as much as it may: {limits.MaxOperations} operations, whose requests have {limits.MaxOperationBytes} bytes together.",
        ResponseFormat.Json, Limit: limits.MaxOperations);

    private HttpRefusal? WhyNot(Admission admission) => admission switch
    {
        Admission.Admitted => null,
        Admission.DuplicateId => new HttpRefusal(409, ErrorCodes.OperationAlreadyExists, "An operation with this id runs already.", ResponseFormat.Json),
        Admission.TooMany => TooManyOperations(limits),
        _ => NoStream(),
    };

    private static HttpRefusal NoStream() =>
        new(404, ErrorCodes.StreamNotFound, "No event stream has this token: reserve one by PUT, and open it in time.", ResponseFormat.Json);

    private async Task Wait(string token, EventStream stream)
    {
        try
        {
            await stream.Opened.WaitAsync(limits.ReservationTime);
        }
        catch (TimeoutException)
        {
            if (!stream.TryClaim()) return;
            _streams.TryRemove(token, out _);
            await stream.End();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
