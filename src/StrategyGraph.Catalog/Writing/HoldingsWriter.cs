using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Writing;

/// <summary>Turns holdings into rows, numbered as <c>Rows.cs</c> says, whatever the order in which the files were read.</summary>
/// <remarks>
/// What the holdings share (a document, a department) becomes one row, and what they keep apart stays apart: identity is the object's.
/// The class is in three files: the catalogue, what a plan says of itself, and its tree.
/// </remarks>
/// <param name="add">Takes each row, those that others refer to first.</param>
/// <param name="endOfPlan">Called after each plan, where a batch may end, so that memory stays that of one plan.</param>
internal sealed partial class HoldingsWriter(Action<object> add, Action endOfPlan)
{
    private readonly Dictionary<Type, int> _numbers = [];
    private readonly Dictionary<MunicipalityCode, int> _municipalities = [];
    private readonly Dictionary<SourceDocument, int> _documents = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Citation, int> _citations = [];
    private readonly Dictionary<Department, int> _departments = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PeriodOfValue, int> _periods = [];
    private readonly Dictionary<RatingRow, int> _ratings = [];
    private readonly Dictionary<ReportingRow, int> _reportings = [];
    private readonly Dictionary<(string Framework, string Code), int> _goals = [];

    /// <exception cref="ReleaseException">The holdings refer to what they do not hold.</exception>
    public void Write(Holdings holdings, CancellationToken cancellation)
    {
        foreach (var municipality in holdings.Municipalities.OrderBy(municipality => municipality.Code)) Write(municipality);
        foreach (var framework in holdings.Frameworks.OrderBy(framework => framework.Id, StringComparer.Ordinal)) Write(framework);
        foreach (var plan in holdings.Plans.OrderBy(plan => plan.Id, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            Write(plan);
            endOfPlan();
        }
    }

    private void Write(Municipality municipality)
    {
        var id = Number<MunicipalityRow>();
        if (!_municipalities.TryAdd(municipality.Code, id)) throw Refused($"The municipality {municipality.Code} is there twice.");
        var prefecture = Checked(municipality.Prefecture);
        add(new MunicipalityRow(
            id, municipality.Code.Value, municipality.Name.Ja, municipality.Name.En, prefecture?.Ja, prefecture?.En, municipality.FiscalYearStartMonth));
    }

    private void Write(Framework framework)
    {
        var id = Number<FrameworkRow>();
        add(new FrameworkRow(id, framework.Id, framework.Title.Ja, framework.Title.En, framework.Edition));
        foreach (var document in framework.Documents) add(new FrameworkDocumentRow(Number<FrameworkDocumentRow>(), id, Document(document)));
        foreach (var citation in framework.Citations) add(new FrameworkCitationRow(Number<FrameworkCitationRow>(), id, Citation(citation)));

        var open = new Stack<(FrameworkGoal Goal, int? Parent)>();
        Push(open, framework.Goals, null);
        while (open.TryPop(out var next))
        {
            var (goal, parent) = next;
            var goalId = Number<FrameworkGoalRow>();
            if (!_goals.TryAdd((framework.Id, goal.Code), goalId)) throw Refused($"The framework {framework.Id} has the code {goal.Code} twice.");
            add(new FrameworkGoalRow(
                goalId, id, parent, goal.Code, goal.Number, goal.Iri, goal.Title.Ja, goal.Title.En, goal.TitleAsPrinted, Checked(goal.Note)?.Ja, goal.Note?.En,
                CitationOrNull(goal.Citation)));
            Push(open, goal.Children, goalId);
        }
    }

    /// <summary>A stack for a walk down a tree, parents first and siblings in order; trees come from files, so none is walked by recursion.</summary>
    private static void Push<T>(Stack<(T Node, int? Parent)> open, IReadOnlyList<T> children, int? parent)
    {
        for (var i = children.Count - 1; i >= 0; i--) open.Push((children[i], parent));
    }

    private int Number<TRow>() => _numbers[typeof(TRow)] = _numbers.GetValueOrDefault(typeof(TRow)) + 1;

    private int Document(SourceDocument document)
    {
        if (_documents.TryGetValue(document, out var id)) return id;
        _documents.Add(document, id = Number<DocumentRow>());
        add(new DocumentRow(
            id, document.Id, document.Title, document.Publisher, document.Issued, document.IssuedText, document.Url, document.Language,
            Checked(document.Note)?.Ja, document.Note?.En));
        return id;
    }

    private int Citation(Citation citation)
    {
        if (_citations.TryGetValue(citation, out var id)) return id;
        _citations.Add(citation, id = Number<CitationRow>());
        add(new CitationRow(id, Document(citation.Document), citation.Locator));
        return id;
    }

    private int? CitationOrNull(Citation? citation) => citation is null ? null : Citation(citation);

    private int Period(PeriodOfValue period)
    {
        if (_periods.TryGetValue(period, out var id)) return id;
        _periods.Add(period, id = Number<PeriodRow>());
        add(new PeriodRow(id, period.Kind, period.Span.Start, period.Span.End, period.Label));
        return id;
    }

    private int Department(Department department, int municipality)
    {
        if (_departments.TryGetValue(department, out var id)) return id;
        _departments.Add(department, id = Number<DepartmentRow>());
        add(new DepartmentRow(id, municipality, department.Name, department.NameEn));
        return id;
    }

    /// <summary>An optional text, which in the tables is absent when both of its languages are: one of neither language would not come back.</summary>
    private static Text? Checked(Text? text) =>
        text is { Ja: null, En: null } ? throw Refused("A text that may be left out is there in neither language.") : text;

    private static ReleaseException Refused(string why) => new(ReleaseFault.NotPublishable, $"These plans cannot be published: {why}");
}
