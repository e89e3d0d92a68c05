using StrategyGraph.GraphQL.Execution;

namespace StrategyGraph.GraphQL;

/// <summary>
/// Answers that are of the schema alone, which is the same as long as the server lives: tools ask for all of it, always in the same words.
/// The last few are kept as they were written.
/// </summary>
internal sealed class PreparedAnswers
{
    private const int Kept = 8;

    /// <summary>More than the introspection of the largest schemas in use; whoever asks for each field under ten names is answered anew.</summary>
    private const int LongestKept = 4 * 1024 * 1024;

    private readonly Prepared?[] _answers = new Prepared?[Kept];
    private int _next;

    public ReadOnlyMemory<byte>? Find(OperationPlan plan)
    {
        foreach (var answer in _answers)
        {
            if (answer?.Plan == plan) return answer.Body;
        }

        return null;
    }

    public void Keep(OperationPlan plan, ReadOnlyMemory<byte> body)
    {
        if (body.Length > LongestKept) return;
        _answers[(uint)Interlocked.Increment(ref _next) % Kept] = new Prepared(plan, body.ToArray());
    }

    private sealed record Prepared(OperationPlan Plan, byte[] Body);
}
