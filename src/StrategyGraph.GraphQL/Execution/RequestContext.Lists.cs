using System.Diagnostics;
using System.Runtime.CompilerServices;
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
        var (start, level) = (Writer.Length, _level++);
        var complete = items switch
        {
            T[] array => WriteItems<T>(array, level, field, itemsNonNull, item),
            List<T> values => WriteItems(CollectionsMarshal.AsSpan(values), level, field, itemsNonNull, item),
            _ => WriteItems(items, level, field, itemsNonNull, item),
        };
        _level = level;
        if (complete)
        {
            Writer.Close(start, (byte)'[', (byte)']');
            return true;
        }

        Rewind(start);
        return WriteFailedNull();
    }

    private bool WriteItems<T>(ReadOnlySpan<T> items, int level, PlannedField field, bool nonNull, ItemWriter<T> item)
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (!WriteItem(items[index], level, index, field, nonNull, item)) return false;
        }

        return true;
    }

    private bool WriteItems<T>(IEnumerable<T> items, int level, PlannedField field, bool nonNull, ItemWriter<T> item)
    {
        var index = 0;
        foreach (var value in items)
        {
            if (!WriteItem(value, level, index++, field, nonNull, item)) return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool WriteItem<T>(T value, int level, int index, PlannedField field, bool nonNull, ItemWriter<T> item)
    {
        if (--_itemsUntilClockCheck <= 0) CheckTime();
        Writer.Byte((byte)',');
        _path[level] = ~index;
        return item(this, value, field) || !nonNull || NullInNonNull(field);
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
