using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// A directive must not be needed to understand itself: neither on its own arguments, nor on their types or anything these
/// lead to (specification §3.13, type validation 1 and 2). The reference implementation does not check this.
/// </summary>
internal static class DirectiveCycles
{
    public static void Validate(Schema schema, SchemaErrors errors)
    {
        foreach (var directive in schema.DirectivesInOrder)
        {
            if (PathBackTo(directive, schema) is { } path)
                errors.Report($"Directive @{directive.Name} must not reference itself, directly or through others: {string.Join(", ", path)}.", directive.SyntaxNode);
        }
    }

    /// <summary>The shortest way from a directive to itself, its name first and last; null where there is none.</summary>
    private static List<string>? PathBackTo(DirectiveDefinition start, Schema schema)
    {
        var cameFrom = new Dictionary<object, object>();
        var toVisit = new Queue<object>([start]);
        while (toVisit.TryDequeue(out var current))
        {
            foreach (var next in References(current, schema))
            {
                if (!cameFrom.TryAdd(next, current)) continue;
                if (next == start) return Path(start, cameFrom);
                toVisit.Enqueue(next);
            }
        }

        return null;
    }

    private static List<string> Path(object start, Dictionary<object, object> cameFrom)
    {
        var path = new List<string> { Name(start) };
        var at = start;
        do
        {
            at = cameFrom[at];
            path.Insert(0, Name(at));
        }
        while (at != start);
        return path;
    }

    private static string Name(object element) => element is DirectiveDefinition directive ? $"@{directive.Name}" : ((NamedType)element).Name;

    /// <summary>The directives that stand on an element, and the types of its arguments or fields.</summary>
    private static IEnumerable<object> References(object element, Schema schema) => element switch
    {
        DirectiveDefinition directive => References(directive.Arguments, schema),
        InputObjectType type => [.. Applied(type.SyntaxNodes.SelectMany(n => n.Directives), schema), .. References(type.Fields, schema)],
        EnumType type => Applied(type.SyntaxNodes.Cast<EnumTypeDefinitionNode>().SelectMany(n => n.Directives.Concat(n.Values.SelectMany(v => v.Directives))), schema),
        NamedType type => Applied(type.SyntaxNodes.SelectMany(n => n.Directives), schema),
        _ => [],
    };

    private static IEnumerable<object> References(IEnumerable<InputValueDefinition> values, Schema schema) =>
        values.SelectMany(v => Applied(v.SyntaxNode?.Directives ?? [], schema).Append(v.Type.NamedType));

    private static IEnumerable<object> Applied(IEnumerable<DirectiveNode> directives, Schema schema) =>
        directives.Select(d => schema.Directives.GetValueOrDefault(d.Name.Value)).OfType<object>();
}
