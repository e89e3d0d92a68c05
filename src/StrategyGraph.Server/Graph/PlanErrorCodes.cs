namespace StrategyGraph.Server.Graph;

/// <summary>
/// The values of <c>extensions.code</c> that errors of the plan graph's fields carry, beside those of the engine.
/// docs/errors-and-limits.md says of each what to do; a test keeps it complete.
/// </summary>
internal static class PlanErrorCodes
{
    /// <summary>The item that a cursor stands at is no longer in this release.</summary>
    public const string CursorGone = "CURSOR_GONE";

    /// <summary>Arguments that are of their types and yet ask for nothing that can be: an empty list of plans, one plan twice.</summary>
    public const string InvalidArgument = "INVALID_ARGUMENT";

    /// <summary>The text is not a cursor of this list.</summary>
    public const string InvalidCursor = "INVALID_CURSOR";

    /// <summary>The text is not an id of the type that the field takes.</summary>
    public const string InvalidId = "INVALID_ID";

    /// <summary>A page, or a list of ids, is negative or longer than <see cref="Paging.MaximumSize"/>.</summary>
    public const string InvalidPageSize = "INVALID_PAGE_SIZE";

    /// <summary>What is to be searched for is too short or too long.</summary>
    public const string InvalidSearchText = "INVALID_SEARCH_TEXT";

    /// <summary>Nothing in this release has that key.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>Measures would fall into more groups than <see cref="Comparing.GroupNumbers{TKey}.MaximumGroups"/>.</summary>
    public const string TooManyGroups = "TOO_MANY_GROUPS";
}
