namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>A list of numbers for each of many, in one array.</summary>
internal sealed class Rows(int[] ends, int[] values)
{
    public ReadOnlySpan<int> this[int of] => values.AsSpan((of == 0 ? 0 : ends[of - 1])..ends[of]);

    /// <param name="visit">Adds each number to the list it belongs to, in order; one that is added again right away is there once.</param>
    public static Rows Of(int count, Action<Action<int, int>> visit)
    {
        var (ends, last) = (new int[count], new int[count]);
        Array.Fill(last, -1);
        visit((of, value) =>
        {
            if (last[of] == value) return;
            last[of] = value;
            ends[of]++;
        });
        for (var i = 1; i < count; i++) ends[i] += ends[i - 1];

        var values = new int[count == 0 ? 0 : ends[^1]];
        var next = new int[count];
        for (var i = 1; i < count; i++) next[i] = ends[i - 1];
        Array.Fill(last, -1);
        visit((of, value) =>
        {
            if (last[of] == value) return;
            last[of] = value;
            values[next[of]++] = value;
        });
        return new Rows(ends, values);
    }
}
