using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Execution.Filtering;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server.Resolvers;

/// <summary>The elements that meet what a filter asks of their columns.</summary>
internal sealed class Candidates<T, TFilter>(PlanGraph graph, ElementColumns<T> columns, Func<TFilter, ColumnConditions<TFilter>> conditions) where T : PlanElement
{
    /// <summary>By plan, and by place of percentage, whether it meets all conditions; null where none is asked.</summary>
    private bool[]? _plans, _percents;
    private readonly List<string> _titleParts = [];

    /// <summary>In the graph's order.</summary>
    /// <param name="matches">Asks the whole filter, where columns do not tell all that it asks.</param>
    public IReadOnlyList<T> Find(TFilter where, Func<T, bool> matches)
    {
        var isAnswered = Narrow(where);
        var titles = _titleParts.Count > 0 ? columns.Titles : null;
        var percents = _percents is null ? null : columns.Percents;
        var found = new List<T>();
        foreach (var (start, end) in Spans())
        {
            for (var row = Next(start, end); row >= 0; row = Next(row + 1, end))
            {
                if (Holds(row) && (isAnswered || matches(columns.Elements[row]))) found.Add(columns.Elements[row]);
            }
        }

        return found;

        int Next(int from, int to) => titles is null ? (from < to ? from : -1) : titles.Next(_titleParts[0], from, to);

        bool Holds(int row)
        {
            if (percents is not null && !_percents![percents.PlaceOf(row)]) return false;
            for (var i = 1; i < _titleParts.Count; i++)
            {
                RequestContext.Working();
                if (titles![row].IndexOf(_titleParts[i]) < 0) return false;
            }

            return true;
        }
    }

    /// <summary>Takes in the conditions of a filter; whether there are no others in it.</summary>
    private bool Narrow(TFilter filter)
    {
        var asked = conditions(filter);
        var isAnswered = asked.AreAll;
        if (asked.Plan.HasValue) Narrow(ref _plans, graph.Plans.Count, plan => asked.Plan.Value?.Matches(graph.Plans[plan], graph) is true);
        if (asked.Progress.HasValue) isAnswered &= Narrow(asked.Progress.Value);
        if (asked.Title is { } title) isAnswered &= Narrow(title);
        foreach (var one in asked.And) isAnswered &= Narrow(one);
        return isAnswered;
    }

    private bool Narrow(ProgressFilterInput? progress)
    {
        var percents = columns.Percents;
        Narrow(ref _percents, percents.Places, place => percents.At(place) is var (percent, isProgress) && progress is null ? !isProgress : isProgress && progress.Percent?.Matches(percent) is not false);
        return progress is null || progress == new ProgressFilterInput { Percent = progress.Percent };
    }

    private bool Narrow(StringOperationFilterInput title)
    {
        if (title.Contains is { } part)
        {
            if (part.Contains(TextColumn<char>.End)) return false;
            _titleParts.Add(part);
        }

        return title == new StringOperationFilterInput { Contains = title.Contains };
    }

    private static void Narrow(ref bool[]? meeting, int count, Func<int, bool> meets)
    {
        if (meeting is null) Array.Fill(meeting = new bool[count], true);
        for (var i = 0; i < count; i++)
        {
            RequestContext.Working();
            meeting[i] = meeting[i] && meets(i);
        }
    }

    /// <summary>The rows of the plans that are asked for: from the first to before the second of each.</summary>
    private IEnumerable<(int Start, int End)> Spans() => _plans is null ? [(0, columns.Elements.Count)] : graph.Plans.Where(p => _plans[p.Position]).Select(columns.RowsOf);
}
