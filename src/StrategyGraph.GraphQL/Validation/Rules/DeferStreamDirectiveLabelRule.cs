using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// The label of a <c>@defer</c> or <c>@stream</c> is written out, not a variable, and no other of the document has it.
/// Incremental delivery is not in the September 2025 edition; this follows
/// <see href="https://github.com/graphql/graphql-spec/pull/1110">its proposal</see> as graphql-js 17 has it.
/// </summary>
internal sealed class DeferStreamDirectiveLabelRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, DirectiveNode> _known = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is not DirectiveNode { Name.Value: "defer" or "stream" } directive) return true;

        switch (directive.Argument("label"))
        {
            case null or NullValueNode:
                break;
            case not StringValueNode:
                Report($"Argument \"@{directive.Name.Value}(label:)\" must be a static string.", directive);
                break;
            case StringValueNode { Value: var label } when !_known.TryAdd(label, directive):
                Report(
                    "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                    _known[label], directive);
                break;
        }

        return false;
    }
}
