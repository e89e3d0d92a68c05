using System.Collections.Concurrent;
using System.Collections.Frozen;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Inference;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// What elements serve in the frameworks: their own tags, and those they inherit. An element inherits what the elements above it are
/// tagged with, the nearest first and no goal twice; never what is only inferred, and never what a document says of the plan as a
/// whole (rule of trust 4). Worked out when asked, by walking up: nothing is kept an element.
/// </summary>
internal sealed class Tagging
{
    /// <summary>What identifiers of the SDGs begin with on the web of data, whatever the editors call their framework.</summary>
    private const string SdgIris = "http://metadata.un.org/sdg/";

    private readonly FrozenDictionary<(string Framework, string Code), FrameworkGoal> _goals;
    private readonly ConcurrentDictionary<Framework, int[]> _places = [];

    public Tagging(IReadOnlyList<Framework> frameworks)
    {
        Goals = [.. frameworks.SelectMany(f => f.Goals).SelectMany(g => g.WithDescendants)];
        for (var i = 0; i < Goals.Count; i++) Goals[i].Position = i;
        _goals = Goals.ToFrozenDictionary(g => (g.Framework.Source.Id, g.Code));
        Sdgs = frameworks.FirstOrDefault(f => f.Goals is [{ Iri: { } iri }, ..] && iri.StartsWith(SdgIris, StringComparison.Ordinal));
    }

    /// <summary>The Sustainable Development Goals, where the release holds them.</summary>
    public Framework? Sdgs { get; }

    /// <summary>The goals of all frameworks, each followed by those below it.</summary>
    public IReadOnlyList<FrameworkGoal> Goals { get; }

    /// <summary>By the positions of goals, the place of their top goal in a framework's list; -1 for those of other frameworks.</summary>
    public int[] PlacesIn(Framework framework) => _places.GetOrAdd(framework, FindPlaces);

    private int[] FindPlaces(Framework framework)
    {
        var places = new int[Goals.Count];
        Array.Fill(places, -1);
        for (var i = 0; i < framework.Goals.Count; i++)
        {
            foreach (var goal in framework.Goals[i].WithDescendants) places[goal.Position] = i;
        }

        return places;
    }

    public FrameworkGoal Goal(Plans.Tag tag) => _goals[(tag.Framework, tag.Code)];

    /// <summary>The tags of a plan as a whole.</summary>
    public List<Tag> Of(Plan plan, Framework? framework, IReadOnlyList<TagBasis>? basis) => [.. Own(plan, null, plan.Source.Tags).Where(t => IsAsked(t, framework, basis))];

    /// <summary>
    /// An element's own tags in the file's order, then those it inherits, then what a rule proposes: where <paramref name="basis"/>
    /// asks for what is inferred, or asks nothing and there is no other tag of the rule's framework.
    /// </summary>
    public List<Tag> Of(PlanElement element, Framework? framework, IReadOnlyList<TagBasis>? basis)
    {
        var tags = new List<Tag>();
        foreach (var own in Own(element.Plan, element, element.Source.Tags)) tags.Add(own);
        for (var above = element.Parent; above is not null; above = above.Parent)
        {
            foreach (var tag in Own(above.Plan, above, above.Source.Tags))
            {
                if (tag.Basis is not TagBasis.Inferred && !tags.Exists(t => t.Goal == tag.Goal && t.Basis is not TagBasis.Inferred)) tags.Add(tag.For(element));
            }
        }

        var isProposed = basis?.Contains(TagBasis.Inferred) ?? !tags.Exists(t => t.Goal.Framework == Sdgs);
        if (isProposed && Sdgs is not null) AddProposed(element, tags);
        tags.RemoveAll(t => !IsAsked(t, framework, basis));
        return tags;
    }

    /// <summary>What a rule reads from the element's words. It knows no other framework than the SDGs.</summary>
    private void AddProposed(PlanElement element, List<Tag> tags)
    {
        foreach (var proposed in InferredTags.Of(element.Source))
        {
            if (_goals.TryGetValue((proposed.Framework, proposed.Code), out var goal) && !tags.Exists(t => t.Goal == goal && t.Basis is TagBasis.Inferred))
                tags.Add(new Tag(element.Plan, element, goal, proposed));
        }
    }

    /// <summary>
    /// The goals that an element's tags point at, each once, the nearest first: what everything that is computed from tags counts.
    /// What is only inferred is left out.
    /// </summary>
    public static void AddGoals(PlanElement element, List<FrameworkGoal> goals)
    {
        for (var e = element; e is not null; e = e.Parent)
        {
            foreach (var goal in e.Serves.Goals)
            {
                if (!goals.Contains(goal)) goals.Add(goal);
            }
        }
    }

    /// <summary>The SDGs that an element serves, each once, the nearest first; a target is told as its goal.</summary>
    public static IReadOnlyList<FrameworkGoal> SdgGoals(PlanElement element)
    {
        List<FrameworkGoal>? more = null;
        for (var above = element.Parent; above is not null; above = above.Parent)
        {
            foreach (var goal in above.Serves.SdgGoals)
            {
                more ??= [.. element.Serves.SdgGoals];
                if (!more.Contains(goal)) more.Add(goal);
            }
        }

        return more ?? (IReadOnlyList<FrameworkGoal>)element.Serves.SdgGoals;
    }

    private IEnumerable<Tag> Own(Plan plan, PlanElement? element, IReadOnlyList<Plans.Tag> tags) => tags.Select(t => new Tag(plan, element, Goal(t), t));

    private static bool IsAsked(Tag tag, Framework? framework, IReadOnlyList<TagBasis>? basis) =>
        (framework is null || tag.Goal.Framework == framework) && (basis is null || basis.Contains(tag.Basis));
}
