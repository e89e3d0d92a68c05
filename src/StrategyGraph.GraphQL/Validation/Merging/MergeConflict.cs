using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Merging;

/// <summary>Why two fields of one response name cannot be one field, and the fields on either side that show it.</summary>
internal sealed record MergeConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> These, IReadOnlyList<FieldNode> Those)
{
    private const int MaxReasonLength = 1000;
    private const int MaxNodes = 20;

    public string Message =>
        $"Fields \"{Abbreviate(ResponseName)}\" conflict because {Reason}. Use different aliases on the fields to fetch both if this was intentional.";

    public static MergeConflict Between(FieldOccurrence one, FieldOccurrence other, string reason) =>
        new(one.Node.ResponseName, reason, [one.Node], [other.Node]);

    public static string DifferentFields(string one, string other) =>
        $"\"{Abbreviate(one)}\" and \"{Abbreviate(other)}\" are different fields";

    /// <summary>The conflict of two fields whose subfields conflict; null where none do. Neither text nor nodes grow without end.</summary>
    public static MergeConflict? OfSubfields(FieldOccurrence one, FieldOccurrence other, List<MergeConflict> conflicts)
    {
        if (conflicts.Count == 0) return null;

        var reason = "";
        foreach (var conflict in conflicts)
        {
            reason += $"{(reason.Length > 0 ? " and " : "")}subfields \"{Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (reason.Length > MaxReasonLength) break;
        }

        return new MergeConflict(
            one.Node.ResponseName,
            Abbreviate(reason),
            Nodes(one.Node, conflicts.Select(c => c.These)),
            Nodes(other.Node, conflicts.Select(c => c.Those)));
    }

    private static List<FieldNode> Nodes(FieldNode first, IEnumerable<IReadOnlyList<FieldNode>> further)
    {
        List<FieldNode> nodes = [first];
        foreach (var some in further)
        {
            nodes.AddRange(some.TakeLast(MaxNodes - nodes.Count));
            if (nodes.Count == MaxNodes) break;
        }

        return nodes;
    }

    private static string Abbreviate(string text) => text.Length > MaxReasonLength ? text[..MaxReasonLength] + "..." : text;
}
