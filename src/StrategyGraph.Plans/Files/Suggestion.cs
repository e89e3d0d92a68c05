namespace StrategyGraph.Plans.Files;

/// <summary>"Did you mean": the known name nearest to one that is not known.</summary>
public static class Suggestion
{
    private const int LongestCompared = 100;
    private const int MostCompared = 2_000;

    /// <summary><c> Did you mean 'x'?</c> with a leading space, or nothing where no known name is near.</summary>
    public static string For(string written, IEnumerable<string> known)
    {
        if (written.Length > LongestCompared) return "";
        string? nearest = null;
        // Short names, such as departments' in Japanese, are others when two letters differ.
        var least = (written.Length <= 4 ? 1 : (int)(written.Length * 0.4) + 1) + 1;
        foreach (var name in known.Take(MostCompared))
        {
            if (Math.Abs(name.Length - written.Length) >= least || name.Length > LongestCompared) continue;
            var distance = string.Equals(name, written, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(written, name);
            if (distance < least) (nearest, least) = (name, distance);
        }

        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>Edits between two names: a letter put in, left out, exchanged, or two neighbours swapped.</summary>
    private static int Distance(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[LongestCompared + 1];
        Span<int> last = stackalloc int[LongestCompared + 1];
        Span<int> row = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[b.Length];
    }
}
