using System.Globalization;

namespace StrategyGraph.Bench.National;

/// <summary>What processes have used of processors, as Linux tells it.</summary>
internal static class ProcessorTime
{
    /// <summary>The kernel counts in hundredths of a second, whatever the machine.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>A process's user and system time, in seconds.</summary>
    public static double Of(int process) => Ticks(process)[..2].Sum() / TicksPerSecond;

    /// <summary>A process's with that of its children, those that have ended included.</summary>
    public static double WithChildren(int process) =>
        (Ticks(process).Sum() / TicksPerSecond) + File.ReadAllText($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Sum(OfChild);

    private static double OfChild(string process)
    {
        try
        {
            return Of(int.Parse(process, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return 0; // It has ended meanwhile.
        }
    }

    /// <summary>Of itself in user and system mode, and of its children that have ended.</summary>
    private static long[] Ticks(int process)
    {
        // Fields are counted behind the name, which may have spaces: these are the 14th to the 17th.
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[11..15].Select(field => long.Parse(field, CultureInfo.InvariantCulture))];
    }
}
