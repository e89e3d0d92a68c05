using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StrategyGraph.Bench.National;

/// <summary>What wrk measured of a target.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="CpuPerRequest">Milliseconds of the target's processor time.</param>
/// <param name="Bytes">Of an answer with its headers, on average.</param>
internal sealed record Load(long Requests, double RequestsPerSecond, double P50, double P99, double CpuPerRequest, double Bytes);

/// <summary>Drives a target with wrk: POST requests from a list, one after the other on each of the connections.</summary>
internal static class Wrk
{
    /// <summary>One: on small machines the client and the server share the processors, and more threads would take them from the server.</summary>
    public const int Threads = 1;

    private const int Most = 60;

    private const string Script = // lang=lua
        """
        local requests = {}
        local at = 0

        function init(arguments)
          for body in io.lines(arguments[1]) do
            requests[#requests + 1] = wrk.format("POST", nil, { ["Content-Type"] = "application/json" }, body)
          end
        end

        function request()
          at = at % #requests + 1
          return requests[at]
        end

        function done(summary, latency, requests)
          local e = summary.errors
          io.write(string.format(
            'RESULT {"requests": %d, "microseconds": %d, "bytes": %d, "errors": %d, "p50": %f, "p99": %f}\n',
            summary.requests, summary.duration, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
        end
        """;

    /// <summary>For so many seconds, or longer where no request is answered in them.</summary>
    /// <param name="rest">Whether the target is first let come to rest.</param>
    /// <exception cref="InvalidOperationException">A request failed, or was answered by another status than 2xx.</exception>
    public static async Task<Load> Drive(Target target, IReadOnlyList<string> bodies, int connections, int seconds, bool rest = true)
    {
        var folder = Directory.CreateTempSubdirectory("strategygraph-bench-");
        try
        {
            var (script, requests) = (Path.Combine(folder.FullName, "drive.lua"), Path.Combine(folder.FullName, "bodies"));
            await File.WriteAllTextAsync(script, Script);
            await File.WriteAllLinesAsync(requests, bodies);
            while (true)
            {
                if (rest) await target.Rest();
                var cpu = target.Cpu;
                var output = await Run($"-t{Threads}", $"-c{connections}", $"-d{seconds}s", "--timeout", "60s", "-s", script, target.Endpoint.ToString(), "--", requests);
                if (Read(target, output, target.Cpu - cpu) is { } load) return load;
                seconds = seconds < Most ? seconds * 2 : throw new InvalidOperationException($"{target.Name} answered no request in {seconds} s.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Load? Read(Target target, string output, double cpu)
    {
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("RESULT ", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"wrk said nothing of {target.Name}: {output}");
        using var result = JsonDocument.Parse(line["RESULT ".Length..]);
        double Value(string name) => result.RootElement.GetProperty(name).GetDouble();
        if (Value("errors") > 0) throw new InvalidOperationException($"{target.Name} failed {Value("errors")} of {Value("requests")} requests: {output}");
        return Value("requests") == 0 ? null : new Load(
            (long)Value("requests"), Value("requests") / Value("microseconds") * 1e6, Value("p50") / 1e3, Value("p99") / 1e3, cpu * 1e3 / Value("requests"), Value("bytes") / Value("requests"));
    }

    private static async Task<string> Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("wrk did not start: apt-get install wrk.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"wrk ended with exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {output}");
    }
}
