using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>
/// One payload in the making: <c>pending</c>, <c>incremental</c> and <c>completed</c>. Knows the ids: which come next, and which the
/// client still waits for.
/// </summary>
/// <param name="fields">Of the plan: the steps of paths.</param>
internal sealed class IncrementalPayload(PlannedField[] fields)
{
    private readonly List<(int Id, int[] Path, string? Label)> _pending = [];
    private readonly List<Entry> _incremental = [];
    private readonly List<(int Id, IReadOnlyList<GraphQLError> Errors)> _completed = [];
    private readonly SortedSet<int> _awaited = [];
    private int _nextId;

    public bool IsEmpty => _pending.Count + _incremental.Count + _completed.Count == 0;

    public void Announce(List<DeliveryGroup> groups, List<PendingStream> streams)
    {
        foreach (var group in groups) _pending.Add((group.Id = _nextId++, group.Path, group.Usage.Label));
        foreach (var stream in streams) _pending.Add((stream.Id = _nextId++, stream.Path, stream.Planned.Label));
    }

    /// <summary>The fields of a task that a group brings; they go by the group among all of theirs that is nearest to them.</summary>
    public void Deliver(DeliveryGroup group, DeferredTask task)
    {
        var nearest = group;
        foreach (var other in task.Groups)
        {
            if (other.Id >= 0 && other.Path.Length > nearest.Path.Length) nearest = other;
        }

        _incremental.Add(new Entry(nearest.Id, task.Data, task.Errors, IsItems: false, task.Path[nearest.Path.Length..]));
    }

    /// <param name="items">A JSON list.</param>
    public void Deliver(PendingStream stream, ResultText items, IReadOnlyList<GraphQLError> errors) =>
        _incremental.Add(new Entry(stream.Id, items, errors, IsItems: true, []));

    /// <param name="errors">Why it failed; none when it did not.</param>
    public void Complete(int id, IReadOnlyList<GraphQLError> errors) => _completed.Add((id, errors));

    /// <summary>In place of what was gathered: all that the client waits for fails.</summary>
    public void FailAll(GraphQLError error)
    {
        Clear();
        foreach (var id in _awaited) Complete(id, [error]);
    }

    public IReadOnlyList<GraphQLError> Errors() => [.. _incremental.SelectMany(e => e.Errors), .. _completed.SelectMany(c => c.Errors)];

    /// <summary>The payload has been written: the client waits for what it announces, and no more for what it completes.</summary>
    public void Sent()
    {
        foreach (var (id, _, _) in _pending) _awaited.Add(id);
        foreach (var (id, _) in _completed) _awaited.Remove(id);
        Clear();
    }

    /// <param name="text">What <see cref="ResultText"/> is a range of.</param>
    public void Write(ResponseWriter writer, ResponseWriter text, bool hasNext)
    {
        writer.Raw("{\"hasNext\":"u8);
        writer.Boolean(hasNext);
        if (_pending.Count > 0) WritePending(writer);
        if (_incremental.Count > 0) WriteIncremental(writer, text);
        if (_completed.Count > 0) WriteCompleted(writer);
        writer.Byte((byte)'}');
    }

    public void WritePending(ResponseWriter writer)
    {
        writer.Raw(",\"pending\":"u8);
        var start = writer.Length;
        foreach (var (id, path, label) in _pending)
        {
            writer.Raw(",{\"id\":"u8);
            writer.Formatted(id);
            writer.Raw(",\"path\":"u8);
            WritePath(writer, path);
            if (label is not null)
            {
                writer.Raw(",\"label\":"u8);
                writer.String(label);
            }

            writer.Byte((byte)'}');
        }

        writer.Close(start, (byte)'[', (byte)']');
    }

    private void WriteIncremental(ResponseWriter writer, ResponseWriter text)
    {
        writer.Raw(",\"incremental\":"u8);
        var start = writer.Length;
        foreach (var entry in _incremental)
        {
            writer.Raw(",{\"id\":"u8);
            writer.Formatted(entry.Id);
            writer.Raw(entry.IsItems ? ",\"items\":"u8 : ",\"data\":"u8);
            writer.Raw(entry.Text.In(text));
            WriteErrors(writer, entry.Errors);
            if (entry.SubPath.Length > 0)
            {
                writer.Raw(",\"subPath\":"u8);
                WritePath(writer, entry.SubPath);
            }

            writer.Byte((byte)'}');
        }

        writer.Close(start, (byte)'[', (byte)']');
    }

    private void WriteCompleted(ResponseWriter writer)
    {
        writer.Raw(",\"completed\":"u8);
        var start = writer.Length;
        foreach (var (id, errors) in _completed)
        {
            writer.Raw(",{\"id\":"u8);
            writer.Formatted(id);
            WriteErrors(writer, errors);
            writer.Byte((byte)'}');
        }

        writer.Close(start, (byte)'[', (byte)']');
    }

    private static void WriteErrors(ResponseWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0) return;
        writer.Raw(",\"errors\":"u8);
        ErrorWriter.Write(writer, errors);
    }

    private void WritePath(ResponseWriter writer, ReadOnlySpan<int> steps)
    {
        var start = writer.Length;
        foreach (var step in steps)
        {
            writer.Byte((byte)',');
            if (step < 0) writer.Int(~step);
            else writer.String(fields[step].ResponseName);
        }

        writer.Close(start, (byte)'[', (byte)']');
    }

    private void Clear()
    {
        _pending.Clear();
        _incremental.Clear();
        _completed.Clear();
    }

    private readonly record struct Entry(int Id, ResultText Text, IReadOnlyList<GraphQLError> Errors, bool IsItems, int[] SubPath);
}
