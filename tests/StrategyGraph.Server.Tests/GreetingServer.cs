using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.Server.Explorer;
using StrategyGraph.Server.Http;
using StrategyGraph.Server.Settings;
using StrategyGraph.Server.Streaming;

namespace StrategyGraph.Server.Tests;

/// <summary>The endpoint over a schema of a few fields, on a loopback port.</summary>
internal sealed class GreetingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GreetingServer(WebApplication app, RequestLimits limits) => (_app, Limits) = (app, limits);

    public RequestLimits Limits { get; }

    /// <summary>Where it listens, without a path.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <param name="explorer">The folder of the explorer's files.</param>
    /// <param name="events">The events of subscriptions; none where there is none.</param>
    public static async Task<GreetingServer> Start(string explorer, ServerSettings? settings = null, SourceEventStream? events = null)
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
        var streaming = new StreamingEndpoint(server, () => new object(), events ?? ((_, _, _) => AsyncEnumerable.Empty<object>()), settings.Http, limits);
        new GraphQLEndpoint(server, () => new object(), streaming, new ExplorerFiles(explorer), settings.Http, limits, tags).Map(app);
        await app.StartAsync();
        return new GreetingServer(app, limits);
    }

    /// <summary>Stops as a process does that is asked to end.</summary>
    public Task Stop() => _app.StopAsync();

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
        type Query { hello(name: String = "you"): String, broken: String, slow(milliseconds: Int!): Int }
        type Mutation { bump: Int }
        type Subscription { greeted(times: Int): Int }
        """)]);

    protected override ObjectBinding Find(ObjectType type) => new Fields();

    public override IReadOnlyList<string> PossibleTypes(string abstractType) => [];

    private sealed class Fields : ObjectBinding<object>
    {
        protected override int FieldId(string field) => IndexOf(["hello", "broken", "bump", "greeted", "slow"], field);

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
                    3 => context.WriteInt((int)source),
                    4 => context.WriteInt(Sleep((int)context.Arguments<object?[]>(field)[0]!)),
                    _ => context.WriteMetaField(field),
                };
            }

            return true;
        }

        private static int Sleep(int milliseconds)
        {
            Thread.Sleep(milliseconds);
            return milliseconds;
        }
    }
}

/// <summary>What <c>greeted</c> tells of: 1 to <c>times</c>, and without that what the test says.</summary>
internal sealed class GreetingEvents
{
    private readonly ConcurrentDictionary<Channel<object>, bool> _listeners = new();

    /// <summary>How many sources have begun and not ended.</summary>
    public int Active;

    /// <summary>Waits until so many sources are active.</summary>
    public async Task BecomeActive(int count)
    {
        var patience = Stopwatch.StartNew();
        while (Volatile.Read(ref Active) != count)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(30), $"{Active} sources are active, not {count}.");
            await Task.Delay(10);
        }
    }

    public void Tell(object number)
    {
        foreach (var listener in _listeners.Keys) listener.Writer.TryWrite(number);
    }

    public async IAsyncEnumerable<object> Begin(FieldDefinition field, object? arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listener = Channel.CreateUnbounded<object>();
        _listeners[listener] = true;
        Interlocked.Increment(ref Active);
        try
        {
            if (arguments is object?[] and [int times])
            {
                for (var i = 1; i <= times; i++) yield return i;
                yield break;
            }

            await foreach (var number in listener.Reader.ReadAllAsync(cancellationToken)) yield return number;
        }
        finally
        {
            _listeners.TryRemove(listener, out _);
            Interlocked.Decrement(ref Active);
        }
    }
}
