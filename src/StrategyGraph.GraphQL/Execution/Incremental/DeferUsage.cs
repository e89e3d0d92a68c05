using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>
/// A <c>@defer</c> that is on, as it was met while the fields of one selection were collected.
/// Incremental delivery is not in the September 2025 edition; all of this folder follows
/// <see href="https://github.com/graphql/graphql-spec/pull/1110">its proposal</see> as graphql-js 17 has it.
/// </summary>
internal sealed class DeferUsage(DirectiveNode directive, DeferUsage? parent)
{
    public DirectiveNode Directive { get; } = directive;

    public string? Label { get; } = (IncrementalDirectives.Argument(directive, "label") as StringValueNode)?.Value;

    /// <summary>The one that it stands in, of this or of an outer selection.</summary>
    public DeferUsage? Parent { get; } = parent;

    /// <summary>How many stand inside each other down to this one.</summary>
    public int Depth { get; } = 1 + (parent?.Depth ?? 0);

    /// <summary>The selection it was met in, and its index in <see cref="PlannedDeferral.New"/> there.</summary>
    public PlannedDeferral Place { get; private set; } = null!;

    public int Index { get; private set; }

    public void PutIn(PlannedDeferral place, int index) => (Place, Index) = (place, index);
}

/// <summary>The deferrals that a field waits for: it comes with whichever of them is complete first. Equal by what is in it.</summary>
internal sealed class DeferSet : IEquatable<DeferSet>
{
    private readonly HashSet<DeferUsage> _usages;

    private DeferSet(DeferUsage[] usages) => (Usages, _usages) = (usages, [.. usages]);

    /// <summary>Of what waits for nothing.</summary>
    public static DeferSet None { get; } = new([]);

    /// <summary>In the order of first appearance.</summary>
    public DeferUsage[] Usages { get; }

    /// <summary>
    /// What a response name waits for: nothing, where one of its selections is not deferred; else the outermost deferrals of its selections.
    /// </summary>
    public static DeferSet Of(List<FieldOccurrence> occurrences)
    {
        foreach (var occurrence in occurrences)
        {
            if (occurrence.Defer is null) return None;
        }

        // What stands in one of the others is never needed first: that one is complete before this one begins.
        var all = occurrences.Select(o => o.Defer!).ToHashSet();
        return new DeferSet([.. occurrences.Select(o => o.Defer!).Distinct().Where(usage => !HasAncestorIn(all, usage))]);
    }

    public bool Equals(DeferSet? other) => ReferenceEquals(this, other) || (other is not null && _usages.SetEquals(other._usages));

    public override bool Equals(object? obj) => Equals(obj as DeferSet);

    public override int GetHashCode()
    {
        var hash = 0;
        foreach (var usage in Usages) hash ^= usage.GetHashCode();
        return hash;
    }

    private static bool HasAncestorIn(HashSet<DeferUsage> all, DeferUsage usage)
    {
        for (var outer = usage.Parent; outer is not null; outer = outer.Parent)
        {
            if (all.Contains(outer)) return true;
        }

        return false;
    }
}
