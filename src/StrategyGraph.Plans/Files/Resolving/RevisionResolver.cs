using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>The ids of a plan's revisions, for what refers to them.</summary>
internal sealed class RevisionNames
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(ChangeKind Kind, string Id), string> _byChange = [];
    private readonly FileErrors _errors;

    public RevisionNames(List<RevisionShape> revisions, FileErrors errors)
    {
        _errors = errors;
        foreach (var revision in revisions)
        {
            if (revision.Id is { } id && !_ids.Add(id.Value))
                errors.Add(id.At, FileErrorCode.DuplicateId, $"The revision '{id.Value}' is already in this plan. Give each its own id.");
            foreach (var change in revision.Changes)
            {
                if (revision.Id is { } of && (change.Indicator ?? change.Element) is { } changed) _byChange.TryAdd((change.Kind, changed.Value), of.Value);
            }
        }
    }

    /// <summary>The revision that is named, else the one of whose changes one of these kinds tells of the element or indicator.</summary>
    public string? Of(Located<string>? named, string? id, params ReadOnlySpan<ChangeKind> kinds)
    {
        if (named is not null || id is null) return Check(named);
        foreach (var kind in kinds)
        {
            if (_byChange.TryGetValue((kind, id), out var revision)) return revision;
        }

        return null;
    }

    /// <summary>The id as it stands, reported where there is no such revision.</summary>
    private string? Check(Located<string>? id)
    {
        if (id is { } written && !_ids.Contains(written.Value))
            _errors.Add(written.At, FileErrorCode.UnknownReference, $"The plan has no revision '{written.Value}'.{Suggestion.For(written.Value, _ids)} Add it to 'revisions', or correct the id.");
        return id?.Value;
    }
}

/// <summary>Makes revisions and milestones.</summary>
internal sealed class RevisionResolver(CitationResolver citations, PlanNames names, FileErrors errors)
{
    public IReadOnlyList<Revision> Revisions(List<RevisionShape> shapes, IReadOnlyList<Citation> inherited) =>
        [.. shapes.Select(shape => Revision(shape, citations.First(shape.Cite, inherited)))];

    public IReadOnlyList<Milestone> Milestones(List<MilestoneShape> shapes, IReadOnlyList<Citation> inherited) =>
        [.. shapes.Select(shape => Milestone(shape, citations.First(shape.Cite, inherited)))];

    private Revision Revision(RevisionShape shape, Citation citation) => new()
    {
        Id = shape.Id?.Value ?? "",
        Title = shape.Title ?? Placeholder.Text,
        Date = shape.Date?.First,
        Effective = shape.Effective?.First,
        Reason = shape.Reason,
        Kept = shape.Kept,
        Changes = [.. shape.Changes.Select(change => Change(change, citation))],
        Tallies = [.. shape.Tallies.Select(tally => new ChangeTally(tally.Kind, tally.IndicatorKind, tally.Reason, tally.Count, citations.First(tally.Cite, [citation])))],
        Citation = citation,
        Note = shape.Note,
    };

    private Change Change(ChangeShape shape, Citation inherited)
    {
        var element = names.Element(shape.Element);
        var indicator = names.Indicator(shape.Indicator);
        foreach (var other in shape.Others) names.Element(other);
        var title = shape.Title ?? element?.Title ?? indicator?.Name;
        if (title is null && shape is { Element: null, Indicator: null })
            errors.Add(shape.At, FileErrorCode.MissingField, "'title' is missing: what was changed. It can be left out only where 'element' or 'indicator' says it.");
        return new Change(
            shape.Kind, shape.Element?.Value, shape.Indicator?.Value, [.. shape.Others.Select(other => other.Value)],
            title ?? Placeholder.Text, shape.Before, shape.After, shape.Reason, citations.First(shape.Cite, [inherited]));
    }

    private Milestone Milestone(MilestoneShape shape, Citation citation)
    {
        if (shape.End is { } end && end.Value.Last < shape.Start?.First)
            errors.Add(end.At, FileErrorCode.PeriodReversed, $"The end, {end.Value.Text}, lies before the start, {shape.Start.Value.Text}.");
        return new Milestone(shape.Title ?? Placeholder.Text, shape.Start?.First, shape.End?.Value.Last, shape.Done, shape.Note, citation);
    }
}
