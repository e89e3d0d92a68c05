namespace StrategyGraph.Catalog.Reading;

/// <summary>Rows by the number of their owner. Rows come in order of their owners, so a group is complete when the next begins.</summary>
internal sealed class Groups<T>
{
    private readonly Dictionary<int, T[]> _complete = [];
    private readonly List<T> _open = [];
    private int _owner;

    /// <summary>An owner's rows in their order; none where it has none.</summary>
    public IReadOnlyList<T> this[int owner]
    {
        get
        {
            Complete();
            return _complete.TryGetValue(owner, out var rows) ? rows : [];
        }
    }

    public void Add(int? owner, T row)
    {
        if (owner is not { } number) return;
        if (number != _owner) Complete();
        _owner = number;
        _open.Add(row);
    }

    private void Complete()
    {
        if (_open.Count == 0) return;
        _complete.Add(_owner, [.. _open]);
        _open.Clear();
    }
}
