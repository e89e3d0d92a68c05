using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>
/// Reads 市長公約の取組状況 (May 2021). Its two tables came through the machine reading with HTML tags in cells that tabs part,
/// in five layouts: an initiative's activities stand in its own cell or in the row below, with or without bullets.
/// </summary>
internal sealed partial class FourthTermReport
{
    private const string Summary = "Ⅰ 市長公約取組状況総括表";
    private const string Chart = "市長公約取組 進捗状況";
    private const string Details = "Ⅱ 市長公約取組状況";
    private const string Introduction = "はじめに";

    private readonly List<Fact> _facts = [];
    private string _goal = "";
    private string _measure = "";
    private int _initiative;

    public static IReadOnlyList<Fact> Read(string text)
    {
        var report = new FourthTermReport();
        var lines = text.Split('\n');
        var summary = Array.FindLastIndex(lines, line => line.StartsWith("I 市長公約取組状況総括表", StringComparison.Ordinal));
        var details = Array.FindIndex(lines, line => line.StartsWith("Ⅱ 市長公約取組状況（", StringComparison.Ordinal));
        report.ReadIntroduction(lines[..summary]);
        foreach (var line in lines[summary..details]) report.ReadSummary(line);
        foreach (var line in lines[details..]) report.ReadDetails(line);
        return report._facts;
    }

    private void ReadIntroduction(string[] lines)
    {
        var cover = Array.FindAll(lines[..Array.IndexOf(lines, Introduction)], line => line.Trim().Length > 0);
        _facts.Add(Fact.Worded("document", "title", cover[0] + cover[1].Replace('(', '（').Replace(')', '）')));
        var issued = JapaneseMonth().Match(cover[2]);
        _facts.Add(new Fact("document", "issued", $"{2018 + int.Parse(issued.Groups[1].Value)}-{int.Parse(issued.Groups[2].Value):00}"));

        var place = Introduction;
        var prose = "";
        foreach (var line in lines[Array.IndexOf(lines, Introduction)..].Append("※ "))
        {
            if (line == Introduction)
            {
                _facts.Add(Fact.Worded(place, "statement", line));
            }
            else if (line.StartsWith("※ ", StringComparison.Ordinal))
            {
                _facts.Add(new Fact(place, "text", Wording.FiguresAndNames(prose)));
                if (line.Length == 2) return;
                place = $"{Introduction} {line[2..]}";
                prose = "";
                _facts.Add(Fact.Worded(place, "statement", line[2..]));
            }
            // Under the second heading two paragraphs say what each table is; they have no figures of their own.
            else if (!line.Contains("令和2年度末における", StringComparison.Ordinal))
            {
                prose += line;
            }
        }
    }

    private void ReadSummary(string line)
    {
        if (SummaryRow().Match(line) is { Success: true } row)
        {
            var (label, title) = (row.Groups["label"].Value, row.Groups["title"].Value);
            if (label.Length > 0 && char.IsAsciiDigit(label[0]))
            {
                AddPart($"{Summary} 政策{_goal}-{label}", "measure", label, title);
                AddYears($"{Summary} 政策{_goal}-{label}", row);
            }
            else
            {
                _goal = Numeral(label);
                AddPart($"{Summary} 政策{_goal}", "goal", _goal, title);
                AddYears($"{Summary} 政策{_goal}", row);
            }
        }
        else if (WholeRow().Match(line) is { Success: true } whole)
        {
            AddYears($"{Summary} 全体", whole);
        }
        else if (ChartEntry().Match(line) is { Success: true } entry)
        {
            AddPart($"{Chart} 政策{entry.Groups[1].Value}", "goal", entry.Groups[1].Value, entry.Groups[2].Value);
        }
    }

    private void ReadDetails(string line)
    {
        if (DetailGoal().Match(line) is { Success: true } goal)
        {
            _goal = goal.Groups[1].Value;
            AddPart($"{Details} 政策{_goal}", "goal", _goal, goal.Groups[2].Value);
            _facts.Add(new Fact($"{Details} 政策{_goal}", "FY2020", goal.Groups[3].Value));
        }
        else if (DetailMeasure().Match(line) is { Success: true } measure)
        {
            (_measure, _initiative) = (measure.Groups[1].Value, 0);
            AddPart($"{Details} 政策{_goal}-{_measure}", "measure", _measure, measure.Groups[2].Value);
            _facts.Add(new Fact($"{Details} 政策{_goal}-{_measure}", "FY2020", measure.Groups[3].Value));
        }
        else if (line.Contains('<', StringComparison.Ordinal))
        {
            ReadInitiatives([.. line.Split('\t').Select(cell => cell.Trim()).Where(cell => cell.Length > 0)]);
        }
    }

    /// <summary>A row holds one initiative or two, or only the activities of the one above.</summary>
    private void ReadInitiatives(string[] cells)
    {
        var segments = Segments(cells[0]);
        if (cells.Length == 1)
        {
            foreach (var segment in segments) AddActivities(segment);
            return;
        }

        var stars = cells.Where(IsStars).SelectMany(Segments).Select(s => Wording.Plain(s)).ToArray();
        var departments = cells.Skip(1).Where(cell => !IsStars(cell)).Select(Segments).Single();
        var titles = segments.Count(segment => !segment.StartsWith('・'));
        var title = -1;
        foreach (var segment in segments)
        {
            if (segment.StartsWith('・'))
            {
                AddActivities(segment);
                continue;
            }

            title++;
            _initiative++;
            var place = InitiativePlace;
            _facts.Add(Fact.Worded(place, "initiative", segment.StartsWith('●') ? segment[1..] : segment));
            foreach (var department in titles == 1 ? departments.SelectMany(Bullets) : Bullets(departments[title]))
                _facts.Add(new Fact(place, "department", department));
            _facts.Add(new Fact(place, "FY2020", stars.Length > title ? stars[title] : Fact.NotPrinted));
        }
    }

    private string InitiativePlace => $"{Details} 政策{_goal}-{_measure} 施策{_initiative}";

    private void AddActivities(string segment)
    {
        // Where the bullets were lost, a blank after a full stop is what remains of them.
        var activities = segment.StartsWith('・') ? Bullets(segment) : SentenceBreak().Split(segment);
        foreach (var activity in activities)
            _facts.Add(new Fact(InitiativePlace, "activity", $"FY2020 {Wording.FiguresAndNames(activity)}".Trim()));
    }

    private void AddPart(string place, string kind, string label, string title)
    {
        _facts.Add(Fact.Worded(place, kind, title));
        _facts.Add(new Fact(place, "label", label));
    }

    private void AddYears(string place, Match row)
    {
        _facts.Add(new Fact(place, "FY2019", row.Groups["r1"].Value));
        _facts.Add(new Fact(place, "FY2020", row.Groups["r2"].Value));
    }

    /// <summary>The summary prints some numerals in Latin letters.</summary>
    private static string Numeral(string label) => label switch { "I" => "Ⅰ", "II" => "Ⅱ", "V" => "Ⅴ", _ => label };

    private static bool IsStars(string cell) => Tag().Replace(cell, "").AsSpan().IndexOfAnyExcept("★☆ ") < 0;

    private static string[] Segments(string cell) =>
        Tag().Replace(cell, "\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string[] Bullets(string segment) =>
        Bullet().Split(segment).Select(part => part.Trim()).Where(part => part.Length > 0).ToArray();

    [GeneratedRegex(@"^令和(\d+)年(\d+)月$")]
    private static partial Regex JapaneseMonth();

    [GeneratedRegex(@"^(?<label>I|II|Ⅲ|Ⅳ|V|[1-5]) (?<title>[^\t]+)\t(?<r1>\d+)\t(?<r2>\d+)$")]
    private static partial Regex SummaryRow();

    [GeneratedRegex(@"^全 体\t(?<r1>[\d.]+)\t(?<r2>[\d.]+)$")]
    private static partial Regex WholeRow();

    [GeneratedRegex("^基本政策([Ⅰ-Ⅴ])：(.+)$")]
    private static partial Regex ChartEntry();

    [GeneratedRegex(@"^政策 ?([Ⅰ-Ⅴ])[ \t]+([^\t]+)\t+(\d+)$")]
    private static partial Regex DetailGoal();

    [GeneratedRegex(@"^([1-5])[ \t]([^\t]+)\t+(\d+)$")]
    private static partial Regex DetailMeasure();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?:^|(?<=\s))・")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=。)\s+")]
    private static partial Regex SentenceBreak();
}
