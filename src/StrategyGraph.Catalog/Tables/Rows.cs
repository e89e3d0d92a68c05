using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tables;

// The tables of a release: one record a table, one parameter a column, and the only place where either is named.
//
// Ids are integers from 1 without gaps, given in the order of the holdings: plans by slug, in a plan the document's order,
// elements parents first. So the order of ids is the order of lists, and no table needs a column for positions.
// A text in two languages is two columns (…Ja, …En). What hundreds of figures share are rows of their own, each once: citations, periods of values,
// printed ratings (58 on a plan's scale), and how assessments were reported. Half of a release are assessments; so each is a few numbers.
// A row that a plan or one of its elements may own has PlanId or ElementId, never both.
// References by slug inside a plan (RepeatOf, IntroducedBy, EndedBy, changes) and links stay slugs, as editors wrote them.

internal sealed record ReleaseRow(
    int Id, int Format, string ContentHash, DateTime PublishedAt, string ToolVersion,
    int Municipalities, int Frameworks, int Plans, int Goals, int Themes, int Measures, int Initiatives, int Indicators, int Assessments);

internal sealed record MunicipalityRow(
    int Id, string Code, string? NameJa, string? NameEn, string? PrefectureJa, string? PrefectureEn, int FiscalYearStartMonth);

internal sealed record DocumentRow(
    int Id, string Slug, string Title, string Publisher, DateOnly? Issued, string? IssuedText, string? Url, Language Language,
    string? NoteJa, string? NoteEn);

internal sealed record CitationRow(int Id, int DocumentId, string Locator);

internal sealed record PeriodRow(int Id, PeriodKind Kind, DateOnly StartsOn, DateOnly EndsOn, string? Label);

internal sealed record FrameworkRow(int Id, string Slug, string? TitleJa, string? TitleEn, string? Edition);

internal sealed record FrameworkDocumentRow(int Id, int FrameworkId, int DocumentId);

internal sealed record FrameworkCitationRow(int Id, int FrameworkId, int CitationId);

internal sealed record FrameworkGoalRow(
    int Id, int FrameworkId, int? ParentId, string Code, int? Number, string? Iri, string? TitleJa, string? TitleEn, string? TitleAsPrinted, string? NoteJa, string? NoteEn,
    int? CitationId);

internal sealed record DepartmentRow(int Id, int MunicipalityId, string Name, string? NameEn);

internal sealed record PlanRow(
    int Id, string Slug, int MunicipalityId, PlanKind Kind, PlanStatus Status, Coverage Coverage,
    string? TitleJa, string? TitleEn, string? TitleAsPrinted, string? Officeholder, DateOnly? StartsOn, DateOnly? EndsOn,
    string? NoteJa, string? NoteEn);

internal sealed record PlanDocumentRow(int Id, int PlanId, int DocumentId);

internal sealed record PlanCitationRow(int Id, int PlanId, int CitationId);

internal sealed record PlanDepartmentRow(int Id, int PlanId, int DepartmentId);

internal sealed record PlanLevelRow(int Id, int PlanId, int Depth, ElementRole Role, string Term);

internal sealed record RatingScaleRow(
    int Id, int PlanId, string Slug, string? NameJa, string? NameEn, double? Minimum, double? Maximum, double? PercentPerPoint, string? Axis);

internal sealed record RatingScaleLevelRow(int Id, int RatingScaleId, string Term);

internal sealed record RatingValueRow(
    int Id, int RatingScaleId, string Label, RatingClass Class, double? Score, double? FromPercent, double? ToPercent, string? MeaningJa, string? MeaningEn);

internal sealed record AggregationRuleRow(
    int Id, int PlanId, ElementRole? OfRole, ElementRole OverRole, AggregationMethod Method, Rounding Rounding, int Decimals, bool Stated,
    string? DescriptionJa, string? DescriptionEn, int? CitationId);

internal sealed record StatementRow(
    int Id, int PlanId, StatementKind Kind, string? Label, string? TitleJa, string? TitleEn, string? TextJa, string? TextEn, int CitationId);

internal sealed record MilestoneRow(
    int Id, int PlanId, string? TitleJa, string? TitleEn, DateOnly? StartsOn, DateOnly? EndsOn, bool Done, string? NoteJa, string? NoteEn,
    int? CitationId);

internal sealed record RevisionRow(
    int Id, int PlanId, string Slug, string? TitleJa, string? TitleEn, DateOnly? Date, DateOnly? Effective,
    string? ReasonJa, string? ReasonEn, int CitationId, string? NoteJa, string? NoteEn);

internal sealed record RevisionKeptRow(int Id, int RevisionId, string? TextJa, string? TextEn);

internal sealed record ChangeRow(
    int Id, int RevisionId, ChangeKind Kind, string? Element, string? Indicator, string? TitleJa, string? TitleEn, string? BeforeJa, string? BeforeEn,
    string? AfterJa, string? AfterEn, string? ReasonJa, string? ReasonEn, int CitationId);

internal sealed record ChangeOtherRow(int Id, int ChangeId, string Element);

internal sealed record ChangeTallyRow(
    int Id, int RevisionId, ChangeKind Kind, IndicatorKind? IndicatorKind, string? ReasonJa, string? ReasonEn, int Count, int CitationId);

internal sealed record ElementRow(
    int Id, int PlanId, int? ParentId, int PlanLevelId, string Slug, string? Label, string? TitleJa, string? TitleEn, string? TitleAsPrinted,
    string? SubtitleJa, string? SubtitleEn, string? SummaryJa, string? SummaryEn, string? RepeatOf, string? NumberedIn, double? Weight,
    string? NoteJa, string? NoteEn, string? IntroducedBy, string? EndedBy);

internal sealed record ElementCitationRow(int Id, int ElementId, int CitationId);

internal sealed record ResponsibilityRow(int Id, int ElementId, int DepartmentId, bool Lead);

internal sealed record RatingRow(int Id, int RatingScaleId, string Value, double? Score, double? Percent, MissingReason? Missing);

internal sealed record ReportingRow(
    int Id, int PeriodId, AssessorKind Assessor, string? AssessorName, string? Method, DateOnly? ReportedOn, bool Forecast, string? NoteJa, string? NoteEn);

internal sealed record AssessmentRow(int Id, int? PlanId, int? ElementId, int RatingId, int ReportingId, int CitationId);

internal sealed record ActivityRow(int Id, int ElementId, int FiscalYear, int StartMonth, bool HasEra, string? TextJa, string? TextEn, int CitationId);

internal sealed record MoneyRow(
    int Id, int? PlanId, int? ElementId, string Name, string Text, decimal? Amount, string Currency, decimal Scale, int PeriodId, int CitationId);

internal sealed record IndicatorRow(
    int Id, int? PlanId, int? ElementId, string Slug, IndicatorKind Kind, string? NameJa, string? NameEn, string? Unit, decimal Scale, string? Base,
    IndicatorDirection Direction, Accumulation Accumulation, string? NoteJa, string? NoteEn, string? IntroducedBy, string? EndedBy);

internal sealed record IndicatorCitationRow(int Id, int IndicatorId, int CitationId);

internal sealed record ObservationRow(
    int Id, int IndicatorId, ObservationKind Kind, int PeriodId, string Text, decimal? Value, decimal? Upper, Comparator Comparator, string? Part,
    MissingReason? Missing, DateOnly? ReportedOn, int? CitationId);

internal sealed record TagRow(
    int Id, int? PlanId, int? ElementId, int FrameworkGoalId, TagBasis Basis, string? RationaleJa, string? RationaleEn, double? Confidence,
    int? CitationId);

internal sealed record LinkRow(
    int Id, int ElementId, string Target, LinkKind Kind, TagBasis Basis, string? RationaleJa, string? RationaleEn, double? Confidence,
    int? CitationId);
