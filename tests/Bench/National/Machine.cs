using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace StrategyGraph.Bench.National;

/// <summary>What was measured on, in words.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var processor = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? $"{RuntimeInformation.OSArchitecture}";
        var memory = long.Parse(File.ReadLines("/proc/meminfo").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0 / 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores of {processor}, {memory:F0} GiB of memory, {RuntimeInformation.OSDescription}");
    }

    public static string Versions()
    {
        using var sqlite = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-v"]) { RedirectStandardOutput = true })!;
        var version = wrk.StandardOutput.ReadToEnd().Split(' ', 3)[1];
        wrk.WaitForExit();
        return $"{RuntimeInformation.FrameworkDescription}, SQLite {sqlite.ServerVersion}, wrk {version}";
    }
}
