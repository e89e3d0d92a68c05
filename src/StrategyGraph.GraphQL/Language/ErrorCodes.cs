namespace StrategyGraph.GraphQL.Language;

/// <summary>The values of <c>extensions.code</c> that errors of the engine carry. Clients act on them, so a code keeps its meaning.</summary>
public static class ErrorCodes
{
    /// <summary>HTTP 413: the request body is longer than <c>GraphQLHttp.MaxBodyBytes</c>.</summary>
    public const string BodyTooLarge = "BODY_TOO_LARGE";

    /// <summary>The client gave up while the operation ran.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>Following the fragments of the document takes more steps than allowed.</summary>
    public const string FragmentWorkLimit = "FRAGMENT_WORK_LIMIT";

    /// <summary>A fault of ours; <c>extensions.correlationId</c> finds it in the server's log.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>A condition of a filter asks nothing; <c>extensions.filter</c> says which.</summary>
    public const string InvalidFilter = "INVALID_FILTER";

    /// <summary>HTTP 400: the body, or a parameter of the query string, is not the JSON or the text it has to be.</summary>
    public const string InvalidJson = "INVALID_JSON";

    /// <summary>HTTP 400: JSON, but not a GraphQL request: a parameter is missing, doubled or of the wrong type.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>HTTP 400: the request's JSON nests deeper than <c>GraphQLHttp.MaxJsonDepth</c>.</summary>
    public const string JsonTooDeep = "JSON_TOO_DEEP";

    /// <summary>Deciding whether the document's fields merge takes more comparisons than allowed.</summary>
    public const string MergeComparisonsLimit = "MERGE_COMPARISONS_LIMIT";

    /// <summary>HTTP 405: the method is not for this address, or not for this operation.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>HTTP 406: the client accepts neither response format.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>HTTP 409: the event stream runs an operation with this id.</summary>
    public const string OperationAlreadyExists = "OPERATION_ALREADY_EXISTS";

    /// <summary>The operation is of a kind that is not served this way.</summary>
    public const string OperationNotServed = "OPERATION_NOT_SERVED";

    /// <summary>The response has more bytes than allowed.</summary>
    public const string ResponseTooLarge = "RESPONSE_TOO_LARGE";

    /// <summary>HTTP 409: the event stream of this token is open.</summary>
    public const string StreamAlreadyOpen = "STREAM_ALREADY_OPEN";

    /// <summary>HTTP 404: no event stream has this token, or it has ended.</summary>
    public const string StreamNotFound = "STREAM_NOT_FOUND";

    /// <summary>The operation ran longer than allowed.</summary>
    public const string TimeLimit = "TIME_LIMIT";

    /// <summary>The operation selects fields, or a variable nests values, deeper than allowed.</summary>
    public const string TooDeep = "TOO_DEEP";

    /// <summary>HTTP 503: <c>StreamingLimits.MaxConnections</c> or <c>MaxReservations</c> is reached.</summary>
    public const string TooManyConnections = "TOO_MANY_CONNECTIONS";

    /// <summary>Last in a list of errors: so many more are not listed.</summary>
    public const string TooManyErrors = "TOO_MANY_ERRORS";

    /// <summary>The operation expands to more selections than allowed.</summary>
    public const string TooManyFields = "TOO_MANY_FIELDS";

    /// <summary>A connection runs as much as <c>StreamingLimits.MaxOperations</c> and <c>MaxOperationBytes</c> allow.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>HTTP 415: the body is not <c>application/json</c> in UTF-8, or is compressed.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The document nests deeper than validation follows.</summary>
    public const string ValidationDepthLimit = "VALIDATION_DEPTH_LIMIT";

    /// <summary>Last in a list of validation errors: validation gave up looking for more.</summary>
    public const string ValidationErrorsLimit = "VALIDATION_ERRORS_LIMIT";
}
