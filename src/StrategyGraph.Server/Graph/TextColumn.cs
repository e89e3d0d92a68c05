namespace StrategyGraph.Server.Graph;

/// <summary>Texts one after the other in one array, to be looked through from any of them with the processor's vector instructions.</summary>
/// <typeparam name="T">What a character takes: a byte or a char.</typeparam>
internal sealed class TextColumn<T> where T : unmanaged, IEquatable<T>
{
    private (List<T> Texts, List<int> Starts) _growing = ([], [0]);
    private T[] _texts = [];
    private int[] _starts = [];

    /// <summary>Stands after each text, so that nothing is found across two.</summary>
    public static T End => default;

    public void Add(ReadOnlySpan<T> text)
    {
        _growing.Texts.AddRange(text);
        _growing.Texts.Add(End);
        _growing.Starts.Add(_growing.Texts.Count);
    }

    public void Finish()
    {
        (_texts, _starts) = ([.. _growing.Texts], [.. _growing.Starts]);
        _growing = default;
    }

    public ReadOnlySpan<T> this[int text] => _texts.AsSpan(_starts[text].._starts[text + 1])[..^1];

    /// <summary>The first text from <paramref name="from"/> to before <paramref name="to"/> in which a term without <see cref="End"/> stands; −1 when there is none.</summary>
    public int Next(ReadOnlySpan<T> term, int from, int to)
    {
        if (from >= to) return -1;
        var found = _texts.AsSpan(_starts[from].._starts[to]).IndexOf(term);
        return found < 0 ? -1 : TextAt(_starts[from] + found, from);
    }

    /// <summary>The text in which a place lies, which is <paramref name="from"/> or a later one: near it where much is found.</summary>
    private int TextAt(int place, int from)
    {
        var step = 1;
        while (from + step < _starts.Length && _starts[from + step] <= place) (from, step) = (from + step, step * 2);
        var (low, high) = (from, Math.Min(from + step, _starts.Length));
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_starts[middle] <= place) low = middle;
            else high = middle;
        }

        return low;
    }
}
