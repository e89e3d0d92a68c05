using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>Reads 市政トピックス 市長公約の取組状況(概要): seven visions with their items, then two highlights.</summary>
internal static partial class KanazawaTopics
{
    public static IReadOnlyList<Fact> Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        var year = $"FY{2018 + int.Parse(UpTo().Match(text).Groups[1].Value)}";
        var facts = new List<Fact> { Fact.Worded("document", "title", lines[0] + lines[1].Replace('(', '（').Replace(')', '）')) };
        var (vision, highlight) = ("", "");
        var contact = "";
        foreach (var line in lines)
        {
            if (Vision().Match(line) is { Success: true } goal)
            {
                vision = $"ビジョン{goal.Groups["label"].Value}";
                facts.Add(Fact.Worded(vision, "goal", goal.Groups["title"].Value));
                facts.Add(new Fact(vision, "label", goal.Groups["label"].Value));
                facts.Add(Fact.Worded(vision, "subtitle", goal.Groups["subtitle"].Value));
                facts.Add(new Fact(vision, year, goal.Groups["percent"].Value));
            }
            else if (Item().Match(line) is { Success: true } item)
            {
                var place = $"{vision}-{item.Groups["label"].Value}";
                facts.Add(Fact.Worded(place, "measure", item.Groups["title"].Value));
                facts.Add(new Fact(place, "label", item.Groups["label"].Value));
                facts.Add(new Fact(place, year, item.Groups["percent"].Value));
            }
            else if (line[0] is '①' or '②')
            {
                highlight = $"令和7年度末までに実施した取り組み {line[0]}";
                facts.Add(Fact.Worded(highlight, "statement", line[1..]));
                facts.Add(new Fact(highlight, "label", line[..1]));
            }
            else if (line.StartsWith("詳細", StringComparison.Ordinal))
            {
                // The contact stands at the head, the places to read more at the foot; the plan file gives both in one note.
                contact += line;
                if (!line.StartsWith("詳細は", StringComparison.Ordinal)) continue;
                facts.Add(Fact.Worded("市政トピックス 詳細", "statement", "詳細"));
                facts.Add(new Fact("市政トピックス 詳細", "text", Wording.FiguresAndNames(contact)));
            }
            else if (highlight.Length > 0)
            {
                facts.Add(new Fact(highlight, "text", Wording.FiguresAndNames(line)));
            }
        }

        return facts;
    }

    [GeneratedRegex("令和([0-9]+)年度末までに実施した取り組み")]
    private static partial Regex UpTo();

    /// <summary>Every vision's title ends in the city's name; what follows is its second line.</summary>
    [GeneratedRegex("^ビジョン(?<label>[0-9]{2}) (?<title>.+?まち 苦小牧) (?<subtitle>.+) (?<percent>[0-9]+)%$")]
    private static partial Regex Vision();

    [GeneratedRegex("^- (?<label>[0-9]) (?<title>.+) (?<percent>[0-9]+)%$")]
    private static partial Regex Item();
}
