using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>Reads Hokuto's 骨子案: part 1 with its numbered sections, the nation's goals among them, and part 2, the tree.</summary>
internal sealed partial class HokutoOutline
{
    private readonly List<Fact> _facts = [];
    private string _part = "";
    private string _section = "";
    private string _sectionPlace = "";
    private string _nationsPeriod = "";
    private string _goal = "";
    private string _measure = "";
    private string _prosePlace = "";
    private string _proseKind = "text";
    private string _prose = "";

    public static IReadOnlyList<Fact> Read(string text)
    {
        var outline = new HokutoOutline();
        // Headings and emphasis of the reading carry nothing; a line that opens with ～ is the second line of the title before it.
        var plain = SecondLine().Replace(Markup().Replace(text, ""), " ～");
        foreach (var line in plain.Split('\n').Select(Wording.OneLine).Where(line => line.Length > 0)) outline.ReadLine(line);
        outline.EndProse();
        return outline._facts;
    }

    private void ReadLine(string line)
    {
        if (_facts.Count == 0)
        {
            _facts.Add(Fact.Worded("document", "title", line));
        }
        else if (PartHeading().Match(line) is { Success: true } part)
        {
            EndProse();
            _part = part.Groups[1].Value;
        }
        else if (_part == "1")
        {
            ReadPart1(line);
        }
        else
        {
            ReadPart2(line);
        }
    }

    private void ReadPart1(string line)
    {
        if (Section().Match(line) is { Success: true } section)
        {
            EndProse();
            var (label, title) = (section.Groups["label"].Value, section.Groups["title"].Value);
            _section = title.EndsWith("新たな視点", StringComparison.Ordinal) ? "新たな視点" : title;
            _sectionPlace = $"第1-{label} {_section}";
            // The period is a property of the plan; the nation's perspectives have no text of their own before the first.
            if (_section is "計画期間" or "新たな視点") return;
            AddStatement(_sectionPlace, title, label);
        }
        else if (Numbered().Match(line) is { Success: true } item)
        {
            EndProse();
            AddStatement($"{_sectionPlace} {item.Groups["label"].Value}", item.Groups["title"].Value, item.Groups["label"].Value);
        }
        else if (line.StartsWith("【SDGs", StringComparison.Ordinal))
        {
            EndProse();
            AddStatement($"{_sectionPlace} SDGsとは", line.Trim('【', '】'), null);
        }
        else if (ListedGoal().Match(line) is { Success: true } goal)
        {
            EndProse();
            var (label, title) = (goal.Groups["label"].Value, goal.Groups["title"].Value);
            if (goal.Groups["subtitle"] is { Success: true } subtitle) AddGoal($"第1-4 基本目標{label}（第1期戦略）", label, title, subtitle.Value);
            else _facts.Add(Fact.Worded($"第1-4 国の第{_nationsPeriod}期戦略 {goal.Groups["set"].Value}{label}", "national goal", title));
        }
        else if (Strategy().Match(line) is { Success: true } strategy)
        {
            _nationsPeriod = strategy.Groups[1].Value;
        }
        else if (_section == "計画期間")
        {
            var years = FiscalYears().Match(line);
            _facts.Add(new Fact(_sectionPlace, "period", $"{2018 + int.Parse(years.Groups[1].Value)}-04-01/{2019 + int.Parse(years.Groups[2].Value)}-03-31"));
        }
        else if (line[0] is not ('＜' or '【'))
        {
            _prose += line.StartsWith("- ", StringComparison.Ordinal) ? "\n" + line : line;
        }
    }

    private void ReadPart2(string line)
    {
        if (Goal().Match(line) is { Success: true } goal)
        {
            EndProse();
            _goal = goal.Groups["label"].Value;
            AddGoal($"第2 基本目標{_goal}", _goal, goal.Groups["title"].Value, goal.Groups["subtitle"].Value);
        }
        else if (Numbered().Match(line) is { Success: true } initiative)
        {
            AddPart($"第2 基本目標{_goal}-{_measure} {initiative.Groups["label"].Value}", "initiative", initiative.Groups["label"].Value, initiative.Groups["title"].Value);
        }
        else if (line == "[具体的取組]")
        {
            EndProse();
        }
        else if (Section().Match(line) is { Success: true } measure)
        {
            EndProse();
            _measure = measure.Groups["label"].Value;
            _prosePlace = $"第2 基本目標{_goal}-{_measure}";
            AddPart(_prosePlace, "measure", _measure, measure.Groups["title"].Value);
            _proseKind = "summary";
        }
        else
        {
            _prose += line;
        }
    }

    private void AddGoal(string place, string label, string title, string subtitle)
    {
        AddPart(place, "goal", label, title);
        _facts.Add(Fact.Worded(place, "subtitle", subtitle));
    }

    private void AddPart(string place, string kind, string label, string title)
    {
        _facts.Add(Fact.Worded(place, kind, title));
        _facts.Add(new Fact(place, "label", label));
    }

    private void AddStatement(string place, string title, string? label)
    {
        _prosePlace = place;
        _facts.Add(Fact.Worded(place, "statement", title));
        if (label is not null) _facts.Add(new Fact(place, "label", label));
    }

    /// <summary>Of a prose text that stands in the plan file in other words, its figures and names are facts, and that it is there.</summary>
    private void EndProse()
    {
        if (_prosePlace.Length > 0 && _prose.Length > 0)
        {
            var bullets = _prose.Count(c => c == '\n');
            _facts.Add(new Fact(_prosePlace, _proseKind, Wording.FiguresAndNames(_prose)));
            if (bullets > 0) _facts.Add(new Fact(_prosePlace, "bullets", $"{bullets}"));
        }

        (_prosePlace, _prose, _proseKind) = ("", "", "text");
    }

    [GeneratedRegex(@"^#+ |\*\*", RegexOptions.Multiline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s*\n\s*～")]
    private static partial Regex SecondLine();

    [GeneratedRegex("^第 ?([12]) [^期]+$")]
    private static partial Regex PartHeading();

    [GeneratedRegex("^(?<label>[1-6]) (?<title>.+)$")]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?:- )?(?<label>\([1-6]\)) (?<title>.+)$")]
    private static partial Regex Numbered();

    [GeneratedRegex("^<第 ?([12]) ?期戦略>$")]
    private static partial Regex Strategy();

    [GeneratedRegex("^- ・(?<set>基本目標|横断的な目標) ?(?<label>[1-4]) (?<title>[^～]+?)(?: (?<subtitle>～.+～))?$")]
    private static partial Regex ListedGoal();

    [GeneratedRegex("^基本目標 ?(?<label>[1-4]) (?<title>[^～]+?) (?<subtitle>～.+～)$")]
    private static partial Regex Goal();

    [GeneratedRegex("令和 ?([0-9]+) ?年度から令和 ?([0-9]+) ?年度まで")]
    private static partial Regex FiscalYears();
}
