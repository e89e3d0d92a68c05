using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>Ends a validation that has reached one of its limits; never leaves <see cref="Validator"/>.</summary>
internal sealed class ValidationAborted : Exception
{
    private ValidationAborted(string message, string code, int limit)
        : base(message) =>
        Error = new GraphQLError(message, Extensions: new Dictionary<string, object?> { ["code"] = code, ["limit"] = limit });

    public GraphQLError Error { get; }

    public static ValidationAborted TooManyErrors(int limit) => new(
        "Too many validation errors, error limit reached. Validation aborted.", ErrorCodes.ValidationErrorsLimit, limit);

    public static ValidationAborted TooDeep(int limit) => new(
        $"Selections, values or fragments nest deeper than {limit} levels. Validation aborted.", ErrorCodes.ValidationDepthLimit, limit);

    public static ValidationAborted TooMuchFragmentWork(int limit) => new(
        $"Following the fragments of this document takes more than {limit} steps. Validation aborted.", ErrorCodes.FragmentWorkLimit, limit);

    public static ValidationAborted TooManyMergeComparisons(int limit) => new(
        $"Merging the fields of this document takes more than {limit} comparisons. Validation aborted.", ErrorCodes.MergeComparisonsLimit, limit);
}
