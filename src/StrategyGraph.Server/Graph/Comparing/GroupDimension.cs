using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Comparing;

/// <summary>What measures can be grouped by, in the contract's order.</summary>
public enum MeasureDimension { Municipality, Prefecture, Plan, PlanKind, PlanStatus, Goal, Department, SdgGoal, FrameworkGoal, FiscalYear, Yardstick }

/// <summary>The value that a group's measures have in one of the dimensions.</summary>
/// <param name="Node">The thing itself, where it is a node of the graph.</param>
public sealed record GroupKey(MeasureDimension Dimension, string Key, Text Words, object? Node)
{
    public string Label(Language language) => Words.In(language);
}

/// <summary>A dimension's values, numbered in the order that groups have; the number after the last is for measures that have none.</summary>
/// <param name="values">How many values there are.</param>
/// <param name="describe">The key, label and node of a value.</param>
internal abstract class GroupDimension(MeasureDimension kind, int values, Func<int, (string Key, Text Label, object? Node)> describe)
{
    private readonly GroupKey?[] _keys = new GroupKey?[values + 1];

    /// <summary>How many numbers there are.</summary>
    public int Count => None + 1;

    protected int None { get; } = values;

    /// <summary>Made when first asked for. Two that ask at once may both make one, with equal values, and keep either.</summary>
    public GroupKey KeyOf(int number) => _keys[number] ??= Describe(number);

    private GroupKey Describe(int number)
    {
        var (key, label, node) = number == None ? ("NONE", Nothing, null) : describe(number);
        return new GroupKey(kind, key, label, node);
    }

    /// <summary>What the group is called whose measures have no value.</summary>
    private Text Nothing => kind switch
    {
        MeasureDimension.Prefecture => new("都道府県の記載なし", "No prefecture"),
        MeasureDimension.Department => new("担当部署の記載なし", "No department named"),
        MeasureDimension.SdgGoal => new("SDGsのタグなし", "Not tagged with an SDG"),
        MeasureDimension.FrameworkGoal => new("この枠組みのタグなし", "Not tagged in this framework"),
        MeasureDimension.FiscalYear => new("評価欄なし", "No place for a rating"),
        MeasureDimension.Yardstick => new("未評価", "Not rated"),
        _ => new("なし", "None"),
    };
}

/// <summary>What all measures of a plan have alike.</summary>
/// <param name="byPlan">The number of each plan's value, by the plan's position; -1 for none.</param>
internal sealed class PlanDimension(MeasureDimension kind, int[] byPlan, int values, Func<int, (string Key, Text Label, object? Node)> describe) : GroupDimension(kind, values, describe)
{
    public int NumberOf(int plan) => byPlan[plan] is >= 0 and var number ? number : None;
}

/// <summary>A dimension in which measures of a plan may differ.</summary>
internal abstract class RowDimension(MeasureDimension kind, int values, Func<int, (string Key, Text Label, object? Node)> describe) : GroupDimension(kind, values, describe)
{
    private PlanSummaries? _summaries;

    /// <summary>Worked out when first asked for. Two that ask at once may both do so, with equal sums, and keep one.</summary>
    public PlanSummaries SummariesIn(MeasureTable table) => _summaries ?? LazyInitializer.EnsureInitialized(ref _summaries, () => new PlanSummaries(table, this));
}

/// <summary>A dimension that a measure and its rating have one value in, or none.</summary>
internal abstract class SingleDimension(MeasureDimension kind, int values, Func<int, (string Key, Text Label, object? Node)> describe) : RowDimension(kind, values, describe)
{
    public abstract int NumberOf(int row, in MeasureRating rating);
}

/// <summary>A dimension in which a measure may have several values, and then stands in several groups.</summary>
internal abstract class SetDimension(MeasureDimension kind, int values, Func<int, (string Key, Text Label, object? Node)> describe) : RowDimension(kind, values, describe)
{
    private readonly int[] _none = [values];

    /// <summary>The numbers of a measure's values, each once; that of none where there are none.</summary>
    public ReadOnlySpan<int> NumbersOf(int row) => Numbers[row] is { Length: > 0 } numbers ? numbers : _none;

    /// <summary>By the rows of the table.</summary>
    protected abstract Rows Numbers { get; }
}

/// <summary>The goals that measures stand under.</summary>
internal sealed class GoalDimension(PlanGraph graph)
    : SingleDimension(MeasureDimension.Goal, graph.Goals.Count, number => (graph.Goals[number].Id, graph.Goals[number].Source.Title, graph.Goals[number]))
{
    public override int NumberOf(int row, in MeasureRating rating)
    {
        var position = graph.Table.Measures[row].Goal.Position;
        var (low, high) = (0, graph.Goals.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (graph.Goals[middle].Position < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

/// <summary>The fiscal years that measures are rated in, or have a place for a rating.</summary>
internal sealed class YearDimension(int first, int last) : SingleDimension(MeasureDimension.FiscalYear, Math.Max(0, last - first + 1), number => Describe(first + number))
{
    public override int NumberOf(int row, in MeasureRating rating) => rating.Year == 0 ? None : rating.Year - first;

    private static (string, Text, object?) Describe(int year) => (new FiscalYear(year).ToString(), new Text($"{new FiscalYear(year)}年度", $"Fiscal year {new FiscalYear(year)}"), null);
}

/// <summary>What ratings are measured by.</summary>
internal sealed class YardstickDimension(MeasureTable table) : SingleDimension(MeasureDimension.Yardstick, table.Yardsticks.Count, number => Describe(table.Yardsticks[number]))
{
    public override int NumberOf(int row, in MeasureRating rating) => rating.Yardstick == 0 ? None : rating.Yardstick - 1;

    private static (string, Text, object?) Describe(Yardstick yardstick)
    {
        var (ja, en) = yardstick.Assessor switch
        {
            AssessorKind.Self => ("自己評価", "by the municipality itself"),
            AssessorKind.Internal => ("内部評価", "by another unit of the municipality"),
            AssessorKind.External => ("外部評価", "from outside"),
            AssessorKind.Citizens => ("市民評価", "by citizens"),
            _ => ("報道による評価", "by the press"),
        };
        if (yardstick.Method is { } method) (ja, en) = ($"{ja}・{method}", $"{en}, {method}");
        if (yardstick.Computed is not null) (ja, en) = ($"{ja}からの計算", $"{en}, computed from its parts");
        return (yardstick.Key, new Text($"{yardstick.Scale.Name.In(Language.Ja)}（{ja}）", $"{yardstick.Scale.Name.In(Language.En)} ({en})"), null);
    }
}

/// <summary>Who is responsible for measures, or for what carries them.</summary>
internal sealed class DepartmentDimension(MeasureTable table)
    : SetDimension(MeasureDimension.Department, table.Departments.Count, number => (table.Departments[number].Id, new Text(table.Departments[number].Name, null), table.Departments[number]))
{
    protected override Rows Numbers => table.Responsible;
}

/// <summary>The top goals of a framework that measures serve; a target counts as its goal.</summary>
internal sealed class FrameworkDimension(MeasureDimension kind, PlanGraph graph, Framework? framework)
    : SetDimension(kind, framework?.Goals.Count ?? 0, number => Describe(framework!.Goals[number]))
{
    protected override Rows Numbers { get; } = NumbersOf(graph.Table, framework is null ? [] : graph.Tagging.PlacesIn(framework));

    private static Rows NumbersOf(MeasureTable table, int[] places) => Rows.Of(table.Measures.Count, add =>
    {
        var served = new List<int>();
        for (var row = 0; places.Length > 0 && row < table.Measures.Count; row++)
        {
            served.Clear();
            foreach (var goal in table.GoalsOf(row))
            {
                if (places[goal] is >= 0 and var place && !served.Contains(place)) served.Add(place);
            }

            foreach (var place in served) add(row, place);
        }
    });

    private static (string, Text, object?) Describe(FrameworkGoal goal) => (goal.Code, goal.Source.Title, goal);
}
