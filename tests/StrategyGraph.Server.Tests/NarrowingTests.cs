using StrategyGraph.Catalog;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Execution.Filtering;
using StrategyGraph.Plans;
using StrategyGraph.Server.Graph;
using StrategyGraph.Server.Resolvers;
using Measure = StrategyGraph.Server.Graph.Measure;
using Municipality = StrategyGraph.Plans.Municipality;
using PlanElement = StrategyGraph.Server.Graph.PlanElement;

namespace StrategyGraph.Server.Tests;

/// <summary>What is read off columns, against the same conditions and orders asked of each element itself, over plans and questions made by chance.</summary>
public sealed class NarrowingTests
{
    private const int Questions = 1_000;

    private static readonly string?[] Titles = ["観光を推進する", "観光", "子育て支援", "支援", "", "観\0光", "Tourism", "観光観光 tourism", null];
    private static readonly string[] Parts = ["観光", "支援", "", "o", "光観", "Tourism", "観\0光", "\0", "する子", "none has this"];
    private static readonly double?[] Percents = [0, 30, 80, 80, 80, 93.5, 100, 130, -5, null];

    private readonly Random _random = new(5);
    private readonly PlanGraph _graph;

    public NarrowingTests() => _graph = new PlanGraph(Made(), new Release(Release.CurrentFormat, "", DateTime.UnixEpoch, "", 0, 0, 0, 0, 0, 0, 0, 0, 0));

    [Fact]
    public void Measures_are_those_that_match_themselves() => Check(
        _graph.Measures, _graph.MeasureColumns, Filter, (where, m) => where.Matches(m, _graph), where => Narrowing.Find(_graph, where),
        (by, then) => Orders<MeasureSortInput>(by, p => new() { Progress = p }, t => new() { Title = t }, then),
        order => Narrowing.Order(_graph, order)!, (order, x, y) => MeasureSortInput.Compare(order, x, y, _graph));

    [Fact]
    public void Goals_are_those_that_match_themselves() => Check(
        _graph.Goals, _graph.GoalColumns,
        depth => new GoalFilterInput { Plan = OfPlan(), Title = OfTitle(), Progress = OfProgress(), And = depth > 0 && Chance(3) ? [new() { Title = OfTitle() }, new() { Progress = OfProgress() }] : null },
        (where, g) => where.Matches(g, _graph), where => Narrowing.Find(_graph, where),
        (by, then) => Orders<GoalSortInput>(by, p => new() { Progress = p }, t => new() { Title = t }, then),
        order => Narrowing.Order(_graph, order)!, (order, x, y) => GoalSortInput.Compare(order, x, y, _graph));

    [Fact]
    public void Initiatives_are_those_that_match_themselves() => Check(
        _graph.Initiatives, _graph.InitiativeColumns,
        depth => new InitiativeFilterInput { Plan = OfPlan(), Title = OfTitle(), Progress = OfProgress(), And = depth > 0 && Chance(3) ? [new() { Title = OfTitle() }, new() { Progress = OfProgress() }] : null },
        (where, i) => where.Matches(i, _graph), where => Narrowing.Find(_graph, where),
        (by, then) => Orders<InitiativeSortInput>(by, p => new() { Progress = p }, t => new() { Title = t }, then),
        order => Narrowing.Order(_graph, order)!, (order, x, y) => InitiativeSortInput.Compare(order, x, y, _graph));

    [Fact]
    public void Pages_are_parts_of_the_whole_wherever_they_begin_and_end()
    {
        for (var question = 0; question < Questions; question++)
        {
            var where = Chance(5) ? null : Filter(1);
            IReadOnlyList<MeasureSortInput>? order = Chance(4) ? null : Orders<MeasureSortInput>(Direction(), p => new() { Progress = p }, t => new() { Title = t }, Chance(2));
            List<Measure> whole = [.. _graph.Measures.Where(m => where?.Matches(m, _graph) is not false).Order(Comparer<Measure>.Create((x, y) => MeasureSortInput.Compare(order, x, y, _graph)))];
            var (from, to) = (_random.Next(whole.Count + 1), _random.Next(whole.Count + 1));
            if (from >= to) continue;
            var size = _random.Next(1, 30);
            var part = whole[(from + 1)..to];

            var forward = QueryResolvers.Measures(_graph, size, whole[from].Id, null, to < whole.Count ? whole[to].Id : null, where, order);
            var backward = QueryResolvers.Measures(_graph, null, whole[from].Id, size, to < whole.Count ? whole[to].Id : null, where, order);

            Assert.Equal(part.Take(size), forward.Nodes);
            Assert.Equal(part.TakeLast(size), backward.Nodes);
            Assert.Equal((whole.Count, whole.Count), (forward.TotalCount, backward.TotalCount));
            Assert.Equal((true, to < whole.Count || part.Count > size), (forward.PageInfo.HasPreviousPage, forward.PageInfo.HasNextPage));
            Assert.Equal(part.Take(size).LastOrDefault()?.Id.ToString(), forward.PageInfo.EndCursor);
        }
    }

    /// <summary>A cursor may stand at what does not match, as it does when a client changes the filter between two pages.</summary>
    [Fact]
    public void A_cursor_outside_of_the_list_stands_at_its_place_in_the_order()
    {
        MeasureSortInput[] order = [new() { Progress = new() { Percent = SortEnumType.Desc } }];
        var all = _graph.Measures.Order(Comparer<Measure>.Create((x, y) => MeasureSortInput.Compare(order, x, y, _graph))).ToList();
        var where = new MeasureFilterInput { Title = new() { Contains = "観光" } };
        for (var at = 0; at < all.Count; at += 7)
        {
            var page = QueryResolvers.Measures(_graph, 5, all[at].Id, null, null, where, order);
            Assert.Equal(all.Skip(at + 1).Where(m => where.Matches(m, _graph)).Take(5), page.Nodes);
        }
    }

    private void Check<T, TFilter, TSort>(
        IReadOnlyList<T> all, ElementColumns<T> columns, Func<int, TFilter> filter, Func<TFilter, T, bool> matches, Func<TFilter, IReadOnlyList<T>> find,
        Func<SortEnumType, bool, IReadOnlyList<TSort>> orders, Func<IReadOnlyList<TSort>, AskedOrder<T>> order, Func<IReadOnlyList<TSort>, T, T, int> compare) where T : PlanElement
    {
        Assert.True(all.Count > 100, $"{all.Count} are too few to say anything.");
        Assert.All(all, e => Assert.Same(e, columns.Elements[e.Row]));
        var (some, none) = (0, 0);
        for (var question = 0; question < Questions; question++)
        {
            var where = filter(2);
            var found = find(where);
            Assert.Equal(all.Where(e => matches(where, e)), found);
            (some, none) = (some + (found.Count > 0 && found.Count < all.Count ? 1 : 0), none + (found.Count == 0 ? 1 : 0));
            var asked = orders(Direction(), Chance(2));
            Assert.Equal(found.Order(Comparer<T>.Create((x, y) => compare(asked, x, y))), order(asked).Sort(found));
        }

        Assert.True(some > Questions / 4 && none > Questions / 50, $"{some} of {Questions} found something, {none} nothing.");
    }

    private MeasureFilterInput Filter(int depth) => new()
    {
        Plan = OfPlan(),
        Title = OfTitle(),
        Progress = OfProgress(),
        And = depth > 0 && Chance(3) ? [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Filter(depth - 1))] : null,
        Or = depth > 0 && Chance(6) ? [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Filter(depth - 1))] : null,

        // What no column answers.
        Label = Chance(6) ? new() { Eq = new Optional<string?>("1") } : null,
        Goal = Chance(8) ? new(new() { Title = new() { Contains = "観光" } }) : default,
    };

    private Optional<PlanFilterInput?> OfPlan() => _random.Next(12) switch
    {
        0 => new(null),
        1 => new(new() { Kind = new() { Eq = new Optional<PlanKind?>(PlanKind.PledgeSet) } }),
        2 => new(new() { Municipality = new(new() { Code = new() { Eq = new Optional<MunicipalityCode?>(_graph.Municipalities[1].Code) } }) }),
        _ => default,
    };

    private StringOperationFilterInput? OfTitle() => _random.Next(8) switch
    {
        0 => new() { StartsWith = "観" },
        1 => new() { Contains = Part(), Ncontains = Part() },
        2 => new() { Contains = Part(), Or = [new() { EndsWith = "光" }, new() { Contains = Part() }] },
        3 => new(),
        4 or 5 => new() { Contains = Part() },
        _ => null,
    };

    private Optional<ProgressFilterInput?> OfProgress() => _random.Next(12) switch
    {
        0 => new(null),
        1 => new(new()),
        2 => new(new() { Percent = new() { Eq = new Optional<double?>(null) } }),
        3 => new(new() { Percent = new() { Neq = new Optional<double?>(Percent()) } }),
        4 => new(new() { Percent = new() { Gt = Percent(), Lte = Percent() } }),
        5 => new(new() { Percent = new() { Nlt = Percent(), Or = [new() { Eq = new Optional<double?>(Percent()) }, new() { Lt = 50 }] } }),
        6 => new(new() { Percent = new() { In = [Percent(), null] }, Verdict = new() { Neq = new Optional<ProgressVerdict?>(ProgressVerdict.PublishedOnly) } }),
        7 => new(new() { Percent = new() { Gte = Percent() }, Or = [new() { Percent = new() { Lt = 90 } }] }),
        8 => new(new() { Percent = new() { Gte = 80 } }),
        _ => default,
    };

    private static IReadOnlyList<T> Orders<T>(SortEnumType by, Func<ProgressSortInput, T> progress, Func<SortEnumType, T> title, bool then) =>
        [progress(new() { Percent = by }), .. then ? new[] { title(SortEnumType.Desc) } : []];

    private SortEnumType Direction() => Chance(2) ? SortEnumType.Asc : SortEnumType.Desc;

    private string Part() => Parts[_random.Next(Parts.Length)];

    private double Percent() => Percents[_random.Next(Percents.Length - 1)]!.Value;

    private bool Chance(int of) => _random.Next(of) == 0;

    private Holdings Made()
    {
        PlanLevel[] levels = [new(0, ElementRole.Goal, "目標"), new(1, ElementRole.Measure, "施策"), new(2, ElementRole.Initiative, "事業")];
        var scale = new RatingScale { Id = "percent", Name = new Text("達成率", null), Minimum = 0, Maximum = 100, PercentPerPoint = 1 };
        var document = new SourceDocument { Id = "report", Title = "報告書", Publisher = "見本市" };
        Municipality[] municipalities = [.. new[] { "01213", "13101", "27100" }.Select(code => new Municipality { Code = MunicipalityCode.Parse(code, null), Name = new Text(code, null) })];

        // One plan has no elements, which has no rows.
        Plans.Plan[] plans =
        [
            .. Enumerable.Range(0, 9).Select(number => new Plans.Plan
            {
                Id = $"plan-{number}", Municipality = municipalities[number % 3], Kind = number % 2 == 0 ? PlanKind.PledgeSet : PlanKind.Other, Status = PlanStatus.Adopted,
                Coverage = Coverage.Whole, Title = new Text("計画", null), Levels = levels, RatingScales = [scale], Documents = number == 0 ? [document] : [],
                Elements = number == 4 ? [] : [.. Enumerable.Range(0, 14).Select(goal => Element($"{goal}", 0))],
            }),
        ];
        return new Holdings(municipalities, [], plans);

        Plans.PlanElement Element(string id, int depth) => new()
        {
            Id = $"e{id}", Level = levels[depth], Label = Chance(2) ? "1" : null,
            Title = new Text(Titles[_random.Next(Titles.Length)], Chance(2) ? "Tourism" : null),
            Assessments = [.. Enumerable.Range(2020, _random.Next(4)).Select(Assessment)],
            Children = depth == 2 ? [] : [.. Enumerable.Range(0, _random.Next(5)).Select(child => Element($"{id}-{child}", depth + 1))],
        };

        Assessment Assessment(int year)
        {
            var missing = Chance(5) ? MissingReason.NotYet : (MissingReason?)null;
            var percent = Percents[_random.Next(Percents.Length)];
            return new Assessment(
                new PrintedRating(scale, missing is null ? "printed" : "", percent, missing is null ? percent : null, missing),
                new Reporting(PeriodOfValue.Of(municipalities[0].FiscalYear(year))), new Citation(document, "表1"));
        }
    }
}
