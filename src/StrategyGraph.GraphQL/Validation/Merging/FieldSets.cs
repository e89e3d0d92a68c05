using System.Runtime.CompilerServices;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>Collects each selection set and fragment once.</summary>
internal sealed class FieldSets(ValidationContext context, Action<long> spend)
{
    private readonly Dictionary<(NamedType? ParentType, SelectionSetNode Node), FieldSet> _sets = new(ByReference.Instance);
    private readonly Dictionary<string, SpreadFragment> _fragments = [];
    private readonly SpreadFragment _unknownFragment = new(0, null);

    public FieldSet Of(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (_sets.TryGetValue((parentType, selectionSet), out var known)) return known;

        var fields = new FieldSet();
        Collect(fields, parentType, selectionSet);
        return _sets[(parentType, selectionSet)] = fields;
    }

    /// <summary>What is selected below a field; null where nothing is.</summary>
    public FieldSet? Below(FieldOccurrence field) =>
        field.Node.SelectionSet is { } selectionSet ? field.Subfields ??= Of(field.Definition?.Type.NamedType, selectionSet) : null;

    public FieldSet Of(FragmentDefinitionNode fragment) =>
        Of(context.Schema.TypeFromNode(fragment.TypeCondition) as NamedType, fragment.SelectionSet);

    /// <summary>The fields of the fragment of that name; null where the document has none.</summary>
    public FieldSet? Find(string fragment) => Fragment(fragment).Definition is { } definition ? Of(definition) : null;

    /// <summary>The fragments that a set spreads. One step for each spread, the first time.</summary>
    public IReadOnlyList<SpreadFragment> FragmentsOf(FieldSet fields)
    {
        if (fields.Fragments is not null) return fields.Fragments;

        spend(fields.Spreads.Count);
        return fields.Fragments = [.. fields.Spreads.Select(s => Fragment(s.Name.Value)).Distinct()];
    }

    private SpreadFragment Fragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known;
        return _fragments[name] = context.Fragments.Find(name) is { } definition ? new SpreadFragment(_fragments.Count + 1, definition) : _unknownFragment;
    }

    private void Collect(FieldSet fields, NamedType? parentType, SelectionSetNode selectionSet)
    {
        context.Depth.Deepen();
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!fields.Groups.TryGetValue(field.ResponseName, out var sameName)) fields.Groups[field.ResponseName] = sameName = new FieldGroup();
                    sameName.Add(new FieldOccurrence(field, parentType));
                    break;
                case FragmentSpreadNode spread:
                    fields.Spreads.Add(spread);
                    break;
                case InlineFragmentNode { TypeCondition: { } condition } fragment:
                    Collect(fields, context.Schema.TypeFromNode(condition) as NamedType, fragment.SelectionSet);
                    break;
                case InlineFragmentNode fragment:
                    Collect(fields, parentType, fragment.SelectionSet);
                    break;
            }
        }

        context.Depth.Surface();
    }

    /// <summary>Syntax nodes compare by content; here two selections of the same text are two.</summary>
    private sealed class ByReference : IEqualityComparer<(NamedType? ParentType, SelectionSetNode Node)>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals((NamedType? ParentType, SelectionSetNode Node) a, (NamedType? ParentType, SelectionSetNode Node) b) =>
            a.ParentType == b.ParentType && ReferenceEquals(a.Node, b.Node);

        public int GetHashCode((NamedType? ParentType, SelectionSetNode Node) key) =>
            HashCode.Combine(key.ParentType, RuntimeHelpers.GetHashCode(key.Node));
    }
}
