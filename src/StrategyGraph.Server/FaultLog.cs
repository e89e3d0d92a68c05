using System.Diagnostics;

namespace StrategyGraph.Server;

/// <summary>
/// Where faults of ours are told: to the log whole, to the client by an id that finds it there. It is the trace's id where there is a trace.
/// </summary>
internal sealed partial class FaultLog
{
    /// <summary>Null until the host is built; what fails before goes to standard error.</summary>
    public ILogger? Logger { get; set; }

    /// <returns>The correlation id.</returns>
    public string Report(Exception fault)
    {
        var id = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        if (Logger is not null) Failed(Logger, id, fault);
        else Console.Error.WriteLine($"A request failed ({id}): {fault}");
        return id;
    }

    [LoggerMessage(LogLevel.Error, "A request failed; correlation id {CorrelationId}.")]
    private static partial void Failed(ILogger logger, string correlationId, Exception fault);
}
