using System.Globalization;
using StrategyGraph.GraphQL.Execution.Cost;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>What planning and running one operation may cost. Each limit answers with an error that carries a code of its own.</summary>
public sealed record ExecutionLimits
{
    public static ExecutionLimits Default { get; } = new();

    /// <summary>Fields inside each other, fragments counted (<c>TOO_DEEP</c>). Running recurses this deep, so raise it with care.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>Selections that the operation expands to, over all types a value can turn out to be (<c>TOO_MANY_FIELDS</c>).</summary>
    public int MaxPlannedFields { get; init; } = 20_000;

    /// <summary>Levels of lists and objects inside each other in a variable's value (<c>TOO_DEEP</c>).</summary>
    public int MaxInputDepth { get; init; } = 64;

    /// <summary>Work that an operation may take, by the weights of the schema's fields and arguments (<c>COST_TOO_HIGH</c>).</summary>
    public double MaxFieldCost { get; init; } = 100_000;

    /// <summary>Objects that the answer may hold, by the schema's list sizes and the pages asked for (<c>COST_TOO_HIGH</c>).</summary>
    public double MaxTypeCost { get; init; } = 100_000;

    /// <summary>Errors that a response lists; the last says that there were more.</summary>
    public int MaxErrors { get; init; } = 1_000;

    /// <summary>Bytes of the response's data (<c>RESPONSE_TOO_LARGE</c>).</summary>
    public int MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long an operation may run (<c>TIME_LIMIT</c>); looked at between list items.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="GraphQLException">The cost is beyond a limit.</exception>
    internal void Check(OperationCost cost)
    {
        if (cost.FieldCost > MaxFieldCost) throw TooCostly("field cost", cost.FieldCost, MaxFieldCost, "Ask for fewer fields, with simpler filters.");
        if (cost.TypeCost > MaxTypeCost) throw TooCostly("type cost", cost.TypeCost, MaxTypeCost, "Ask for smaller pages, or for fewer lists within lists.");
    }

    private static GraphQLException TooCostly(string what, double cost, double limit, string advice) => new([new GraphQLError(
        string.Create(CultureInfo.InvariantCulture, $"The operation's {what} is {cost:0.##}; at most {limit:0.##} is allowed. {advice}"),
        Extensions: new Dictionary<string, object?> { ["code"] = ErrorCodes.CostTooHigh, ["limit"] = limit, ["actual"] = cost })]);

    internal static GraphQLException Exceeded(string code, string message) => new([Error(code, message)]);

    internal static GraphQLError Error(string code, string message) =>
        new(message, Extensions: new Dictionary<string, object?> { ["code"] = code });
}
