using System.Diagnostics;
using StrategyGraph.GraphQL.Execution.Incremental;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Incremental delivery: deferred fields and the rest of streamed lists are noted while values are written, and executed when the reader
/// asks for the next payload. See <see cref="DeferUsage"/> for the proposal that this follows.
/// </summary>
public sealed partial class RequestContext
{
    /// <summary>A payload takes in more of the same kind up to this size: one per item of a list would cost more than it brings.</summary>
    private const int PayloadBytes = 16 * 1024;

    private const int PayloadItems = 100;

    /// <summary>Null where nothing is deferred or streamed.</summary>
    private IncrementalDelivery? _delivery;

    /// <summary>Where in <see cref="_errors"/> those of the latest failure begin: the one that took its parents along, where one did.</summary>
    private int _latestFailure;

    /// <summary>Whether <see cref="NextPayload"/> has more.</summary>
    internal bool HasNext { get; private set; }

    /// <summary>
    /// Executes what comes next and gives it as a payload, valid until the next. When a limit is reached, or we have a fault, it is the
    /// last: what the client waits for has failed, with this error.
    /// </summary>
    internal Payload NextPayload()
    {
        var (delivery, outer) = (_delivery!, t_running);
        t_running = this;
        try
        {
            var envelope = BeginPayload();
            Writer.MaxLength = envelope.MaxLength = (int)Math.Max(0, _limits.MaxResponseBytes - delivery.BytesWritten);
            _deadline = Stopwatch.GetTimestamp() + delivery.TimeLeft;
            CheckTime();
            Deliver(delivery);
            HasNext = !delivery.Queue.IsEmpty;
            delivery.Payload.Write(envelope, Writer, HasNext);
            if (envelope.Length > envelope.MaxLength) throw RequestAbortedException.ResponseTooLarge(_limits.MaxResponseBytes);
            foreach (var task in delivery.Executed)
            {
                if (task is { State: TaskState.Executed, IsWanted: true }) task.Data = task.Data.KeepFrom(Writer);
            }

            delivery.Executed.Clear();
            return EndPayload(delivery, GraphQLOutcome.Executed);
        }
        catch (RequestAbortedException aborted)
        {
            return LastPayload(aborted.Error, GraphQLOutcome.Aborted);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return LastPayload(UnexpectedErrors.Mask(fault, _unexpected), GraphQLOutcome.Failed);
        }
        finally
        {
            t_running = outer;
        }
    }

    /// <summary>A payload that ends the response: what the client waits for has failed.</summary>
    internal Payload LastPayload(GraphQLError error, GraphQLOutcome outcome)
    {
        var (delivery, envelope) = (_delivery!, BeginPayload());
        delivery.Payload.FailAll(error);
        HasNext = false;
        delivery.Payload.Write(envelope, Writer, hasNext: false);
        return EndPayload(delivery, outcome);
    }

    private ResponseWriter BeginPayload()
    {
        _envelope ??= new ResponseWriter();
        _envelope.Reset();
        _envelope.MaxLength = int.MaxValue;
        Writer.Reset();
        _errors.Clear();
        return _envelope;
    }

    private Payload EndPayload(IncrementalDelivery delivery, GraphQLOutcome outcome)
    {
        var errors = delivery.Payload.Errors();
        Sent(delivery, _envelope!.Length);
        return new Payload(_envelope.Written, outcome, errors);
    }

    /// <summary>Ends the first payload.</summary>
    private void AnnouncePending()
    {
        var delivery = _delivery!;
        delivery.Queue.Begin(delivery.Work);
        delivery.Work.Clear();
        HasNext = !delivery.Queue.IsEmpty;
        if (!HasNext) return;
        delivery.Payload.WritePending(Writer);
        Writer.Raw(",\"hasNext\":true"u8);
        Sent(delivery, Writer.Length);
    }

    private void Sent(IncrementalDelivery delivery, int bytes)
    {
        delivery.Payload.Sent();
        delivery.BytesWritten += bytes;
        delivery.TimeLeft = _deadline - Stopwatch.GetTimestamp();
    }

    /// <summary>Executes until there is something to deliver, and then more of the same: the same fragment or list at other places.</summary>
    private void Deliver(IncrementalDelivery delivery)
    {
        DeferUsage? delivered = null;
        while (delivery.Queue.TryPeek(out var task))
        {
            var usage = task.Groups[0].Usage;
            if (!delivery.Payload.IsEmpty && (usage != delivered || Writer.Length > PayloadBytes)) return;
            delivery.Queue.Dequeue();
            if (--_itemsUntilClockCheck <= 0) CheckTime();
            Execute(delivery, task);
            CheckLength();
            delivered = usage;
        }

        if (!delivery.Payload.IsEmpty) return;
        var stream = delivery.Queue.NextStream ?? throw new InvalidOperationException("A deferred fragment waits for nothing.");
        var streamed = stream.Planned;
        while (WriteItems(delivery, stream) && Writer.Length < PayloadBytes && !delivery.Queue.TryPeek(out _))
        {
            stream = delivery.Queue.NextStream;
            if (stream?.Planned != streamed) return;
        }
    }

    private void Execute(IncrementalDelivery delivery, DeferredTask task)
    {
        if (task.State is TaskState.Failed)
        {
            delivery.Queue.Failed(task);
            return;
        }

        var start = Writer.Length;
        ReturnTo(task.Path, task.Scope);
        if (task.Binding.WriteRoot(this, task.Source, task.Selection))
        {
            task.Data = new ResultText(start, Writer.Length);
            task.Errors = TakeErrors();
            delivery.Executed.Add(task);
            delivery.Queue.Executed(task, delivery.Work);
        }
        else
        {
            Rewind(start);
            task.Errors = TakeFailure(0);
            _errors.Clear();
            delivery.Queue.Failed(task);
        }

        delivery.Work.Clear();
    }

    /// <returns>Whether the list is complete.</returns>
    private bool WriteItems(IncrementalDelivery delivery, PendingStream stream)
    {
        var (start, first) = (Writer.Length, stream.Count);
        var (groups, streams) = (new List<DeliveryGroup>(), new List<PendingStream>());
        GraphQLError[]? end = null;
        while (end is null && stream.Count - first < PayloadItems && Writer.Length - start < PayloadBytes)
        {
            end = WriteItem(stream);
            if (end is null) delivery.Queue.Add(delivery.Work, groups, streams);
            delivery.Work.Clear();
        }

        if (Writer.Length > start)
        {
            Writer.Close(start, (byte)'[', (byte)']');
            CheckLength();
            delivery.Payload.Deliver(stream, new ResultText(start, Writer.Length), TakeErrors());
        }

        delivery.Payload.Announce(groups, streams);
        if (end is not null) delivery.Payload.Complete(stream.Id, end);
        delivery.Queue.EndTurn(isComplete: end is not null);
        delivery.Queue.Release(groups, streams);
        return end is not null;
    }

    /// <returns>Null when there may be more; the errors that the stream ends with, none when it has just come to its end.</returns>
    private GraphQLError[]? WriteItem(PendingStream stream)
    {
        var (start, errors) = (Writer.Length, _errors.Count);
        ReturnTo(stream.Path, null);
        try
        {
            if (!stream.MoveNext()) return [];
            if (--_itemsUntilClockCheck <= 0) CheckTime();
            _path[_level++] = ~stream.Count++;
            Writer.Byte((byte)',');
            if (stream.WriteItem(this)) return null;
        }
        catch (Exception exception) when (exception is not RequestAbortedException)
        {
            ReturnTo(stream.Path, null);
            FieldFailed(exception);
        }

        Rewind(start);
        return TakeFailure(errors);
    }

    /// <summary>Writes the first items of a streamed list, and leaves the rest to the stream.</summary>
    private bool WriteStreamed<T>(IEnumerable<T> items, PlannedField field, PlannedStream stream, bool itemsNonNull, ItemWriter<T> item)
    {
        var initialCount = IncrementalDirectives.InitialCount(stream.Directive, _variables);
        var (start, level, count) = (Writer.Length, _level++, 0);
        var rest = items.GetEnumerator();
        var handedOver = false;
        try
        {
            while (count < initialCount && rest.MoveNext())
            {
                if (WriteItem(rest.Current, level, count++, field, itemsNonNull, item)) continue;
                _level = level;
                Rewind(start);
                return WriteFailedNull();
            }

            _level = level;
            if (count == initialCount)
            {
                PutOff(_delivery!, 1);
                var pending = new PendingStream<T>(rest, field, itemsNonNull, item, Position(), start, count);
                _delivery!.Work.Streams.Add(pending);
                _delivery.Streams.Add(pending);
                handedOver = true;
            }
        }
        finally
        {
            if (!handedOver) rest.Dispose();
        }

        Writer.Close(start, (byte)'[', (byte)']');
        return true;
    }

    /// <summary>A list within a streamed list is not streamed.</summary>
    private bool IsOutermostList => _path[_level - 1] >= 0;

    /// <summary>Writes an object's fields except the deferred ones, which it notes for later.</summary>
    internal bool WriteDeferring<T>(ObjectBinding<T> binding, T source, PlannedDeferral deferral)
    {
        var delivery = _delivery!;
        PutOff(delivery, deferral.PendingResults);
        var (start, path, around) = (Writer.Length, Position(), delivery.Scope);
        var groups = new DeliveryGroup[deferral.New.Length];
        if (groups.Length > 0) delivery.Scope = new DeferScope(around, deferral, groups);
        for (var i = 0; i < groups.Length; i++)
        {
            var usage = deferral.New[i];
            groups[i] = new DeliveryGroup(usage, usage.Parent is null ? null : DeferScope.GroupOf(delivery.Scope, usage.Parent), path);
        }

        var written = binding.Write(this, source, deferral.Now);
        if (written)
        {
            delivery.Work.Groups.AddRange(groups);
            object? boxed = deferral.Later.Length > 0 ? source : null;
            foreach (var later in deferral.Later)
            {
                var waits = Array.ConvertAll(later.Usages, usage => DeferScope.GroupOf(delivery.Scope, usage));
                delivery.Work.Tasks.Add(new DeferredTask(binding, boxed, later.Selection, waits, delivery.Scope, path, start));
            }
        }

        delivery.Scope = around;
        return written;
    }

    private void PutOff(IncrementalDelivery delivery, int results)
    {
        delivery.PendingResults += results;
        if (delivery.PendingResults > _limits.MaxPendingResults) throw RequestAbortedException.TooManyPending(_limits.MaxPendingResults);
    }

    /// <summary>Takes the text back to an earlier length, and with it what was put off since.</summary>
    internal void Rewind(int start)
    {
        Writer.Rewind(start);
        _delivery?.Work.Rewind(start);
    }

    private int[] Position() => _path.AsSpan(0, _level).ToArray();

    private void ReturnTo(int[] path, DeferScope? scope)
    {
        path.CopyTo(_path, 0);
        _level = path.Length;
        _delivery!.Scope = scope;
    }

    private GraphQLError[] TakeErrors()
    {
        CloseErrors();
        if (_errors.Count == 0) return [];
        GraphQLError[] taken = [.. _errors];
        _errors.Clear();
        return taken;
    }

    /// <summary>Takes the errors from here on, and gives those of the latest failure: those within what it took along are of no use.</summary>
    private GraphQLError[] TakeFailure(int from)
    {
        var first = Math.Max(from, Math.Min(_latestFailure, _errors.Count));
        GraphQLError[] failure = [.. _errors[first..]];
        _errors.RemoveRange(from, _errors.Count - from);
        return failure.Length > 0 ? failure : [GraphQLError.OfLimit(ErrorCodes.TooManyErrors, $"The errors are more than the {_limits.MaxErrors} that a response lists.", _limits.MaxErrors)];
    }

    private void EndDelivery()
    {
        if (_delivery is null) return;
        foreach (var stream in _delivery.Streams)
        {
            try
            {
                stream.Dispose();
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                _unexpected?.Invoke(fault);
            }
        }

        (_delivery, HasNext) = (null, false);
    }
}

/// <summary>A payload after the first.</summary>
/// <param name="Errors">All that are in it.</param>
internal readonly record struct Payload(ReadOnlyMemory<byte> Body, GraphQLOutcome Outcome, IReadOnlyList<GraphQLError> Errors);
