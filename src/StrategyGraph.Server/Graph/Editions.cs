using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// Plans as of a day, made when they are asked for. The last few are kept, so that an edition that a request asks for at many places
/// (a hundred nodes of it, say) is made once.
/// </summary>
internal sealed class Editions(Tagging tagging)
{
    private const int Kept = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Plan Plan, DateOnly Day), Plan?> _editions = [];
    private readonly Queue<(Plan Plan, DateOnly Day)> _oldestFirst = [];

    /// <param name="plan">The plan as it stands.</param>
    /// <returns>Null where it was not there yet.</returns>
    public Plan? Of(Plan plan, DateOnly day)
    {
        lock (_lock)
        {
            if (_editions.TryGetValue((plan, day), out var known)) return known;
        }

        var made = PlanHistory.AsOf(plan.Source, day) is { } source ? PlanTrees.Edition(plan, source, day, tagging) : null;
        lock (_lock)
        {
            if (!_editions.TryAdd((plan, day), made)) return _editions[(plan, day)];
            _oldestFirst.Enqueue((plan, day));
            if (_oldestFirst.Count > Kept) _editions.Remove(_oldestFirst.Dequeue());
            return made;
        }
    }
}
