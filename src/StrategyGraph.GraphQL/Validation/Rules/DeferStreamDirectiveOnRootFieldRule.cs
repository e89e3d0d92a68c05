using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Nothing on the root of a mutation or subscription is deferred or streamed.
/// Incremental delivery is not in the September 2025 edition; this follows
/// <see href="https://github.com/graphql/graphql-spec/pull/1110">its proposal</see> as graphql-js 17 has it.
/// </summary>
internal sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _faultless = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Operation: not OperationType.Query } operation && Context.Schema.RootType(operation.Operation) is { } root)
        {
            var visited = new HashSet<string>();
            if (IsFaultless(operation.SelectionSet, $"root {operation.Operation.Keyword()} type \"{root}\"", visited)) _faultless.UnionWith(visited);
        }

        return node is DocumentNode;
    }

    private bool IsFaultless(SelectionSetNode selectionSet, string root, HashSet<string> visited)
    {
        Context.Depth.Deepen();
        var faultless = true;
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode:
                    faultless &= IsAbsent(selection, "stream", "Stream", root);
                    break;
                case InlineFragmentNode fragment:
                    faultless &= IsAbsent(selection, "defer", "Defer", root);
                    faultless &= IsFaultless(fragment.SelectionSet, root, visited);
                    break;
                case FragmentSpreadNode { Name.Value: var name } when visited.Add(name) && Context.Fragments.Find(name) is { } fragment:
                    faultless &= IsAbsent(selection, "defer", "Defer", root);
                    if (!_faultless.Contains(name)) faultless &= IsFaultless(fragment.SelectionSet, root, visited);
                    break;
            }
        }

        Context.Depth.Surface();
        return faultless;
    }

    private bool IsAbsent(SelectionNode selection, string directive, string called, string root)
    {
        if (selection.Directive(directive) is not { } found) return true;

        Report($"{called} directive cannot be used on {root}.", found);
        return false;
    }
}
