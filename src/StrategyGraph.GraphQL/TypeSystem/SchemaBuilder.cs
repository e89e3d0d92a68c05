using System.Collections.Frozen;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>What SDL cannot say about a schema.</summary>
public sealed class SchemaBuilderOptions
{
    /// <summary>Input coercion of the custom scalars by name; one that is missing here takes any value as it comes (<see cref="AnyValueCoercion"/>).</summary>
    public IReadOnlyDictionary<string, ScalarCoercion> Scalars { get; init; } = FrozenDictionary<string, ScalarCoercion>.Empty;
}

/// <summary>
/// Makes a <see cref="Schema"/> of a type system document (specification §3): definitions and extensions of every kind,
/// completed with the specification's own types and directives. It links names and reads what directives mean;
/// whether the result keeps the rules is for <see cref="SchemaValidator"/> to say.
/// </summary>
public static class SchemaBuilder
{
    /// <param name="document">
    /// A schema kept in several files is one document over <see cref="Source.Join"/>. Executable definitions are passed over.
    /// A name defined twice takes its last definition.
    /// </param>
    /// <exception cref="GraphQLException">A name refers to no type, or a built-in directive's argument has no meaning; all of these at once.</exception>
    public static Schema Build(DocumentNode document, SchemaBuilderOptions? options = null)
    {
        var compiler = new DefinitionCompiler(document, StandardDefinitions.TypesByName, (options ?? new SchemaBuilderOptions()).Scalars);
        var roots = RootTypes(document, compiler);
        if (compiler.Errors.Count > 0) throw new GraphQLException(compiler.Errors);

        DirectiveDefinition[] directives =
        [
            .. compiler.Directives,
            .. StandardDefinitions.Directives.Where(standard => compiler.Directives.All(d => d.Name != standard.Name)),
        ];
        var types = InOrder(compiler.Types, directives);
        return new Schema
        {
            Description = document.Definitions.OfType<SchemaDefinitionNode>().LastOrDefault()?.Description?.Value,
            Query = (roots.GetValueOrDefault(OperationType.Query) as ObjectType)!,
            Mutation = roots.GetValueOrDefault(OperationType.Mutation) as ObjectType,
            Subscription = roots.GetValueOrDefault(OperationType.Subscription) as ObjectType,
            Types = types.ToFrozenDictionary(t => t.Name),
            TypesInOrder = types,
            Directives = directives.ToFrozenDictionary(d => d.Name),
            DirectivesInOrder = directives,
            PossibleTypesByType = PossibleTypesOf(types),
            Source = document.Source,
            RootTypesAsWritten = roots,
            SyntaxNodes = [.. document.Definitions.Where(d => d is SchemaDefinitionNode), .. document.Definitions.Where(d => d is SchemaExtensionNode)],
        };
    }

    /// <summary>As the schema definition and its extensions say; without a definition also the types named Query, Mutation and Subscription (§3.3.1).</summary>
    private static Dictionary<OperationType, NamedType> RootTypes(DocumentNode document, DefinitionCompiler compiler)
    {
        var definition = document.Definitions.OfType<SchemaDefinitionNode>().LastOrDefault();
        var roots = new Dictionary<OperationType, NamedType>();
        foreach (var root in (definition?.OperationTypes ?? []).Concat(document.Definitions.OfType<SchemaExtensionNode>().SelectMany(e => e.OperationTypes)))
            roots[root.Operation] = compiler.Named(root.Type);

        if (definition is null)
        {
            foreach (var operation in Enum.GetValues<OperationType>())
            {
                if (compiler.Types.FirstOrDefault(t => t.Name == operation.ToString()) is { } type) roots[operation] = type;
            }
        }

        return roots;
    }

    private static List<NamedType> InOrder(IReadOnlyList<NamedType> own, IReadOnlyList<DirectiveDefinition> directives)
    {
        var seen = new HashSet<NamedType>(own);
        var ordered = new List<NamedType>();
        foreach (var type in own)
        {
            ordered.Add(type);
            foreach (var mentioned in TypesMentionedBy(type)) Add(mentioned);
        }

        foreach (var argument in directives.SelectMany(d => d.Arguments)) Add(argument.Type.NamedType);
        Add(StandardDefinitions.SchemaField.Type.NamedType);
        return ordered;

        // All of the schema's own types are seen before this starts, so it goes only as deep as introspection's types do.
        void Add(NamedType type)
        {
            if (!seen.Add(type)) return;
            ordered.Add(type);
            foreach (var mentioned in TypesMentionedBy(type)) Add(mentioned);
        }
    }

    private static IEnumerable<NamedType> TypesMentionedBy(NamedType type) => type switch
    {
        FieldsType t => [.. t.Interfaces, .. t.Fields.SelectMany(f => f.Arguments.Select(a => a.Type.NamedType).Prepend(f.Type.NamedType))],
        UnionType t => t.Types,
        InputObjectType t => t.Fields.Select(f => f.Type.NamedType),
        _ => [],
    };

    private static FrozenDictionary<NamedType, PossibleTypes> PossibleTypesOf(List<NamedType> types)
    {
        var objectsByInterface = types.OfType<ObjectType>()
            .SelectMany(o => o.Interfaces.Distinct().Select(i => (Interface: i, Object: o)))
            .ToLookup(pair => pair.Interface, pair => pair.Object);
        return types.Where(t => t.IsCompositeType).ToFrozenDictionary(t => t, t => new PossibleTypes(t switch
        {
            ObjectType o => [o],
            UnionType u => u.Types,
            _ => [.. objectsByInterface[(InterfaceType)t]],
        }));
    }
}
