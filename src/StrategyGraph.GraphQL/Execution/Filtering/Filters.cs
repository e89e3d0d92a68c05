namespace StrategyGraph.GraphQL.Execution.Filtering;

/// <summary>How filters side by side count: <c>and</c> needs each, <c>or</c> one. A list that is left out or empty is no condition.</summary>
public static class Filters
{
    public static bool All<TFilter, TValue>(IReadOnlyList<TFilter>? filters, TValue value, Func<TFilter, TValue, bool> matches)
    {
        for (var i = 0; i < (filters?.Count ?? 0); i++)
        {
            if (!matches(filters![i], value)) return false;
        }

        return true;
    }

    public static bool Any<TFilter, TValue>(IReadOnlyList<TFilter>? filters, TValue value, Func<TFilter, TValue, bool> matches)
    {
        if (filters is not { Count: > 0 }) return true;
        for (var i = 0; i < filters.Count; i++)
        {
            if (matches(filters[i], value)) return true;
        }

        return false;
    }
}
