using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>Lists (specification §6.4.3), and the clock that is looked at between their items.</summary>
public sealed partial class RequestContext
{
    /// <summary>Writes a list (§6.4.3). A null item where items are non-null takes the list with it.</summary>
    /// <param name="item">Writes one item and returns whether it is not null.</param>
    public bool WriteList<T>(IEnumerable<T>? items, PlannedField field, bool itemsNonNull, ItemWriter<T> item)
    {
        if (items is null) return WriteNull();
        if (field.Stream is { } stream && IsOutermostList) return WriteStreamed(items, field, stream, itemsNonNull, item);
        var list = new ListCursor(Writer.Length, _level++);
        var complete = true;
        switch (items)
        {
            case T[] array:
                foreach (var value in array) if (!(complete = WriteItem(value, field, itemsNonNull, item, ref list))) break;
                break;
            case List<T> values:
                foreach (var value in CollectionsMarshal.AsSpan(values)) if (!(complete = WriteItem(value, field, itemsNonNull, item, ref list))) break;
                break;
            case IReadOnlyList<T> values:
                for (var i = 0; complete && i < values.Count; i++) complete = WriteItem(values[i], field, itemsNonNull, item, ref list);
                break;
            default:
                foreach (var value in items) if (!(complete = WriteItem(value, field, itemsNonNull, item, ref list))) break;
                break;
        }

        _level = list.Level;
        if (complete)
        {
            Writer.Close(list.Start, (byte)'[', (byte)']');
            return true;
        }

        Rewind(list.Start);
        return WriteFailedNull();
    }

    private bool WriteItem<T>(T value, PlannedField field, bool nonNull, ItemWriter<T> item, ref ListCursor list)
    {
        if (--_itemsUntilClockCheck <= 0) CheckTime();
        Writer.Byte((byte)',');
        _path[list.Level] = ~list.Count++;
        return item(this, value, field) || !nonNull || NullInNonNull(field);
    }

    private struct ListCursor(int start, int level)
    {
        public readonly int Start = start;
        public readonly int Level = level;
        public int Count;
    }

    [ThreadStatic]
    private static RequestContext? t_running;

    /// <summary>
    /// Called from long loops of resolvers, once a round: lets the time limit and cancellation of the request that this thread runs
    /// reach them. Costs next to nothing, and does nothing outside of a request.
    /// </summary>
    public static void Working()
    {
        if (t_running is { } context && --context._itemsUntilClockCheck <= 0) context.CheckTime();
    }

    /// <exception cref="RequestAbortedException">The time is up, or nobody waits any more.</exception>
    private void CheckTime()
    {
        _itemsUntilClockCheck = ItemsPerClockCheck;
        if (CancellationToken.IsCancellationRequested) throw RequestAbortedException.Cancelled();
        if (Stopwatch.GetTimestamp() > _deadline) throw RequestAbortedException.OutOfTime(_limits.MaxTime);
    }
}

/// <summary>Writes one item of a list; true when it is not null.</summary>
public delegate bool ItemWriter<in T>(RequestContext context, T item, PlannedField field);
