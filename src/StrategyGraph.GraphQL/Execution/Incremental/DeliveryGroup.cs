namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>
/// A <c>@defer</c> at one place of the response ("deferred fragment" of the proposal). It is complete when all its tasks are, and those
/// inside it begin only then.
/// </summary>
internal sealed class DeliveryGroup(DeferUsage usage, DeliveryGroup? parent, int[] path)
{
    public DeferUsage Usage { get; } = usage;
    public DeliveryGroup? Parent { get; } = parent;

    /// <summary>Where it is in the response: steps as in <see cref="RequestContext"/>.</summary>
    public int[] Path { get; } = path;

    /// <summary>What clients know it by; −1 before it is announced and after it is complete.</summary>
    public int Id { get; set; } = -1;

    public GroupState State { get; set; }

    public List<DeliveryGroup> Children { get; } = [];
    public List<DeferredTask> Tasks { get; } = [];

    /// <summary>Tasks that have yet to be executed.</summary>
    public int Pending { get; set; }

    /// <summary>Tasks whose fields no other group has delivered.</summary>
    public int Undelivered { get; set; }

    /// <summary>Waits for its parent, or is under way.</summary>
    public bool IsKnown => State is GroupState.Waiting or GroupState.Released;
}

internal enum GroupState : byte
{
    /// <summary>Met by the execution under way, which may yet take it back.</summary>
    Met,

    /// <summary>Waits for its parent.</summary>
    Waiting,

    /// <summary>Announced to the client, its tasks under way.</summary>
    Released,

    /// <summary>Complete, failed, or empty.</summary>
    Gone,
}

/// <summary>The fields of one object that wait for the same groups ("execution group" of the proposal).</summary>
internal sealed class DeferredTask(ObjectBinding binding, object? source, PlannedSelection selection, DeliveryGroup[] groups, DeferScope? scope, int[] path, int start)
{
    public ObjectBinding Binding { get; } = binding;
    public object? Source { get; } = source;
    public PlannedSelection Selection { get; } = selection;
    public DeliveryGroup[] Groups { get; } = groups;
    public DeferScope? Scope { get; } = scope;
    public int[] Path { get; } = path;

    /// <summary>Where in the text the object begins: when the writer goes back behind this, the task is no more.</summary>
    public int Start { get; } = start;

    public TaskState State { get; set; }

    /// <summary>The object with these fields, once executed; the errors in them, or why there is no object.</summary>
    public ResultText Data { get; set; }
    public IReadOnlyList<Language.GraphQLError> Errors { get; set; } = [];

    /// <summary>What is streamed in these fields, from when they are delivered.</summary>
    public List<PendingStream> Streams { get; } = [];

    public bool IsWanted => Array.Exists(Groups, static group => group.IsKnown);
}

internal enum TaskState : byte
{
    New,
    Ready,
    Executed,
    Failed,
    Delivered,
}

/// <summary>JSON that was written: a range of the writer's text, or a copy where that has been cleared since.</summary>
internal readonly record struct ResultText(int Start, int End, byte[]? Kept = null)
{
    public ReadOnlySpan<byte> In(ResponseWriter writer) => Kept ?? writer.WrittenSpan[Start..End];

    public ResultText KeepFrom(ResponseWriter writer) => Kept is not null ? this : new(0, 0, In(writer).ToArray());
}

/// <summary>The groups that began at an object, and those around it: where a plan's deferrals are found at execution.</summary>
internal sealed class DeferScope(DeferScope? outer, PlannedDeferral place, DeliveryGroup[] groups)
{
    public static DeliveryGroup GroupOf(DeferScope? scope, DeferUsage usage)
    {
        while (scope is not null && scope.Place != usage.Place) scope = scope.Outer;
        return scope is null ? throw new InvalidOperationException("A field waits for a deferral that does not begin around it.") : scope.Groups[usage.Index];
    }

    private DeferScope? Outer { get; } = outer;
    private PlannedDeferral Place { get; } = place;
    private DeliveryGroup[] Groups { get; } = groups;
}
