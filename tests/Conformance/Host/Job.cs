using System.Text.Json;

namespace StrategyGraph.Conformance.Host;

/// <summary>One question about a schema and a text.</summary>
/// <param name="Want">
/// What to answer, each under its own name: <c>schema</c>, <c>introspection</c>; <c>parse</c>, <c>validate</c>, <c>variables</c>,
/// <c>execute</c>, <c>incremental</c>, of which the later need a document that passes the earlier.
/// </param>
/// <param name="Sdl">The schema; that of the job before where absent.</param>
/// <param name="Entry">What <paramref name="Document"/> is: a document where absent, else <c>value</c>, <c>type</c> or <c>coordinate</c>, which are only parsed.</param>
/// <param name="Data">What fields answer, by response path, with the markers of <see cref="GraphQL.Tests.Execution.JsonBinding"/>.</param>
internal sealed record Job(
    string[] Want, string? Sdl = null, string Document = "", string? Entry = null, string? OperationName = null,
    JsonElement Variables = default, JsonElement Data = default);
