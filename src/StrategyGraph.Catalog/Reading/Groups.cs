using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StrategyGraph.Catalog.Reading;

internal static class Groups
{
    /// <summary>More rows than any release has. A number beyond is damage, and must not become an array of its size.</summary>
    public const int GreatestOwner = 1 << 26;
}

/// <summary>Rows by the number of their owner. Rows come in order of their owners, so a group is complete when the next begins.</summary>
/// <param name="owners">How many owners there are, where that is known.</param>
/// <param name="shared">Whether many owners have the same rows, in the same order: they share one list then.</param>
internal sealed class Groups<T>(int owners = 0, bool shared = false)
{
    private readonly T[]?[] _recent = new T[]?[shared ? 1 << 12 : 0];
    private readonly List<T> _open = [];
    private T[]?[] _complete = [];
    private int _owner;

    /// <summary>An owner's rows in their order; none where it has none.</summary>
    public IReadOnlyList<T> this[int owner] =>
        owner == _owner && _open.Count > 0 ? [.. _open]
        : owner < _complete.Length && _complete[owner] is { } rows ? rows
        : [];

    /// <exception cref="InvalidDataException">The owner is no row's number, or its group was complete.</exception>
    public void Add(int? owner, T row)
    {
        if (owner is not { } number) return;
        if (number != _owner) Begin(number);
        _open.Add(row);
    }

    private void Begin(int owner)
    {
        Complete();
        if (owner is < 1 or > Groups.GreatestOwner || (owner < _complete.Length && _complete[owner] is not null)) throw new InvalidDataException($"Rows of number {owner} are out of their order.");
        _owner = owner;
    }

    private void Complete()
    {
        if (_open.Count == 0) return;
        if (_owner >= _complete.Length) Array.Resize(ref _complete, Math.Max(_owner + 1, Math.Max(owners + 1, checked(_complete.Length * 2))));
        _complete[_owner] = shared ? Shared() : [.. _open];
        _open.Clear();
    }

    private T[] Shared()
    {
        var hash = 0;
        foreach (var row in _open) hash = (hash * 31) + RuntimeHelpers.GetHashCode(row);
        ref var recent = ref _recent[(uint)hash % (uint)_recent.Length];
        return recent is not null && recent.AsSpan().SequenceEqual(CollectionsMarshal.AsSpan(_open)) ? recent : recent = [.. _open];
    }
}
