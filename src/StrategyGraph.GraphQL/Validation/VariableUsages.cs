using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>A variable where it is used: what is expected there, the input object whose field it is the value of, and the place's own default.</summary>
internal sealed record VariableUsage(VariableNode Node, GraphType? Type, InputObjectType? InputObject, ValueNode? DefaultValue);

/// <summary>The variables used in operations and fragments. Each definition is walked once, however many operations reach it.</summary>
internal sealed class VariableUsages(Schema schema, FragmentGraph fragments, DepthGauge depth)
{
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _own = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<OperationDefinitionNode, IReadOnlyList<VariableUsage>> _all = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IReadOnlyList<FragmentDefinitionNode>, IReadOnlyList<VariableUsage>> _throughFragments = new(ReferenceEqualityComparer.Instance);

    /// <summary>Those of the operation itself, then those of the fragments it reaches.</summary>
    public IReadOnlyList<VariableUsage> Of(OperationDefinitionNode operation)
    {
        if (_all.TryGetValue(operation, out var known)) return known;

        var reached = fragments.ReachableFrom([operation]);
        if (!_throughFragments.TryGetValue(reached, out var throughFragments))
        {
            fragments.Spend(reached.Count);
            var usages = new List<VariableUsage>();
            foreach (var fragment in reached)
            {
                var own = Within(fragment);
                fragments.Spend(own.Count);
                usages.AddRange(own);
            }

            _throughFragments[reached] = throughFragments = usages;
        }

        fragments.Spend(throughFragments.Count);
        return _all[operation] = [.. Within(operation), .. throughFragments];
    }

    private IReadOnlyList<VariableUsage> Within(DefinitionNode definition)
    {
        if (_own.TryGetValue(definition, out var known)) return known;

        // Nearly all definitions without a dollar sign are told without a walk; one in a string costs a walk.
        if (!fragments.Document.Source.Body.AsSpan(definition.Start, definition.End - definition.Start).Contains('$')) return _own[definition] = [];

        var types = new TypeInfo(schema);
        var collector = new Collector(types);
        new DocumentWalk([collector], types, depth).Visit(definition);
        return _own[definition] = collector.Usages;
    }

    private sealed class Collector(TypeInfo types) : SyntaxVisitor
    {
        public List<VariableUsage> Usages { get; } = [];

        public override bool Enter(SyntaxNode node)
        {
            if (node is VariableNode variable)
                Usages.Add(new VariableUsage(variable, types.InputType, types.InputObject, types.DefaultValue));
            return node is not VariableDefinitionNode;
        }
    }
}
