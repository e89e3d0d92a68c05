using Microsoft.Data.Sqlite;
using StrategyGraph.Catalog.Reading;
using StrategyGraph.Catalog.Writing;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog;

/// <summary>Releases kept as SQLite files: a folder holds one, <see cref="Name"/>, which a newer one replaces in one step.</summary>
/// <remarks>
/// A release is written beside the published one as <c>catalogue.release.building</c>, read back and compared, brought to the disk, and renamed
/// into place; so whoever opens the name finds the old release or the new one, whole. One who has opened the old one keeps it. The lock on
/// <c>catalogue.release.lock</c> ends with the process that holds it, so what a killed build left behind is the next one's to delete.
///
/// Loading opens nothing but the file, read-only and immutable (no journal, no locks, no shared memory), so it works on a read-only file system.
/// It goes by SQLite's own functions and not by EF Core: reading the same rows through EF Core's model took twenty times the processor time for
/// three plans, where building the model and compiling its queries is nearly all of it, and six times for three hundred.
/// </remarks>
public static class ReleaseFile
{
    /// <summary>The published release's name in its folder.</summary>
    public const string Name = "catalogue.release";

    private const int PageSize = 16 * 1024;

    /// <summary>Writes a release of the holdings into a folder, unless the folder's release has that content already.</summary>
    /// <param name="contentHash">The <see cref="ContentHash"/> of the holdings.</param>
    /// <param name="publishedAt">UTC.</param>
    /// <param name="directory">Made if it is not there. Another process that publishes there is waited for.</param>
    /// <param name="progress">Told after each plan how many have been written.</param>
    /// <exception cref="ReleaseException">Nothing was published, and what was stays: see <see cref="ReleaseFault"/>.</exception>
    public static Publication Publish(
        Holdings holdings, string contentHash, DateTime publishedAt, string directory, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var release = Release.Of(holdings, contentHash, publishedAt);
        try
        {
            directory = Path.GetFullPath(directory);
            Directory.CreateDirectory(directory);
            using var folder = ReleaseFolder.Lock(directory, cancellationToken);
            if (Published(folder.Published, contentHash, cancellationToken) is { } published) return new Publication(published, Fresh: false);

            folder.DeleteBuilding();
            try
            {
                Write(folder.Building, release, holdings, progress, cancellationToken);
                folder.BringToDisk();
                Verify(folder.Building, release, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                folder.Publish();
            }
            finally
            {
                folder.DeleteBuilding();
            }

            return new Publication(release, Fresh: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or SqliteException)
        {
            var untouched = File.Exists(Path.Combine(directory, Name)) ? " What was published there is untouched." : "";
            throw new ReleaseException(ReleaseFault.NotReachable, $"The release could not be written to {directory}: {cause.Message.TrimEnd('.')}.{untouched}", cause);
        }
    }

    /// <summary>What a release file says of itself, without loading it.</summary>
    /// <exception cref="ReleaseException">There is none, or it cannot be read: see <see cref="ReleaseFault"/>.</exception>
    public static Release Inspect(string path) => Read(path, database => new HoldingsReader(new TableReader(database.Select, CancellationToken.None)).ReadRelease());

    /// <summary>Loads a release whole. The file may be replaced meanwhile or afterwards.</summary>
    /// <exception cref="ReleaseException">There is none, or it cannot be read: see <see cref="ReleaseFault"/>.</exception>
    public static LoadedRelease Load(string path, CancellationToken cancellationToken = default) =>
        Read(path, database =>
        {
            // Two read at the same time, unless another release was published between the two openings: then one reads all.
            using var beside = SqliteDatabase.Open(path);
            TableReader one = new(database.Select, cancellationToken), other = new(beside.Select, cancellationToken);
            var release = new HoldingsReader(one).ReadRelease();
            var isSame = new HoldingsReader(other).ReadRelease() == release;
            return new LoadedRelease(release, new HoldingsReader(one, isSame ? other : null).ReadHoldings());
        });

    /// <summary>The release at hand, if it has the content: not by its own word alone, but read back as a new one would be.</summary>
    private static Release? Published(string path, string contentHash, CancellationToken cancellation)
    {
        try
        {
            var release = Inspect(path);
            if (release.ContentHash != contentHash) return null;
            Verify(path, release, cancellation);
            return release;
        }
        catch (ReleaseException fault) when (fault.Fault is not ReleaseFault.NotReachable)
        {
            return null; // None, or one that the new release is to replace.
        }
    }

    private static void Write(string path, Release release, Holdings holdings, IProgress<int>? progress, CancellationToken cancellation)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();

        // A file that nobody sees until it is whole needs no journal, and is brought to the disk once, at the end.
        // Foreign keys are checked once, by Verify. It is read whole, so a page is larger than usual: a tenth less time for a nation's.
        Execute($"""
            PRAGMA page_size = {PageSize};
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF;
            PRAGMA application_id = {ReleaseHeader.ApplicationId}; PRAGMA user_version = {Release.CurrentFormat};
            """);
        using (var transaction = connection.BeginTransaction())
        {
            ReleaseTables.Write(connection, transaction, release, holdings, progress, cancellation);
            transaction.Commit();
        }

        Execute("ANALYZE"); // For those who query the tables by SQL.

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Reads back what was written, as a server will, and compares.</summary>
    private static void Verify(string path, Release release, CancellationToken cancellation)
    {
        try
        {
            using SqliteDatabase database = SqliteDatabase.Open(path), beside = SqliteDatabase.Open(path);
            if (database.Check() is { } broken) throw new InvalidDataException(broken);
            new HoldingsReader(new TableReader(database.Select, cancellation), new TableReader(beside.Select, cancellation)).Verify(release);
        }
        catch (Exception cause) when (HoldingsReader.IsDamage(cause))
        {
            throw new ReleaseException(
                ReleaseFault.NotPublishable, $"The release did not read back as it was written: {cause.Message.TrimEnd('.')}. What was published is untouched.", cause);
        }
    }

    private static T Read<T>(string path, Func<SqliteDatabase, T> read)
    {
        try
        {
            ReleaseHeader.Check(path);
            using var database = SqliteDatabase.Open(path);
            return read(database);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ReleaseException(ReleaseFault.NotPublished, $"There is no release at {path}: run `strategygraph build`.", cause);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException && Directory.Exists(path))
        {
            throw new ReleaseException(ReleaseFault.NotReachable, $"{path} is a folder, and not a release: move it away.", cause);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw new ReleaseException(ReleaseFault.NotReachable, $"The release {path} cannot be read: {cause.Message}", cause);
        }
        catch (Exception cause) when (HoldingsReader.IsDamage(cause))
        {
            throw new ReleaseException(ReleaseFault.Damaged, $"The release {path} is damaged ({cause.Message}): run `strategygraph build`.", cause);
        }
    }
}
