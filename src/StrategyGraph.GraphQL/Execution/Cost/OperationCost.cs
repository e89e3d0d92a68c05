namespace StrategyGraph.GraphQL.Execution.Cost;

/// <summary>
/// What an operation may cost at most, by its schema's weights, before it runs (IBM's GraphQL Cost Directives specification,
/// <see href="https://ibm.github.io/graphql-specs/cost-spec.html"/>, as Hot Chocolate reports it).
/// </summary>
/// <param name="FieldCost">Work: the weights of all field calls, their arguments and the input fields given in them.</param>
/// <param name="TypeCost">Size: the weights of all objects that the answer can hold.</param>
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>The same where lists in lists in lists have left the range of numbers.</summary>
    internal OperationCost Bounded => new(Math.Min(FieldCost, double.MaxValue), Math.Min(TypeCost, double.MaxValue));

    public static OperationCost operator +(OperationCost left, OperationCost right) => new(left.FieldCost + right.FieldCost, left.TypeCost + right.TypeCost);

    public static OperationCost operator *(double times, OperationCost cost) => new(times * cost.FieldCost, times * cost.TypeCost);

    public static OperationCost Max(OperationCost left, OperationCost right) => new(Math.Max(left.FieldCost, right.FieldCost), Math.Max(left.TypeCost, right.TypeCost));
}
