using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StrategyGraph.Bench.National.References.Memory;
using StrategyGraph.Bench.National.References.Sql;

namespace StrategyGraph.Bench.National.References;

/// <summary>Answers a question: the members of <c>data</c>, into an object that is begun.</summary>
internal delegate void Answer(Asked asked, Utf8JsonWriter json);

/// <summary>
/// What the server is held against, each a process of its own, as a good engineer would write it by hand for exactly these questions:
/// fixed bytes, code over arrays in memory, and statements of SQL. They take the server's requests and give its answers.
/// </summary>
internal static class ReferenceServer
{
    private const string ContentType = "application/json; charset=utf-8";

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>One a thread: an answer is finished before its first byte is sent, and copied to the connection.</summary>
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? s_answer;

    /// <param name="kind">fixed, memory or sql.</param>
    /// <param name="release">The folder of the release that the answers come from.</param>
    public static async Task<int> Run(string kind, string release)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None); // As in the server.
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var file = Path.Combine(release, Catalog.ReleaseFile.Name);
        switch (kind)
        {
            case "fixed":
                MapFixed(app);
                break;
            case "memory":
                Map(app, new MemoryAnswers(Country.Load(file)).Answer);
                break;
            case "sql":
                Map(app, new SqlAnswers(file).Answer);
                break;
            default:
                await Console.Error.WriteLineAsync($"There is no reference '{kind}': fixed, memory or sql.");
                return 2;
        }

        await app.StartAsync();
        foreach (var address in app.Urls) Console.WriteLine($"Reference at {address}/graphql");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Sends what was last put there.</summary>
    private static void MapFixed(WebApplication app)
    {
        var answer = Array.Empty<byte>();
        app.MapPut("/answer", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            answer = body.ToArray();
        });
        app.MapPost("/graphql", context => Send(context, answer));
    }

    private static void Map(WebApplication app, Answer answer) => app.MapPost("/graphql", async context =>
    {
        var body = context.Request.BodyReader;
        var read = await body.ReadAsync(context.RequestAborted);
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync(context.RequestAborted);
        }

        var asked = Asked.Read(read.Buffer);
        body.AdvanceTo(read.Buffer.End);
        var (buffer, json) = s_answer ??= New();
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteStartObject(Names.Data);
        answer(asked, json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        await Send(context, buffer.WrittenMemory);
    });

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        return (buffer, new Utf8JsonWriter(buffer, Json));
    }

    private static Task Send(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        var writing = context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }
}
