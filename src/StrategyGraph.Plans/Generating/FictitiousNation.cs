using System.Globalization;
using StrategyGraph.Plans.Files;
using StrategyGraph.Plans.Files.Writing;

namespace StrategyGraph.Plans.Generating;

/// <summary>
/// A fictitious Japan: real prefectures, invented municipalities, three plans of each. All of it follows from the seed, and each municipality's plans can be
/// made without the others', so that none need be kept.
/// </summary>
/// <remarks>
/// Codes are valid and nobody's: real ones number a prefecture's municipalities from 100 to 700, these from 701. Each plan has 5 goals of 8 measures,
/// each measure four years of progress (令和3–6年度), a twelfth of it missing with a reason, and two tags of the SDGs.
/// </remarks>
public sealed class FictitiousNation
{
    private const int FirstNumber = 701, LastNumber = 999;

    /// <summary>The most that codes of three digits allow in the largest prefecture.</summary>
    public const int MostMunicipalities = 2_500;

    private readonly int _seed;
    private readonly List<Prefecture> _prefectures = [];
    private readonly List<Municipality> _municipalities = [];

    /// <param name="municipalities">From 1 to <see cref="MostMunicipalities"/>; spread over the prefectures as the real 1,741 are.</param>
    public FictitiousNation(int municipalities, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(municipalities, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(municipalities, MostMunicipalities);
        _seed = seed;
        var random = Randomness.Of(seed, -1);
        var names = new Queue<Text>(random.Several(municipalities, Vocabulary.Names));
        foreach (var (prefecture, count) in Vocabulary.Prefectures.Zip(Shares(municipalities)))
        {
            for (var at = 0; at < count; at++)
            {
                _prefectures.Add(prefecture);
                _municipalities.Add(Municipality(prefecture, FirstNumber + at, names.Dequeue(), random));
            }
        }
    }

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Municipality> Municipalities => _municipalities;

    /// <summary>The three plans of one of the municipalities, by its place among them.</summary>
    public IReadOnlyList<Plan> PlansOf(int municipality) => new PlanMaker(_municipalities[municipality], _seed, Randomness.Of(_seed, municipality)).Plans();

    /// <summary>The files that all plans refer to: municipalities, the SDGs, and the JSON Schema for editors.</summary>
    public IEnumerable<WrittenFile> SharedFiles()
    {
        yield return new WrittenFile(PlanFileSchema.FileName, PlanFileSchema.Write());
        yield return SaidToBeFictitious(PlanFileWriter.File(_municipalities));
        using var sdgs = new StreamReader(typeof(FictitiousNation).Assembly.GetManifestResourceStream("sdgs.yaml")!);
        sdgs.ReadLine(); // Says where the schema lies, which is elsewhere here.
        yield return new WrittenFile("frameworks/sdgs.yaml", $"# yaml-language-server: $schema=../{PlanFileSchema.FileName}\n{sdgs.ReadToEnd()}");
    }

    /// <summary>The files of one municipality's plans, in a folder of its prefecture.</summary>
    public IEnumerable<WrittenFile> FilesOf(int municipality) =>
        PlansOf(municipality).Select(plan => SaidToBeFictitious(PlanFileWriter.File(_prefectures[municipality].Folder + "/", plan)));

    private WrittenFile SaidToBeFictitious(WrittenFile file)
    {
        var comment = string.Create(CultureInfo.InvariantCulture, $"# Fictitious: made by `strategygraph generate` from the seed {_seed}. No such municipality and no such plan exists.\n");
        return file with { Text = file.Text.Insert(file.Text.IndexOf('\n', StringComparison.Ordinal) + 1, comment) };
    }

    private static Municipality Municipality(Prefecture prefecture, int number, Text name, Randomness random)
    {
        // About as many cities, towns and villages as there are; Tokyo's wards are cities here.
        var kind = random.Below(1741) switch { < 815 => "市", < 1558 => "町", _ => "村" };
        var code = string.Create(CultureInfo.InvariantCulture, $"{prefecture.Code}{number}");
        return new Municipality { Code = MunicipalityCode.Parse(code), Name = new Text(name.Ja + kind, name.En), Prefecture = prefecture.Name };
    }

    /// <summary>How many municipalities each prefecture has: its share rounded down, and those with the largest remainders one more.</summary>
    private static int[] Shares(int municipalities)
    {
        var total = Vocabulary.Prefectures.Sum(prefecture => prefecture.Municipalities);
        var shares = Vocabulary.Prefectures.Select(prefecture => Math.DivRem(prefecture.Municipalities * municipalities, total)).ToArray();
        var counts = shares.Select(share => Math.Min(share.Quotient, LastNumber - FirstNumber + 1)).ToArray();
        var largest = Enumerable.Range(0, shares.Length).OrderByDescending(at => shares[at].Remainder);
        foreach (var at in largest.Take(municipalities - counts.Sum())) counts[at]++;
        return counts;
    }
}
