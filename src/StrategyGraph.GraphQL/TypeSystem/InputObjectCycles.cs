using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// Input objects that could never be written down, or never be completed: cycles of required fields and cycles of default
/// values (specification §3.10, type validation). Such cycles can be as long as the schema has types, so nothing here recurses along them.
/// </summary>
internal sealed class InputObjectCycles(SchemaErrors errors)
{
    private readonly record struct Step(InputObjectType Type, InputValueDefinition Field)
    {
        public override string ToString() => $"{Type}.{Field.Name}";
    }

    // ── Finite values ──

    /// <summary>Each must have some value that ends: a required field of its own type, however far around, leaves it none.</summary>
    public void ValidateFiniteness(IEnumerable<InputObjectType> types)
    {
        var needs = new OrderedDictionary<InputObjectType, List<Step>>();
        foreach (var type in types) needs.Add(type, [.. type.Fields.Where(f => Needed(type, f) is not null).Select(f => new Step(type, f))]);

        var finite = WithFiniteValues(needs);
        var visited = new HashSet<InputObjectType>();
        foreach (var type in needs.Keys.Where(t => !finite.Contains(t)))
        {
            if (visited.Add(type)) ReportCyclesFrom(type, needs, finite, visited);
        }
    }

    /// <summary>The input object without which a value cannot have this field, where there is one.</summary>
    private static InputObjectType? Needed(InputObjectType type, InputValueDefinition field) =>
        (type.IsOneOf ? field.Type : (field.Type as NonNullType)?.OfType) as InputObjectType;

    private static HashSet<InputObjectType> WithFiniteValues(OrderedDictionary<InputObjectType, List<Step>> needs)
    {
        var dependents = needs.SelectMany(n => n.Value).ToLookup(step => Needed(step.Type, step.Field)!, step => step.Type);
        var unresolved = needs.ToDictionary(n => n.Key, n => n.Value.Count);
        var finite = new HashSet<InputObjectType>();
        var newlyFinite = new Stack<InputObjectType>();
        foreach (var (type, steps) in needs)
        {
            // One field is enough for a oneOf object: any that needs no further object will do.
            if (steps.Count == 0 || (type.IsOneOf && steps.Count < type.Fields.Count)) Add(type);
        }

        while (newlyFinite.TryPop(out var type))
        {
            foreach (var dependent in dependents[type])
            {
                if (dependent.IsOneOf || --unresolved[dependent] == 0) Add(dependent);
            }
        }

        return finite;

        void Add(InputObjectType type)
        {
            if (finite.Add(type)) newlyFinite.Push(type);
        }
    }

    private void ReportCyclesFrom(
        InputObjectType start, OrderedDictionary<InputObjectType, List<Step>> needs, HashSet<InputObjectType> finite, HashSet<InputObjectType> visited)
    {
        var path = new List<Step>();
        var depthOf = new Dictionary<InputObjectType, int> { [start] = 0 };
        var open = new Stack<(InputObjectType Type, IEnumerator<Step> Steps)>([(start, needs[start].GetEnumerator())]);
        while (open.TryPeek(out var current))
        {
            if (!current.Steps.MoveNext())
            {
                open.Pop();
                depthOf.Remove(current.Type);
                if (path.Count > 0) path.RemoveAt(path.Count - 1);
                continue;
            }

            var step = current.Steps.Current;
            var target = Needed(step.Type, step.Field)!;
            if (finite.Contains(target)) continue;
            if (depthOf.TryGetValue(target, out var depth))
            {
                List<Step> cycle = [.. path[depth..], step];
                errors.Report(
                    $"Input Object {target} cannot be provided a finite value because it references itself through fields: {string.Join(", ", cycle)}.",
                    [.. cycle.Select(s => s.Field.SyntaxNode)]);
            }
            else if (visited.Add(target))
            {
                path.Add(step);
                depthOf[target] = path.Count;
                open.Push((target, needs[target].GetEnumerator()));
            }
        }
    }

    // ── Default values ──

    private readonly HashSet<InputValueDefinition> visitedFields = [];

    /// <summary>Completing a value with defaults, and these with defaults, must come to an end.</summary>
    public void ValidateDefaults(InputObjectType type)
    {
        var path = new List<Step>();
        var depthOf = new Dictionary<InputValueDefinition, int>();
        var open = new Stack<IEnumerator<Step>>([LeftToDefaults(type, new ObjectValueNode([])).GetEnumerator()]);
        while (open.TryPeek(out var steps))
        {
            if (!steps.MoveNext())
            {
                open.Pop();
                if (path.Count == 0) continue;
                depthOf.Remove(path[^1].Field);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            var step = steps.Current;
            if (step.Field.DefaultValue is null) continue;
            if (depthOf.TryGetValue(step.Field, out var depth))
            {
                var via = path[(depth + 1)..];
                errors.Report(
                    $"Invalid circular reference. The default value of Input Object field {step} references itself"
                    + $"{(via.Count > 0 ? $" via the default values of: {string.Join(", ", via)}" : "")}.",
                    [.. path[depth..].Select(s => s.Field.SyntaxNode?.DefaultValue)]);
            }
            else if (visitedFields.Add(step.Field))
            {
                depthOf[step.Field] = path.Count;
                path.Add(step);
                open.Push(LeftToDefaults((InputObjectType)step.Field.Type.NamedType, step.Field.DefaultValue).GetEnumerator());
            }
        }
    }

    /// <summary>The fields of input object type that a literal leaves out, in it and in the objects within it. As deep as the literal.</summary>
    private static IEnumerable<Step> LeftToDefaults(InputObjectType type, ValueNode literal) => literal switch
    {
        ListValueNode list => list.Values.SelectMany(item => LeftToDefaults(type, item)),
        ObjectValueNode fields => type.Fields.Where(f => f.Type.NamedType is InputObjectType).SelectMany(field =>
            fields.Fields.LastOrDefault(f => f.Name.Value == field.Name) is { } given
                ? LeftToDefaults((InputObjectType)field.Type.NamedType, given.Value)
                : [new Step(type, field)]),
        _ => [],
    };
}
