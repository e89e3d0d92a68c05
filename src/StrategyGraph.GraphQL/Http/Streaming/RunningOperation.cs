using System.Text.Encodings.Web;
using System.Text.Json;

namespace StrategyGraph.GraphQL.Http.Streaming;

/// <summary>One operation of a connection.</summary>
/// <param name="id">The client's.</param>
/// <param name="bytes">How long its request was.</param>
#pragma warning disable CA1001 // A token source without a timer and without a link to another has nothing to dispose of.
internal sealed class RunningOperation(string id, int bytes)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _cancellation = new();

    public string Id => id;

    /// <summary>The id as it stands in a JSON string.</summary>
    public JsonEncodedText JsonId { get; } = JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    public int Bytes => bytes;

    public CancellationToken Cancellation => _cancellation.Token;

    public void Cancel() => _cancellation.Cancel();
}
