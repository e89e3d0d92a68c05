using System.Runtime.CompilerServices;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>A selection set that is part of a merged one, and the condition it stands under there.</summary>
internal readonly record struct SelectionPart(SelectionSetNode Set, int Condition);

/// <summary>What a planned selection is of: a type and the selection sets that are merged, each with its condition.</summary>
internal readonly struct SelectionKey(NamedType type, SelectionPart[] parts) : IEquatable<SelectionKey>
{
    private readonly NamedType _type = type;
    private readonly SelectionPart[] _parts = parts;

    public bool Equals(SelectionKey other)
    {
        if (_type != other._type || _parts.Length != other._parts.Length) return false;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (!ReferenceEquals(_parts[i].Set, other._parts[i].Set) || _parts[i].Condition != other._parts[i].Condition) return false;
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
