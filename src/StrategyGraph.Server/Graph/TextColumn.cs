namespace StrategyGraph.Server.Graph;

/// <summary>Texts one after the other in one array, to be looked through from any of them with the processor's vector instructions.</summary>
/// <typeparam name="T">What a character takes: a byte or a char.</typeparam>
internal sealed class TextColumn<T> where T : unmanaged, IEquatable<T>
{
    private const int BlockSize = 64;

    private (List<T> Texts, List<int> Starts) _growing = ([], [0]);
    private T[] _texts = [];
    private int[] _starts = [];

    /// <summary>The text at the beginning of each block, so that the one at any place is found in a few steps.</summary>
    private int[] _blocks = [];

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
        _blocks = new int[(_texts.Length / BlockSize) + 1];
        for (var (block, text) = (0, 0); block < _blocks.Length; block++)
        {
            while (text < _starts.Length - 1 && _starts[text + 1] <= block * BlockSize) text++;
            _blocks[block] = text;
        }
    }

    public ReadOnlySpan<T> this[int text] => _texts.AsSpan(_starts[text].._starts[text + 1])[..^1];

    /// <summary>The first text from <paramref name="from"/> to before <paramref name="to"/> in which a term without <see cref="End"/> stands; −1 when there is none.</summary>
    public int Next(ReadOnlySpan<T> term, int from, int to)
    {
        if (from >= to) return -1;
        var found = _texts.AsSpan(_starts[from].._starts[to]).IndexOf(term);
        return found < 0 ? -1 : TextAt(_starts[from] + found);
    }

    private int TextAt(int place)
    {
        var text = _blocks[place / BlockSize];
        while (_starts[text + 1] <= place) text++;
        return text;
    }
}
