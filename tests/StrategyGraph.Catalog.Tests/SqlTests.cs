using Microsoft.Data.Sqlite;

namespace StrategyGraph.Catalog.Tests;

public sealed class SqlTests
{
    [Fact]
    public void Measures_can_be_grouped_by_goal_and_prefecture_in_plain_SQL()
    {
        using var folder = new Folder();
        folder.Publish(Synthetic.Plans(3));
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.Release, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand(
            """
            SELECT municipality.prefecture_ja, framework_goal.number, count(DISTINCT element.id), avg(rating.percent)
            FROM tag
            JOIN framework_goal ON framework_goal.id = tag.framework_goal_id
            JOIN element ON element.id = tag.element_id
            JOIN plan_level ON plan_level.id = element.plan_level_id AND plan_level.role = 'Measure'
            JOIN plan ON plan.id = element.plan_id
            JOIN municipality ON municipality.id = plan.municipality_id
            LEFT JOIN assessment ON assessment.element_id = element.id
            LEFT JOIN rating ON rating.id = assessment.rating_id
            GROUP BY municipality.prefecture_ja, framework_goal.number
            """,
            connection);
        using var reader = command.ExecuteReader();
        var (groups, measures) = (0, 0);
        for (; reader.Read(); groups++) measures += reader.GetInt32(2);
        Assert.Equal(3 * 17, groups);
        Assert.InRange(measures, 3 * 120 * 2 - 3 * 20, 3 * 120 * 2);
    }
}
