using Npgsql;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

public sealed class ReleaseDatabaseTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private string Empty
    {
        get
        {
            server.Empty();
            return server.ConnectionString;
        }
    }

    private static Publication Publish(string database, Holdings holdings) => ReleaseDatabase.Publish(holdings, ContentHash.Of(holdings), Sample.Noon, database);

    private static ReleaseException ExpectFault(ReleaseFault fault, Action act)
    {
        var thrown = Assert.Throws<ReleaseException>(act);
        Assert.Equal(fault, thrown.Fault);
        return thrown;
    }

    private List<string> Schemas()
    {
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'strategygraph%' ORDER BY 1", connection);
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(server.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    [PostgresFact]
    public void Everything_published_is_loaded_as_it_was()
    {
        var database = Empty;
        var published = Publish(database, Sample.Everything());
        var loaded = ReleaseDatabase.Load(database);
        Assert.True(published.Fresh);
        Assert.Equal(published.Release, loaded.Release);
        Assert.Equal(published.Release, ReleaseDatabase.Inspect(database));
        Assert.Empty(Comparison.Differences(Sample.Everything(), loaded.Holdings));
    }

    [PostgresFact]
    public void A_file_and_a_database_of_the_same_holdings_are_the_same_release()
    {
        using var folder = new Folder();
        Assert.Equal(folder.Publish(Synthetic.Plans(2)).Release, Publish(Empty, Synthetic.Plans(2)).Release);
    }

    [PostgresFact]
    public void The_same_content_is_published_once_and_another_takes_its_place()
    {
        var database = Empty;
        Assert.True(Publish(database, Synthetic.Plans(1)).Fresh);
        Assert.False(Publish(database, Synthetic.Plans(1)).Fresh);
        Assert.Equal(["strategygraph", "strategygraph_1"], Schemas());
        Assert.True(Publish(database, Synthetic.Plans(1, edition: 1)).Fresh);
        Assert.Equal(["strategygraph", "strategygraph_2"], Schemas());
        Assert.Equal(ContentHash.Of(Synthetic.Plans(1, edition: 1)), ReleaseDatabase.Load(database).Release.ContentHash);
    }

    [PostgresFact]
    public void A_release_being_loaded_is_not_dropped_until_the_next_publishing()
    {
        var database = Empty;
        Publish(database, Synthetic.Plans(1));
        using (var loading = new NpgsqlConnection(database + ";Pooling=false"))
        {
            loading.Open();
            using var hold = new NpgsqlCommand("SELECT pg_advisory_lock_shared(6000884254125615470)", loading);
            hold.ExecuteNonQuery();
            Publish(database, Synthetic.Plans(1, edition: 1));
            Assert.Equal(["strategygraph", "strategygraph_1", "strategygraph_2"], Schemas());
        }

        Publish(database, Synthetic.Plans(1, edition: 2));
        Assert.Equal(["strategygraph", "strategygraph_3"], Schemas());
    }

    [PostgresFact]
    public void A_publisher_killed_on_its_way_leaves_what_was_published()
    {
        var database = Empty;
        Publish(database, Sample.Everything());
        using (var publisher = Publisher.Start(database, plans: 60, edition: 0))
        {
            while (!publisher.HasExited && !IsWriting()) Thread.Sleep(5);
            Assert.False(publisher.HasExited, "It was done before it could be killed.");
            publisher.Kill();
            publisher.WaitForExit();
        }

        Assert.Empty(Comparison.Differences(Sample.Everything(), ReleaseDatabase.Load(database).Holdings));
        Assert.True(Publish(database, Synthetic.Plans(1)).Fresh);
        Assert.Equal(["strategygraph", "strategygraph_2"], Schemas());

        bool IsWriting()
        {
            using var connection = new NpgsqlConnection(server.ConnectionString);
            connection.Open();
            using var command = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE query ~ '^(COPY|CREATE INDEX|ALTER TABLE|SELECT \"id\")'", connection);
            return (long)command.ExecuteScalar()! > 0;
        }
    }

    [PostgresFact]
    public void Of_two_processes_that_publish_the_same_at_once_one_does()
    {
        var database = Empty;
        var (one, other) = (Publisher.Start(database, plans: 3, edition: 0), Publisher.Start(database, plans: 3, edition: 0));
        Assert.Equal(["fresh", "same"], new[] { one.Answer(), other.Answer() }.Order());
        Assert.Equal(ContentHash.Of(Synthetic.Plans(3)), ReleaseDatabase.Inspect(database).ContentHash);
    }

    [PostgresFact]
    public void Whoever_loads_while_others_publish_has_one_release_whole()
    {
        var database = Empty;
        Publish(database, Synthetic.Plans(2));
        var publishing = Task.Run(() =>
        {
            for (var edition = 1; edition <= 6; edition++) Publish(database, Synthetic.Plans(2, edition % 2));
        });
        while (!publishing.IsCompleted)
        {
            var loaded = ReleaseDatabase.Load(database);
            Assert.Equal(loaded.Release.ContentHash, ContentHash.Of(loaded.Holdings));
        }

        Assert.True(publishing.IsCompletedSuccessfully, publishing.Exception?.ToString());
    }

    [PostgresFact]
    public void What_contradicts_itself_is_refused_and_leaves_no_trace()
    {
        var database = Empty;
        ExpectFault(ReleaseFault.NotPublishable, () => Publish(database, Synthetic.WithElements([], [Synthetic.Element("x")])));
        ExpectFault(ReleaseFault.NotPublishable, () => ReleaseDatabase.Publish(Sample.Everything(), "another hash", Sample.Noon, database));
        Assert.Empty(Schemas());
    }

    [PostgresFact]
    public void No_release_another_format_and_a_damaged_one_are_told_apart()
    {
        var database = Empty;
        ExpectFault(ReleaseFault.NotPublished, () => ReleaseDatabase.Load(database));
        Publish(database, Sample.Everything());
        Execute($"UPDATE strategygraph.published SET format = {Release.CurrentFormat + 2}");
        var other = ExpectFault(ReleaseFault.OtherFormat, () => ReleaseDatabase.Load(database));
        Assert.EndsWith($" has format {Release.CurrentFormat + 2}, this program reads {Release.CurrentFormat}: run `strategygraph build`.", other.Message, StringComparison.Ordinal);

        Assert.True(Publish(database, Sample.Everything()).Fresh);
        Execute("ALTER TABLE strategygraph_2.element RENAME COLUMN slug TO name");
        ExpectFault(ReleaseFault.Damaged, () => ReleaseDatabase.Load(database));
        Execute("ALTER TABLE strategygraph_2.element RENAME COLUMN name TO slug; UPDATE strategygraph_2.plan SET kind = 'Wish'");
        ExpectFault(ReleaseFault.Damaged, () => ReleaseDatabase.Load(database));
    }
}

public sealed class UnreachableDatabaseTests
{
    [Theory, InlineData("Host=/nowhere;Username=x"), InlineData("Host=127.0.0.1;Port=1;Username=x;Password=secret;Timeout=5"), InlineData("nonsense")]
    public void A_database_that_cannot_be_reached_is_said_without_its_password(string database)
    {
        var load = Assert.Throws<ReleaseException>(() => ReleaseDatabase.Load(database));
        var publish = Assert.Throws<ReleaseException>(() => ReleaseDatabase.Publish(Holdings.Empty, "", Sample.Noon, database));
        Assert.Equal((ReleaseFault.NotReachable, ReleaseFault.NotReachable), (load.Fault, publish.Fault));
        Assert.DoesNotContain("secret", load.Message, StringComparison.Ordinal);
    }
}
