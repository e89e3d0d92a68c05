using System.Text;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Http;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;
using StrategyGraph.Server;

namespace StrategyGraph.Bench;

/// <summary>The steps that a document goes through in the plans' own server, one by one, with its default limits.</summary>
internal static class Subject
{
    private static readonly Schema Schema = PlanSchema.LoadSchema();
    private static readonly GraphQLServer Server = PlanSchema.CreateServer(Schema, GraphQLOptions.Default);

    public static int Lex(string text)
    {
        var lexer = new Lexer(new Source(text));
        var tokens = 0;
        for (var token = lexer.ReadToken(0); token.Kind is not TokenKind.EndOfFile; token = lexer.ReadToken(token.End)) tokens++;
        return tokens;
    }

    public static DocumentNode Parse(string text) => Parser.Parse(text);

    public static IReadOnlyList<GraphQLError> Validate(DocumentNode document) => Validator.Validate(Schema, document);

    /// <summary>Plans the first operation, which is the costliest of its document or like the others.</summary>
    public static void Plan(DocumentNode document) => Planner.Plan(
        Schema, PlanSchema.Binding, document, document.Definitions.OfType<OperationDefinitionNode>().First().Name?.Value);

    /// <summary>Whether the document passes every step.</summary>
    public static bool Accepts(string text)
    {
        try
        {
            var document = Parse(text);
            if (Validate(document).Count > 0) return false;
            Plan(document);
            return true;
        }
        catch (GraphQLException)
        {
            return false;
        }
    }

    /// <summary>The answer to an HTTP request, as a body.</summary>
    public static ReadOnlyMemory<byte> Answer(in HttpRequestParts http)
    {
        var reading = GraphQLHttp.Read(http);
        if (reading is HttpRefusal refusal) return refusal.Body();

        using var response = Server.Execute(((HttpAccepted)reading).Of(root: null!));
        return response.Body.ToArray();
    }

    public static HttpRequestParts Post(string body) => new("POST", "", "application/json", "application/json", Body: Encoding.UTF8.GetBytes(body));
}
