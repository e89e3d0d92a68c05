using System.Data;
using System.Globalization;
using Npgsql;
using StrategyGraph.Catalog.Reading;
using StrategyGraph.Catalog.Writing;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog;

/// <summary>Releases kept in PostgreSQL, where several servers share one catalogue.</summary>
/// <remarks>
/// A release has the same tables as a file, in a schema of its own, <c>strategygraph_7</c>. It is made in one transaction, the last act of which is to
/// write its number into <c>strategygraph.published</c>, one row; so others see the old release or the new one, whole. An older release is dropped
/// when no server is loading it: loaders share an advisory lock, which ends with their connection. Servers may read as a role of their own that has
/// been given, by ALTER DEFAULT PRIVILEGES, what the publishing role makes.
/// </remarks>
public static class ReleaseDatabase
{
    private const long Publishing = 0x5347_7075_626C_6973, Loading = 0x5347_6C6F_6164_696E; // "SGpublis", "SGloadin": names for advisory locks.

    /// <summary>Writes a release of the holdings into a database, unless its published release has that content already.</summary>
    /// <param name="contentHash">The <see cref="ContentHash"/> of the holdings.</param>
    /// <param name="publishedAt">UTC.</param>
    /// <param name="connectionString">Npgsql's, with the right to create schemas. Another process that publishes there is waited for.</param>
    /// <exception cref="ReleaseException">Nothing was published, and what was stays: see <see cref="ReleaseFault"/>.</exception>
    public static Publication Publish(
        Holdings holdings, string contentHash, DateTime publishedAt, string connectionString, CancellationToken cancellationToken = default)
    {
        var release = Release.Of(holdings, contentHash, publishedAt);
        using var connection = Open(connectionString);
        try
        {
            using (var transaction = connection.BeginTransaction())
            {
                while (!Ask<bool>(connection, $"SELECT pg_try_advisory_xact_lock({Publishing})"))
                {
                    cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(50));
                    cancellationToken.ThrowIfCancellationRequested();
                }

                var last = Published(connection);
                if (last is { Format: Release.CurrentFormat } && last.Value.ContentHash == contentHash)
                {
                    Enter(connection, last.Value.Number);
                    return new Publication(Reader(connection, cancellationToken).ReadRelease(), Fresh: false);
                }

                var number = (last?.Number ?? 0) + 1;
                Execute(connection, $"CREATE SCHEMA {Schema(number)}");
                Enter(connection, number);
                ReleaseTables.Write(connection, transaction, release, holdings, null, cancellationToken);
                Reader(connection, cancellationToken).Verify(release);
                Switch(connection, number, contentHash);
                cancellationToken.ThrowIfCancellationRequested();
                transaction.Commit();
            }

            DropOlder(connection);
            return new Publication(release, Fresh: true);
        }
        catch (NpgsqlException cause)
        {
            throw new ReleaseException(
                ReleaseFault.NotReachable, $"The release could not be written to {Name(connection)}: {cause.Message}. What was published there is untouched.", cause);
        }
        catch (Exception cause) when (HoldingsReader.IsDamage(cause))
        {
            throw new ReleaseException(
                ReleaseFault.NotPublishable, $"The release did not read back as it was written: {cause.Message}. What was published is untouched.", cause);
        }
    }

    /// <summary>What the published release says of itself, without loading it.</summary>
    /// <exception cref="ReleaseException">There is none, or it cannot be read: see <see cref="ReleaseFault"/>.</exception>
    public static Release Inspect(string connectionString) => Read(connectionString, reader => reader.ReadRelease(), CancellationToken.None);

    /// <summary>Loads the published release whole. Another may be published meanwhile or afterwards.</summary>
    /// <exception cref="ReleaseException">There is none, or it cannot be read: see <see cref="ReleaseFault"/>.</exception>
    public static LoadedRelease Load(string connectionString, CancellationToken cancellationToken = default) =>
        Read(connectionString, reader => new LoadedRelease(reader.ReadRelease(), reader.ReadHoldings()), cancellationToken);

    private static T Read<T>(string connectionString, Func<HoldingsReader, T> read, CancellationToken cancellation)
    {
        using var connection = Open(connectionString);
        try
        {
            // Before the transaction: its snapshot must not be older than the lock that keeps what it shows from being dropped.
            Execute(connection, $"SELECT pg_advisory_lock_shared({Loading})");
            using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
            var (number, format, _) = Published(connection)
                ?? throw new ReleaseException(ReleaseFault.NotPublished, $"There is no release in {Name(connection)}: run `strategygraph build`.");
            if (format != Release.CurrentFormat)
            {
                throw new ReleaseException(
                    ReleaseFault.OtherFormat,
                    $"The release in {Name(connection)} has format {format}, this program reads {Release.CurrentFormat}: run `strategygraph build`.");
            }

            Enter(connection, number);
            return read(Reader(connection, cancellation));
        }
        catch (Exception cause) when (cause is PostgresException { SqlState: "42P01" or "42703" or "3F000" } || HoldingsReader.IsDamage(cause))
        {
            throw new ReleaseException(ReleaseFault.Damaged, $"The release in {Name(connection)} is damaged ({cause.Message}): run `strategygraph build`.", cause);
        }
        catch (NpgsqlException cause)
        {
            throw new ReleaseException(ReleaseFault.NotReachable, $"The release in {Name(connection)} cannot be read: {cause.Message}", cause);
        }
    }

    private static NpgsqlConnection Open(string connectionString)
    {
        NpgsqlConnection? connection = null;
        try
        {
            // Not pooled: the locks end with the connection. No timeout: a release is as large as it is, and the caller can cancel.
            connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
            connection.Open();
            return connection;
        }
        catch (ArgumentException cause)
        {
            throw new ReleaseException(ReleaseFault.NotReachable, $"This is not a connection string for PostgreSQL: {cause.Message}", cause);
        }
        catch (NpgsqlException cause)
        {
            using (connection) throw new ReleaseException(ReleaseFault.NotReachable, $"{Name(connection!)} cannot be reached: {cause.Message}", cause);
        }
    }

    /// <summary>The published release's number; null where nothing has been published. Numbers only rise.</summary>
    private static (int Number, int Format, string ContentHash)? Published(NpgsqlConnection connection)
    {
        if (!Ask<bool>(connection, "SELECT to_regclass('strategygraph.published') IS NOT NULL")) return null;
        using var command = new NpgsqlCommand("SELECT number, format, content_hash FROM strategygraph.published", connection);
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2)) : null;
    }

    private static void Switch(NpgsqlConnection connection, int number, string contentHash)
    {
        Execute(connection, """
            CREATE SCHEMA IF NOT EXISTS strategygraph;
            CREATE TABLE IF NOT EXISTS strategygraph.published (number integer NOT NULL, format integer NOT NULL, content_hash text NOT NULL);
            DELETE FROM strategygraph.published;
            """);
        using var command = new NpgsqlCommand("INSERT INTO strategygraph.published VALUES ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = number }, new() { Value = Release.CurrentFormat }, new() { Value = contentHash } },
        };
        command.ExecuteNonQuery();
    }

    /// <summary>Drops all releases but the published one, unless a server is loading: then the next publishing does it.</summary>
    private static void DropOlder(NpgsqlConnection connection)
    {
        if (!Ask<bool>(connection, $"SELECT pg_try_advisory_lock({Loading})")) return;
        Execute(connection, """
            DO $$
            DECLARE older text;
            BEGIN
                FOR older IN
                    SELECT nspname FROM pg_namespace
                    WHERE nspname ~ '^strategygraph_[0-9]+$' AND nspname <> (SELECT 'strategygraph_' || number FROM strategygraph.published)
                LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', older);
                END LOOP;
            END $$
            """);
        Execute(connection, $"SELECT pg_advisory_unlock({Loading})");
    }

    private static string Schema(int number) => string.Create(CultureInfo.InvariantCulture, $"strategygraph_{number}");

    /// <summary>Until the transaction ends, tables are those of a release.</summary>
    private static void Enter(NpgsqlConnection connection, int number) => Execute(connection, $"SET LOCAL search_path TO {Schema(number)}");

    private static HoldingsReader Reader(NpgsqlConnection connection, CancellationToken cancellation) =>
        new(new TableReader(select => new DatabaseCursor(new NpgsqlCommand(select, connection)), cancellation));

    private static string Name(NpgsqlConnection connection) => $"the database {connection.Database} at {connection.Host}";

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static T Ask<T>(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }
}
