using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>What is deferred of one object type's selection.</summary>
internal sealed class PlannedDeferral
{
    public PlannedDeferral(DeferUsage[] begins, PlannedSelection now, DeferredFields[] later)
    {
        (New, Now, Later) = (begins, now, later);
        for (var i = 0; i < begins.Length; i++) begins[i].PutIn(this, i);
        PendingResults = begins.Length + later.Sum(l => l.Usages.Length);
    }

    /// <summary>The deferrals that begin in this selection, those around others first.</summary>
    public DeferUsage[] New { get; }

    /// <summary>The fields that are executed together with whatever selects the object.</summary>
    public PlannedSelection Now { get; }

    public DeferredFields[] Later { get; }

    /// <summary>What one object adds to <see cref="ExecutionLimits.MaxPendingResults"/>.</summary>
    public int PendingResults { get; }
}

/// <summary>Fields of one object that wait for the same deferrals, and so are executed together.</summary>
internal sealed record DeferredFields(DeferUsage[] Usages, PlannedSelection Selection);

/// <summary>A <c>@stream</c> that is on.</summary>
/// <param name="ItemField">The field as its later items are executed: each by itself, so whatever the list as a whole waited for is past.</param>
internal sealed record PlannedStream(DirectiveNode Directive, PlannedField ItemField)
{
    public string? Label { get; } = (IncrementalDirectives.Argument(Directive, "label") as StringValueNode)?.Value;
}
