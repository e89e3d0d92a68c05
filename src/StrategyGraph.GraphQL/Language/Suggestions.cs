namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// The "Did you mean …?" of error messages: which known names a mistyped one may have meant.
/// Kept to what netstandard2.0 has, because the build-time binder compiles this file too.
/// </summary>
internal static class Suggestions
{
    private const int MostShown = 5;

    /// <summary>
    /// The options near enough to <paramref name="input"/>, nearest first, then in natural order (<c>a2</c> before <c>a10</c>).
    /// Near enough means at most 40 % of the input's length, plus one, insertions, deletions, replacements
    /// and swaps of neighbours away; case counts as one.
    /// </summary>
    public static IReadOnlyList<string> For(string input, IEnumerable<string> options)
    {
        var threshold = (int)Math.Floor(input.Length * 0.4) + 1;
        var near = new List<KeyValuePair<string, int>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (seen.Add(option) && Distance(input, option, threshold) is { } distance)
                near.Add(new KeyValuePair<string, int>(option, distance));
        }

        near.Sort((a, b) => a.Value != b.Value ? a.Value.CompareTo(b.Value) : CompareNaturally(a.Key, b.Key));
        return near.ConvertAll(n => n.Key);
    }

    /// <summary><c> Did you mean "a", "b", or "c"?</c> with its leading space, at most five of them; empty without suggestions.</summary>
    /// <param name="what">Words between the question and the names: <c>the enum value</c>.</param>
    public static string DidYouMean(IReadOnlyList<string> suggestions, string? what = null)
    {
        if (suggestions.Count == 0) return "";

        var quoted = new List<string>();
        for (var i = 0; i < suggestions.Count && i < MostShown; i++) quoted.Add($"\"{suggestions[i]}\"");
        return $" Did you mean {(what is null ? "" : what + " ")}{OrList(quoted)}?";
    }

    /// <summary>The names near to <paramref name="input"/> as a question; empty when there are none.</summary>
    public static string DidYouMean(string input, IEnumerable<string> options, string? what = null) => DidYouMean(For(input, options), what);

    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b, or c</c>.</summary>
    public static string OrList(IReadOnlyList<string> items) => List(items, "or");

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b, and c</c>.</summary>
    public static string AndList(IReadOnlyList<string> items) => List(items, "and");

    private static string List(IReadOnlyList<string> items, string conjunction) => items.Count switch
    {
        0 => "",
        1 => items[0],
        2 => $"{items[0]} {conjunction} {items[1]}",
        _ => $"{string.Join(", ", items.Take(items.Count - 1))}, {conjunction} {items[items.Count - 1]}",
    };

    /// <summary>The optimal string alignment distance without regard to case; null when it is over the threshold.</summary>
    private static int? Distance(string input, string option, int threshold)
    {
        if (input == option) return 0;

        // Lengths first: a name of a megabyte is refused here, before any work that grows with it.
        if (Math.Abs(input.Length - option.Length) > threshold) return null;

        var a = input.ToLowerInvariant();
        var b = option.ToLowerInvariant();
        if (a == b) return 1;

        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var cell = Math.Min(replaced, Math.Min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cell = Math.Min(cell, beforeLast[j - 2] + 1);
                current[j] = cell;
                least = Math.Min(least, cell);
            }

            if (least > threshold) return null;
            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length] <= threshold ? last[b.Length] : null;
    }

    /// <summary>Ordinal, but a run of digits compares as the number it writes.</summary>
    internal static int CompareNaturally(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            int difference;
            if (IsDigit(a[i]) && IsDigit(b[j]))
            {
                var left = NumberAt(a, i);
                var right = NumberAt(b, j);
                difference = left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(left, right);
                i += left.Length;
                j += right.Length;
            }
            else
            {
                difference = a[i++] - b[j++];
            }

            if (difference != 0) return difference;
        }

        return (a.Length - i) - (b.Length - j);
    }

    /// <summary>The digits of the number that begins here; a leading zero is a number by itself.</summary>
    private static string NumberAt(string text, int start)
    {
        var end = start + 1;
        if (text[start] != '0')
        {
            while (end < text.Length && IsDigit(text[end])) end++;
        }

        return text.Substring(start, end - start);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
