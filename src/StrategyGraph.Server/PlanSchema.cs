using System.Reflection;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.Server.Graph;

namespace StrategyGraph.Server;

/// <summary>The contract in <c>schema/</c>, bound to the graph and its resolvers when this is compiled.</summary>
[GraphQLSchema(typeof(PlanGraph), Types = ["StrategyGraph.Server.Graph", "StrategyGraph.Server.Graph.Search", "StrategyGraph.Plans"], Resolvers = "StrategyGraph.Server.Resolvers")]
internal static partial class PlanSchema
{
    public static Schema LoadSchema() => SchemaLoader.Load(Files(), new SchemaBuilderOptions { Scalars = Binding.Scalars });

    public static GraphQLServer CreateServer(Schema schema, GraphQLOptions options) => new(schema, Binding, options);

    /// <summary>The files travel inside the program: what it serves is what it was compiled with.</summary>
    private static IReadOnlyList<Source> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("schema/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return new Source(text.ReadToEnd(), name);
                }),
        ];
    }
}
