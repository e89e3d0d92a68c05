namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>The state of one incremental response, from its first payload to its last.</summary>
internal sealed class IncrementalDelivery
{
    public IncrementalDelivery(OperationPlan plan)
    {
        Payload = new IncrementalPayload(plan.Fields);
        Queue = new DeliveryQueue(Payload);
    }

    /// <summary>What the execution under way has put off.</summary>
    public IncrementalWork Work { get; } = new();

    public IncrementalPayload Payload { get; }
    public DeliveryQueue Queue { get; }

    /// <summary>The groups around the object that is being written.</summary>
    public DeferScope? Scope { get; set; }

    /// <summary>Executed for the payload under way.</summary>
    public List<DeferredTask> Executed { get; } = [];

    /// <summary>Every stream there was, to be disposed of in the end.</summary>
    public List<PendingStream> Streams { get; } = [];

    /// <summary>As <see cref="ExecutionLimits.MaxPendingResults"/> counts.</summary>
    public int PendingResults { get; set; }

    public long BytesWritten { get; set; }

    /// <summary>Of the time limit, in ticks of the stopwatch.</summary>
    public long TimeLeft { get; set; }
}
