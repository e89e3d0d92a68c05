using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>
/// Reads the excerpt of the policy address for FY2023: it begins in the first item of a block whose heading it does not have; then 基本政策
/// with topics in running text, 主要施策 with titles only, and the closing. Footnotes stand between, where pages ended.
/// </summary>
internal sealed partial class PolicyAddress
{
    private readonly List<Fact> _facts = [];
    private readonly string _text;
    private string _block = "冒頭の3項目";
    private string _item = "";
    private string _prosePlace = "";
    private string _prose = "";

    private PolicyAddress(string text) => _text = text;

    public static IReadOnlyList<Fact> Read(string text)
    {
        var address = new PolicyAddress(text);
        address._facts.Add(new Fact("document", "title", Fact.NotPrinted));
        address._facts.Add(new Fact(address._block, "goal", Fact.NotPrinted));
        address._facts.Add(new Fact($"{address._block} 1つ目", "measure", Fact.NotPrinted));
        address._prosePlace = $"{address._block} 1つ目";
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) address.ReadLine(line);
        address.EndProse("text");
        return address._facts;
    }

    private void ReadLine(string line)
    {
        if (line is "基本政策" or "主要施策")
        {
            EndProse("summary");
            _block = line;
            _facts.Add(Fact.Worded(line, "goal", line));
        }
        else if (line == "むすび")
        {
            _prosePlace = line;
            _facts.Add(Fact.Worded(line, "statement", line));
            var year = 2018 + int.Parse(Year().Match(_text).Groups[1].Value);
            _facts.Add(new Fact(line, "period", $"{year}-04-01/{year + 1}-03-31"));
        }
        else if (Item().Match(line) is { Success: true } item)
        {
            EndProse("summary");
            _item = item.Groups["label"].Value;
            var place = $"{_block} {_item}";
            _facts.Add(Fact.Worded(place, "measure", item.Groups["title"].Value));
            _facts.Add(new Fact(place, "label", _item));
            // Under 基本政策 the text is the topics', under 主要施策 there is none.
            if (_block == "冒頭の3項目") _prosePlace = place;
        }
        else if (line[0] == '※')
        {
            EndProse("summary");
            _facts.Add(Fact.Worded(line[..2], "statement", TermOf(line[..2])));
            _facts.Add(new Fact(line[..2], "label", line[..2]));
            _facts.Add(new Fact(line[..2], "text", Wording.FiguresAndNames(line[2..])));
        }
        else
        {
            if (Topic().Match(line) is { Success: true } topic)
            {
                EndProse("summary");
                _prosePlace = $"{_block} {_item} {topic.Groups[1].Value}";
                _facts.Add(Fact.Worded(_prosePlace, "initiative", topic.Groups[1].Value));
            }

            _prose += line;
        }
    }

    /// <summary>A footnote gives no term. One has its mark in the text, after its term; of the other the reading lost it, and the text explains one word only by another.</summary>
    private string TermOf(string mark) =>
        Regex.Match(_text, $@"[ァ-ヴー]+経営(?=\^\{{{mark}\}})") is { Success: true } marked ? marked.Value : Abbreviation().Match(_text).Result("$1（$2）");

    private void EndProse(string kind)
    {
        if (_prosePlace.Length > 0) _facts.Add(new Fact(_prosePlace, kind, Wording.FiguresAndNames(_prose)));
        (_prosePlace, _prose) = ("", "");
    }

    [GeneratedRegex("^(?:(?<label>[1-3]) |- (?<label>[(][1-5][)]) )(?<title>.+)$")]
    private static partial Regex Item();

    [GeneratedRegex("^(.+?)につきましては、")]
    private static partial Regex Topic();

    [GeneratedRegex("([A-Z]+)[(]([ァ-ヴー]+)[)]")]
    private static partial Regex Abbreviation();

    [GeneratedRegex("令和([0-9]+)年度の市政運営")]
    private static partial Regex Year();
}
