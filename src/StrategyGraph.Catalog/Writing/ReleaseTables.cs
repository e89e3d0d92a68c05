using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Writing;

/// <summary>Creates a release's tables and fills them, in either database, within the caller's transaction.</summary>
internal static class ReleaseTables
{
    /// <summary>Rows held before they are inserted; a plan of a few thousand rows may go beyond it.</summary>
    private const int RowsInMemory = 16_384;

    public static void Write(DbConnection connection, DbTransaction transaction, Release release, Holdings holdings, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<ReleaseContext>();
        if (connection is SqliteConnection) options.UseSqlite(connection);
        else options.UseNpgsql(connection);

        using var context = new ReleaseContext(options.Options);
        context.Database.UseTransaction(transaction);
        context.GetService<IRelationalDatabaseCreator>().CreateTables();

        using var inserts = new RowInserts(context.Model, connection, transaction);
        inserts.Add(new ReleaseRow(
            1, release.Format, release.ContentHash, release.PublishedAt, release.ToolVersion, release.Municipalities, release.Frameworks, release.Plans,
            release.Goals, release.Themes, release.Measures, release.Initiatives, release.Indicators, release.Assessments));
        new HoldingsWriter(inserts.Add, () => { if (inserts.Waiting >= RowsInMemory) inserts.Run(cancellation); }).Write(holdings, cancellation);
        inserts.Run(cancellation);
    }
}
