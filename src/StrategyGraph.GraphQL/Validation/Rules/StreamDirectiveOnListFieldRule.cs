using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Only a field that is a list is streamed.
/// Incremental delivery is not in the September 2025 edition; this follows
/// <see href="https://github.com/graphql/graphql-spec/pull/1110">its proposal</see> as graphql-js 17 has it.
/// </summary>
internal sealed class StreamDirectiveOnListFieldRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is DirectiveNode { Name.Value: "stream" } && Context.Types is { Field: { } field, ParentType: { } parent } && field.Type.Nullable is not ListType)
            Report($"Directive \"@stream\" cannot be used on non-list field \"{parent}.{field.Name}\".", node);
        return true;
    }
}
