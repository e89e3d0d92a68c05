using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A subscription defers and streams nothing, unless the directive's <c>if</c> turns it off or <c>@skip</c> or <c>@include</c> may leave it out.
/// Incremental delivery is not in the September 2025 edition; this follows
/// <see href="https://github.com/graphql/graphql-spec/pull/1110">its proposal</see> as graphql-js 17 has it.
/// </summary>
internal sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _faultless = [];
    private readonly List<FragmentSpreadNode> _path = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Operation: OperationType.Subscription } operation)
        {
            var visited = new HashSet<string>();
            if (IsFaultless(operation.SelectionSet, visited)) _faultless.UnionWith(visited);
        }

        return node is DocumentNode;
    }

    private bool IsFaultless(SelectionSetNode selectionSet, HashSet<string> visited)
    {
        Context.Depth.Deepen();
        var faultless = true;
        foreach (var selection in selectionSet.Selections)
        {
            if (MayBeLeftOut(selection)) continue;

            foreach (var directive in selection.Directives.Where(IsOn))
            {
                faultless = false;
                var (called, name) = directive.Name.Value == "defer" ? ("Defer", "@defer") : ("Stream", "@stream");
                Report(
                    $"{called} directive not supported on subscription operations. Disable `{name}` by setting the `if` argument to `false`.",
                    _path.AsEnumerable<SyntaxNode>().Reverse().Prepend(directive));
            }

            if (selection is FragmentSpreadNode spread) faultless &= IsFaultless(spread, visited);
            else if (FragmentGraph.SelectionSetOf(selection) is { } inner) faultless &= IsFaultless(inner, visited);
        }

        Context.Depth.Surface();
        return faultless;
    }

    private bool IsFaultless(FragmentSpreadNode spread, HashSet<string> visited)
    {
        var name = spread.Name.Value;
        if (_faultless.Contains(name) || !visited.Add(name) || Context.Fragments.Find(name) is not { } fragment) return true;

        _path.Add(spread);
        var faultless = IsFaultless(fragment.SelectionSet, visited);
        _path.RemoveAt(_path.Count - 1);
        return faultless;
    }

    /// <summary><c>@skip</c> and <c>@include</c>, unless a literal settles that they do not leave the selection out.</summary>
    private static bool MayBeLeftOut(SelectionNode selection)
    {
        if (selection.Directive("skip") is { } skip && skip.Argument("if") is not BooleanValueNode { Value: false }) return true;
        return selection.Directive("include")?.Argument("if") is { } condition and not BooleanValueNode { Value: true };
    }

    /// <summary><c>@defer</c> or <c>@stream</c>, and neither <c>false</c> nor a variable says that it may be off.</summary>
    private static bool IsOn(DirectiveNode directive) =>
        directive.Name.Value is "defer" or "stream"
        && directive.Argument("if") is not (BooleanValueNode { Value: false } or VariableNode);
}
