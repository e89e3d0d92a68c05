using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// All elements of a type, and what lists of them are most filtered and ordered by: of each its own plain array. To follow an element's
/// references to its title and progress takes some hundreds of nanoseconds, nearly all of it waiting for memory; an array is read as fast as it comes.
/// Each column is made when it is first asked for, and an element is a row's number, its <see cref="PlanElement.Row"/>.
/// </summary>
/// <param name="elements">In the graph's order.</param>
/// <param name="plans">How many plans there are.</param>
internal sealed class ElementColumns<T>(IReadOnlyList<T> elements, int plans) where T : PlanElement
{
    private readonly Lazy<TextColumn<char>> _titles = new(() =>
    {
        var titles = new TextColumn<char>();
        foreach (var element in elements) titles.Add(element.Title(Language.Ja));
        titles.Finish();
        return titles;
    });

    private readonly Lazy<PercentColumn> _percents = new(() => new PercentColumn(elements));

    private readonly Lazy<int[]> _ends = new(() =>
    {
        var ends = new int[plans];
        foreach (var element in elements) ends[element.Plan.Position]++;
        for (var i = 1; i < plans; i++) ends[i] += ends[i - 1];
        return ends;
    });

    public IReadOnlyList<T> Elements => elements;

    /// <summary>In Japanese, or as <see cref="PlanElement.Title"/> has it where there is no Japanese.</summary>
    public TextColumn<char> Titles => _titles.Value;

    public PercentColumn Percents => _percents.Value;

    /// <summary>Where a plan's elements stand: from the first row to before the second.</summary>
    public (int Start, int End) RowsOf(Plan plan) => (plan.Position == 0 ? 0 : _ends.Value[plan.Position - 1], _ends.Value[plan.Position]);
}
