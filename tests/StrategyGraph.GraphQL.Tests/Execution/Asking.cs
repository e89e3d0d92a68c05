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

    public GraphQLServer Server { get; }

    public string Ask(string query, string data = "{}", string variables = "{}", string? operationName = null)
    {
        using var response = Server.Execute(new(query, operationName, JsonElement.Parse(variables), JsonElement.Parse(data)));
        return Encoding.UTF8.GetString(response.Body.Span);
    }
}
