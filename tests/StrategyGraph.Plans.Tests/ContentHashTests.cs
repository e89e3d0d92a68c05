using System.Globalization;

namespace StrategyGraph.Plans.Tests;

public class ContentHashTests
{
    /// <summary>Changes with the domain's properties and with the samples; never with the machine.</summary>
    private const string OfTheSamples = "e8c806d6e800b8cb42a580abec41f46ee09e4630714cacaf2f8832fb52f6b830";

    [Fact]
    public void The_samples_have_the_hash_that_they_have_everywhere() => Assert.Equal(OfTheSamples, ContentHash.Of(PlanFolder.SampleHoldings));

    [Fact]
    public void File_names_and_their_order_do_not_show()
    {
        using var folder = new PlanFolder();
        var name = 'z';
        foreach (var path in Directory.EnumerateFiles(PlanFolder.Samples).Order(StringComparer.Ordinal)) folder.With($"{name--}/{name}.yml", File.ReadAllBytes(path));
        Assert.Equal(OfTheSamples, ContentHash.Of(folder.Holdings()));
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_show()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = "," }, DateTimeFormat = { ShortDatePattern = "d.M.y" } };
            Assert.Equal(OfTheSamples, ContentHash.Of(PlanFolder.SampleHoldings));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("pledges.yaml", "value: \"72.5\"", "value: \"72.6\"")]
    [InlineData("pledges.yaml", "title: 経費の削減", "title: 経費の節減")]
    [InlineData("pledges.yaml", "lead: true", "lead: false")]
    [InlineData("pledges.yaml", "decimals: 1", "decimals: 2")]
    [InlineData("values.yaml", "confidence: 0.6", "confidence: 0.7")]
    [InlineData("values.yaml", "locator: 表2", "locator: 表3")]
    [InlineData("values.yaml", "scale: 10000\n", "scale: 1000\n")]
    [InlineData("values.yaml", "assessor: EXTERNAL", "assessor: CITIZENS")]
    [InlineData("goals.yaml", "edition: 第1版", "edition: 第2版")]
    [InlineData("municipalities.yaml", "fiscalYearStartMonth: 7", "fiscalYearStartMonth: 8")]
    public void What_is_said_shows(string file, string before, string after)
    {
        using var folder = new PlanFolder();
        foreach (var path in Directory.EnumerateFiles(PlanFolder.Samples))
        {
            var text = File.ReadAllText(path);
            folder.With(Path.GetFileName(path), Path.GetFileName(path) == file ? text.Replace(before, after, StringComparison.Ordinal) : text);
        }

        Assert.Contains(before, File.ReadAllText(Path.Combine(PlanFolder.Samples, file)), StringComparison.Ordinal);
        Assert.NotEqual(OfTheSamples, ContentHash.Of(folder.Holdings()));
    }

    [Fact]
    public void Comments_and_layout_do_not_show()
    {
        using var folder = new PlanFolder();
        foreach (var path in Directory.EnumerateFiles(PlanFolder.Samples)) folder.With(Path.GetFileName(path), "# a remark\n\n" + File.ReadAllText(path).Replace("cite: はじめに", "cite: 'はじめに'", StringComparison.Ordinal).Replace("amount: 1.2,", "amount: 1.20,", StringComparison.Ordinal));
        Assert.Equal(OfTheSamples, ContentHash.Of(folder.Holdings()));
    }
}
