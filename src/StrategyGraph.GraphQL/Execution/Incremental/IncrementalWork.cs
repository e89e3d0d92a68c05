namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>What one execution (of the operation, of a task, of a streamed item) has put off so far.</summary>
internal sealed class IncrementalWork
{
    public List<DeliveryGroup> Groups { get; } = [];
    public List<DeferredTask> Tasks { get; } = [];
    public List<PendingStream> Streams { get; } = [];

    /// <summary>
    /// Forgets what was put off by values that are taken back. What was put off within a text stands at the end of the lists, as an object
    /// is noted when it is complete. Groups are kept, as in graphql-js: empty, they are never announced.
    /// </summary>
    public void Rewind(int start)
    {
        Trim(Tasks, Tasks.FindLastIndex(t => t.Start < start));
        Trim(Streams, Streams.FindLastIndex(s => s.Start < start));
    }

    public void Clear()
    {
        Groups.Clear();
        Tasks.Clear();
        Streams.Clear();
    }

    private static void Trim<T>(List<T> list, int last) => list.RemoveRange(last + 1, list.Count - last - 1);
}
