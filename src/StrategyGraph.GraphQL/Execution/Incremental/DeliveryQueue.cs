using System.Diagnostics.CodeAnalysis;

namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>
/// What is still to come, and in which order: tasks of the groups that are under way, and streams. A group is announced when the one
/// around it is complete, and complete when all its tasks are; a task that several groups wait for is delivered with the first of them.
/// </summary>
/// <param name="payload">Told what becomes of each group; of streams only what begins.</param>
internal sealed class DeliveryQueue(IncrementalPayload payload)
{
    private readonly Queue<DeferredTask> _ready = [];
    private readonly Queue<PendingStream> _streams = [];
    private int _released;

    public bool IsEmpty => _released == 0 && _streams.Count == 0;

    /// <summary>Takes up what the operation as a whole has put off.</summary>
    public void Begin(IncrementalWork work)
    {
        var (groups, streams) = (new List<DeliveryGroup>(), new List<PendingStream>());
        Add(work, groups, streams);
        payload.Announce(groups, streams);
        Release(groups, streams);
    }

    /// <summary>Takes up what one streamed item has put off: it goes on at once.</summary>
    /// <param name="groups">Gathers the groups that begin, to be announced after the items.</param>
    /// <param name="streams">Gathers the streams that begin.</param>
    public void Add(IncrementalWork work, List<DeliveryGroup> groups, List<PendingStream> streams)
    {
        var met = new List<DeliveryGroup>();
        Take(work, met);
        Prune(met, groups);
        streams.AddRange(work.Streams);
    }

    /// <summary>The next task that a group still waits for.</summary>
    public bool TryPeek([NotNullWhen(true)] out DeferredTask? task)
    {
        while (_ready.TryPeek(out task))
        {
            if (task.IsWanted) return true;
            _ready.Dequeue();
        }

        return false;
    }

    public void Dequeue() => _ready.Dequeue();

    public PendingStream? NextStream => _streams.TryPeek(out var stream) ? stream : null;

    /// <summary>Puts the stream whose turn it was behind the others, or out.</summary>
    public void EndTurn(bool isComplete)
    {
        var stream = _streams.Dequeue();
        if (!isComplete) _streams.Enqueue(stream);
    }

    public void Executed(DeferredTask task, IncrementalWork work)
    {
        task.State = TaskState.Executed;
        Take(work, []);
        task.Streams.AddRange(work.Streams);

        var (groups, streams) = (new List<DeliveryGroup>(), new List<PendingStream>());
        foreach (var group in task.Groups)
        {
            if (!group.IsKnown) continue;
            group.Pending--;
            if (IsComplete(group)) Complete(group, groups, streams);
        }

        Release(groups, streams);
    }

    /// <summary>Null went up to the object itself: the groups that are under way fail; one that still waits fails when its time comes.</summary>
    public void Failed(DeferredTask task)
    {
        task.State = TaskState.Failed;
        foreach (var group in task.Groups)
        {
            if (group.State is not GroupState.Released) continue;
            payload.Complete(group.Id, task.Errors);
            Remove(group);
        }
    }

    public void Release(List<DeliveryGroup> groups, List<PendingStream> streams)
    {
        // Grows meanwhile: a group whose tasks were all executed for others is complete at once, and releases its children.
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            group.State = GroupState.Released;
            _released++;
            foreach (var task in group.Tasks) Start(task);
            if (IsComplete(group)) Complete(group, groups, streams);
        }

        foreach (var stream in streams) _streams.Enqueue(stream);
    }

    /// <param name="begun">Gathers the groups that are in no other.</param>
    private void Take(IncrementalWork work, List<DeliveryGroup> begun)
    {
        foreach (var group in work.Groups) Take(group, begun);
        foreach (var task in work.Tasks)
        {
            foreach (var group in task.Groups)
            {
                if (!group.IsKnown) continue;
                group.Tasks.Add(task);
                group.Undelivered++;
                group.Pending++;
                if (group.State is GroupState.Released) Start(task);
            }
        }
    }

    // As deep as deferrals are in each other, which the plan bounds.
    private static void Take(DeliveryGroup group, List<DeliveryGroup> begun)
    {
        if (group.State is not GroupState.Met) return;
        if (group.Parent is not { } parent)
        {
            begun.Add(group);
        }
        else
        {
            Take(parent, begun);
            if (!parent.IsKnown)
            {
                group.State = GroupState.Gone;
                return;
            }

            parent.Children.Add(group);
        }

        group.State = GroupState.Waiting;
    }

    /// <summary>Leaves out groups that have nothing to deliver, in favour of those in them.</summary>
    private static void Prune(List<DeliveryGroup> groups, List<DeliveryGroup> into)
    {
        foreach (var group in groups)
        {
            if (group.State is not GroupState.Waiting) continue;
            if (group.Undelivered > 0)
            {
                into.Add(group);
                continue;
            }

            group.State = GroupState.Gone;
            Prune(group.Children, into);
        }
    }

    private void Start(DeferredTask task)
    {
        if (task.State is TaskState.New) task.State = TaskState.Ready;
        else if (task.State is not TaskState.Failed) return;
        _ready.Enqueue(task);
    }

    private static bool IsComplete(DeliveryGroup group) => group.State is GroupState.Released && group.Pending == 0;

    private void Complete(DeliveryGroup group, List<DeliveryGroup> groups, List<PendingStream> streams)
    {
        group.State = GroupState.Gone;
        _released--;
        var begun = new List<PendingStream>();
        foreach (var task in group.Tasks)
        {
            if (task.State is not TaskState.Executed) continue;
            payload.Deliver(group, task);
            begun.AddRange(task.Streams);
            task.State = TaskState.Delivered;
            foreach (var other in task.Groups) other.Undelivered--;
        }

        payload.Complete(group.Id, []);
        group.Id = -1;
        var children = new List<DeliveryGroup>();
        Prune(group.Children, children);
        payload.Announce(children, begun);
        groups.AddRange(children);
        streams.AddRange(begun);
    }

    private void Remove(DeliveryGroup group)
    {
        if (group.State is GroupState.Released) _released--;
        group.State = GroupState.Gone;
        group.Id = -1;
        foreach (var child in group.Children)
        {
            if (child.IsKnown) Remove(child);
        }
    }
}
