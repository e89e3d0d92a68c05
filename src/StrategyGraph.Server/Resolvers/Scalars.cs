using System.Globalization;
using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Resolvers;

/// <summary>A scalar that is a string on the wire, in both directions.</summary>
internal abstract class StringScalar<T>(string name) : Scalar<T> where T : notnull
{
    public sealed override object Parse(ValueNode literal) => literal is StringValueNode text
        ? Read(text.Value)
        : throw Refused($"{name} cannot represent a non string value: {Printer.Excerpt(literal)}");

    public sealed override object Parse(JsonElement value) => value.ValueKind is JsonValueKind.String
        ? Read(value.GetString()!)
        : throw Refused($"{name} cannot represent a non string value: {value.GetRawText()}");

    protected abstract T Read(string text);

    protected static GraphQLException Refused(string message) => new(message);
}

/// <summary>ISO 8601 days: 2021-03-31.</summary>
internal sealed class DateScalar() : StringScalar<DateOnly>("Date")
{
    protected override DateOnly Read(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Refused($"Date cannot represent '{text}': write a day as 2021-03-31.");

    public override void Write(DateOnly value, ResponseWriter writer) => writer.Formatted(value, "yyyy-MM-dd");
}

/// <summary>RFC 3339 moments; in answers always UTC.</summary>
internal sealed class DateTimeScalar() : StringScalar<DateTime>("DateTime")
{
    protected override DateTime Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && text.Contains('T', StringComparison.Ordinal)
            ? moment.UtcDateTime
            : throw Refused($"DateTime cannot represent '{text}': write a moment as 2026-01-31T09:30:00Z.");

    public override void Write(DateTime value, ResponseWriter writer) => writer.Formatted(value, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'");
}

/// <summary>Municipality codes, completed by their check digit: 01213 is read as 012131.</summary>
internal sealed class MunicipalityCodeScalar() : StringScalar<MunicipalityCode>("MunicipalityCode")
{
    protected override MunicipalityCode Read(string text) =>
        MunicipalityCode.TryParse(text, out var code, out var why) ? code : throw Refused(why);

    public override void Write(MunicipalityCode value, ResponseWriter writer) => writer.String(value.Value);
}
