using System.Globalization;
using System.Text.RegularExpressions;

namespace StrategyGraph.Plans.Tests.Transcription;

/// <summary>
/// Reads 第2期総合戦略 中間見直し, the slides of a meeting in January 2023: a cover, what is reviewed (01), four kinds of change (02), the
/// schedule (03). Headings are printed on each slide again.
/// </summary>
internal sealed partial class StrategyReview
{
    private const string Changes = "02 変更内容";

    private readonly List<Fact> _facts = [];
    private readonly HashSet<string> _shown = [];
    private string _revision = "";
    private DateOnly _meeting;

    public static IReadOnlyList<Fact> Read(string text)
    {
        var review = new StrategyReview();
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        var sections = new[] { "01 | ", "02 | ", "03 | " }.Select(mark => Array.FindIndex(lines, line => line.StartsWith(mark, StringComparison.Ordinal))).ToArray();
        review.ReadCover(lines[..sections[0]]);
        review.ReadPolicy(lines[sections[0]..sections[1]]);
        review.ReadChanges(lines[sections[1]..sections[2]]);
        review.ReadSchedule(lines[sections[2]..]);
        return review._facts;
    }

    private void ReadCover(string[] lines)
    {
        _meeting = WesternDay(lines[2]);
        _facts.Add(Fact.Worded("document", "title", $"{lines[0]} {lines[1]}"));
        _facts.Add(new Fact("document", "issued", PlanFacts.Day(_meeting)));
        _facts.Add(Fact.Worded("表紙", "statement", $"{lines[0]} {lines[1]}"));
        _facts.Add(new Fact("表紙", "text", Wording.FiguresAndNames(lines[2] + lines[3])));
    }

    /// <summary>Two blocks, each what it is about, then what is done with it, then why.</summary>
    private void ReadPolicy(string[] lines)
    {
        _revision = lines[1].Replace(" | ", " ", StringComparison.Ordinal);
        _facts.Add(Fact.Worded(_revision, "revision", lines[0].Split(" | ")[1].Replace("の方針について", "", StringComparison.Ordinal)));
        _facts.Add(new Fact(_revision, "date", PlanFacts.Day(_meeting)));
        var subjects = new List<string>();
        for (var i = 2; i < lines.Length; i++)
        {
            if (!lines[i + 1].StartsWith("- ", StringComparison.Ordinal))
            {
                subjects.Add(lines[i]);
                continue;
            }

            var (heading, why) = (lines[i], lines[++i][2..]);
            _facts.Add(Fact.Worded($"01 {heading}", "statement", heading));
            _facts.Add(new Fact($"01 {heading}", "text", Wording.FiguresAndNames(why)));
            if (heading == "見直しは行わない") _facts.AddRange(subjects.Select(subject => Fact.Worded(_revision, "kept", subject)));
            else _facts.Add(new Fact(_revision, "reason", RevisionFacts.Reason(why.Split("を踏まえ、")[0])));
            subjects.Clear();
        }
    }

    private void ReadChanges(string[] lines)
    {
        var kinds = Enumerable.Range(0, lines.Length).Where(i => ChangeHeading().IsMatch(lines[i])).ToArray();
        var number = "";
        for (var k = 0; k < kinds.Length; k++)
        {
            var heading = ChangeHeading().Match(lines[kinds[k]]);
            var slide = lines[(kinds[k] + 1)..(k + 1 < kinds.Length ? kinds[k + 1] : lines.Length)];
            number = heading.Groups["number"].Value;
            var place = $"{Changes}{number}";
            if (_shown.Add(place))
            {
                // The overview: a heading and its title, one under the other.
                _facts.Add(Fact.Worded(place, "statement", slide[0]));
                _facts.Add(new Fact(place, "label", $"変更内容{number}"));
                _facts.Add(new Fact(place, "text", number == "1" ? Wording.FiguresAndNames(Array.Find(lines, line => line.StartsWith("- 基本目標「", StringComparison.Ordinal))!) : ""));
                continue;
            }

            switch (number)
            {
                case "1": ReadAddedMeasure(slide); break;
                case "2": ReadAmendedSummaries(slide); break;
                case "3": ReadInitiatives(slide); break;
                default: _facts.AddRange(ReviewCounts.Read(slide, $"{Changes}4")); break;
            }
        }
    }

    private void ReadAddedMeasure(string[] slide)
    {
        var theme = Direction().Match(slide[0]);
        _facts.Add(Fact.Worded($"{Changes}1", "theme", theme.Groups["title"].Value));
        _facts.Add(new Fact($"{Changes}1", "label", theme.Groups["label"].Value));
        var place = AddMeasure(1, slide[1], ChangeKind.MeasureAdded);
        _facts.Add(new Fact(place, "review", "added"));
        _facts.Add(new Fact(place, "after", Wording.FiguresAndNames(slide[0])));
        var list = Array.FindIndex(slide, line => line.EndsWith("に紐づく事業 ■", StringComparison.Ordinal));
        _facts.Add(new Fact(place, "summary", Wording.FiguresAndNames(string.Concat(slide[3..list]))));
        var listPlace = $"{Changes}1 {slide[list].Trim('■', ' ')}";
        foreach (var (line, i) in slide[(list + 1)..].TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal)).Select((line, i) => (line, i)))
            AddInitiative($"{listPlace}{i + 1}", Initiative().Match(line), "added");
    }

    private void ReadAmendedSummaries(string[] slide)
    {
        for (var i = 0; i < slide.Length; i++)
        {
            if (!MeasureHeading().IsMatch(slide[i])) continue;
            var place = AddMeasure(2, slide[i], ChangeKind.SummaryAmended);
            // A summary is one paragraph, with ～略～ before or after it for what was left out.
            var summaries = slide[(i + 1)..].TakeWhile(line => !MeasureHeading().IsMatch(line)).Where(line => line.EndsWith('。')).ToArray();
            var (before, after) = (summaries[0], summaries[1]);
            Assert.Equal(2, summaries.Length);
            var same = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
            var end = before[same..].Reverse().Zip(after[same..].Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
            _facts.Add(new Fact(place, "summary", Wording.FiguresAndNames(after)));
            _facts.Add(new Fact(place, "before", Wording.FiguresAndNames(before)));
            _facts.Add(new Fact(place, "after", Wording.FiguresAndNames(after)));
            _facts.AddRange(RevisionFacts.Difference(place, after[same..^end], before[same..^end]));
        }
    }

    private void ReadInitiatives(string[] slide)
    {
        var (list, count) = ("", 0);
        for (var i = 0; i < slide.Length; i++)
        {
            if (slide[i] is "事業追加" or "事業終了") (list, count) = (slide[i], 0);
            if (Initiative().Match(slide[i]) is not { Success: true } initiative) continue;
            var place = $"{Changes}3 {list}{++count}";
            var (goal, measure, summary) = (initiative.Groups["goal"].Value, initiative.Groups["measure"].Value, slide[++i]);
            AddGoal(place, goal);
            if (_shown.Add($"{goal}-{measure}"))
            {
                _facts.Add(Fact.Worded(place, "measure", $"施策{measure}"));
                _facts.Add(new Fact(place, "label", measure));
            }

            AddInitiative(place, initiative, list == "事業追加" ? "added" : "ended");
            _facts.Add(RevisionFacts.Change(place, list == "事業追加" ? ChangeKind.InitiativeAdded : ChangeKind.InitiativeEnded, $"{goal}-{measure}"));
            _facts.Add(new Fact(place, "summary", Wording.FiguresAndNames(summary)));
            if (Held().Match(summary) is { Success: true } held)
                _facts.Add(new Fact(place, "activity", $"FY{2018 + int.Parse(held.Groups[1].Value)} {Wording.FiguresAndNames(held.Value)}"));
        }
    }

    private void ReadSchedule(string[] lines)
    {
        var header = Array.FindIndex(lines, line => line.StartsWith("内容\t", StringComparison.Ordinal));
        var months = lines[header].Split('\t')[1..];
        var notes = lines.Where(line => line.StartsWith('※')).ToDictionary(line => line[..2]);
        foreach (var row in lines[(header + 1)..].Select(line => line.Split('\t')).Where(row => row.Length > 1))
        {
            var place = $"03 今後のスケジュール {row[0]}";
            var marked = Enumerable.Range(0, months.Length).Where(i => i + 1 < row.Length && row[i + 1].Trim().Length > 0).ToArray();
            _facts.Add(Fact.Worded(place, "milestone", row[0]));
            _facts.Add(new Fact(place, "months", $"{Month(marked[0])}/{Month(marked[^1])}{(row[marked[0] + 1].Trim() == "済" ? " done" : "")}"));
            if (_facts[0].Value.Contains(row[0][..3], StringComparison.Ordinal)) _facts.Add(new Fact(place, "day", PlanFacts.Day(_meeting)));
            if (notes.FirstOrDefault(note => row[marked[0] + 1].Contains(note.Key, StringComparison.Ordinal)).Value is not { } note) continue;
            _facts.Add(new Fact(place, "note", Wording.FiguresAndNames(note)));
            if (EraDay().Match(note) is not { Success: true } day) continue;
            var published = PlanFacts.Day(new DateOnly(2018 + int.Parse(day.Groups[1].Value), int.Parse(day.Groups[2].Value), int.Parse(day.Groups[3].Value)));
            _facts.Add(new Fact(place, "day", published));
            _facts.Add(new Fact(_revision, "effective", published));
        }

        // The columns run from October before the meeting, without a year of their own.
        string Month(int column)
        {
            var month = new DateOnly(_meeting.Year - 1, 10, 1).AddMonths(column);
            Assert.Equal($"{month.Month}月", months[column].Trim());
            return month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }
    }

    private string AddMeasure(int change, string heading, ChangeKind kind)
    {
        var measure = MeasureHeading().Match(heading);
        var (goal, label) = (measure.Groups["goal"].Value, measure.Groups["label"].Value);
        var place = $"{Changes}{change} 基本目標{goal}-施策{label}";
        AddGoal(place, goal);
        _shown.Add($"{goal}-{label}");
        _facts.Add(Fact.Worded(place, "measure", measure.Groups["title"].Value));
        _facts.Add(new Fact(place, "label", label));
        _facts.Add(RevisionFacts.Change(place, kind, $"{goal}-{label}"));
        return place;
    }

    /// <summary>Goals are shown by number only, wherever something under them is.</summary>
    private void AddGoal(string place, string label)
    {
        if (!_shown.Add($"基本目標{label}")) return;
        _facts.Add(Fact.Worded(place, "goal", $"基本目標{label}"));
        _facts.Add(new Fact(place, "label", label));
    }

    private void AddInitiative(string place, Match initiative, string review)
    {
        _facts.Add(Fact.Worded(place, "initiative", initiative.Groups["title"].Value));
        _facts.Add(new Fact(place, "department", initiative.Groups["department"].Value));
        _facts.Add(new Fact(place, "review", review));
    }

    private static DateOnly WesternDay(string line)
    {
        var day = Day().Match(line);
        return new DateOnly(int.Parse(day.Groups[1].Value), int.Parse(day.Groups[2].Value), int.Parse(day.Groups[3].Value));
    }

    [GeneratedRegex("^([0-9]{4})年([0-9]+)月([0-9]+)日")]
    private static partial Regex Day();

    [GeneratedRegex("令和([0-9]+)年([0-9]+)月([0-9]+)日")]
    private static partial Regex EraDay();

    [GeneratedRegex("^変更内容(?<number>[1-4])(?: -----.*)?$")]
    private static partial Regex ChangeHeading();

    [GeneratedRegex("^- 基本目標「(?<label>[0-9]-[0-9]) (?<title>[^」]+)」に")]
    private static partial Regex Direction();

    [GeneratedRegex("^基本目標(?<goal>[1-4])-施策(?<label>.) (?<title>.+)$")]
    private static partial Regex MeasureHeading();

    [GeneratedRegex("^(?:- |■事業名 )(?<title>[^【]+?) ?【(?<department>[^】]+)】(?:（基本目標(?<goal>[1-4])-施策(?<measure>.)）)?$")]
    private static partial Regex Initiative();

    [GeneratedRegex("令和([0-9]+)年度実施事業：[^）]+")]
    private static partial Regex Held();
}
