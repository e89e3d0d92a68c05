using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace StrategyGraph.Catalog.Tables;

/// <summary>EF Core's view of a release: it creates the tables and writes them, in SQLite and PostgreSQL from the one model.</summary>
internal sealed class ReleaseContext(DbContextOptions<ReleaseContext> options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        // Indexes are named below, where a join needs one; one on each reference would double the writing.
        conventions.Conventions.Remove<ForeignKeyIndexConvention>();

        // Words, not numbers: a release can be read in any SQL tool, and a reordered enum cannot change its meaning.
        conventions.Properties<Enum>().HaveConversion<string>();

        // SQLite has no exact decimal, and its driver's text for one ("0.0####") loses how many digits were printed.
        if (Database.IsSqlite()) conventions.Properties<decimal>().HaveConversion<DecimalText>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var row in TableNames.Rows)
        {
            var table = model.Entity(row).ToTable(TableNames.Table(row));
            table.Property("Id").ValueGeneratedNever();
            foreach (var property in row.GetProperties().Where(property => property.Name != "EqualityContract"))
            {
                table.Property(property.Name).HasColumnName(TableNames.Column(property.Name));
                if (property.Name.EndsWith("Id", StringComparison.Ordinal) && property.Name != "Id") Refer(table, row, property.Name);
            }
        }

        model.Entity<MunicipalityRow>().HasIndex(row => row.Code).IsUnique();
        model.Entity<FrameworkRow>().HasIndex(row => row.Slug).IsUnique();
        model.Entity<FrameworkGoalRow>().HasIndex(row => new { row.FrameworkId, row.Code }).IsUnique();
        model.Entity<DepartmentRow>().HasIndex(row => row.MunicipalityId);
        model.Entity<PlanRow>().HasIndex(row => row.Slug).IsUnique();
        model.Entity<PlanRow>().HasIndex(row => row.MunicipalityId);
        model.Entity<PlanLevelRow>().HasIndex(row => row.PlanId);
        model.Entity<ElementRow>().HasIndex(row => new { row.PlanId, row.Slug }).IsUnique();
        model.Entity<ElementRow>().HasIndex(row => row.ParentId);
        model.Entity<ElementRow>().HasIndex(row => row.PlanLevelId);
        model.Entity<ResponsibilityRow>().HasIndex(row => row.ElementId);
        model.Entity<ResponsibilityRow>().HasIndex(row => row.DepartmentId);
        model.Entity<AssessmentRow>().HasIndex(row => row.ElementId);
        model.Entity<ActivityRow>().HasIndex(row => row.ElementId);
        model.Entity<IndicatorRow>().HasIndex(row => row.ElementId);
        model.Entity<ObservationRow>().HasIndex(row => row.IndicatorId);
        model.Entity<TagRow>().HasIndex(row => row.ElementId);
        model.Entity<TagRow>().HasIndex(row => row.FrameworkGoalId);
        model.Entity<LinkRow>().HasIndex(row => row.ElementId);
    }

    /// <summary>A column ElementId refers to table element; a ParentId to its own table.</summary>
    private static void Refer(EntityTypeBuilder table, Type row, string column)
    {
        var principal = column == "ParentId" ? row : TableNames.Rows.Single(other => other.Name == column[..^"Id".Length] + "Row");
        table.HasOne(principal, null).WithMany().HasForeignKey(column).OnDelete(DeleteBehavior.NoAction);
    }

    private sealed class DecimalText() : ValueConverter<decimal, string>(
        value => value.ToString(CultureInfo.InvariantCulture),
        text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture));
}
