using StrategyGraph.Plans.Files;
using StrategyGraph.Plans.Generating;

namespace StrategyGraph.Plans.Tests.Files;

/// <summary>Reading with the plans of an earlier reading at hand comes to the same as reading everything, whatever has changed.</summary>
public sealed class EarlierPlansTests : IDisposable
{
    private const int Municipalities = 4;

    private readonly PlanFolder _folder = new();
    private readonly PlanFilesResult _earlier;
    private readonly string _strategy, _pledges;

    public EarlierPlansTests()
    {
        var nation = new FictitiousNation(Municipalities, seed: 3);
        foreach (var file in nation.SharedFiles().Concat(Enumerable.Range(0, Municipalities).SelectMany(nation.FilesOf))) _folder.With(file.Path, file.Text);
        (_strategy, _pledges) = (nation.FilesOf(1).First().Path, nation.FilesOf(1).ElementAt(1).Path);
        _earlier = PlanFiles.Read(_folder.Path);
        Assert.Equal(("", 0), (string.Join('\n', _earlier.Errors), _earlier.Taken));
    }

    private PlanFilesResult Again()
    {
        var byId = _earlier.Holdings!.Plans.ToDictionary(plan => plan.Id);
        return PlanFiles.Read(_folder.Path, earlier: _earlier.PlansByFileHash.ToDictionary(pair => pair.Key, pair => byId[pair.Value]));
    }

    private void ExpectTaken(int plans)
    {
        var (again, whole) = (Again(), PlanFiles.Read(_folder.Path));
        Assert.Equal("", string.Join('\n', again.Errors));
        Assert.Equal((plans, ContentHash.Of(whole.Holdings!)), (again.Taken, ContentHash.Of(again.Holdings!)));
        Assert.Equal(whole.PlansByFileHash, again.PlansByFileHash);
    }

    private void ExpectTheErrorsOfAWholeReading(string containing)
    {
        var (again, whole) = (Again(), PlanFiles.Read(_folder.Path));
        Assert.Null(again.Holdings);
        Assert.Equal(whole.Errors, again.Errors);
        Assert.Contains(again.Errors, error => error.ToString().Contains(containing, StringComparison.Ordinal));
    }

    private string In(string path) => Path.Combine(_folder.Path, path);

    private void Edit(string path, string before, string after)
    {
        var text = File.ReadAllText(In(path));
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(In(path), text.Replace(before, after, StringComparison.Ordinal));
    }

    [Fact]
    public void All_are_taken_where_nothing_changed() => ExpectTaken(12);

    [Fact]
    public void A_changed_plan_is_read()
    {
        Edit(_pledges, "status: ADOPTED", "status: REVISED");
        ExpectTaken(11);
        Assert.Contains(Again().Holdings!.Plans, plan => plan.Status is PlanStatus.Revised);
    }

    [Fact]
    public void A_renamed_file_is_the_same_plan()
    {
        File.Move(In(_strategy), In("elsewhere.yml"));
        ExpectTaken(12);
    }

    [Fact]
    public void A_removed_plan_is_gone_and_an_added_one_read()
    {
        File.Delete(In(_pledges));
        ExpectTaken(11);
        _folder.With("new.yaml", File.ReadAllText(In(_strategy)).Replace("-strategy", "-second-strategy", StringComparison.Ordinal));
        ExpectTaken(11);
    }

    [Fact]
    public void A_municipality_that_is_named_otherwise_is_so_in_its_plans_too()
    {
        var municipality = _earlier.Holdings!.Plans[0].Municipality;
        Edit("municipalities.yaml", municipality.Name.Ja!, "改名市");
        ExpectTaken(12);
        Assert.Equal(3, Again().Holdings!.Plans.Count(plan => plan.Municipality.Name.Ja == "改名市"));
    }

    [Fact]
    public void A_fiscal_year_that_begins_in_another_month_is_of_other_days_so_that_all_is_read()
    {
        Edit("municipalities.yaml", "prefecture:", "fiscalYearStartMonth: 7, prefecture:");
        ExpectTaken(0);
    }

    [Fact]
    public void What_a_plan_refers_to_and_is_gone_is_told_with_its_place()
    {
        Edit("frameworks/sdgs.yaml", "code: \"8.3\"", "code: \"8.33\"");
        ExpectTheErrorsOfAWholeReading("UNKNOWN_REFERENCE The framework 'sdgs' has no goal '8.3'.");
    }

    [Fact]
    public void A_link_to_a_plan_that_is_gone_is_told_with_its_place()
    {
        var linked = _earlier.Holdings!.Plans.SelectMany(Seeds.MeasuresOf).SelectMany(measure => measure.Links).First().To.Split('/')[0];
        File.Delete(Directory.GetFiles(_folder.Path, linked + ".yaml", SearchOption.AllDirectories).Single());
        ExpectTheErrorsOfAWholeReading($"UNKNOWN_REFERENCE There is no plan '{linked}'.");
    }

    [Fact]
    public void The_same_plan_in_two_files_is_told()
    {
        File.Copy(In(_strategy), In("copy.yaml"));
        ExpectTheErrorsOfAWholeReading("DUPLICATE_ID");
    }

    [Fact]
    public void A_mistake_in_one_file_is_told_beside_those_of_the_others()
    {
        Edit(_pledges, "status: ADOPTED", "status: ADOPPTED");
        ExpectTheErrorsOfAWholeReading("Did you mean 'ADOPTED'?");
    }

    [Fact]
    public void A_plan_that_cites_documents_of_other_files_is_always_read()
    {
        var plan = _earlier.Holdings!.Plans.Single(plan => _pledges.EndsWith(plan.Id + ".yaml", StringComparison.Ordinal));
        var own = $"document: {plan.Citations[0].Document.Id}";
        Edit(_pledges, $"cite: {{{own}", $"cite: {{document: {plan.Id.Replace("pledges", "strategy", StringComparison.Ordinal)}-text");
        Assert.Equal(11, PlanFiles.Read(_folder.Path).PlansByFileHash.Count);
    }

    public void Dispose() => _folder.Dispose();
}
