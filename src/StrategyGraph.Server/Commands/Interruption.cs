using System.CommandLine;
using System.Runtime.InteropServices;

namespace StrategyGraph.Server.Commands;

/// <summary>How a command ends that is interrupted (INT: Ctrl-C) or terminated (TERM): its work is cancelled, what it began put in order, and the exit code says by what.</summary>
internal static class Interruption
{
    public static void SetWork(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetWork((arguments, cancellation) => Task.FromResult(work(arguments, cancellation)));

    public static void SetWork(this Command command, Func<ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction((arguments, cancellation) => Run(stopping => work(arguments, stopping), cancellation));

    private static async Task<int> Run(Func<CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        // As shells have it: 128 and the signal's number.
        const int Interrupted = 130, Terminated = 143;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var code = 0;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, Interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, Terminated));
        try
        {
            return await work(stopping.Token);
        }
        catch (OperationCanceledException) when (code != 0)
        {
            Console.Error.WriteLine("Stopped before the end; nothing was changed.");
            return code;
        }

        void Stop(PosixSignalContext signal, int meaning)
        {
            if (code != 0) return; // Asked a second time, it ends at once.
            (signal.Cancel, code) = (true, meaning);
            stopping.Cancel();
        }
    }
}
