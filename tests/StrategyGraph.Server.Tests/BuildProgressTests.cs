namespace StrategyGraph.Server.Tests;

/// <summary>What is told of a long work while it lasts.</summary>
public sealed class BuildProgressTests
{
    /// <summary>What is told of a stage with so many parts, each of which takes as long.</summary>
    private static string Told(bool onTerminal, int total, int milliseconds = 100, int width = 80)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var time = new ManualTime();
        using (var progress = new BuildProgress(output, onTerminal ? () => width : null, time))
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
    public void Of_what_is_done_within_two_seconds_nothing_is_told_however_many_its_parts(bool onTerminal)
    {
        Assert.Equal("", Told(onTerminal, 20));
        Assert.Equal("", Told(onTerminal, 10_000, milliseconds: 0));
    }

    [Fact]
    public void Few_parts_that_take_long_are_told() => Assert.Contains("[########................] Reading: 2 of 6 files, 0/s, 12 s left", Told(onTerminal: true, 6, milliseconds: 3_000));

    [Theory]
    [InlineData(60, "Reading: 251 of 500 files, 10/s, 25 s left")]
    [InlineData(20, "Reading: 251 of 500")]
    [InlineData(1, "")]
    public void A_line_is_no_longer_than_the_terminal_is_wide(int width, string line)
    {
        var drawn = Told(onTerminal: true, 500, width: width).Split('\r');
        Assert.Contains(line, drawn.Select(told => told.TrimEnd()));
        Assert.All(drawn, told => Assert.InRange(told.Length, 0, width - 1));
    }

    private sealed class ManualTime : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
