using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>A schema answered from JSON (see <see cref="JsonBinding"/>).</summary>
internal sealed class Asking
{
    public Asking(string sdl, GraphQLOptions? options = null)
    {
        var schema = SchemaLoader.Load([new Source(sdl)]);
        Server = new GraphQLServer(schema, new JsonBinding(schema), options);
    }

    /// <summary>What can be deferred and streamed, in a schema that says so.</summary>
    public const string IncrementalSdl = """
        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
        type Query { o: O, list: [O], full: [O!], node: Node, nodes: [Node], ints: [Int], strict: [Int!], grid: [[Int]], n: Int, s: String }
        type Mutation { a: O, b: O }
        type Subscription { o: O }
        interface Node { n: Int, s: String, o: O }
        type O implements Node { n: Int, s: String, must: Int!, o: O, list: [O], ints: [Int!], strict: [Int!]! }
        type P implements Node { n: Int, s: String, o: O, p: Int }
        """;

    public GraphQLServer Server { get; }

    public string Ask(string query, string data = "{}", string variables = "{}", string? operationName = null)
    {
        using var response = Server.Execute(new(query, operationName, JsonElement.Parse(variables), JsonElement.Parse(data)));
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    /// <summary>The payloads of an answer that may be in several.</summary>
    public string[] Payloads(string query, string data = "{}", string variables = "{}")
    {
        using var response = Server.Execute(new(query, null, JsonElement.Parse(variables), JsonElement.Parse(data)) { Incremental = true });
        var payloads = new List<string> { Encoding.UTF8.GetString(response.Body.Span) };
        while (response.HasNext)
        {
            response.Next();
            payloads.Add(Encoding.UTF8.GetString(response.Body.Span));
        }

        return [.. payloads];
    }
}
