namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>The fields of one response name in one set, in document order.</summary>
internal sealed class FieldGroup
{
    private readonly List<FieldOccurrence> _fields = [];

    public int Count => _fields.Count;

    public FieldOccurrence this[int index] => _fields[index];

    /// <summary>All of them are the same leaf, so that a group of thousands needs no look at its pairs.</summary>
    public bool IsOneLeaf { get; private set; } = true;

    public void Add(FieldOccurrence field)
    {
        _fields.Add(field);
        IsOneLeaf &= _fields[0].IsSameLeafAs(field);
    }

    public bool IsSameLeafAs(FieldGroup other) => IsOneLeaf && other.IsOneLeaf && this[0].IsSameLeafAs(other[0]);
}
