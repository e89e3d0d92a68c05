using System.Globalization;

namespace StrategyGraph.Plans.Generating;

/// <summary>A goal that municipalities set themselves, with the departments that work for it and the subjects of its measures.</summary>
internal sealed record GoalSubject(string Id, Text Title, IReadOnlyList<Department> Departments, IReadOnlyList<MeasureSubject> Measures);

/// <summary>What a measure is about.</summary>
/// <param name="SdgCodes">The two targets of the SDGs that it serves.</param>
/// <param name="Wordings">The letters of the <see cref="Phrase"/>s that suit it.</param>
/// <param name="Departments">The names of those that work on it.</param>
internal sealed record MeasureSubject(string Id, Text Subject, IReadOnlyList<string> SdgCodes, string Wordings, IReadOnlyList<string> Departments);

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

    /// <summary>Of all goals, each once.</summary>
    public static IReadOnlyList<Department> Departments { get; } = [.. Goals.SelectMany(goal => goal.Departments)];

    /// <summary>Why something serves a target of the SDGs, by the target's code.</summary>
    public static ILookup<string, Text> Rationales { get; } =
        Rows("rationales.tsv").SelectMany(row => row[0].Split(';'), (row, code) => (Code: code, Text: new Text(row[1], row[2]))).ToLookup(why => why.Code, why => why.Text);

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
                measures.Add(new MeasureSubject(row[0], new Text(row[1], row[2]), row[3].Split(';'), row[4], row[5].Split(';')));
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
