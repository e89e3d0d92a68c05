using System.Text.Json;

namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>The questions answered by code over arrays: what is nearest to the data. The computed ones stand in a file of their own.</summary>
internal sealed partial class MemoryAnswers(Country country)
{
    public void Answer(Asked asked, Utf8JsonWriter json)
    {
        switch (asked.Operation)
        {
            case "Tiny":
                Tiny(asked, json);
                break;
            case "Tree":
                Tree(asked, json);
                break;
            case "List":
                List(asked, json);
                break;
            case "FilteredPage":
                FilteredPage(asked, json);
                break;
            case "Groups":
                Groups(json);
                break;
            case "Compare":
                Compare(asked, json);
                break;
            case "Search":
                Search(asked, json);
                break;
            default:
                throw new ArgumentException($"There is no question '{asked.Operation}'.");
        }
    }

    private void Tiny(Asked asked, Utf8JsonWriter json)
    {
        var plan = country.PlanById[asked.Id!];
        json.WriteStartObject(Names.Plan);
        json.WriteString(Names.Id, plan.Id);
        json.WriteString(Names.Title, plan.Title);
        json.WriteEndObject();
    }

    private void Tree(Asked asked, Utf8JsonWriter json)
    {
        var municipality = country.MunicipalityByCode[asked.Code!];
        json.WriteStartObject(Names.Municipality);
        json.WriteString(Names.Code, municipality.Code);
        json.WriteString(Names.Name, municipality.Name);
        json.WriteStartArray(Names.Plans);
        foreach (var plan in municipality.Plans)
        {
            json.WriteStartObject();
            json.WriteString(Names.Id, plan.Id);
            json.WriteString(Names.Title, plan.Title);
            json.WriteString(Names.Kind, plan.Kind);
            json.WriteStartArray(Names.Goals);
            foreach (var goal in plan.Goals)
            {
                json.WriteStartObject();
                json.WriteString(Names.Id, goal.Id);
                json.WriteString(Names.Title, goal.Title);
                json.WriteStartArray(Names.Measures);
                foreach (var measure in goal.Measures) Measure(measure, json);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Measure(MeasureData measure, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString(Names.Id, measure.Id);
        json.WriteString(Names.Title, measure.Title);
        json.WriteStartArray(Names.Departments);
        foreach (var department in measure.Departments)
        {
            json.WriteStartObject();
            json.WriteString(Names.Name, department);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.ProgressSeries);
        foreach (var figure in country.FiguresOf(measure.Position))
        {
            json.WriteStartObject();
            json.WriteStartObject(Names.FiscalYear);
            json.WriteNumber(Names.Year, figure.Year);
            json.WriteEndObject();
            if (double.IsNaN(figure.Percent)) json.WriteNull(Names.Percent);
            else json.WriteNumber(Names.Percent, figure.Percent);
            json.WriteString(Names.Verdict, figure.Yardstick == 0 ? Names.NotRated : Names.PublishedOnly);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray(Names.SdgGoals);
        foreach (var place in country.ServedBy(measure.Position))
        {
            json.WriteStartObject();
            json.WriteNumber(Names.Number, country.Sdgs[place].Number);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void List(Asked asked, Utf8JsonWriter json)
    {
        const int First = 50;
        var start = asked.After is null ? 0 : country.MunicipalityById[asked.After].Position + 1;
        var end = Math.Min(start + First, country.Municipalities.Length);
        json.WriteStartObject(Names.Municipalities);
        json.WriteStartArray(Names.Nodes);
        for (var i = start; i < end; i++)
        {
            var municipality = country.Municipalities[i];
            json.WriteStartObject();
            json.WriteString(Names.Code, municipality.Code);
            json.WriteString(Names.Name, municipality.Name);
            json.WriteStartArray(Names.Plans);
            foreach (var plan in municipality.Plans)
            {
                json.WriteStartObject();
                json.WriteString(Names.Id, plan.Id);
                json.WriteString(Names.Title, plan.Title);
                json.WriteString(Names.Kind, plan.Kind);
                json.WriteStartArray(Names.Goals);
                foreach (var goal in plan.Goals)
                {
                    json.WriteStartObject();
                    json.WriteString(Names.Id, goal.Id);
                    json.WriteString(Names.Title, goal.Title);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        PageInfo(end < country.Municipalities.Length, start < end ? country.Municipalities[end - 1].Id : null, json);
        json.WriteEndObject();
    }

    private static void PageInfo(bool hasNext, string? end, Utf8JsonWriter json)
    {
        json.WriteStartObject(Names.PageInfo);
        json.WriteBoolean(Names.HasNextPage, hasNext);
        json.WriteString(Names.EndCursor, end);
        json.WriteEndObject();
    }
}
