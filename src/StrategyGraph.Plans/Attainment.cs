namespace StrategyGraph.Plans;

/// <summary>
/// Whether an indicator reached its target, by a rule that is told with its numbers. A pure function of what is printed, which never
/// guesses: where the document does not say which way is good, how years add up or what "about" spans, the verdict says so.
/// </summary>
/// <remarks>
/// The actual is the latest (or that of the asked year: a period belongs to the fiscal year in which it ends); the target that of the
/// actual's own period, else of its fiscal year, else the next later, else the last. Forecasts are no actuals. Parts of a compound value
/// (by sex, age, region) are held only against targets of the same part.
/// </remarks>
/// <param name="Percent">How much of the way was gone: below 0 where it went back, above 100 where it went further; null where no percentage has a meaning.</param>
/// <param name="Formula">The rule with its parts, so that a reader can reckon again; or why there is none.</param>
/// <param name="Part">Which part of a compound value it is of; null for the whole.</param>
/// <param name="Actuals">The printed values that entered: several where they were added up or averaged.</param>
/// <param name="Baseline">The baseline, where the rule uses it.</param>
/// <param name="Parts">The attainment of each part, where there are parts.</param>
public sealed record Attainment(
    AttainmentVerdict Verdict, double? Percent, string Formula, string? Part,
    Observation? Target, IReadOnlyList<Observation> Actuals, Observation? Baseline, IReadOnlyList<Attainment> Parts)
{
    /// <param name="plan">The indicator's, whose period and fiscal years count.</param>
    /// <param name="fiscalYear">The calendar year that the fiscal year begins in; the latest actual's when null.</param>
    public static Attainment Of(Plan plan, Indicator indicator, int? fiscalYear = null)
    {
        var series = indicator.Observations
            .Where(observation => observation.Kind is ObservationKind.Target or ObservationKind.Actual)
            .Select(observation => observation.Part).Distinct()
            .Select(part => OfPart(plan, indicator, part, fiscalYear)).ToList();
        if (series.Count == 0) return OfPart(plan, indicator, null, fiscalYear);
        var whole = series.Find(attainment => attainment.Part is null);
        var parts = series.FindAll(attainment => attainment.Part is not null);
        if (parts.Count == 0) return whole!;
        return whole is { Target: not null, Actuals: not [] } ? whole with { Parts = parts } : OfParts(whole, parts);
    }

    private static Attainment OfPart(Plan plan, Indicator indicator, string? part, int? fiscalYear)
    {
        var values = new PrintedValues(plan, indicator, part);
        var (actual, missing) = values.Actual(fiscalYear);
        var target = values.Target(actual, fiscalYear);
        if (target is null or { Missing: not null })
            return Without(AttainmentVerdict.NoTarget, "no target is printed" + Why(target?.Missing));
        if (actual is null)
            return Without(AttainmentVerdict.NoActual, (fiscalYear is { } year ? $"no actual of fiscal year {year} is printed" : "no actual is printed") + Why(missing));

        return AttainmentRule.Apply(values, target, actual);

        Attainment Without(AttainmentVerdict verdict, string formula) =>
            new(verdict, null, formula, part, target is { Missing: null } ? target : null, actual is null ? [] : [actual], null, []);

        static string Why(MissingReason? reason) => reason is { } known ? $" ({EnumNames<MissingReason>.Of(known)})" : "";
    }

    /// <summary>What the parts together say of the whole: reached only where each is. There is no percentage of several.</summary>
    private static Attainment OfParts(Attainment? whole, List<Attainment> parts)
    {
        var formula = string.Join("; ", parts.Select(part => $"{part.Part}: {part.Formula}"));
        if (whole is { Target: not null } && parts.TrueForAll(part => part.Target is null))
            return Of(AttainmentVerdict.NotComparable, $"the target is of the whole, the actuals are of parts ({string.Join(", ", parts.Select(part => part.Part))})");
        if (whole is { Actuals: not [] } && parts.TrueForAll(part => part.Actuals is []))
            return Of(AttainmentVerdict.NotComparable, $"the actual is of the whole, the targets are of parts ({string.Join(", ", parts.Select(part => part.Part))})");

        var aimed = parts.FindAll(part => part.Verdict is not AttainmentVerdict.NoTarget);
        if (aimed.Count == 0) return Of(AttainmentVerdict.NoTarget, formula);
        if (aimed.Exists(part => part.Verdict is AttainmentVerdict.NotReached)) return Of(AttainmentVerdict.NotReached, formula);
        return Of(aimed.TrueForAll(part => part.Verdict == aimed[0].Verdict) ? aimed[0].Verdict : AttainmentVerdict.NotComparable, formula);

        Attainment Of(AttainmentVerdict verdict, string why) => new(verdict, null, why, null, whole?.Target, whole?.Actuals ?? [], null, parts);
    }
}
