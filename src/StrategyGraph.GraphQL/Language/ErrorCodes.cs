namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// The values of <c>extensions.code</c> that errors of the engine carry. Clients act on them, so a code keeps its meaning.
/// docs/errors-and-limits.md says of each what to do; a test keeps it complete.
/// </summary>
/// <remarks>
/// Where the ecosystem has a code for a kind of error, it is used as it is, so that tools know it. A limit's code names what there is too
/// much of: <c>TOO_MANY_…</c> what is counted, <c>…_TOO_LARGE</c> bytes, <c>…_TOO_DEEP</c> levels. Its error has the extension
/// <c>limit</c>, and <c>actual</c> where counting did not stop at the limit.
/// </remarks>
public static class ErrorCodes
{
    /// <summary>A variable, or an argument made with one, has a value that is not of its type.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The request body is longer than <c>HttpLimits.MaxBodyBytes</c>.</summary>
    public const string BodyTooLarge = "BODY_TOO_LARGE";

    /// <summary>The client gave up while the operation ran.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>The operation's field cost or type cost, by the schema's weights and list sizes, is higher than allowed.</summary>
    public const string CostTooHigh = "COST_TOO_HIGH";

    /// <summary>Only trusted documents are accepted here, and this is none of them.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>Selections, values and list types nest deeper than <c>ParserOptions.MaxDepth</c>.</summary>
    public const string DocumentTooDeep = "DOCUMENT_TOO_DEEP";

    /// <summary>The document is longer than <c>ParserOptions.MaxBytes</c>.</summary>
    public const string DocumentTooLarge = "DOCUMENT_TOO_LARGE";

    /// <summary>Following fragments through fragments goes deeper than <c>ValidationOptions.MaxDepth</c>.</summary>
    public const string FragmentsTooDeep = "FRAGMENTS_TOO_DEEP";

    /// <summary>A fault of ours; <c>extensions.correlationId</c> finds it in the server's log.</summary>
    public const string InternalError = "INTERNAL_SERVER_ERROR";

    /// <summary>The document asks for <c>__schema</c> or <c>__type</c>, which <c>ValidationOptions.Introspection</c> has turned off.</summary>
    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>Lists of an introspection query lie within each other deeper than <c>ValidationOptions.MaxIntrospectionDepth</c>.</summary>
    public const string IntrospectionTooDeep = "INTROSPECTION_TOO_DEEP";

    /// <summary>A condition of a filter asks nothing; <c>extensions.filter</c> says which.</summary>
    public const string InvalidFilter = "INVALID_FILTER";

    /// <summary>The body, or a parameter of the query string, is not the JSON or the text it has to be.</summary>
    public const string InvalidJson = "INVALID_JSON";

    /// <summary>JSON, but not a GraphQL request: a parameter is missing, doubled or of the wrong type.</summary>
    public const string InvalidRequest = "INVALID_REQUEST";

    /// <summary>The request's JSON nests deeper than <c>HttpLimits.MaxJsonDepth</c>.</summary>
    public const string JsonTooDeep = "JSON_TOO_DEEP";

    /// <summary>The method is not for this address, or not for this operation.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The client accepts neither response format.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The event stream runs an operation with this id.</summary>
    public const string OperationAlreadyExists = "OPERATION_ALREADY_EXISTS";

    /// <summary>The operation is of a kind that is not served this way.</summary>
    public const string OperationNotServed = "OPERATION_NOT_SERVED";

    /// <summary>The document has no operation of that name, or several and none was named.</summary>
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>The operation selects fields deeper than <c>ExecutionLimits.MaxDepth</c>, fragments expanded.</summary>
    public const string OperationTooDeep = "OPERATION_TOO_DEEP";

    /// <summary>A page of this origin may not open a WebSocket here: <c>Http:CorsOrigins</c>.</summary>
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";

    /// <summary>The variables, or the extensions, of a request are longer than <c>HttpLimits.MaxParameterBytes</c>.</summary>
    public const string ParameterTooLarge = "PARAMETER_TOO_LARGE";

    /// <summary>The document is not GraphQL: a syntax error.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document's SHA-256 is not the one that came with it.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>No document is known by this id or hash. A client of automatic persisted queries sends it once more, with its text.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Documents cannot be named here: send their text.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The response has more bytes than <c>ExecutionLimits.MaxResponseBytes</c>.</summary>
    public const string ResponseTooLarge = "RESPONSE_TOO_LARGE";

    /// <summary>As many operations run and wait as may (HTTP 503); the Retry-After header says when to come back.</summary>
    public const string ServerBusy = "SERVER_BUSY";

    /// <summary>The event stream of this token is open already.</summary>
    public const string StreamAlreadyOpen = "STREAM_ALREADY_OPEN";

    /// <summary>No event stream has this token, or it has ended.</summary>
    public const string StreamNotFound = "STREAM_NOT_FOUND";

    /// <summary>The document has more aliases than <c>ValidationOptions.MaxAliases</c>.</summary>
    public const string TooManyAliases = "TOO_MANY_ALIASES";

    /// <summary>As many connections are open as <c>StreamingLimits.MaxConnections</c> or <c>MaxReservations</c> allow; the Retry-After header says when to come back.</summary>
    public const string TooManyConnections = "TOO_MANY_CONNECTIONS";

    /// <summary>One place of the document has more directives than <c>ValidationOptions.MaxDirectivesPerLocation</c>.</summary>
    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";

    /// <summary>
    /// Last in a list of errors, which has reached <c>ValidationOptions.MaxErrors</c>, <c>ExecutionLimits.MaxVariableErrors</c> or
    /// <c>ExecutionLimits.MaxErrors</c>: there are more.
    /// </summary>
    public const string TooManyErrors = "TOO_MANY_ERRORS";

    /// <summary>The operation expands to more selections than <c>ExecutionLimits.MaxFields</c>.</summary>
    public const string TooManyFields = "TOO_MANY_FIELDS";

    /// <summary>The document has more fragment spreads than <c>ValidationOptions.MaxFragmentSpreads</c>.</summary>
    public const string TooManyFragmentSpreads = "TOO_MANY_FRAGMENT_SPREADS";

    /// <summary>Following the fragments of the document takes more steps than <c>ValidationOptions.MaxFragmentSteps</c>.</summary>
    public const string TooManyFragmentSteps = "TOO_MANY_FRAGMENT_STEPS";

    /// <summary>A list in a variable has more items than <c>ExecutionLimits.MaxListItems</c>.</summary>
    public const string TooManyListItems = "TOO_MANY_LIST_ITEMS";

    /// <summary>Deciding whether the document's fields merge takes more steps than <c>ValidationOptions.MaxMergeComparisons</c>.</summary>
    public const string TooManyMergeComparisons = "TOO_MANY_MERGE_COMPARISONS";

    /// <summary>A batch has more operations than <c>HttpLimits.MaxBatch</c>.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>The operation defers and streams more results than <c>ExecutionLimits.MaxPendingResults</c>.</summary>
    public const string TooManyPending = "TOO_MANY_PENDING";

    /// <summary>The client sends more requests than its rate allows (HTTP 429); the Retry-After header says when to come back.</summary>
    public const string TooManyRequests = "TOO_MANY_REQUESTS";

    /// <summary>A connection runs as much as <c>StreamingLimits.MaxOperations</c> and <c>MaxOperationBytes</c> allow.</summary>
    public const string TooManyRunningOperations = "TOO_MANY_RUNNING_OPERATIONS";

    /// <summary>The document has more lexical tokens than <c>ParserOptions.MaxTokens</c>.</summary>
    public const string TooManyTokens = "TOO_MANY_TOKENS";

    /// <summary>The operation ran longer than <c>ExecutionLimits.MaxTime</c>.</summary>
    public const string TooMuchTime = "TOO_MUCH_TIME";

    /// <summary>The body is not <c>application/json</c> in UTF-8, or is compressed.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The document breaks a rule of validation; <c>extensions.rule</c> names it.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable's value nests deeper than <c>ExecutionLimits.MaxVariableDepth</c>.</summary>
    public const string VariablesTooDeep = "VARIABLES_TOO_DEEP";
}
