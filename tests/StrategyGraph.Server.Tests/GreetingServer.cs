using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.Server.Explorer;
using StrategyGraph.Server.Http;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Tests;

/// <summary>The endpoint over a schema of three fields, on a loopback port.</summary>
internal sealed class GreetingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GreetingServer(WebApplication app, RequestLimits limits) => (_app, Limits) = (app, limits);

    public RequestLimits Limits { get; }

    /// <summary>Where it listens, without a path.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <param name="explorer">The folder of the explorer's files.</param>
    public static async Task<GreetingServer> Start(string explorer, ServerSettings? settings = null)
    {
        settings ??= new ServerSettings();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.AddHttp(settings.Http);
        var app = builder.Build();
        app.UseHttp(settings.Http);
        app.Urls.Add("http://127.0.0.1:0");
        var server = new GraphQLServer(Greetings.Schema, new Greetings(), settings.GraphQL);
        var limits = new RequestLimits(settings.RateLimits);
        var tags = new EntityTags(_ => "release", new Dictionary<string, string>());
        new GraphQLEndpoint(server, () => new object(), new ExplorerFiles(explorer), settings.Http, limits, tags).Map(app);
        await app.StartAsync();
        return new GreetingServer(app, limits);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Limits.Dispose();
    }
}

internal sealed class Greetings : SchemaBinding
{
    public static Schema Schema { get; } = SchemaLoader.Load([new Source("""
        # lang=graphql
        type Query { hello(name: String = "you"): String, broken: String }
        type Mutation { bump: Int }
        """)]);

    protected override ObjectBinding Find(ObjectType type) => new Fields();

    public override IReadOnlyList<string> PossibleTypes(string abstractType) => [];

    private sealed class Fields : ObjectBinding<object>
    {
        protected override int FieldId(string field) => IndexOf(["hello", "broken", "bump"], field);

        protected override bool WriteFields(RequestContext context, object source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
        {
            for (; cursor.Index < fields.Length; cursor.Index++)
            {
                var field = fields[cursor.Index];
                if (!context.Begin(field, ref cursor)) continue;
                _ = field.Id switch
                {
                    0 => context.Write($"Hello {context.Arguments<object?[]>(field)[0]}"),
                    1 => throw new InvalidOperationException("Nobody outside may read this."),
                    2 => context.WriteInt(1),
                    _ => context.WriteMetaField(field),
                };
            }

            return true;
        }
    }
}
