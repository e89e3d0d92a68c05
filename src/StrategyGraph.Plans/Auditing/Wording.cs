using System.Globalization;

namespace StrategyGraph.Plans.Auditing;

/// <summary>How messages write figures, days and names.</summary>
internal static class Wording
{
    /// <summary>As short as it is exact to two digits: 88.6, 90, 66.67.</summary>
    public static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>FY2020 in English, else as the municipality names it: 令和2年度, 2020/21.</summary>
    public static string Year(FiscalYear year, Language language) => language is Language.En ? $"FY{year.Year}" : year.Name;

    /// <summary>The time that progress is of: a year, or a day within it.</summary>
    public static string Time(Progress progress, Language language) =>
        progress.AsOf == progress.FiscalYear.End ? Year(progress.FiscalYear, language) : Day(progress.AsOf);

    /// <summary>An element by its printed number and title: ⑱「…」.</summary>
    public static string Name(PlanElement element, Language language) => Name(element.Label, element.Title, language);

    public static string Name(string? label, Text title, Language language) =>
        language is Language.Ja ? $"{label}「{title.In(language)}」" : $"{(label is null ? "" : label + " ")}“{title.In(language)}”";

    /// <summary>What is printed, and where: 89 (総括表 Ⅲ).</summary>
    public static string At(string printed, Citation citation, Language language) =>
        language is Language.Ja ? $"{printed}（{citation.Locator}）" : $"{printed} ({citation.Locator})";

    public static string List(IEnumerable<string> items, Language language) => string.Join(language is Language.Ja ? "、" : ", ", items);

    /// <summary>What a kind of change is called in a sentence.</summary>
    public static string ChangeName(ChangeKind kind, Language language) => language is not Language.Ja
        ? EnumNames<ChangeKind>.Of(kind)
        : kind switch
        {
            ChangeKind.MeasureAdded => "施策の追加",
            ChangeKind.MeasureEnded => "施策の終了",
            ChangeKind.SummaryAmended => "概要の変更",
            ChangeKind.InitiativeAdded => "事業の追加",
            ChangeKind.InitiativeEnded => "事業の終了",
            ChangeKind.IndicatorAdded => "指標の追加",
            ChangeKind.IndicatorReplaced => "指標の変更",
            ChangeKind.TargetChanged => "目標値の変更",
            ChangeKind.Renumbered => "番号の変更",
            ChangeKind.Renamed => "名称の変更",
            ChangeKind.Split => "分割",
            ChangeKind.Merged => "統合",
            _ => "移動",
        };
}
