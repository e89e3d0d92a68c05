namespace StrategyGraph.Bench.National;

/// <summary>What a request makes the server allocate, over HTTP with all that Kestrel does; the answer itself lies in a pooled buffer.</summary>
/// <param name="Bytes">Per request, the median of the rounds.</param>
internal sealed record Allocation(string Question, double Bytes)
{
    public static async Task<IReadOnlyList<Allocation>> Measure(string release, IReadOnlyList<Question> questions, int seconds, int rounds)
    {
        using var hosted = await Target.Hosted(release);
        var allocations = new List<Allocation>();
        foreach (var question in questions)
        {
            NationalBench.Tell($"allocation: {question.Name}");
            await Wrk.Drive(hosted, question.Bodies, question.Connections, seconds);
            var perRequest = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                var before = await hosted.Tell(HostedServer.Allocated);
                var load = await Wrk.Drive(hosted, question.Bodies, question.Connections, seconds);
                await hosted.Rest();
                perRequest.Add((await hosted.Tell(HostedServer.Allocated) - before) / (double)load.Requests);
            }

            allocations.Add(new Allocation(question.Name, Measurement.Median(perRequest)));
        }

        return allocations;
    }
}
