using System.Diagnostics;
using System.Globalization;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

/// <summary>A process that publishes, for tests that kill it, starve it or set two against each other.</summary>
internal static class Publisher
{
    private const int Refused = 3;

    /// <summary>The test program's own entry: <c>place plans edition</c>, where the place is a folder, or a connection string with <c>Host=</c>.</summary>
    public static int Main(string[] arguments)
    {
        var holdings = Synthetic.Plans(int.Parse(arguments[1], CultureInfo.InvariantCulture), int.Parse(arguments[2], CultureInfo.InvariantCulture));
        try
        {
            var hash = ContentHash.Of(holdings);
            var publication = arguments[0].StartsWith("Host=", StringComparison.Ordinal)
                ? ReleaseDatabase.Publish(holdings, hash, Sample.Noon, arguments[0])
                : ReleaseFile.Publish(holdings, hash, Sample.Noon, arguments[0]);
            Console.WriteLine(publication.Fresh ? "fresh" : "same");
            return 0;
        }
        catch (ReleaseException fault)
        {
            Console.WriteLine($"{fault.Fault}: {fault.Message}");
            return Refused;
        }
    }

    public static Process Start(string place, int plans, int edition) =>
        Run("dotnet", ["exec", typeof(Publisher).Assembly.Location, place, Written(plans), Written(edition)]);

    /// <summary>The same in a shell that lets no file grow beyond a size, as a full disk does.</summary>
    /// <param name="kilobytes">Enough for what the runtime itself writes.</param>
    public static Process StartWithFilesOfAtMost(int kilobytes, string place, int plans) => Run(
        "bash",
        ["-c", "trap '' XFSZ; ulimit -f $0; exec dotnet exec \"$@\"", Written(kilobytes), typeof(Publisher).Assembly.Location, place, Written(plans), "0"],
        ("DOTNET_EnableWriteXorExecute", "0"), ("DOTNET_EnableDiagnostics", "0"));

    public static string Answer(this Process process)
    {
        using (process)
        {
            var answer = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "The publisher does not end.");
            return answer.Trim();
        }
    }

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Process Run(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
