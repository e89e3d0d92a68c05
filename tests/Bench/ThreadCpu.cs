using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StrategyGraph.Bench;

/// <summary>The processor time that this thread has had: other programs on the machine do not count, collections on this thread do.</summary>
internal static partial class ThreadCpu
{
    private static readonly int Clock = OperatingSystem.IsLinux() ? 3 : OperatingSystem.IsMacOS() ? 16 : -1;

    /// <summary>The least of several runs, in milliseconds: what disturbs a run only ever makes it longer.</summary>
    public static double Best(int runs, Action action)
    {
        action();
        var best = double.MaxValue;
        for (var i = 0; i < runs; i++) best = Math.Min(best, Of(action));
        return best;
    }

    /// <summary>Of one run, in milliseconds.</summary>
    public static double Of(Action action)
    {
        var start = Milliseconds();
        action();
        return Milliseconds() - start;
    }

    private static double Milliseconds() => Clock >= 0 && GetTime(Clock, out var time) == 0
        ? time.Seconds * 1e3 + time.Nanoseconds / 1e6
        : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
