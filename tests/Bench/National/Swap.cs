using System.Diagnostics;
using System.Net.Http.Headers;
using StrategyGraph.Bench.National.References.Memory;

namespace StrategyGraph.Bench.National;

/// <summary>One release swapped for another while the server is driven with all it can take.</summary>
/// <param name="Answers">How many answers were compared, byte for byte, with what the release that they name answers.</param>
/// <param name="Seconds">From the new file's appearance to the first answer out of it.</param>
/// <param name="Calm">The 99th percentile of the comparing client's times before the swap, in milliseconds.</param>
/// <param name="During">The same from the new file's appearance to the first answer out of it.</param>
/// <param name="Before">Bytes of memory before the swap, then the most during it, and what is left when all has rested.</param>
/// <param name="HeapBefore">Bytes of objects after a full collection before a swap and after one.</param>
internal sealed record Swap(int Answers, double Seconds, double Calm, double During, double Driven, long Before, long Peak, long After, long HeapBefore, long HeapAfter)
{
    private const int Clients = 4;
    private const int Sample = 100;
    private const string Aside = "copied";

    private const string Document = // lang=graphql
        """
        query Swap($code: MunicipalityCode!) {
          release { id }
          municipality(code: $code) { name plans { id title goals { id title measures { id title progressSeries { percent verdict } } } } }
        }
        """;

    /// <param name="release">The folder of the release that is served first.</param>
    /// <param name="next">That of the release it is swapped for.</param>
    /// <param name="seconds">How long it is driven before the swap, and after it.</param>
    /// <exception cref="InvalidOperationException">An answer failed, or is of neither release.</exception>
    public static async Task<Swap> Measure(string server, string release, string next, int seconds)
    {
        var codes = Country.Load(Releases.FileOf(release)).MunicipalityByCode.Keys.Intersect(Country.Load(Releases.FileOf(next)).MunicipalityByCode.Keys).Order().Take(Sample);
        var question = Question.Of("swap", nameof(Swap), 12, Document, codes.Select(code => new Dictionary<string, object?> { ["code"] = code }));
        var (old, @new) = (await Expected(server, release, question), await Expected(server, next, question));
        var folder = Directory.CreateTempSubdirectory("strategygraph-swap-");
        try
        {
            File.Copy(Releases.FileOf(release), Releases.FileOf(folder.FullName));
            using var target = await Target.Ours(server, folder.FullName);
            await Wrk.Drive(target, question.Bodies, question.Connections, seconds);
            var before = target.Memory;
            using var stop = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(n => Task.Run(() => Compare(target, question, old, @new, n, stop.Token))).ToList();
            var driving = Drive(target, question, stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(seconds));

            // As a release is published: written aside, then renamed into place.
            var aside = Path.Combine(folder.FullName, Aside);
            File.Copy(Releases.FileOf(next), aside);
            var appeared = Stopwatch.GetTimestamp();
            File.Move(aside, Releases.FileOf(folder.FullName), overwrite: true);
            while (!clients.Exists(c => c.IsCompleted) && !IsNew(await Ask(target, question.Bodies[0]), @new[0])) await Task.Delay(20);
            var swapped = Stopwatch.GetTimestamp();
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            await stop.CancelAsync();
            var times = (await Task.WhenAll(clients)).SelectMany(t => t).ToList();
            var driven = await driving;
            var peak = target.PeakMemory;
            await Task.Delay(TimeSpan.FromSeconds(10));
            var (heapBefore, heapAfter) = await Heaps(folder.FullName, release, question.Bodies[0], old[0]);
            return new Swap(
                times.Count, Stopwatch.GetElapsedTime(appeared, swapped).TotalSeconds,
                P99(times.Where(t => t.At < appeared)), P99(times.Where(t => t.At >= appeared && t.At <= swapped)), driven, before, peak, target.Memory, heapBefore, heapAfter);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What is on the heap before a release is swapped for another, and after that.</summary>
    /// <param name="folder">Holds the release that is served first.</param>
    private static async Task<(long Before, long After)> Heaps(string folder, string release, string body, byte[] expected)
    {
        using var hosted = await Target.Hosted(folder);
        await Ask(hosted, body);
        var before = await hosted.Tell(HostedServer.Heap);
        File.Copy(Releases.FileOf(release), Path.Combine(folder, Aside));
        File.Move(Path.Combine(folder, Aside), Releases.FileOf(folder), overwrite: true);
        while (!IsNew(await Ask(hosted, body), expected)) await Task.Delay(100);
        await hosted.Rest();
        return (before, await hosted.Tell(HostedServer.Heap));
    }

    private static Task<byte[]> Ask(Target target, string body) => National.Answers.Ask(target, body);

    private static bool IsNew(byte[] answer, byte[] expected) => answer.AsSpan().SequenceEqual(expected);

    private static async Task<List<byte[]>> Expected(string server, string release, Question question)
    {
        using var target = await Target.Ours(server, release);
        var answers = new List<byte[]>();
        foreach (var body in question.Bodies) answers.Add(await Ask(target, body));
        return answers;
    }

    /// <summary>wrk, again and again until it is enough; the greatest of its 99th percentiles.</summary>
    private static async Task<double> Drive(Target target, Question question, CancellationToken stop)
    {
        var p99 = 0.0;
        while (!stop.IsCancellationRequested) p99 = Math.Max(p99, (await Wrk.Drive(target, question.Bodies, question.Connections, 2, rest: false)).P99);
        return p99;
    }

    /// <summary>Asks and compares; once a client has had an answer out of the new release, none may be of the old one.</summary>
    private static async Task<List<(long At, double Milliseconds)>> Compare(Target target, Question question, List<byte[]> old, List<byte[]> @new, int client, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        var (times, swapped) = (new List<(long, double)>(), false);
        for (var i = client; !stop.IsCancellationRequested; i++)
        {
            var at = i % question.Bodies.Count;
            using var content = new StringContent(question.Bodies[at], new MediaTypeHeaderValue("application/json"));
            var began = Stopwatch.GetTimestamp();
            using var response = await http.PostAsync(target.Endpoint, content, CancellationToken.None);
            var answer = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
            times.Add((began, Stopwatch.GetElapsedTime(began).TotalMilliseconds));
            var isNew = IsNew(answer, @new[at]);
            if (!response.IsSuccessStatusCode || !(isNew || (!swapped && answer.AsSpan().SequenceEqual(old[at]))))
                throw new InvalidOperationException($"An answer with status {(int)response.StatusCode} is of neither release: {question.Bodies[at]}");
            swapped |= isNew;
        }

        return times;
    }

    private static double P99(IEnumerable<(long At, double Milliseconds)> times)
    {
        double[] sorted = [.. times.Select(t => t.Milliseconds).Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)];
    }
}
