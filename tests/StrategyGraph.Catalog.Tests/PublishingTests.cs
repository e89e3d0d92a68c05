using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

public sealed class PublishingTests : IDisposable
{
    private const string Building = ReleaseFile.Name + ".building";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_content_is_published_once_and_the_second_time_said_to_be_there()
    {
        var first = _folder.Publish(Sample.Everything());
        var written = File.ReadAllBytes(_folder.Release);
        var second = ReleaseFile.Publish(Sample.Everything(), first.Release.ContentHash, Sample.Noon.AddDays(1), _folder.Path);
        Assert.True(first.Fresh);
        Assert.False(second.Fresh);
        Assert.Equal(first.Release, second.Release);
        Assert.Equal(written, File.ReadAllBytes(_folder.Release));
        Assert.Equal([ReleaseFile.Name, "catalogue.release.lock"], _folder.Files);
    }

    [Fact]
    public void Another_content_takes_its_place()
    {
        _folder.Publish(Synthetic.Plans(1));
        Assert.True(_folder.Publish(Synthetic.Plans(1, edition: 1)).Fresh);
        Assert.Empty(Comparison.Differences(Synthetic.Plans(1, edition: 1), _folder.Load().Holdings));
    }

    [Fact]
    public void A_folder_is_made_where_there_is_none()
    {
        var place = Path.Combine(_folder.Path, "a", "b");
        ReleaseFile.Publish(Holdings.Empty, ContentHash.Of(Holdings.Empty), Sample.Noon, place);
        ReleaseFile.Load(Path.Combine(place, ReleaseFile.Name));
    }

    [Fact]
    public void A_time_that_is_not_UTC_is_a_mistake_of_the_caller() => Assert.Throws<ArgumentException>(
        () => ReleaseFile.Publish(Holdings.Empty, "", new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Local), _folder.Path));

    [Fact]
    public void A_cancelled_publishing_leaves_what_was_published_and_nothing_else()
    {
        _folder.Publish(Sample.Everything());
        using var cancellation = new CancellationTokenSource();
        var plans = Synthetic.Plans(4);
        var holdings = plans with { Plans = new Interrupted(plans.Plans, at: 2, cancellation.Cancel) };
        Assert.ThrowsAny<OperationCanceledException>(() => ReleaseFile.Publish(holdings, "hash", Sample.Noon, _folder.Path, cancellationToken: cancellation.Token));
        Assert.Equal([ReleaseFile.Name, "catalogue.release.lock"], _folder.Files);
        Assert.Empty(Comparison.Differences(Sample.Everything(), _folder.Load().Holdings));
    }

    [Fact]
    public void A_cancelled_wait_for_another_publisher_ends()
    {
        using var held = Writing.ReleaseFolder.Lock(_folder.Path, CancellationToken.None);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.ThrowsAny<OperationCanceledException>(() => ReleaseFile.Publish(Holdings.Empty, "", Sample.Noon, _folder.Path, cancellationToken: cancellation.Token));
    }

    /// <summary>Killed as soon as it has begun, while it writes, and late; the next build finds nothing in its way.</summary>
    [Theory, InlineData(0), InlineData(100_000), InlineData(600_000), InlineData(1_200_000)]
    public void A_publisher_killed_at_any_moment_leaves_what_was_published(int bytesWritten)
    {
        _folder.Publish(Sample.Everything());
        using (var publisher = Publisher.Start(_folder.Path, plans: 30, edition: 0))
        {
            var building = new FileInfo(Path.Combine(_folder.Path, Building));
            while (!publisher.HasExited)
            {
                building.Refresh();
                if (building.Exists && building.Length >= bytesWritten) break;
                Thread.Sleep(1);
            }

            Assert.False(publisher.HasExited, "It was done before it could be killed.");
            publisher.Kill();
            publisher.WaitForExit();
        }

        Assert.Contains(Building, _folder.Files);
        Assert.Empty(Comparison.Differences(Sample.Everything(), _folder.Load().Holdings));
        Assert.True(_folder.Publish(Synthetic.Plans(1)).Fresh);
        Assert.Equal([ReleaseFile.Name, "catalogue.release.lock"], _folder.Files);
    }

    [Fact]
    public void Of_two_processes_that_publish_the_same_at_once_one_does()
    {
        var (one, other) = (Publisher.Start(_folder.Path, plans: 3, edition: 0), Publisher.Start(_folder.Path, plans: 3, edition: 0));
        Assert.Equal(["fresh", "same"], new[] { one.Answer(), other.Answer() }.Order());
        Assert.Empty(Comparison.Differences(Synthetic.Plans(3), _folder.Load().Holdings));
        Assert.Equal([ReleaseFile.Name, "catalogue.release.lock"], _folder.Files);
    }

    [Fact]
    public void Whoever_loads_while_others_publish_has_one_release_whole()
    {
        string[] editions = [ContentHash.Of(Synthetic.Plans(2)), ContentHash.Of(Synthetic.Plans(2, edition: 1))];
        _folder.Publish(Synthetic.Plans(2));
        var publishing = Task.Run(() =>
        {
            for (var edition = 1; edition <= 8; edition++) _folder.Publish(Synthetic.Plans(2, edition % 2));
        });
        var seen = new HashSet<string>();
        while (!publishing.IsCompleted)
        {
            var loaded = _folder.Load();
            Assert.Equal(loaded.Release.ContentHash, ContentHash.Of(loaded.Holdings));
            seen.Add(loaded.Release.ContentHash);
        }

        Assert.True(publishing.IsCompletedSuccessfully);
        Assert.Subset(editions.ToHashSet(), seen);
    }

    [Fact]
    public void A_full_disk_is_said_and_leaves_what_was_published()
    {
        if (OperatingSystem.IsWindows()) return; // Its shell has no such limit.
        _folder.Publish(Sample.Everything());
        var answer = Publisher.StartWithFilesOfAtMost(kilobytes: 600, _folder.Path, plans: 30).Answer();
        Assert.StartsWith($"NotReachable: The release could not be written to {_folder.Path}: ", answer, StringComparison.Ordinal);
        Assert.EndsWith("What was published there is untouched.", answer, StringComparison.Ordinal);
        Assert.Empty(Comparison.Differences(Sample.Everything(), _folder.Load().Holdings));
        Assert.Equal([ReleaseFile.Name, "catalogue.release.lock"], _folder.Files);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_said()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        string[] places = OperatingSystem.IsLinux() ? [file, Path.Combine(file, "x"), "/sys/strategygraph"] : [file, Path.Combine(file, "x")];
        foreach (var place in places)
        {
            var refused = Assert.Throws<ReleaseException>(() => ReleaseFile.Publish(Holdings.Empty, "", Sample.Noon, place));
            Assert.Equal(ReleaseFault.NotReachable, refused.Fault);
            Assert.StartsWith($"The release could not be written to {place}: ", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A list in which something happens on the way.</summary>
    private sealed class Interrupted(IReadOnlyList<Plan> plans, int at, Action interrupt) : IReadOnlyList<Plan>
    {
        private int _walks;

        public int Count => plans.Count;
        public Plan this[int index] => plans[index];

        public IEnumerator<Plan> GetEnumerator()
        {
            var counting = _walks++ == 0; // The first walk counts, the second writes.
            for (var i = 0; i < plans.Count; i++)
            {
                if (i == at && !counting) interrupt();
                yield return plans[i];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
