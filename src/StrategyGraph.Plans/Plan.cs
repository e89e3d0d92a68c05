using System.Runtime.CompilerServices;

namespace StrategyGraph.Plans;

/// <summary>A text in Japanese (or the document's own language) and, where an editor gave one, in English.</summary>
public sealed record Text(string? Ja, string? En)
{
    /// <summary>The asked language, else the other: a title is never empty for want of a translation.</summary>
    public string In(Language language) => (language is Language.Ja ? Ja ?? En : En ?? Ja) ?? "";
}

/// <summary>A municipality that plans.</summary>
public sealed class Municipality
{
    public required MunicipalityCode Code { get; init; }
    public required Text Name { get; init; }
    /// <summary>The prefecture in Japan, elsewhere the region it lies in.</summary>
    public Text? Prefecture { get; init; }
    /// <summary>The month its fiscal year begins in: April in Japan.</summary>
    public int FiscalYearStartMonth { get; init; } = 4;

    /// <summary>Its fiscal year that begins in a calendar year.</summary>
    public FiscalYear FiscalYear(int year) => new(year, FiscalYearStartMonth, Code.Country == "JP");

    /// <summary>Its fiscal year that a day lies in.</summary>
    public FiscalYear FiscalYearOf(DateOnly day) => FiscalYear(Plans.FiscalYear.Containing(day, FiscalYearStartMonth).Year);
}

/// <summary>A source: what was printed or published, by whom and when.</summary>
public sealed class SourceDocument
{
    /// <summary>The slug that citations use; unique in the catalogue.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Publisher { get; init; }
    /// <summary>As precise as the source: 2021-05 is kept apart from 2021-05-01 by <see cref="IssuedText"/>.</summary>
    public DateOnly? Issued { get; init; }
    public string? IssuedText { get; init; }
    public string? Url { get; init; }
    public Language Language { get; init; }
    /// <summary>What is known of how it was read: an excerpt, a machine reading.</summary>
    public Text? Note { get; init; }
}

/// <summary>Where a person would look: a document and a locator in it (table, section, line).</summary>
public sealed record Citation(SourceDocument Document, string Locator);

/// <summary>One edition of one plan of one municipality, with everything that its sources say. A record for its <c>with</c>; each is equal to itself alone.</summary>
public sealed record Plan
{
    /// <summary>The slug an editor gave it once; unique in the catalogue and permanent.</summary>
    public required string Id { get; init; }
    public required Municipality Municipality { get; init; }
    public required PlanKind Kind { get; init; }
    public required PlanStatus Status { get; init; }
    public required Coverage Coverage { get; init; }
    public required Text Title { get; init; }
    public string? TitleAsPrinted { get; init; }
    public string? Officeholder { get; init; }
    public Period? Period { get; init; }
    public IReadOnlyList<PlanLevel> Levels { get; init; } = [];
    public IReadOnlyList<SourceDocument> Documents { get; init; } = [];
    public IReadOnlyList<RatingScale> RatingScales { get; init; } = [];
    public IReadOnlyList<AggregationRule> AggregationRules { get; init; } = [];
    public IReadOnlyList<Department> Departments { get; init; } = [];
    public IReadOnlyList<Statement> Statements { get; init; } = [];
    public IReadOnlyList<Revision> Revisions { get; init; } = [];
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];
    /// <summary>The plan's printed figures as a whole.</summary>
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];
    public IReadOnlyList<Money> Money { get; init; } = [];
    /// <summary>Tags of the plan as a whole: where a document speaks of a framework without saying which measure serves it.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    /// <summary>What an editor saw: an excerpt, a correction that runs through the document.</summary>
    public Text? Note { get; init; }
    /// <summary>The top of the tree, in the document's order.</summary>
    public IReadOnlyList<PlanElement> Elements { get; init; } = [];

    public bool Equals(Plan? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>One of a plan's own levels: its word and the role it maps to. Depth is its place in the plan's list of levels, 0 at the top.</summary>
public sealed record PlanLevel(int Depth, ElementRole Role, string Term);

/// <summary>A department or other unit that is responsible; one a municipality and name.</summary>
public sealed class Department
{
    public required string Name { get; init; }
    public string? NameEn { get; init; }
}

/// <summary>A responsible unit of an element; one may lead.</summary>
public sealed record Responsibility(Department Department, bool Lead);

/// <summary>A node of a plan's tree. Its role says what it is among all plans, its level's term what its own plan calls it. Each is equal to itself alone.</summary>
public sealed record PlanElement
{
    /// <summary>What few elements have takes the room of one reference in those that have nothing of it: a country has some 200,000.</summary>
    private Seldom _seldom = Seldom.Nothing;

    /// <summary>The slug an editor gave it once; unique in its plan and permanent. Never the printed number.</summary>
    public required string Id { get; init; }
    public required PlanLevel Level { get; init; }
    /// <summary>The number as printed: it collides, skips and restarts, and identifies nothing.</summary>
    public string? Label { get; init; }
    public required Text Title { get; init; }
    /// <summary>Only where it differs from <see cref="Title"/>: before corrections.</summary>
    public string? TitleAsPrinted { get => _seldom.TitleAsPrinted; init => Keep(value, _seldom.TitleAsPrinted, static (seldom, v) => seldom with { TitleAsPrinted = v }); }
    /// <summary>The second line of a title, where the document prints one.</summary>
    public Text? Subtitle { get => _seldom.Subtitle; init => Keep(value, _seldom.Subtitle, static (seldom, v) => seldom with { Subtitle = v }); }
    public Text? Summary { get; init; }
    /// <summary>The element that this is another printing of (再掲); counts of the unique leave this one out.</summary>
    public string? RepeatOf { get => _seldom.RepeatOf; init => Keep(value, _seldom.RepeatOf, static (seldom, v) => seldom with { RepeatOf = v }); }
    /// <summary>The named set its label counts in, where a plan has several sets of goals numbered alike.</summary>
    public string? Set { get => _seldom.Set; init => Keep(value, _seldom.Set, static (seldom, v) => seldom with { Set = v }); }
    /// <summary>Weight among its siblings, where the plan's rule weighs.</summary>
    public double? Weight { get => _seldom.Weight; init => Keep(value, _seldom.Weight, static (seldom, v) => seldom with { Weight = v }); }
    public IReadOnlyList<Responsibility> Departments { get; init; } = [];
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];
    public IReadOnlyList<Activity> Activities { get => _seldom.Activities; init => KeepList(value, _seldom.Activities, static (seldom, v) => seldom with { Activities = v }); }
    public IReadOnlyList<Indicator> Indicators { get => _seldom.Indicators; init => KeepList(value, _seldom.Indicators, static (seldom, v) => seldom with { Indicators = v }); }
    public IReadOnlyList<Money> Money { get => _seldom.Money; init => KeepList(value, _seldom.Money, static (seldom, v) => seldom with { Money = v }); }
    public IReadOnlyList<Tag> Tags { get; init; } = [];
    public IReadOnlyList<Link> Links { get => _seldom.Links; init => KeepList(value, _seldom.Links, static (seldom, v) => seldom with { Links = v }); }
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    /// <summary>What an editor saw: a doubtful scan, a correction and why.</summary>
    public Text? Note { get => _seldom.Note; init => Keep(value, _seldom.Note, static (seldom, v) => seldom with { Note = v }); }
    /// <summary>Ids of the revisions that brought it in or ended it.</summary>
    public string? IntroducedBy { get => _seldom.IntroducedBy; init => Keep(value, _seldom.IntroducedBy, static (seldom, v) => seldom with { IntroducedBy = v }); }
    public string? EndedBy { get => _seldom.EndedBy; init => Keep(value, _seldom.EndedBy, static (seldom, v) => seldom with { EndedBy = v }); }
    public IReadOnlyList<PlanElement> Children { get; init; } = [];

    public bool Equals(PlanElement? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private void Keep<T>(T value, T kept, Func<Seldom, T, Seldom> with)
    {
        if (!EqualityComparer<T>.Default.Equals(value, kept)) _seldom = with(_seldom, value);
    }

    private void KeepList<T>(IReadOnlyList<T> value, IReadOnlyList<T> kept, Func<Seldom, IReadOnlyList<T>, Seldom> with)
    {
        if (value.Count > 0 || kept.Count > 0) _seldom = with(_seldom, value);
    }

    private sealed record Seldom
    {
        public static Seldom Nothing { get; } = new();

        public string? TitleAsPrinted { get; init; }
        public Text? Subtitle { get; init; }
        public string? RepeatOf { get; init; }
        public string? Set { get; init; }
        public double? Weight { get; init; }
        public IReadOnlyList<Activity> Activities { get; init; } = [];
        public IReadOnlyList<Indicator> Indicators { get; init; } = [];
        public IReadOnlyList<Money> Money { get; init; } = [];
        public IReadOnlyList<Link> Links { get; init; } = [];
        public Text? Note { get; init; }
        public string? IntroducedBy { get; init; }
        public string? EndedBy { get; init; }
    }
}

/// <summary>What a plan says outside its tree.</summary>
public sealed record Statement(StatementKind Kind, string? Label, Text Title, Text? Text, Citation Citation);

/// <summary>What was done for an element in a fiscal year, in an editor's short words.</summary>
public sealed record Activity(FiscalYear FiscalYear, Text Text, Citation Citation);

/// <summary>An amount: a budget, a settlement, an effect.</summary>
public sealed record Money(string Name, string Text, decimal? Amount, string Currency, decimal Scale, PeriodOfValue Period, Citation Citation);
