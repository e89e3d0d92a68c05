using StrategyGraph.GraphQL.Language;
using StrategyGraph.Plans;
using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Graph.Search;
using Department = StrategyGraph.Server.Graph.Department;
using Framework = StrategyGraph.Server.Graph.Framework;
using FrameworkGoal = StrategyGraph.Server.Graph.FrameworkGoal;
using Municipality = StrategyGraph.Server.Graph.Municipality;
using Plan = StrategyGraph.Server.Graph.Plan;
using PlanElement = StrategyGraph.Server.Graph.PlanElement;

namespace StrategyGraph.Server.Resolvers;

internal static partial class QueryResolvers
{
    private const int MaximumNodes = 100;

    public static object? Node(PlanGraph graph, string id) => Get<object>(graph, id, "node");

    /// <summary>Each id on its own: one that is not found is an error at its index and leaves the others standing.</summary>
    public static IEnumerable<object?> Nodes(PlanGraph graph, IReadOnlyList<string> ids) => ids.Count > MaximumNodes
        ? throw Refused.PageSize($"'ids' has {ids.Count} ids; at most {MaximumNodes} are answered at a time.", MaximumNodes, ids.Count)
        : ids.Select(id => FindOrWhyNot<object>(graph, id, "node"));

    public static Municipality? Municipality(PlanGraph graph, MunicipalityCode code) =>
        graph.Find(code) ?? throw GlobalId.NotFound($"No municipality in this release has the code {code}.");

    public static Connection<Municipality> Municipalities(
        PlanGraph graph, int? first, string? after, int? last, string? before,
        MunicipalityFilterInput? where, IReadOnlyList<MunicipalitySortInput>? order) => Matching.Page(
            graph, graph.Municipalities, where is null ? null : m => where.Matches(m, graph), AskedOrder<Municipality>.Of(order is null ? null : (x, y) => MunicipalitySortInput.Compare(order, x, y, graph)),
            m => m.Position, m => m.Id, first, after, last, before);

    public static Plan? Plan(PlanGraph graph, string id) => Get<Plan>(graph, id, "plan");

    public static Connection<Plan> Plans(
        PlanGraph graph, int? first, string? after, int? last, string? before,
        PlanFilterInput? where, IReadOnlyList<PlanSortInput>? order) => Matching.Page(
            graph, graph.Plans, where is null ? null : p => where.Matches(p, graph), AskedOrder<Plan>.Of(order is null ? null : (x, y) => PlanSortInput.Compare(order, x, y, graph)),
            p => p.Position, p => p.Id, first, after, last, before);

    public static Connection<Goal> Goals(
        PlanGraph graph, int? first, string? after, int? last, string? before,
        GoalFilterInput? where, IReadOnlyList<GoalSortInput>? order) => Matching.Page(
            graph, Narrowing.Find(graph, where), null, Narrowing.Order(graph, order),
            g => g.Position, g => g.Id, first, after, last, before);

    public static Connection<Measure> Measures(
        PlanGraph graph, int? first, string? after, int? last, string? before,
        MeasureFilterInput? where, IReadOnlyList<MeasureSortInput>? order) => Matching.Page(
            graph, Narrowing.Find(graph, where), null, Narrowing.Order(graph, order),
            m => m.Position, m => m.Id, first, after, last, before);

    public static Connection<Initiative> Initiatives(
        PlanGraph graph, int? first, string? after, int? last, string? before,
        InitiativeFilterInput? where, IReadOnlyList<InitiativeSortInput>? order) => Matching.Page(
            graph, Narrowing.Find(graph, where), null, Narrowing.Order(graph, order),
            i => i.Position, i => i.Id, first, after, last, before);

    public static Connection<Finding> Findings(PlanGraph graph, int? first, string? after, int? last, string? before, FindingFilterInput? where) => Paging.Page(
        Matching.List(graph.Findings, where is null ? null : f => where.Matches(f, graph), null), Finding.Order, null, f => f.Id,
        id => graph.FindOrMake<Finding>(id) is { Plan.ShownAsOf: null } found ? found : null, first, after, last, before);

    public static Framework? Framework(PlanGraph graph, string id) => Get<Framework>(graph, id, "framework");

    public static FrameworkGoal? SdgGoal(PlanGraph graph, int number) => SdgGoals(graph).FirstOrDefault(g => g.Number == number)
        ?? throw GlobalId.NotFound(graph.Tagging.Sdgs is null ? "This release does not hold the SDGs." : $"There is no SDG {number}: they are numbered from 1 to {SdgGoals(graph).Count}.");

    public static IReadOnlyList<FrameworkGoal> SdgGoals(PlanGraph graph) => graph.Tagging.Sdgs?.Goals ?? [];

    public static IReadOnlyList<Department> Departments(PlanGraph graph, MunicipalityCode municipality) =>
        Municipality(graph, municipality)!.Departments;

    public static SearchConnection Search(
        PlanGraph graph, string text, int? first, string? after, IReadOnlyList<ElementRole>? roles, IReadOnlyList<string>? plans)
    {
        if (plans?.Count > MaximumNodes) throw Refused.PageSize($"'plans' has {plans.Count} ids; at most {MaximumNodes} are searched at a time.", MaximumNodes, plans.Count);
        var query = SearchQuery.Read(text, roles, plans is null ? null : [.. plans.Select(id => Present(Get<Plan>(graph, id, "plan")))]);
        var size = Paging.SizeOf(first, nameof(first));
        var start = after is null ? (SearchHit?)null : graph.Search.Find(query, Paging.Item(after, nameof(after), graph.Find<PlanElement>))
            ?? throw Refused.With(PlanErrorCodes.InvalidCursor, "'after' stands at an element that this search does not find: begin again from the first page.");
        var (hits, total, more) = graph.Search.Search(query, size, start);
        SearchEdge[] edges = [.. hits.Select(hit => new SearchEdge(hit, query))];
        return new SearchConnection(edges, new PageInfo(more, after is not null, edges is [var f, ..] ? f.Cursor : null, edges is [.., var l] ? l.Cursor : null), total);
    }

    private static T Get<T>(PlanGraph graph, string id, string what) where T : class =>
        FindOrWhyNot<T>(graph, id, what) is var found && found is GraphQLException why ? throw why : (T)found;

    private static object FindOrWhyNot<T>(PlanGraph graph, string id, string what) where T : class
    {
        if (graph.FindOrMake<T>(id) is { } found) return found;
        return !GlobalId.IsWellFormed(id, out var type) || (typeof(T) != typeof(object) && type != typeof(T).Name)
            ? GlobalId.Invalid(id, what)
            : GlobalId.NotFound($"No {what} in this release has the id '{GlobalId.Shorten(id)}'.");
    }
}
