using System.Globalization;

namespace StrategyGraph.Plans.Generating;

/// <summary>A goal that municipalities set themselves, with the departments that work for it and the subjects of its measures.</summary>
internal sealed record GoalSubject(string Id, Text Title, IReadOnlyList<Department> Departments, IReadOnlyList<MeasureSubject> Measures);

/// <summary>What a measure is about, and the two goals or targets of the SDGs that it serves.</summary>
internal sealed record MeasureSubject(string Id, Text Subject, IReadOnlyList<string> SdgCodes);

/// <param name="Folder">Its name as a folder.</param>
/// <param name="Municipalities">How many there really are.</param>
internal sealed record Prefecture(string Code, Text Name, string Folder, int Municipalities);

/// <summary>The words that fictitious plans are made of: embedded tables, so that whoever wants other words writes them there.</summary>
internal static class Vocabulary
{
    public static IReadOnlyList<Prefecture> Prefectures { get; } =
        [.. Rows("prefectures.tsv").Select(row => new Prefecture(row[0], new Text(row[1], row[2]), row[2].ToLowerInvariant(), int.Parse(row[3], CultureInfo.InvariantCulture)))];

    /// <summary>Names of municipalities without their kind (市, 町, 村), each once.</summary>
    public static IReadOnlyList<Text> Names { get; } =
    [
        .. from first in Rows("names.tsv").Where(row => row[0] == "1")
           from second in Rows("names.tsv").Where(row => row[0] == "2")
           select new Text(first[1] + second[1], string.Concat(first[2][..1].ToUpperInvariant(), first[2].AsSpan(1), second[2])),
    ];

    public static IReadOnlyList<GoalSubject> Goals { get; } = [.. ReadGoals()];

    /// <summary>Why something serves an SDG goal, by the goal's number.</summary>
    public static ILookup<string, Text> Rationales { get; } = Rows("rationales.tsv").ToLookup(row => row[0], row => new Text(row[1], row[2]));

    private static List<GoalSubject> ReadGoals()
    {
        var goals = new List<GoalSubject>();
        var measures = new List<MeasureSubject>();
        foreach (var row in Rows("subjects.tsv"))
        {
            if (row[0].StartsWith('+'))
            {
                measures = [];
                var departments = row[3].Split(';').Select(name => name.Split('=')).Select(name => new Department { Name = name[0], NameEn = name[1] });
                goals.Add(new GoalSubject(row[0][1..], new Text(row[1], row[2]), [.. departments], measures));
            }
            else
            {
                measures.Add(new MeasureSubject(row[0], new Text(row[1], row[2]), row[3].Split(';')));
            }
        }

        return goals;
    }

    private static IEnumerable<string[]> Rows(string table)
    {
        using var reader = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream(table)!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) yield return line.Split('\t');
        }
    }
}
