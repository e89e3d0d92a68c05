using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>Ends a validation that has reached one of its limits; never leaves <see cref="Validator"/>.</summary>
internal sealed class ValidationAborted : Exception
{
    private ValidationAborted(string code, string message, int limit)
        : base(message) =>
        Error = GraphQLError.OfLimit(code, message, limit);

    public GraphQLError Error { get; }

    public static ValidationAborted TooManyErrors(int limit) => new(
        ErrorCodes.TooManyErrors, $"Too many validation errors, error limit reached. Validation aborted. There are more than {limit} errors.", limit);

    public static ValidationAborted TooDeep(int limit) => new(
        ErrorCodes.FragmentsTooDeep, $"Selections, values or fragments nest more than {limit} levels deep. Validation aborted.", limit);

    public static ValidationAborted TooManyFragmentSteps(int limit) => new(
        ErrorCodes.TooManyFragmentSteps, $"Following the fragments of this document takes more than {limit} steps. Validation aborted.", limit);

    public static ValidationAborted TooManyMergeComparisons(int limit) => new(
        ErrorCodes.TooManyMergeComparisons, $"Merging the fields of this document takes more than {limit} comparisons. Validation aborted.", limit);
}
