namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>The rest of a streamed list.</summary>
internal abstract class PendingStream(PlannedField field, int[] path, int start, int count) : IDisposable
{
    public PlannedStream Planned { get; } = field.Stream!;

    /// <summary>Where the list is in the response.</summary>
    public int[] Path { get; } = path;

    /// <summary>Where in the text the list begins: when the writer goes back behind this, the stream is no more.</summary>
    public int Start { get; } = start;

    public int Id { get; set; } = -1;

    /// <summary>Items written so far.</summary>
    public int Count { get; set; } = count;

    public abstract bool MoveNext();

    /// <summary>Writes the current item; false where it is null and may not be.</summary>
    public abstract bool WriteItem(RequestContext context);

    public abstract void Dispose();
}

internal sealed class PendingStream<T>(IEnumerator<T> items, PlannedField field, bool itemsNonNull, ItemWriter<T> item, int[] path, int start, int count)
    : PendingStream(field, path, start, count)
{
    private readonly PlannedField _field = field.Stream!.ItemField;

    public override bool MoveNext() => items.MoveNext();

    public override bool WriteItem(RequestContext context) => item(context, items.Current, _field) || !itemsNonNull || context.NullInNonNull(_field);

    public override void Dispose() => items.Dispose();
}
