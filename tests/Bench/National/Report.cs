using System.Globalization;
using System.Text;

namespace StrategyGraph.Bench.National;

/// <summary>A run as a page of the documentation.</summary>
internal static class Report
{
    public static string Markdown(Results r)
    {
        var text = new StringBuilder();
        var withPeers = r.Bytes.ContainsKey(Peers.PostGraphile);
        text.Append(Format($"""
            # What answers cost

            Written by `dotnet run -c Release --project tests/Bench -- national{(withPeers ? " --peers" : "")} --write docs` on {DateTime.UtcNow:yyyy-MM-dd}: {Machine.Describe()}; {Machine.Versions()}.

            The release is of {r.Municipalities:N0} fictitious municipalities with three plans each, {r.Measures:N0} measures in all, made by `strategygraph generate --seed 42` and `build`; each of the questions below is asked of it with up to 1,000 different values of its variables. The server runs as published, with default settings but for the rate limit, since all requests come from one address. Beside it run three references, written by hand for these questions alone, that take the same requests and (which is checked first) give the same answers:

            - *fixed*: Kestrel sending bytes of the length of the answer;
            - *memory*: code over objects and arrays in memory, with `Utf8JsonWriter`;
            - *sql*: a few statements of SQL a question over the release's own SQLite file.
            {(withPeers ? $"\n{Peers.Description}\n" : "")}
            `wrk` drives one after the other on the same machine, {Wrk.Threads} thread, {r.Seconds} s each, in {r.Rounds} rounds after {Race.WarmUpOf(r.Seconds, r.Rounds)} s to warm up; figures are medians of the rounds, and ratios medians of the rounds' ratios. CPU is the target's own, user and system. A run fails where an answer is not 2xx.

            ## What is to be kept

            | aim | measured | |
            |---|---:|---|

            """));
        foreach (var aim in Aim.Of(r)) text.Append(Format($"| {aim.Name} | {aim.Measured} | {(aim.IsMet ? "kept" : "**not kept**")} |\n"));
        text.Append("""

            ## Questions

            ![Processor time of an answer, each question a row and each target a mark](performance.svg)

            | question | target | requests/s | p50 ms | p99 ms | CPU ms/request | bytes | ours is |
            |---|---|---:|---:|---:|---:|---:|---:|

            """);
        foreach (var m in r.Race) text.Append(Race.Row(m, r.Of(m.Question, "ours"))).Append('\n');
        text.Append('\n');
        foreach (var (target, (now, peak)) in r.Bytes) text.Append(Format($"Memory of *{target}* after all of it: {now / 1e6:F0} MB, at most {peak / 1e6:F0} MB.\n"));
        AppendSizes(text, r);
        AppendSwap(text, r.Swap);
        text.Append("""

            ## Allocation

            What a request makes the process allocate, over HTTP with all that Kestrel does; the answer itself lies in a buffer that is used again.

            | question | bytes/request |
            |---|---:|

            """);
        foreach (var a in r.Allocations) text.Append(Format($"| {a.Question} | {a.Bytes:N0} |\n"));
        text.Append("""

            ## The documents

            Each question is one document; they stand in `tests/Bench/National/Documents.cs`.

            """);
        return text.ToString();
    }

    private static void AppendSizes(StringBuilder text, Results r)
    {
        text.Append("""

            ## Start

            From the start of the process to the first answer over HTTP; medians of five.

            | release | s | CPU s |
            |---|---:|---:|

            """);
        foreach (var start in r.Starts) text.Append(Format($"| {start.Release} | {start.Seconds:F2} | {start.Cpu:F2} |\n"));
        text.Append("""

            ## Size

            Memory is the process's resident set: three seconds after its first answer, and once it has been driven with all questions, the tables of comparisons and searches made. Objects are what a full collection leaves after the load, settled is the process then. Bytes a measure are what a measure adds between the row above and this one.

            | municipalities | measures | after load MB | bytes a measure | objects MB | bytes a measure | settled MB | after use MB | tiny CPU ms | tree CPU ms |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|

            """);
        Size? smaller = null;
        foreach (var size in r.Sizes)
        {
            text.Append(Format($"| {size.Municipalities:N0} | {size.Measures:N0} | {size.AfterLoad / 1e6:F0} | {Each(s => s.AfterLoad)} | {size.Heap / 1e6:F0} | {Each(s => s.Heap)} | {size.Settled / 1e6:F0} | {size.AfterUse / 1e6:F0} | {size.Tiny.CpuPerRequest:F3} | {size.Tree.CpuPerRequest:F3} |\n"));
            smaller = size;

            string Each(Func<Size, long> bytes) => smaller is null ? "" : Format($"{(bytes(size) - bytes(smaller)) / (double)(size.Measures - smaller.Measures):F0}");
        }
    }

    private static void AppendSwap(StringBuilder text, Swap s) => text.Append(Format($"""

        ## A new release under full load

        While `wrk` drives the server with all it can take, another release is renamed into the place of the one that is served. Clients beside it compared {s.Answers:N0} answers, byte for byte, with what the release that the answer names answers: none failed, none was mixed, and none came from the old release after one from the new. The first answer from the new one came {s.Seconds:F1} s after it appeared; the clients' 99th percentile was {s.Calm:F1} ms before and {s.During:F1} ms in these seconds. Memory: {s.Before / 1e6:F0} MB before, at most {s.Peak / 1e6:F0} MB, {s.After / 1e6:F0} MB ten seconds after the load. Objects after a full collection: {s.HeapBefore / 1e6:F0} MB before a swap, {s.HeapAfter / 1e6:F0} MB after it: what is left is one release.

        """));

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
