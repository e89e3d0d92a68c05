using System.Text;

namespace StrategyGraph.Catalog.Tables;

/// <summary>How row records name their tables and columns, for EF Core's model and for the reader alike: PlanLevelRow.PlanId is plan_level.plan_id.</summary>
internal static class TableNames
{
    /// <summary>Every table, those that others refer to first.</summary>
    public static IReadOnlyList<Type> Rows { get; } =
    [
        typeof(ReleaseRow), typeof(MunicipalityRow), typeof(DocumentRow), typeof(CitationRow), typeof(PeriodRow),
        typeof(FrameworkRow), typeof(FrameworkDocumentRow), typeof(FrameworkCitationRow), typeof(FrameworkGoalRow),
        typeof(DepartmentRow), typeof(PlanRow), typeof(PlanDocumentRow), typeof(PlanCitationRow), typeof(PlanDepartmentRow), typeof(PlanLevelRow),
        typeof(RatingScaleRow), typeof(RatingScaleLevelRow), typeof(RatingValueRow), typeof(AggregationRuleRow),
        typeof(StatementRow), typeof(MilestoneRow),
        typeof(RevisionRow), typeof(RevisionKeptRow), typeof(ChangeRow), typeof(ChangeOtherRow), typeof(ChangeTallyRow),
        typeof(ElementRow), typeof(ElementCitationRow), typeof(ResponsibilityRow),
        typeof(RatingRow), typeof(ReportingRow), typeof(AssessmentRow), typeof(ActivityRow), typeof(MoneyRow),
        typeof(IndicatorRow), typeof(IndicatorCitationRow), typeof(ObservationRow), typeof(TagRow), typeof(LinkRow),
    ];

    public static string Table(Type row) => Words(row.Name[..^"Row".Length]);

    public static string Column(string property) => Words(property);

    /// <summary>Selects a table's columns in the order of its record's parameters, its rows in the order of their ids or the reverse.</summary>
    /// <param name="where">A condition in SQL.</param>
    public static string Select(Type row, bool withId, bool descending = false, string? where = null)
    {
        var columns = row.GetConstructors()[0].GetParameters().Skip(withId ? 0 : 1).Select(parameter => $"\"{Column(parameter.Name!)}\"");
        return $"SELECT {string.Join(", ", columns)} FROM \"{Table(row)}\"{(where is null ? "" : $" WHERE {where}")} ORDER BY \"id\"{(descending ? " DESC" : "")}";
    }

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0) words.Append('_');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
