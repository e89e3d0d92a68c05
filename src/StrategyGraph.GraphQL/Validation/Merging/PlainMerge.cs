using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>
/// Sees that all fields of a document merge (specification §5.3.2), in time that grows as the document does: fields of one response name
/// are compared with the first of them, not in pairs, and what is selected below all of them is looked at as one set.
/// What it does not see to be in order is for the rule to go through in pairs, which says what is wrong, and where.
/// </summary>
/// <remarks>
/// Comparing with the first is enough, because having the same shape is an equivalence, and so is being the same field with the same
/// arguments among fields that can be selected on one object: those of one object type, with those of interfaces and unions.
/// </remarks>
/// <param name="maxSteps">Sets and fields looked at before giving up, so that no document is worse off for having come by here.</param>
internal sealed class PlainMerge(FieldSets sets, DepthGauge depth, int maxSteps)
{
    /// <summary>Of selections, fragments expanded: deeper than any operation may go.</summary>
    private const int MaxNesting = 500;

    private readonly Dictionary<FieldSet, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(string Sets, bool ShapeOnly)> _checked = [];

    /// <summary>What was looked at as part of a larger set, which held, so that it need not be looked at alone.</summary>
    private readonly HashSet<FieldSet> _covered = new(ReferenceEqualityComparer.Instance);
    private int _steps;
    private int _nesting;

    /// <summary>Whether all fields of an operation or fragment, and below it, are seen to merge. Best asked of operations first.</summary>
    public bool Holds(FieldSet root) => _covered.Contains(root) || Holds([root], shapeOnly: false);

    /// <param name="parts">Selection sets that are selected on one object, or, with <paramref name="shapeOnly"/>, stand at one place of a response.</param>
    /// <param name="shapeOnly">Whether they may be of different objects, so that only the shapes of values have to agree.</param>
    private bool Holds(List<FieldSet> parts, bool shapeOnly)
    {
        if (parts is [{ Groups.Count: 0 } empty])
        {
            if (FirstFields(empty, shapeOnly) is not { } first) return false;
            parts = first;
        }

        if (!_checked.Add((KeyOf(parts), shapeOnly))) return true;
        if (_nesting == MaxNesting) return false;

        _nesting++;
        var holds = parts is [{ Spreads.Count: 0 } alone] ? HoldsAlone(alone, shapeOnly) : HoldTogether(parts, shapeOnly);
        _nesting--;
        return holds;
    }

    /// <summary>The nearest sets that have fields, where a set itself only spreads fragments: however many operations spread one, it is looked at once. Null when that takes too long.</summary>
    private List<FieldSet>? FirstFields(FieldSet empty, bool shapeOnly)
    {
        var found = new List<FieldSet>();
        var seen = new HashSet<FieldSet>(ReferenceEqualityComparer.Instance) { empty };
        var pending = new Stack<FieldSet>([empty]);
        while (pending.TryPop(out var set))
        {
            if (!shapeOnly) _covered.Add(set);
            if (!Spend(1 + set.Spreads.Count)) return null;
            foreach (var spread in set.Spreads)
            {
                if (sets.Find(spread.Name.Value) is not { } fragment || !seen.Add(fragment)) continue;
                if (fragment.Groups.Count == 0) pending.Push(fragment);
                else found.Add(fragment);
            }
        }

        return found;
    }

    private bool HoldTogether(List<FieldSet> parts, bool shapeOnly)
    {
        if (Fields(parts, shapeOnly) is not { } groups) return false;
        foreach (var group in groups.Values)
        {
            if (!Holds(group, shapeOnly)) return false;
        }

        return true;
    }

    /// <summary>One set without fragments, as most are: what is in it once has nothing to be compared with.</summary>
    private bool HoldsAlone(FieldSet set, bool shapeOnly)
    {
        foreach (var group in set.Groups.Values)
        {
            if (!Spend(group.Count)) return false;
            if (group.Count > 1 ? !Holds(Distinct(group), shapeOnly) : sets.Below(group[0]) is { } below && !Holds([below], shapeOnly)) return false;
        }

        return true;
    }

    /// <summary>The fields of a group; of leaves that are alike and on one type one, for they agree with all others, or none does.</summary>
    private static List<FieldOccurrence> Distinct(FieldGroup group)
    {
        var fields = new List<FieldOccurrence>();
        for (var i = 0; i < group.Count; i++)
        {
            if (i == 0 || !group.IsOneLeaf || group[i].ParentType != group[i - 1].ParentType) fields.Add(group[i]);
        }

        return fields;
    }

    private bool Holds(List<FieldOccurrence> group, bool shapeOnly)
    {
        if (group.Count > 1 && (group.Exists(f => f.Stream is not null) || !HaveOneShape(group))) return false;
        if (shapeOnly) return Below(group, shapeOnly: true);

        var objects = group.Select(f => f.ParentType).OfType<ObjectType>().Distinct().ToList();
        if (objects.Count < 2) return AreOneField(group) && Below(group, shapeOnly: false);

        foreach (var type in objects)
        {
            var common = group.FindAll(f => f.ParentType == type || f.ParentType is not ObjectType);
            if (!Spend(group.Count) || !AreOneField(common) || !Below(common, shapeOnly: false)) return false;
        }

        return Below(group, shapeOnly: true);
    }

    private bool Below(List<FieldOccurrence> group, bool shapeOnly)
    {
        var below = new List<FieldSet>();
        foreach (var field in group)
        {
            if (sets.Below(field) is { } subfields) below.Add(subfields);
        }

        return below.Count == 0 || Holds(below, shapeOnly);
    }

    /// <summary>Fields of types that the schema does not know are passed over, as in the rule.</summary>
    private static bool HaveOneShape(List<FieldOccurrence> group)
    {
        GraphType? first = null;
        foreach (var field in group)
        {
            if (field.Definition?.Type is not { } type) continue;
            first ??= type;
            if (!HaveOneShape(first, type)) return false;
        }

        return true;
    }

    private static bool HaveOneShape(GraphType one, GraphType other) => one == other || (one, other) switch
    {
        (ListType a, ListType b) => HaveOneShape(a.OfType, b.OfType),
        (NonNullType a, NonNullType b) => HaveOneShape(a.OfType, b.OfType),
        (NamedType a, NamedType b) => !a.IsLeafType && !b.IsLeafType,
        _ => false,
    };

    private bool AreOneField(List<FieldOccurrence> group)
    {
        for (var i = 1; i < group.Count; i++)
        {
            if (group[i].Node.Name.Value != group[0].Node.Name.Value || !group[i].Arguments.HaveKeysOf(group[0].Arguments, depth)) return false;
        }

        return true;
    }

    /// <summary>The fields of the sets and of all fragments they spread, by response name; null when that takes too long.</summary>
    private Dictionary<string, List<FieldOccurrence>>? Fields(List<FieldSet> parts, bool shapeOnly)
    {
        var groups = new Dictionary<string, List<FieldOccurrence>>();
        var seen = new HashSet<FieldSet>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<FieldSet>(parts);
        while (pending.TryPop(out var set))
        {
            if (!seen.Add(set)) continue;
            if (!shapeOnly) _covered.Add(set);
            if (!Spend(1 + set.Spreads.Count)) return null;
            foreach (var (name, fields) in set.Groups)
            {
                if (!Spend(fields.Count)) return null;
                if (groups.TryGetValue(name, out var group)) group.AddRange(Distinct(fields));
                else groups[name] = Distinct(fields);
            }

            foreach (var spread in set.Spreads)
            {
                if (sets.Find(spread.Name.Value) is { } fragment) pending.Push(fragment);
            }
        }

        return groups;
    }

    private bool Spend(int steps) => (_steps += steps) <= maxSteps;

    /// <summary>The same text for the same sets, however ordered.</summary>
    private string KeyOf(List<FieldSet> parts)
    {
        var ids = new SortedSet<int>();
        foreach (var part in parts)
        {
            if (!_ids.TryGetValue(part, out var id)) _ids[part] = id = _ids.Count;
            ids.Add(id);
        }

        return string.Join(',', ids);
    }
}
