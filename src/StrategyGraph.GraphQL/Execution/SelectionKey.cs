using System.Runtime.CompilerServices;
using StrategyGraph.GraphQL.Execution.Incremental;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>A selection set that is part of a merged one, and the condition and the deferral it stands under there.</summary>
internal readonly record struct SelectionPart(SelectionSetNode Set, int Condition, DeferUsage? Defer = null);

/// <summary>
/// What a planned selection is of: a type, the selection sets that are merged, each with its condition and deferral, and the deferrals
/// that are past when it is executed.
/// </summary>
internal readonly struct SelectionKey(NamedType type, SelectionPart[] parts, DeferSet past) : IEquatable<SelectionKey>
{
    private readonly NamedType _type = type;
    private readonly SelectionPart[] _parts = parts;
    private readonly DeferSet _past = past;

    public bool Equals(SelectionKey other)
    {
        if (_type != other._type || _parts.Length != other._parts.Length || !_past.Equals(other._past)) return false;
        for (var i = 0; i < _parts.Length; i++)
        {
            var (part, theirs) = (_parts[i], other._parts[i]);
            if (!ReferenceEquals(part.Set, theirs.Set) || part.Condition != theirs.Condition || part.Defer != theirs.Defer) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is SelectionKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(RuntimeHelpers.GetHashCode(_type));
        foreach (var part in _parts)
        {
            hash.Add(RuntimeHelpers.GetHashCode(part.Set));
            hash.Add(part.Condition);
        }

        return hash.ToHashCode();
    }
}

/// <summary>Nodes are records, whose equality walks their whole tree; a plan means this very node.</summary>
internal sealed class ByReference : IEqualityComparer<(FieldNode Node, ObjectType Type)>
{
    public static ByReference Instance { get; } = new();

    public bool Equals((FieldNode Node, ObjectType Type) x, (FieldNode Node, ObjectType Type) y) =>
        ReferenceEquals(x.Node, y.Node) && ReferenceEquals(x.Type, y.Type);

    public int GetHashCode((FieldNode Node, ObjectType Type) key) => HashCode.Combine(
        RuntimeHelpers.GetHashCode(key.Node), RuntimeHelpers.GetHashCode(key.Type));
}
