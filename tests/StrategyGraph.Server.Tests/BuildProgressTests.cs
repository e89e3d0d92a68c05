namespace StrategyGraph.Server.Tests;

/// <summary>What is told of a long work while it lasts.</summary>
public sealed class BuildProgressTests
{
    /// <summary>What is told of a stage with so many parts, each of which takes as long.</summary>
    private static string Told(bool onTerminal, int total, int milliseconds = 100)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var time = new ManualTime();
        using (var progress = new BuildProgress(output, onTerminal, time))
        {
            var stage = progress.Stage("Reading", "files", total);
            for (var done = 1; done <= total; done++)
            {
                stage.Report(done);
                time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            }
        }

        return output.ToString();
    }

    [Fact]
    public void Elsewhere_than_on_a_terminal_a_plain_line_comes_now_and_then() => Assert.Equal(
        """
        Reading: 21 of 500 files, 10/s, 48 s left
        Reading: 121 of 500 files, 10/s, 38 s left
        Reading: 221 of 500 files, 10/s, 28 s left
        Reading: 321 of 500 files, 10/s, 18 s left
        Reading: 421 of 500 files, 10/s, 8 s left

        """, Told(onTerminal: false, 500));

    [Fact]
    public void On_a_terminal_a_bar_is_drawn_over_itself_and_wiped_away()
    {
        var told = Told(onTerminal: true, 500);
        var drawn = told.Split('\r');
        Assert.Contains("[############............] Reading: 251 of 500 files, 10/s, 25 s left", drawn.Select(line => line.TrimEnd()));
        Assert.All(drawn, line => Assert.InRange(line.Length, 0, 79));
        Assert.Equal("", string.Concat(drawn[^2..]).Trim());
        Assert.DoesNotContain('\n', told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_few_parts_and_of_quick_ones_nothing_is_told(bool onTerminal)
    {
        Assert.Equal("", Told(onTerminal, 499));
        Assert.Equal("", Told(onTerminal, 10_000, milliseconds: 0));
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
