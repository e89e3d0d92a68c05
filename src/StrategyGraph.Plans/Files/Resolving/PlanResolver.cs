using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>Makes the plan that a file describes and checks what can only be checked on the whole.</summary>
internal sealed class PlanResolver
{
    private readonly PlanFileShape _file;
    private readonly CatalogueIndex _index;
    private readonly FileErrors _errors;
    private readonly Municipality? _municipality;
    private readonly Period? _period;
    private readonly PlanNames _names;
    private readonly CitationResolver _citations;
    private readonly PeriodResolver _periods;
    private readonly RatingResolver _ratings;
    private readonly RevisionNames _revisions;
    private readonly IndicatorResolver _indicators;
    private readonly TagResolver _tags;
    private readonly IReadOnlyList<AggregationRule> _rules;

    private PlanResolver(PlanFileShape file, IReadOnlyList<SourceDocument> documents, CatalogueIndex index, FileErrors errors)
    {
        (_file, _index, _errors) = (file, index, errors);
        _municipality = MunicipalityOf(file.Plan?.Municipality);
        _period = PeriodResolver.Span(file.Plan?.Period?.Start, file.Plan?.Period?.End, errors);
        _names = new PlanNames(file, errors);
        _citations = new CitationResolver(index, documents, errors);
        _periods = new PeriodResolver(_municipality, _period, errors);
        _ratings = new RatingResolver(file.RatingScales, _names.Levels, _citations, _periods, errors);
        _revisions = new RevisionNames(file.Revisions, errors);
        _indicators = new IndicatorResolver(_citations, _periods, _revisions, errors);
        _tags = new TagResolver(index, _citations, errors);
        _rules = [.. Rules()];
    }

    /// <summary>The plan; meaningless when <paramref name="errors"/> is not empty afterwards.</summary>
    /// <param name="documents">The file's own, in its order.</param>
    /// <param name="citesOtherFiles">Whether it cites documents of other files.</param>
    public static Plan Resolve(PlanFileShape file, IReadOnlyList<SourceDocument> documents, CatalogueIndex index, FileErrors errors, out bool citesOtherFiles)
    {
        var resolver = new PlanResolver(file, documents, index, errors);
        var plan = resolver.Plan();
        citesOtherFiles = resolver._citations.CiteOtherFiles;
        return plan;
    }

    private Plan Plan()
    {
        var header = _file.Plan ?? new PlanShape();
        var cited = _citations.All(header.Cite);
        var revisions = new RevisionResolver(_citations, _names, _errors);
        return new Plan
        {
            Id = header.Id?.Value ?? "",
            Municipality = _municipality ?? new Municipality { Code = default, Name = Placeholder.Text },
            Kind = header.Kind,
            Status = header.Status,
            Coverage = header.Coverage,
            Title = header.Title ?? Placeholder.Text,
            TitleAsPrinted = header.TitleAsPrinted,
            Officeholder = header.Officeholder,
            Period = _period,
            Note = header.Note,
            Citations = cited,
            Documents = _citations.Documents,
            Levels = _names.Levels,
            RatingScales = _ratings.Scales,
            AggregationRules = _rules,
            Departments = _names.Departments,
            Statements = [.. _file.Statements.Select(shape => new Statement(shape.Kind, shape.Label, shape.Title ?? Placeholder.Text, shape.Text, _citations.First(shape.Cite, cited)))],
            Assessments = _ratings.Assessments(_file.Progress, null, cited),
            Indicators = _indicators.Indicators(_file.Indicators, cited),
            Money = _indicators.Money(_file.Money, cited),
            Tags = _tags.Tags(_file.Tags, cited),
            Revisions = revisions.Revisions(_file.Revisions, cited),
            Milestones = revisions.Milestones(_file.Milestones, cited),
            Elements = Elements(_file.Elements, 0, null),
        };
    }

    private Municipality? MunicipalityOf(Located<string>? written)
    {
        if (written is not { } code) return null;
        if (!MunicipalityCode.TryParse(code.Value, out var parsed, out var why))
            _errors.Add(code.At, FileErrorCode.InvalidMunicipalityCode, why);
        else if (_index.Municipalities.TryGetValue(parsed.Value, out var municipality))
            return municipality;
        else
            _index.Unknown(_errors, code.At, () => $"No file lists the municipality '{code.Value}'. Add it to a file with 'municipalities', and check the folder that holds both files.");
        return null;
    }

    /// <summary>Whose figure a rule makes, in the words of plan files.</summary>
    public static AggregationTarget TargetOf(ElementRole? role) => role is { } of ? (AggregationTarget)(of + 1) : AggregationTarget.Plan;

    private IEnumerable<AggregationRule> Rules()
    {
        var seen = new HashSet<AggregationTarget>();
        foreach (var shape in _file.Aggregation)
        {
            if (shape.Of is not { } of || shape.Over is not { } over) continue;
            ElementRole? role = of.Value is AggregationTarget.Plan ? null : (ElementRole)(of.Value - 1);
            if (!seen.Add(of.Value))
                _errors.Add(of.At, FileErrorCode.DuplicateId, $"There is already a rule for {EnumNames<AggregationTarget>.Of(of.Value)}.");
            if (role is { } level && over.Value < level)
                _errors.Add(over.At, FileErrorCode.InvalidValue, $"The parts must lie below: {EnumNames<ElementRole>.Of(over.Value)} is above {EnumNames<ElementRole>.Of(level)}.");
            yield return new AggregationRule(
                role, over.Value, shape.Method, shape.Rounding, shape.Decimals, shape.Stated, shape.Description,
                shape.Cite.Count > 0 ? _citations.First(shape.Cite, []) : null);
        }
    }

    private IReadOnlyList<PlanElement> Elements(List<ElementShape> shapes, int depth, PlanLevel? above) =>
        shapes.Count == 0 ? [] : [.. shapes.Select(shape => Element(shape, depth, above))];

    private PlanElement Element(ElementShape shape, int depth, PlanLevel? above)
    {
        var level = LevelOf(shape, depth, above);
        var cited = _citations.All(shape.Cite);
        CheckRepeat(shape);
        if (level is not null && shape.Weight is null && _rules.Any(rule => rule.Method is AggregationMethod.WeightedMean && rule.Over == level.Role))
            _errors.Add(shape.At, FileErrorCode.MissingField, $"'weight' is missing: the plan averages its {level.Term} by weight.");
        return new PlanElement
        {
            Id = shape.Id?.Value ?? "",
            Level = level ?? Placeholder.Level,
            Label = shape.Label,
            Title = shape.Title ?? Placeholder.Text,
            TitleAsPrinted = shape.TitleAsPrinted,
            Subtitle = shape.Subtitle,
            Summary = shape.Summary,
            Note = shape.Note,
            RepeatOf = shape.RepeatOf?.Value,
            Set = shape.Set,
            Weight = (double?)shape.Weight,
            IntroducedBy = _revisions.Of(shape.IntroducedBy, shape.Id?.Value, ChangeKind.MeasureAdded, ChangeKind.InitiativeAdded),
            EndedBy = _revisions.Of(shape.EndedBy, shape.Id?.Value, ChangeKind.MeasureEnded, ChangeKind.InitiativeEnded),
            Citations = cited,
            Departments = Responsibilities(shape.Departments),
            Assessments = _ratings.Assessments(shape.Progress, level ?? Placeholder.Level, cited),
            Activities = [.. shape.Activities.Select(activity => Activity(activity, cited))],
            Indicators = _indicators.Indicators(shape.Indicators, cited),
            Money = _indicators.Money(shape.Money, cited),
            Tags = _tags.Tags(shape.Tags, cited),
            Links = _tags.Links(shape.Links, cited),
            Children = Elements(shape.Children, depth + 1, level ?? above),
        };
    }

    private PlanLevel? LevelOf(ElementShape shape, int depth, PlanLevel? above)
    {
        var level = shape.Level is not null ? _names.Level(shape.Level) : depth < _names.Levels.Count ? _names.Levels[depth] : null;
        if (level is null && shape.Level is null)
            _errors.Add(shape.At, FileErrorCode.LevelUnclear, $"The element lies deeper than the plan's levels ({string.Join(", ", _names.Levels.Select(known => known.Term))}). Add a level, or say which it has with 'level'.");
        else if (level is not null && above is not null && level.Role < above.Role)
            _errors.Add(shape.Level?.At ?? shape.At, FileErrorCode.LevelUnclear, $"A {EnumNames<ElementRole>.Of(level.Role)} ({level.Term}) cannot lie under a {EnumNames<ElementRole>.Of(above.Role)} ({above.Term}).");
        else if (level is { Role: ElementRole.Theme or ElementRole.Measure } && above is null)
            _errors.Add(shape.Level?.At ?? shape.At, FileErrorCode.LevelUnclear, $"A {EnumNames<ElementRole>.Of(level.Role)} ({level.Term}) must lie under a GOAL; only an INITIATIVE may stand alone.");
        return level;
    }

    private void CheckRepeat(ElementShape shape)
    {
        if (shape.RepeatOf is not { } original || _names.Element(original) is not { } repeated) return;
        if (ReferenceEquals(repeated, shape)) _errors.Add(original.At, FileErrorCode.InvalidValue, "An element cannot be a repeat of itself.");
        else if (repeated.RepeatOf is { } further) _errors.Add(original.At, FileErrorCode.InvalidValue, $"'{original.Value}' is itself a repeat. Name the original, '{further.Value}'.");
    }

    private List<Responsibility> Responsibilities(List<ResponsibilityShape> shapes)
    {
        if (shapes.Count == 0) return [];
        var responsibilities = new List<Responsibility>(shapes.Count);
        foreach (var shape in shapes)
        {
            if (_names.Department(shape.Name) is not { } department) continue;
            if (responsibilities.Any(other => ReferenceEquals(other.Department, department)))
                _errors.Add(shape.At, FileErrorCode.DuplicateId, $"The department '{department.Name}' stands here twice. Keep one.");
            responsibilities.Add(new Responsibility(department, shape.Lead));
        }

        return responsibilities;
    }

    private Activity Activity(ActivityShape shape, IReadOnlyList<Citation> inherited) => new(
        shape.Year is { } year ? _periods.WithinPlan(year) : default, shape.Text ?? Placeholder.Text, _citations.First(shape.Cite, inherited));
}
