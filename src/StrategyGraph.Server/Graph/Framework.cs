using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>A framework in the graph.</summary>
public sealed class Framework
{
    internal Framework(Plans.Framework source)
    {
        Source = source;
        Id = GlobalId.Encode(nameof(Framework), source.Id);
        Goals = [.. source.Goals.Select(g => new FrameworkGoal(this, null, g))];
    }

    public string Id { get; }
    public string? Edition => Source.Edition;
    public IReadOnlyList<FrameworkGoal> Goals { get; }

    internal Plans.Framework Source { get; }

    public string Title(Language language) => Source.Title.In(language);
}

/// <summary>A framework's goal or target in the graph.</summary>
public sealed class FrameworkGoal
{
    internal FrameworkGoal(Framework framework, FrameworkGoal? parent, Plans.FrameworkGoal source)
    {
        (Framework, Parent, Source) = (framework, parent, source);
        Id = GlobalId.Encode(nameof(FrameworkGoal), $"{framework.Source.Id}/{source.Code}");
        Children = [.. source.Children.Select(c => new FrameworkGoal(framework, this, c))];
    }

    public string Id { get; }
    public Framework Framework { get; }
    public FrameworkGoal? Parent { get; }
    public IReadOnlyList<FrameworkGoal> Children { get; }
    public string Code => Source.Code;
    public int? Number => Source.Number;
    public string? Iri => Source.Iri;
    public Citation? Citation => Source.Citation;
    public string TitleAsPrinted => Source.TitleAsPrinted ?? Source.Title.In(Language.Ja);

    internal Plans.FrameworkGoal Source { get; }
    /// <summary>Its place among the goals of all frameworks.</summary>
    internal int Position { get; set; }
    /// <summary>The goal of the framework's own list that this is or lies below.</summary>
    internal FrameworkGoal Top => Parent?.Top ?? this;
    internal bool IsOrLiesBelow(FrameworkGoal goal) => this == goal || Parent?.IsOrLiesBelow(goal) is true;
    internal IEnumerable<FrameworkGoal> WithDescendants => Children.SelectMany(c => c.WithDescendants).Prepend(this);

    public string Title(Language language) => Source.Title.In(language);
    public string? Note(Language language) => Source.Note?.In(language);
}
