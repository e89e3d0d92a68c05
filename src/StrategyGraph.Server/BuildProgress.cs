using System.Globalization;

namespace StrategyGraph.Server;

/// <summary>
/// Tells how far a long work is: a bar that is drawn over itself on a terminal, and elsewhere a plain line now and then. What is done within two
/// seconds is not told.
/// </summary>
/// <param name="terminalWidth">How many characters a line of the terminal has; null where there is none.</param>
internal sealed class BuildProgress(TextWriter output, Func<int>? terminalWidth, TimeProvider clock) : IDisposable
{
    private const int BarWidth = 24, UsualWidth = 80;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock = clock;
    private readonly TimeSpan _pause = terminalWidth is not null ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private long? _last;
    private int _drawn;

    /// <summary>On standard error, where the result of a command does not go.</summary>
    public static BuildProgress OnConsole() => new(Console.Error, Console.IsErrorRedirected ? null : WidthOfConsole, TimeProvider.System);

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

    /// <summary>Some terminals tell no width, or one of none.</summary>
    private static int WidthOfConsole()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return UsualWidth;
        }
    }

    private void Tell(string doing, string parts, int done, int total, double rate, long begun)
    {
        lock (_gate)
        {
            if (_clock.GetElapsedTime(begun) < Patience || (_last is { } last && _clock.GetElapsedTime(last) < _pause)) return;
            _last = _clock.GetTimestamp();
            var line = string.Create(CultureInfo.InvariantCulture, $"{doing}: {done} of {total} {parts}, {rate:0}/s, {Math.Ceiling((total - done) / rate):0} s left");
            if (terminalWidth is null)
            {
                output.WriteLine(line);
                return;
            }

            var filled = (int)((long)BarWidth * done / total);
            // A line that is as long as the terminal is wide would be followed by another, and could not be drawn over.
            var room = Math.Max(terminalWidth() - 1, 0);
            var drawn = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {line}";
            if (drawn.Length > room) drawn = line.Length > room ? line[..room] : line;
            output.Write($"\r{drawn.PadRight(Math.Min(_drawn, room))}");
            _drawn = drawn.Length;
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
