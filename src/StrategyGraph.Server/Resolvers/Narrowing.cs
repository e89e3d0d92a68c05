using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Execution.Filtering;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Resolvers;

/// <summary>
/// Filters and orders over all elements of a type, as far as they can be read off <see cref="ElementColumns{T}"/>: conditions on plan,
/// title and progress of which all must hold. What else a filter asks, it is asked itself, of what is left.
/// </summary>
internal static class Narrowing
{
    public static IReadOnlyList<Goal> Find(PlanGraph graph, GoalFilterInput? where) => where is null
        ? graph.Goals
        : new Candidates<Goal, GoalFilterInput>(graph, graph.GoalColumns, Conditions).Find(where, e => where.Matches(e, graph));

    public static IReadOnlyList<Measure> Find(PlanGraph graph, MeasureFilterInput? where) => where is null
        ? graph.Measures
        : new Candidates<Measure, MeasureFilterInput>(graph, graph.MeasureColumns, Conditions).Find(where, e => where.Matches(e, graph));

    public static IReadOnlyList<Initiative> Find(PlanGraph graph, InitiativeFilterInput? where) => where is null
        ? graph.Initiatives
        : new Candidates<Initiative, InitiativeFilterInput>(graph, graph.InitiativeColumns, Conditions).Find(where, e => where.Matches(e, graph));

    public static AskedOrder<Goal>? Order(PlanGraph graph, IReadOnlyList<GoalSortInput>? order) => order is null
        ? null
        : Order(graph.GoalColumns, order is [{ Progress.Percent: { } direction }, ..] ? direction : null, order.Count == 1, (x, y) => GoalSortInput.Compare(order, x, y, graph));

    public static AskedOrder<Measure>? Order(PlanGraph graph, IReadOnlyList<MeasureSortInput>? order) => order is null
        ? null
        : Order(graph.MeasureColumns, order is [{ Progress.Percent: { } direction }, ..] ? direction : null, order.Count == 1, (x, y) => MeasureSortInput.Compare(order, x, y, graph));

    public static AskedOrder<Initiative>? Order(PlanGraph graph, IReadOnlyList<InitiativeSortInput>? order) => order is null
        ? null
        : Order(graph.InitiativeColumns, order is [{ Progress.Percent: { } direction }, ..] ? direction : null, order.Count == 1, (x, y) => InitiativeSortInput.Compare(order, x, y, graph));

    /// <param name="percent">The direction of the first entry, where that is by percentage.</param>
    /// <param name="isOnly">Whether it is the only entry.</param>
    private static AskedOrder<T>? Order<T>(ElementColumns<T> columns, SortEnumType? percent, bool isOnly, Comparison<T> order) where T : PlanElement => percent is { } direction
        ? new AskedOrder<T>(columns.Percents.Key(direction), isOnly ? null : order)
        : AskedOrder<T>.Of(order);

    // A filter is equal to one of the conditions that are read here when it has no others.

    private static ColumnConditions<GoalFilterInput> Conditions(GoalFilterInput filter) => new(
        filter.Plan, filter.Title, filter.Progress, filter.And ?? [],
        filter == new GoalFilterInput { Plan = filter.Plan, Title = filter.Title, Progress = filter.Progress, And = filter.And });

    private static ColumnConditions<MeasureFilterInput> Conditions(MeasureFilterInput filter) => new(
        filter.Plan, filter.Title, filter.Progress, filter.And ?? [],
        filter == new MeasureFilterInput { Plan = filter.Plan, Title = filter.Title, Progress = filter.Progress, And = filter.And });

    private static ColumnConditions<InitiativeFilterInput> Conditions(InitiativeFilterInput filter) => new(
        filter.Plan, filter.Title, filter.Progress, filter.And ?? [],
        filter == new InitiativeFilterInput { Plan = filter.Plan, Title = filter.Title, Progress = filter.Progress, And = filter.And });
}

/// <summary>What a filter asks that columns may answer.</summary>
/// <param name="AreAll">Whether it asks nothing else.</param>
internal readonly record struct ColumnConditions<TFilter>(
    Optional<PlanFilterInput?> Plan, StringOperationFilterInput? Title, Optional<ProgressFilterInput?> Progress, IReadOnlyList<TFilter> And, bool AreAll);
