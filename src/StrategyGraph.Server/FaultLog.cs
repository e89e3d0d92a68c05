using System.Diagnostics;

namespace StrategyGraph.Server;

/// <summary>
/// Where faults of ours are told: to the log whole, to the client by an id that finds it there. It is the trace's id where there is a trace.
/// </summary>
/// <param name="logger">Null where there is no host: then it goes to standard error.</param>
internal sealed partial class FaultLog(ILogger? logger = null)
{
    /// <returns>The correlation id.</returns>
    public string Report(Exception fault)
    {
        var id = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        if (logger is not null) Failed(logger, id, fault);
        else Console.Error.WriteLine($"A request failed ({id}): {fault}");
        return id;
    }

    [LoggerMessage(LogLevel.Error, "A request failed; correlation id {CorrelationId}.")]
    private static partial void Failed(ILogger logger, string correlationId, Exception fault);
}
