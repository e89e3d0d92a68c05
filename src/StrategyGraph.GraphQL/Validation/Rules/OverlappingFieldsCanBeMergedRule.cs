using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation.Merging;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Selections of one response name mean one field, with the same arguments and a type of the same shape, so that the response can hold it once.
/// <see href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging">§5.3.2 Field Selection Merging</see>
/// </summary>
/// <remarks>
/// <see cref="PlainMerge"/> goes first. Where it finds something, every selection set is compared with itself: its fields in pairs, its fields with every fragment it reaches, and its fragments in pairs.
/// What a pair of fragments, or of fields and a fragment, has been found to be is remembered, so fragments in fragments cost no more than once.
/// Subselections of merged fields are compared anew, which a document can make costly; <see cref="ValidationOptions.MaxMergeComparisons"/> ends it then.
/// </remarks>
internal sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    private readonly FieldSets _sets;
    private readonly Action<long> _spend;
    private readonly Dictionary<(int, int), bool> _comparedFragments = [];

    private readonly bool _inPairs;

    /// <param name="inPairs">Compare in pairs from the start, whatever <see cref="PlainMerge"/> would say: the two are tested against each other.</param>
    public OverlappingFieldsCanBeMergedRule(ValidationContext context, bool inPairs = false)
        : base(context) =>
        (_sets, _spend, _inPairs) = (new FieldSets(context, Spend), Spend, inPairs);

    /// <summary>The steps taken so far, counted as <see cref="ValidationOptions.MaxMergeComparisons"/> does.</summary>
    public long Comparisons { get; private set; }

    public override bool Enter(SyntaxNode node)
    {
        if (node is DocumentNode document && !_inPairs && MergePlainly(document)) return false;

        // An inline fragment's selections are among those of the set around it.
        if (node is not SelectionSetNode selectionSet) return node is not (ArgumentNode or DirectiveNode);
        if (Context.Ancestors[^1] is InlineFragmentNode || selectionSet.Selections is [FieldNode or FragmentSpreadNode]) return true;

        foreach (var conflict in ConflictsIn(_sets.Of(Context.Types.ParentType, selectionSet)))
            Report(conflict.Message, conflict.These.Concat(conflict.Those));
        return true;
    }

    /// <summary>Whether all is seen to be in order without comparing pairs, as it is in nearly every document.</summary>
    private bool MergePlainly(DocumentNode document)
    {
        var plain = new PlainMerge(_sets, Context.Depth, Context.Options.MaxMergeComparisons);
        foreach (var definition in document.Definitions.OrderBy(d => d is FragmentDefinitionNode))
        {
            var root = definition switch
            {
                OperationDefinitionNode operation => _sets.Of(Context.Schema.RootType(operation.Operation), operation.SelectionSet),
                FragmentDefinitionNode fragment => _sets.Of(fragment),
                _ => null,
            };
            if (root is not null && !plain.Holds(root)) return false;
        }

        return true;
    }

    private List<MergeConflict> ConflictsIn(FieldSet fields)
    {
        var conflicts = new List<MergeConflict>();
        foreach (var group in fields.Groups.Values)
        {
            if (group.IsOneLeaf)
            {
                Spend((long)group.Count * (group.Count - 1));
                continue;
            }

            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++) Compare(conflicts, false, group[i], group[j]);

                // Each will be an error of its own, and no more are listed.
                if (conflicts.Count > Context.Options.MaxErrors) return conflicts;
            }
        }

        if (fields.Spreads.Count == 0 || (fields.Groups.Count == 0 && fields.Spreads.Count == 1)) return conflicts;

        var fragments = _sets.FragmentsOf(fields);
        for (var i = 0; i < fragments.Count; i++)
        {
            CompareWithFragment(conflicts, false, fields, fragments[i]);
            for (var j = i + 1; j < fragments.Count; j++) CompareFragments(conflicts, false, fragments[i], fragments[j]);
        }

        return conflicts;
    }

    /// <param name="exclusive">The two sides are selected on objects that are never the same, so only the shapes of their values have to agree.</param>
    private void CompareWithFragment(List<MergeConflict> conflicts, bool exclusive, FieldSet fields, SpreadFragment fragment)
    {
        Spend(1);
        if (fields.Groups.Count == 0 || !IsNew(fields.ComparedFragments, fragment, exclusive) || fragment.Definition is null) return;

        var other = _sets.Of(fragment.Definition);
        var inner = _sets.FragmentsOf(other);
        if (other == fields) return;

        Context.Depth.Deepen();
        CompareSets(conflicts, exclusive, fields, other);
        foreach (var next in inner) CompareWithFragment(conflicts, exclusive, fields, next);
        Context.Depth.Surface();
    }

    private void CompareFragments(List<MergeConflict> conflicts, bool exclusive, SpreadFragment one, SpreadFragment other)
    {
        Spend(2);
        if (one == other || !IsNew(_comparedFragments, (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id)), exclusive)) return;
        if (one.Definition is null || other.Definition is null) return;

        var (fields, otherFields) = (_sets.Of(one.Definition), _sets.Of(other.Definition));
        var (inner, otherInner) = (_sets.FragmentsOf(fields), _sets.FragmentsOf(otherFields));
        Context.Depth.Deepen();
        CompareSets(conflicts, exclusive, fields, otherFields);
        foreach (var next in otherInner) CompareFragments(conflicts, exclusive, one, next);
        foreach (var next in inner) CompareFragments(conflicts, exclusive, next, other);
        Context.Depth.Surface();
    }

    private void CompareSets(List<MergeConflict> conflicts, bool exclusive, FieldSet these, FieldSet those)
    {
        if (these.Groups.Count == 0 || those.Groups.Count == 0) return;

        foreach (var (ones, others) in these.OverlapsWith(those, _spend))
        {
            if (ones.IsSameLeafAs(others))
            {
                Spend(2L * ones.Count * others.Count);
                continue;
            }

            for (var i = 0; i < ones.Count; i++)
            {
                for (var j = 0; j < others.Count; j++) Compare(conflicts, exclusive, ones[i], others[j]);
            }
        }
    }

    private void Compare(List<MergeConflict> conflicts, bool exclusive, FieldOccurrence one, FieldOccurrence other)
    {
        Spend(2);
        if (ConflictOf(exclusive, one, other) is { } conflict) conflicts.Add(conflict);
    }

    private MergeConflict? ConflictOf(bool exclusive, FieldOccurrence one, FieldOccurrence other)
    {
        if (one.IsSameLeafAs(other)) return null;

        var (name, otherName) = (one.Node.Name.Value, other.Node.Name.Value);
        var (type, otherType) = (one.Definition?.Type, other.Definition?.Type);
        exclusive |= one.ParentType != other.ParentType && one.ParentType is ObjectType && other.ParentType is ObjectType;
        if (!exclusive)
        {
            if (name != otherName) return MergeConflict.Between(one, other, MergeConflict.DifferentFields(name, otherName));
            if (!AreSame(one.Arguments, other.Arguments)) return MergeConflict.Between(one, other, "they have differing arguments");
        }

        if (one.Stream is not null || other.Stream is not null)
        {
            var areSame = one.Stream is not null && other.Stream is not null && AreSame(one.StreamArguments, other.StreamArguments);
            return MergeConflict.Between(one, other,
                "they have overlapping stream directives" + (areSame ? ". See https://github.com/graphql/defer-stream-wg/discussions/100" : ""));
        }

        if (type is not null && otherType is not null && DifferInShape(type, otherType))
            return MergeConflict.Between(one, other, $"they return conflicting types \"{type}\" and \"{otherType}\"");

        if (_sets.Below(one) is not { } subfields || _sets.Below(other) is not { } otherSubfields) return null;

        Context.Depth.Deepen();
        var conflicts = ConflictsBetween(exclusive, subfields, otherSubfields);
        Context.Depth.Surface();
        return MergeConflict.OfSubfields(one, other, conflicts);
    }

    private List<MergeConflict> ConflictsBetween(bool exclusive, FieldSet these, FieldSet those)
    {
        var conflicts = new List<MergeConflict>();
        var (fragments, otherFragments) = (_sets.FragmentsOf(these), _sets.FragmentsOf(those));
        CompareSets(conflicts, exclusive, these, those);
        foreach (var fragment in otherFragments) CompareWithFragment(conflicts, exclusive, these, fragment);
        foreach (var fragment in fragments) CompareWithFragment(conflicts, exclusive, those, fragment);
        foreach (var one in fragments)
        {
            foreach (var other in otherFragments) CompareFragments(conflicts, exclusive, one, other);
        }

        return conflicts;
    }

    private bool AreSame(GivenArguments one, GivenArguments other) => one.AreSameAs(other, Context.Depth, _spend);

    /// <summary>Whether the values would look different in a response: another wrapping, or a leaf that is not the same leaf (§5.3.2, SameResponseShape).</summary>
    private bool DifferInShape(GraphType one, GraphType other)
    {
        if (one == other) return false;

        Spend(1);
        return (one, other) switch
        {
            (ListType a, ListType b) => DifferInShape(a.OfType, b.OfType),
            (NonNullType a, NonNullType b) => DifferInShape(a.OfType, b.OfType),
            (NamedType, NamedType) => one.IsLeafType || other.IsLeafType,
            _ => true,
        };
    }

    /// <summary>Notes a comparison, unless the same was done: one of fields that could be on the same object stands for one of exclusive fields too.</summary>
    private static bool IsNew<TKey>(Dictionary<TKey, bool> compared, TKey key, bool exclusive)
        where TKey : notnull
    {
        if (compared.TryGetValue(key, out var wasExclusive) && (exclusive || !wasExclusive)) return false;

        compared[key] = exclusive;
        return true;
    }

    private void Spend(long steps)
    {
        Comparisons += steps;
        if (Comparisons > Context.Options.MaxMergeComparisons) throw ValidationAborted.TooManyMergeComparisons(Context.Options.MaxMergeComparisons);
    }
}
