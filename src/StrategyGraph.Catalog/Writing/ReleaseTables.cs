using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;
using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Writing;

/// <summary>Creates a release's tables and fills them, in either database, within the caller's transaction.</summary>
internal static class ReleaseTables
{
    /// <summary>Rows held before they are inserted; a plan of a few thousand rows may go beyond it.</summary>
    private const int RowsInMemory = 16_384;

    public static void Write(DbConnection connection, DbTransaction transaction, Release release, Holdings holdings, IProgress<int>? progress, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<ReleaseContext>();
        if (connection is SqliteConnection) options.UseSqlite(connection);
        else options.UseNpgsql(connection);

        using var context = new ReleaseContext(options.Options);
        context.Database.UseTransaction(transaction);
        var (tables, indexes) = Definitions(context);
        Run(context, tables);
        using (var inserts = new RowInserts(context.Model, connection, transaction))
        {
            inserts.Add(new ReleaseRow(
                1, release.Format, release.ContentHash, release.PublishedAt, release.ToolVersion, release.Municipalities, release.Frameworks, release.Plans,
                release.Goals, release.Themes, release.Measures, release.Initiatives, release.Indicators, release.Assessments));
            var plans = 0;
            new HoldingsWriter(inserts.Add, () =>
            {
                if (inserts.Waiting >= RowsInMemory) inserts.Run(cancellation);
                progress?.Report(++plans);
            }).Write(holdings, cancellation);
            inserts.Run(cancellation);
        }

        Run(context, indexes);
    }

    /// <summary>
    /// The model's tables, and what is quicker to make when they are full: indexes, and references in PostgreSQL, which spent six sevenths of its time on
    /// checking them row by row. (SQLite cannot add references later, and does not check them while a release is written.)
    /// </summary>
    private static (List<MigrationOperation> Tables, List<MigrationOperation> Indexes) Definitions(ReleaseContext context)
    {
        var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var all = context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model);
        var indexes = all.Where(operation => operation is CreateIndexOperation).ToList();
        var tables = all.Except(indexes).ToList();
        if (context.Database.IsNpgsql())
        {
            foreach (var table in tables.OfType<CreateTableOperation>())
            {
                indexes.AddRange(table.ForeignKeys);
                table.ForeignKeys.Clear();
            }
        }

        return (tables, indexes);
    }

    private static void Run(ReleaseContext context, List<MigrationOperation> operations)
    {
        var connection = context.GetService<IRelationalConnection>();
        foreach (var command in context.GetService<IMigrationsSqlGenerator>().Generate(operations, context.GetService<IDesignTimeModel>().Model))
            command.ExecuteNonQuery(connection);
    }
}
