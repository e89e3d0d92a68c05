using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// A subscription has exactly one root field, which is not an introspection field, and whose selection no <c>@skip</c> or <c>@include</c> decides.
/// <see href="https://spec.graphql.org/September2025/#sec-Single-Root-Field">§5.2.4.1 Single Root Field</see>
/// </summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationDefinitionNode { Operation: OperationType.Subscription } operation && Context.Schema.Subscription is { } root)
            Check(operation, root);
        return node is DocumentNode;
    }

    private void Check(OperationDefinitionNode operation, ObjectType root)
    {
        var subscription = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var collected = new RootSelection(Context, root);
        collected.Add(operation.SelectionSet, deferred: null);

        if (collected.Conditions.Count > 0)
        {
            Report($"{subscription} must not use `@skip` or `@include` directives in the top level selection.", collected.Conditions);
            return;
        }

        if (collected.Fields.Count == 0)
            Report($"{subscription} must select one top level field.", operation.SelectionSet);
        else if (collected.Fields.Count > 1)
            Report($"{subscription} must select only one top level field.", collected.Fields.Values.Skip(1).SelectMany(f => f));

        foreach (var fields in collected.Fields.Values)
        {
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Report($"{subscription} must not select an introspection top level field.", fields);
        }
    }

    /// <summary>The fields that a subscription selects on its root, through fragments too (specification §5.2.4.1, CollectSubscriptionFields).</summary>
    private sealed class RootSelection(ValidationContext context, ObjectType root)
    {
        private readonly Dictionary<string, HashSet<DirectiveNode>> _deferredVisits = [];
        private readonly HashSet<string> _plainVisits = [];

        /// <summary>By response name, in order of first appearance.</summary>
        public OrderedDictionary<string, List<FieldNode>> Fields { get; } = [];

        /// <summary>The <c>@skip</c> and <c>@include</c> met on the way; what carries one is not looked into.</summary>
        public List<DirectiveNode> Conditions { get; } = [];

        /// <param name="deferred">The nearest enclosing <c>@defer</c> that is on.</param>
        public void Add(SelectionSetNode selectionSet, DirectiveNode? deferred)
        {
            context.Depth.Deepen();
            SpendOn(selectionSet);
            foreach (var selection in selectionSet.Selections)
            {
                if (ConditionOn(selection) is { } condition)
                {
                    Conditions.Add(condition);
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        if (!Fields.TryGetValue(field.ResponseName, out var sameName)) Fields[field.ResponseName] = sameName = [];
                        sameName.Add(field);
                        break;
                    case InlineFragmentNode fragment when Applies(fragment.TypeCondition):
                        Add(fragment.SelectionSet, ActiveDefer(fragment) ?? deferred);
                        break;
                    case FragmentSpreadNode spread when context.Fragments.Find(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition):
                        var defer = ActiveDefer(spread) ?? deferred;
                        if (IsFirstVisit(spread.Name.Value, defer)) Add(fragment.SelectionSet, defer);
                        break;
                }
            }

            context.Depth.Surface();
        }

        private void SpendOn(SelectionSetNode selectionSet)
        {
            context.Fragments.Spend(selectionSet.Selections.Count);
            foreach (var selection in selectionSet.Selections)
                context.Fragments.Spend(selection.Directives.Count + (selection.Directive("defer")?.Arguments.Count ?? 0));
        }

        /// <summary>A fragment counts once for each <c>@defer</c> it is under, and not again once it was reached without one.</summary>
        private bool IsFirstVisit(string fragment, DirectiveNode? defer)
        {
            if (_plainVisits.Contains(fragment)) return false;
            if (defer is null) return _plainVisits.Add(fragment);

            if (!_deferredVisits.TryGetValue(fragment, out var defers))
                _deferredVisits[fragment] = defers = new HashSet<DirectiveNode>(ReferenceEqualityComparer.Instance);
            return defers.Add(defer);
        }

        private bool Applies(NamedTypeNode? condition) =>
            condition is null
            || (context.Schema.TypeFromNode(condition) is { } type && context.Schema.IsSubTypeOf(root, type));

        private static DirectiveNode? ConditionOn(SelectionNode selection) => selection.Directive("skip") ?? selection.Directive("include");

        private static DirectiveNode? ActiveDefer(SelectionNode selection) =>
            selection.Directive("defer") is { } defer && defer.Argument("if") is not BooleanValueNode { Value: false } ? defer : null;
    }
}
