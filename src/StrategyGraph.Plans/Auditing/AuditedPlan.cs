using System.Security.Cryptography;
using System.Text;

namespace StrategyGraph.Plans.Auditing;

/// <summary>A plan as the rules see it: its tree as a list, its progress, and the making of findings.</summary>
internal sealed class AuditedPlan
{
    private readonly Dictionary<PlanElement, int> _places;
    private readonly Dictionary<string, PlanElement> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, PossibleFigures> _possible = [];

    public AuditedPlan(Plan plan, IReadOnlyList<Plan> ofMunicipality)
    {
        var tree = new ProgressTree(plan);
        (Plan, OfMunicipality, Tree, Progress) = (plan, ofMunicipality, tree, new ProgressCalculation(plan, tree));
        _places = tree.Places();
        foreach (var element in Elements) _byId.Add(element.Id, element);
    }

    public Plan Plan { get; }

    public IReadOnlyList<Plan> OfMunicipality { get; }

    /// <summary>The plan itself at 0, then its elements in the document's order.</summary>
    public ProgressTree Tree { get; }

    public ProgressCalculation Progress { get; }

    public IEnumerable<PlanElement> Elements => Tree.Nodes.Skip(1).Select(node => node.Element!);

    /// <summary>The elements of each level under each parent, as the document numbers them: repeats (再掲) and sets of labels apart.</summary>
    public IEnumerable<IGrouping<(int Parent, string Term, string? Set), PlanElement>> Siblings => Tree.Nodes.Skip(1)
        .Where(node => node.Element!.RepeatOf is null)
        .GroupBy(node => (node.Parent, node.Element!.Level.Term, node.Element.Set), node => node.Element!);

    /// <summary>All indicators, each with the element that it is of; null for those of the plan as a whole.</summary>
    public IEnumerable<(PlanElement? Element, Indicator Indicator)> Indicators => Plan.Indicators.Select(indicator => ((PlanElement?)null, indicator))
        .Concat(Elements.SelectMany(element => element.Indicators, (element, indicator) => ((PlanElement?)element, indicator)));

    /// <summary>An element's place in the document's order; 0 for the plan as a whole.</summary>
    public int Place(PlanElement? element) => element is null ? 0 : _places[element];

    public PlanElement? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>What the plan's rules can make of what is printed for a time.</summary>
    public PossibleFigures PossibleAt(DateOnly asOf)
    {
        if (!_possible.TryGetValue(asOf, out var possible)) _possible.Add(asOf, possible = new PossibleFigures(Tree, asOf));
        return possible;
    }

    /// <param name="distinction">What sets it apart from other findings of its kind and element: a date, a label. Never a position or a figure, which may be mended.</param>
    /// <param name="citations">Where to look; where none is given, the places of the element or plan.</param>
    /// <param name="words">The message in a language.</param>
    public Finding Finding(
        FindingKind kind, Severity severity, PlanElement? element, string distinction, IEnumerable<Citation?> citations,
        string? expected, string? found, Func<Language, string> words,
        Indicator? indicator = null, Revision? revision = null)
    {
        Citation[] places = [.. citations.OfType<Citation>().Distinct()];
        return new Finding(words)
        {
            Key = Hash($"{kind}/{element?.Id}/{distinction}"),
            Kind = kind,
            Severity = severity,
            Plan = Plan,
            Element = element,
            Indicator = indicator,
            Revision = revision,
            Expected = expected,
            Found = found,
            Citations = places.Length > 0 ? places : element?.Citations ?? Plan.Citations,
        };
    }

    public string Period(PeriodOfValue period, Language language)
    {
        if (period.Label is { } label) return label;
        var (span, year) = (period.Span, Plan.Municipality.FiscalYearOf(period.Span.Start));
        if (period.Kind is PeriodKind.FiscalYear && year.Span == span) return Wording.Year(year, language);
        return span.Start == span.End ? Wording.Day(span.Start) : $"{Wording.Day(span.Start)}–{Wording.Day(span.End)}";
    }

    // Sixteen hexadecimal digits tell the findings of a plan apart, and keep an id short however long a label is.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
