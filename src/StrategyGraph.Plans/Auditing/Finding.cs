namespace StrategyGraph.Plans.Auditing;

/// <summary>Something in a plan that does not agree, is missing, or was changed in transcribing: what was expected, what was found, and where.</summary>
public sealed class Finding
{
    private readonly Func<Language, string> _words;

    /// <param name="words">Writes the message when it is asked for: a catalogue has many findings, and few are read in full.</param>
    internal Finding(Func<Language, string> words) => _words = words;

    /// <summary>Unique in its plan and stable from release to release: made of the kind, the element and what sets the finding apart, never of its position or of the figures.</summary>
    public required string Key { get; init; }
    public required FindingKind Kind { get; init; }
    public required Severity Severity { get; init; }
    public required Plan Plan { get; init; }
    /// <summary>What it is about; null for the plan as a whole.</summary>
    public PlanElement? Element { get; init; }
    /// <summary>The indicator or revision that it is about, where it is about one.</summary>
    public Indicator? Indicator { get; init; }
    public Revision? Revision { get; init; }
    /// <summary>What would be in order, in the document's own figures or words; null where nothing particular is expected.</summary>
    public string? Expected { get; init; }
    /// <summary>What stands there; null where nothing does.</summary>
    public string? Found { get; init; }
    /// <summary>Every place that a person must look at to see it; at least one.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>The finding in a sentence or two, with its figures.</summary>
    public string Message(Language language) => _words(language);
}
