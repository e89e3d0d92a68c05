using System.Globalization;
using StrategyGraph.GraphQL.Execution.Cost;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>What planning and running one operation may cost. Each limit answers with an error that carries a code of its own.</summary>
public sealed record ExecutionLimits
{
    /// <summary>The most that <see cref="MaxDepth"/> can be: running recurses so deep.</summary>
    public const int HighestMaxDepth = 500;

    public static ExecutionLimits Default { get; } = new();

    /// <summary>Fields inside each other, fragments expanded (<c>OPERATION_TOO_DEEP</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less than 1 or more than <see cref="HighestMaxDepth"/>.</exception>
    public int MaxDepth
    {
        get;
        init => field = value is >= 1 and <= HighestMaxDepth
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The depth of an operation is limited to between 1 and {HighestMaxDepth} levels.");
    } = 128;

    /// <summary>Selections that the operation expands to, over all types a value can turn out to be (<c>TOO_MANY_FIELDS</c>).</summary>
    public int MaxFields { get; init; } = 10_000;

    /// <summary>Work that an operation may take, by the weights of the schema's fields and arguments (<c>COST_TOO_HIGH</c>).</summary>
    public double MaxFieldCost { get; init; } = 500_000;

    /// <summary>Objects that the answer may hold, by the schema's list sizes and the pages asked for (<c>COST_TOO_HIGH</c>).</summary>
    public double MaxTypeCost { get; init; } = 500_000;

    /// <summary>Levels of lists and objects inside each other in a variable's value (<c>VARIABLES_TOO_DEEP</c>).</summary>
    public int MaxVariableDepth { get; init; } = 32;

    /// <summary>Items of one list in a variable's value (<c>TOO_MANY_LIST_ITEMS</c>).</summary>
    public int MaxListItems { get; init; } = 10_000;

    /// <summary>Errors of variables that are listed before one error more says that there are others (<c>TOO_MANY_ERRORS</c>).</summary>
    public int MaxVariableErrors { get; init; } = 50;

    /// <summary>Errors of fields that a response lists before one error more says how many there are (<c>TOO_MANY_ERRORS</c>).</summary>
    public int MaxErrors { get; init; } = 1_000;

    /// <summary>Bytes of the response's data, all payloads together (<c>RESPONSE_TOO_LARGE</c>).</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Deferred fragments and streamed lists, each counted at every place of the response where it is (<c>TOO_MANY_PENDING</c>).</summary>
    public int MaxPendingResults { get; init; } = 20_000;

    /// <summary>How long an operation may run (<c>TOO_MUCH_TIME</c>); looked at between list items. Between payloads it stands still.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="GraphQLException">The cost is beyond a limit.</exception>
    internal void Check(OperationCost cost)
    {
        if (cost.FieldCost > MaxFieldCost) throw TooCostly("field cost", cost.FieldCost, MaxFieldCost, "Ask for fewer fields, with simpler filters.");
        if (cost.TypeCost > MaxTypeCost) throw TooCostly("type cost", cost.TypeCost, MaxTypeCost, "Ask for smaller pages, or for fewer lists within lists.");
    }

    private static GraphQLException TooCostly(string what, double cost, double limit, string advice) => new([GraphQLError.OfLimit(
        ErrorCodes.CostTooHigh, string.Create(CultureInfo.InvariantCulture, $"The operation's {what} is {cost:0.##}; at most {limit:0.##} is allowed. {advice}"), limit, cost)]);
}
