using System.Globalization;

namespace StrategyGraph.Server;

/// <summary>
/// Tells how far a long work is: a bar that is drawn over itself on a terminal, and elsewhere a plain line now and then. What is done within two
/// seconds, or has few parts, is not told.
/// </summary>
internal sealed class BuildProgress(TextWriter output, bool isTerminal, TimeProvider clock) : IDisposable
{
    private const int FewParts = 500, BarWidth = 24;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock = clock;
    private readonly TimeSpan _pause = isTerminal ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private long? _last;
    private int _drawn;

    /// <summary>On standard error, where the result of a command does not go.</summary>
    public static BuildProgress OnConsole() => new(Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    /// <summary>A part of the work that begins now.</summary>
    /// <param name="doing">"Reading".</param>
    /// <param name="parts">"files".</param>
    /// <param name="total">How many there are.</param>
    public IProgress<int> Stage(string doing, string parts, int total) => new Part(this, doing, parts, total);

    /// <summary>Leaves an empty line to write on.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_drawn > 0) output.Write($"\r{new string(' ', _drawn)}\r");
            _drawn = 0;
        }
    }

    private void Tell(string doing, string parts, int done, int total, double rate, long begun)
    {
        lock (_gate)
        {
            if (total < FewParts || _clock.GetElapsedTime(begun) < Patience || (_last is { } last && _clock.GetElapsedTime(last) < _pause)) return;
            _last = _clock.GetTimestamp();
            var line = string.Create(CultureInfo.InvariantCulture, $"{doing}: {done} of {total} {parts}, {rate:0}/s, {Math.Ceiling((total - done) / rate):0} s left");
            if (!isTerminal)
            {
                output.WriteLine(line);
                return;
            }

            var filled = (int)((long)BarWidth * done / total);
            line = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {line}";
            output.Write($"\r{line.PadRight(_drawn)}");
            _drawn = line.Length;
        }
    }

    /// <summary>Begins with its first part done, so that the rate is that of the work and not of what had to be made ready for it.</summary>
    private sealed class Part(BuildProgress whole, string doing, string parts, int total) : IProgress<int>
    {
        private long _begun;

        public void Report(int value)
        {
            var now = whole._clock.GetTimestamp();
            var begun = Interlocked.CompareExchange(ref _begun, now, 0);
            if (begun != 0) whole.Tell(doing, parts, value, total, (value - 1) / whole._clock.GetElapsedTime(begun, now).TotalSeconds, begun);
        }
    }
}
