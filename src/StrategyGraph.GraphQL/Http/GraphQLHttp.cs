using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Http;

/// <summary>
/// GraphQL over HTTP (draft of 2025, <see href="https://graphql.github.io/graphql-over-http/draft/"/>): from an HTTP request to a GraphQL request.
/// Knows no server: whoever has one fills in <see cref="HttpRequestParts"/> and acts on the <see cref="HttpReading"/>.
/// </summary>
public static class GraphQLHttp
{
    /// <summary>The methods that the endpoint answers, as in an Allow header.</summary>
    public const string Methods = "GET, HEAD, POST, OPTIONS";

    /// <summary>
    /// Reads a request. Method, Accept and Content-Type come before the content, so a client that is wrong about several hears of the outermost first.
    /// </summary>
    public static HttpReading Read(in HttpRequestParts http, HttpLimits? limits = null)
    {
        if (http.Method == "OPTIONS") return new HttpOptions(Methods);

        limits ??= HttpLimits.Default;
        var format = AcceptHeader.Choose(http.Accept);
        var multipart = !AcceptHeader.TakesMultipart(http.Accept) ? MultipartUse.Refused : format is null ? MultipartUse.Required : MultipartUse.Accepted;
        try
        {
            var isPost = http.Method == "POST";
            if (!isPost && http.Method is not ("GET" or "HEAD"))
            {
                throw new RefusedException(405, ErrorCodes.MethodNotAllowed, $"The method {http.Method} is not allowed; use GET or POST.");
            }

            if (format is null && multipart is MultipartUse.Refused)
            {
                throw new RefusedException(406, ErrorCodes.NotAcceptable, "The response can be application/graphql-response+json, application/json, multipart/mixed or text/event-stream, in UTF-8; the Accept header allows none of them.");
            }

            var (json, cost) = (format ?? ResponseFormat.Json, CostAsked(http.Cost));
            if (!isPost) return new HttpAccepted(QueryStringReader.Read(http.QueryString, limits), json, QueriesOnly: true, cost, multipart);
            CheckPost(http, limits);
            var body = http.Body.Span;
            return limits.MaxBatch > 0 && json is not ResponseFormat.EventStream && BatchReader.IsList(body)
                ? new HttpBatch(BatchReader.Read(body, limits, json, cost), json)
                : new HttpAccepted(JsonRequestReader.ReadBody(body, limits), json, QueriesOnly: false, cost, multipart);
        }
        catch (RefusedException refused)
        {
            return new HttpRefusal(
                refused.Status, refused.Code, refused.Message, format ?? ResponseFormat.Json,
                Allow: refused.Status == 405 ? Methods : null, refused.Limit, refused.Actual);
        }
    }

    private static CostRequest CostAsked(string? header) =>
        string.Equals(header, "report", StringComparison.OrdinalIgnoreCase) ? CostRequest.Report
        : string.Equals(header, "validate", StringComparison.OrdinalIgnoreCase) ? CostRequest.Validate
        : CostRequest.None;

    /// <summary>Whether a query string has a document or names one, so that the address is a request and not only the endpoint's own.</summary>
    public static bool NamesDocument(string queryString) => QueryStringReader.NamesDocument(queryString);

    /// <summary>
    /// Only <c>application/json</c> is taken. The types that an HTML form can send (text/plain, form data, none at all) are refused
    /// not for want of a parser: a browser sends them to other origins without asking first, so taking them would open the door to CSRF.
    /// </summary>
    private static void CheckPost(in HttpRequestParts http, HttpLimits limits)
    {
        if (!MediaType.TryParse(http.ContentType, out var type) || !type.Is("application/json"))
        {
            throw new RefusedException(415, ErrorCodes.UnsupportedMediaType, "A POST request must have the Content-Type application/json.");
        }

        if (!type.IsUtf8)
        {
            throw new RefusedException(415, ErrorCodes.UnsupportedMediaType, "The request body must be in UTF-8.");
        }

        if (!string.IsNullOrEmpty(http.ContentEncoding) && !http.ContentEncoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new RefusedException(415, ErrorCodes.UnsupportedMediaType, "The request body must not be compressed.");
        }

        if (http.Body.Length > limits.MaxBodyBytes)
        {
            throw new RefusedException(413, ErrorCodes.BodyTooLarge, $"The request body has more than {limits.MaxBodyBytes} bytes.", limits.MaxBodyBytes);
        }
    }
}

/// <summary>Why a request is refused, thrown within this folder only: <see cref="GraphQLHttp.Read"/> turns it into an <see cref="HttpRefusal"/>.</summary>
internal sealed class RefusedException(int status, string code, string message, int? limit = null, int? actual = null) : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;

    /// <summary>The limit that the request is beyond.</summary>
    public int? Limit { get; } = limit;

    /// <summary>What was asked, where counting did not stop at the limit.</summary>
    public int? Actual { get; } = actual;

    public static RefusedException InvalidJson(string message) => new(400, ErrorCodes.InvalidJson, message);
    public static RefusedException InvalidRequest(string message) => new(400, ErrorCodes.InvalidRequest, message);
}
