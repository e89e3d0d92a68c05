namespace StrategyGraph.Plans;

// The domain's closed vocabularies. Names are the contract's, in C#'s spelling: PLEDGE_SET is PledgeSet.

public enum Language { Ja, En }

public enum PlanKind { ComprehensiveStrategy, PledgeSet, PolicyAddress, ComprehensivePlan, Other }

public enum PlanStatus { Outline, Draft, Adopted, Revised, Ended }

/// <summary>Whether the catalogue holds the whole plan, or only what its sources show.</summary>
public enum Coverage { Whole, Partial }

public enum ElementRole { Goal, Theme, Measure, Initiative }

public enum StatementKind { Vision, Principle, Method, Perspective, Highlight, Note }

public enum AssessorKind { Self, Internal, External, Citizens, Press }

public enum AggregationMethod { Mean, MeanOfRounded, WeightedMean }

public enum Rounding { None, HalfUp, Floor }

public enum ProgressVerdict { Agrees, Differs, SourcesConflict, PublishedOnly, ComputedOnly, NotComparable, NotRated }

public enum MissingReason { NotMeasured, NotYet, NotApplicable, NotSet, NotPrinted }

/// <summary>What a label of a rating scale says: a rating, that nobody judged, or that it was not yet due.</summary>
public enum RatingClass { Rated, NotJudged, NotYetDue }

public enum IndicatorKind { NumericTarget, Kpi }

public enum IndicatorDirection { HigherIsBetter, LowerIsBetter, Keep, Range, Unstated }

public enum Accumulation { SinglePeriod, Cumulative, SumOverPlan, Average, Unstated }

public enum Comparator { Eq, Gte, Gt, Lte, Lt, About, Range, Maintain, Increase, Decrease, Text }

/// <summary>Whether an indicator's target was reached; not comparable where what is printed does not say.</summary>
public enum AttainmentVerdict { Reached, NotReached, NotComparable, NoActual, NoTarget }

/// <summary>What kind of span a value is of, apart from when it was reported.</summary>
public enum PeriodKind { FiscalYear, CalendarYear, Date, Quarter, YearToDate, Years }

/// <summary>What an observation of an indicator is: where it starts, what is aimed at, what was reached, what is expected.</summary>
public enum ObservationKind { Baseline, Target, Actual, Forecast }

public enum TagBasis { Stated, Inherited, Curated, Inferred }

public enum LinkKind { Continues, Implements, AlignsWith, SameSubject, Replaces }

public enum ChangeKind
{
    MeasureAdded, MeasureEnded, SummaryAmended, InitiativeAdded, InitiativeEnded, IndicatorAdded, IndicatorReplaced, TargetChanged,
    Renumbered, Renamed, Split, Merged, Moved,
}

/// <summary>Sorts of doubt that an audit finds. Findings of one element stand in this order.</summary>
public enum FindingKind
{
    PublishedDiffersFromComputed, SourcesConflict, DuplicateLabel, RatingOutsideScale, RatingContradictsPercent, CountMismatch, MissingValue, CorrectedText,
    NumberingGap, NameVaries, RevisionMismatch, DateConflict, FallingTotal, EditorsNote,
}

/// <summary>How much a finding means, from least to most.</summary>
public enum Severity
{
    /// <summary>Nothing need be wrong; whoever relies on the figure or text should know.</summary>
    Info,

    /// <summary>Not what the plan itself leads one to expect; an explanation that the document does not give is possible.</summary>
    Warning,

    /// <summary>Two statements that cannot both be right, whether the document or its transcription is wrong.</summary>
    Error,
}
