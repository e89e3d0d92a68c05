using System.Text.Json;

namespace StrategyGraph.Bench.National.References.Memory;

internal sealed partial class MemoryAnswers
{
    private const int PageSize = 20;
    private const double LeastPercent = 80;

    private void FilteredPage(Asked asked, Utf8JsonWriter json)
    {
        var found = Matching(asked.Text!);
        var start = 0;
        if (asked.After is not null)
        {
            var after = country.MeasureById[asked.After].Position;
            start = ~found.BinarySearch((country.LatestOf(after).Percent, after), HighestFirst);
            start = start < 0 ? ~start + 1 : start;
        }

        var end = Math.Min(start + PageSize, found.Count);
        json.WriteStartObject(Names.Measures);
        json.WriteNumber(Names.TotalCount, found.Count);
        json.WriteStartArray(Names.Nodes);
        for (var i = start; i < end; i++)
        {
            var measure = country.Measures[found[i].Measure];
            json.WriteStartObject();
            json.WriteString(Names.Id, measure.Id);
            json.WriteString(Names.Title, measure.Title);
            json.WriteStartObject(Names.Plan);
            json.WriteString(Names.Title, measure.Plan.Title);
            json.WriteStartObject(Names.Municipality);
            json.WriteString(Names.Name, measure.Plan.Municipality.Name);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject(Names.Progress);
            json.WriteNumber(Names.Percent, found[i].Percent);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        PageInfo(end < found.Count, start < end ? country.Measures[found[end - 1].Measure].Id : null, json);
        json.WriteEndObject();
    }

    private static readonly Comparer<(double Percent, int Measure)> HighestFirst =
        Comparer<(double Percent, int Measure)>.Create((x, y) => y.Percent.CompareTo(x.Percent) is var byPercent and not 0 ? byPercent : x.Measure.CompareTo(y.Measure));

    /// <summary>The measures of far progress with a text in their title, the farthest first.</summary>
    internal List<(double Percent, int Measure)> Matching(string text)
    {
        var found = new List<(double, int)>();
        for (var measure = 0; measure < country.Measures.Length; measure++)
        {
            var percent = country.LatestOf(measure).Percent;
            if (percent >= LeastPercent && country.Measures[measure].Title.Contains(text, StringComparison.Ordinal)) found.Add((percent, measure));
        }

        found.Sort(HighestFirst);
        return found;
    }

    private void Groups(Utf8JsonWriter json)
    {
        var (sdgs, prefectures) = (country.Sdgs.Length, country.Prefectures.Length + 1);
        var groups = new Summary[(sdgs + 1) * prefectures];
        foreach (var plan in country.Plans)
        {
            var prefecture = plan.Municipality.Prefecture;
            for (var measure = plan.FirstMeasure; measure < plan.EndMeasure; measure++)
            {
                var latest = country.LatestOf(measure);
                var served = country.ServedBy(measure);
                if (served.Length == 0) groups[(sdgs * prefectures) + prefecture].Add(latest);
                foreach (var sdg in served) groups[(sdg * prefectures) + prefecture].Add(latest);
            }
        }

        json.WriteStartArray(Names.MeasureGroups);
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Measures == 0) continue;
            var (sdg, prefecture) = (i / prefectures, i % prefectures);
            json.WriteStartObject();
            json.WriteStartArray(Names.Keys);
            if (sdg == sdgs) Key("NONE", "SDGsのタグなし", json);
            else Key(country.Sdgs[sdg].Code, country.Sdgs[sdg].Title, json);
            if (prefecture == prefectures - 1) Key("NONE", "都道府県の記載なし", json);
            else Key(country.Prefectures[prefecture], country.Prefectures[prefecture], json);
            json.WriteEndArray();
            json.WriteNumber(Names.Count, groups[i].Measures);
            json.WriteNumber(Names.Rated, groups[i].Rated);
            json.WriteNumber(Names.Missing, groups[i].Measures - groups[i].Rated);
            groups[i].WriteProgress(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Key(string key, string label, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(Names.Key, key);
        json.WriteString(Names.Label, label);
        json.WriteEndObject();
    }

    private void Compare(Asked asked, Utf8JsonWriter json)
    {
        if (asked.Framework != country.SdgFramework) throw new ArgumentException("Plans are compared along the SDGs only.");
        var plans = new PlanData[asked.Plans.Count];
        var cells = new Summary[country.Sdgs.Length * plans.Length];
        for (var p = 0; p < plans.Length; p++)
        {
            plans[p] = country.PlanById[asked.Plans[p]];
            for (var measure = plans[p].FirstMeasure; measure < plans[p].EndMeasure; measure++)
            {
                foreach (var sdg in country.ServedBy(measure)) cells[(sdg * plans.Length) + p].Add(country.LatestOf(measure));
            }
        }

        json.WriteStartObject(Names.Compare);
        json.WriteStartArray(Names.Rows);
        for (var sdg = 0; sdg < country.Sdgs.Length; sdg++)
        {
            json.WriteStartObject();
            Goal(country.Sdgs[sdg], json);
            json.WriteStartArray(Names.Cells);
            for (var p = 0; p < plans.Length; p++) cells[(sdg * plans.Length) + p].WriteCell(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.Gaps);
        for (var sdg = 0; sdg < country.Sdgs.Length; sdg++)
        {
            var row = cells.AsSpan(sdg * plans.Length, plans.Length);
            var present = 0;
            foreach (ref var cell in row) present += cell.Measures > 0 ? 1 : 0;
            if (present == 0 || present == plans.Length) continue;
            json.WriteStartObject();
            Goal(country.Sdgs[sdg], json);
            Plans(Names.PresentIn, plans, row, isPresent: true, json);
            Plans(Names.AbsentFrom, plans, row, isPresent: false, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Goal(SdgData sdg, Utf8JsonWriter json)
    {
        json.WriteStartObject(Names.Goal);
        json.WriteNumber(Names.Number, sdg.Number);
        json.WriteEndObject();
    }

    private static void Plans(JsonEncodedText name, PlanData[] plans, ReadOnlySpan<Summary> row, bool isPresent, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        for (var p = 0; p < plans.Length; p++)
        {
            if (row[p].Measures > 0 != isPresent) continue;
            json.WriteStartObject();
            json.WriteString(Names.Id, plans[p].Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
