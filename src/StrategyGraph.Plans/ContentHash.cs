using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StrategyGraph.Plans;

/// <summary>
/// A name for what holdings say. Two holdings have the same hash exactly when they say the same, whatever the machine,
/// the culture, and the names and order of the files they came from.
/// </summary>
/// <remarks>
/// SHA-256 over one line of canonical JSON a municipality, framework and plan, in the order of their ids. Canonical:
/// UTF-8, properties in ordinal order, no nulls and no empty lists, enums by their contract names; what is referred to
/// (documents, scales, departments, municipalities) appears once whole and else by its id. Every property of the domain
/// takes part without being named here, so that none can be forgotten.
/// </remarks>
public static class ContentHash
{
    private static readonly JsonSerializerOptions Canonical = Options();

    /// <summary>Lines that are written at the same time, and held until those before them are hashed.</summary>
    private const int LinesInMemory = 64;

    /// <summary>The hash as 64 small hexadecimal digits. Uses all cores.</summary>
    public static string Of(Holdings holdings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = new ArrayBufferWriter<byte>[LinesInMemory];
        Append("municipality", holdings.Municipalities.OrderBy(municipality => municipality.Code));
        Append("framework", holdings.Frameworks.OrderBy(framework => framework.Id, StringComparer.Ordinal));
        Append("plan", holdings.Plans.OrderBy(plan => plan.Id, StringComparer.Ordinal));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append<T>(string kind, IEnumerable<T> values)
        {
            foreach (var chunk in values.Chunk(LinesInMemory))
            {
                Parallel.For(0, chunk.Length, at => Write(lines[at] ??= new ArrayBufferWriter<byte>(), kind, chunk[at]));
                foreach (var line in lines.AsSpan(0, chunk.Length)) hash.AppendData(line.WrittenSpan);
            }
        }
    }

    private static void Write<T>(ArrayBufferWriter<byte> line, string kind, T value)
    {
        line.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(kind);
            JsonSerializer.Serialize(writer, value, Canonical);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
    }

    private static JsonSerializerOptions Options() => new()
    {
        MaxDepth = 256,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new Written<MunicipalityCode>((writer, code) => writer.WriteStringValue(code.Value)),
            new Written<Period>((writer, period) => writer.WriteStringValue($"{period.Start:O}/{period.End:O}")),
            new Written<FiscalYear>((writer, year) => writer.WriteStringValue($"{year.Start:O}")),
            // 1.20 and 1.2 are one number.
            new Written<decimal>((writer, number) => writer.WriteRawValue(number.ToString("0.#############################", CultureInfo.InvariantCulture))),
            new EnumsByName(),
        },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { InOrder, WithoutEmptyLists, ReferencesById } },
    };

    private static void InOrder(JsonTypeInfo type)
    {
        var order = 0;
        foreach (var property in type.Properties.OrderBy(property => property.Name, StringComparer.Ordinal)) property.Order = order++;
    }

    private static void WithoutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string))
                property.ShouldSerialize = static (_, value) => value switch
                {
                    ICollection known => known.Count > 0, // Without an enumerator, which most lists would be asked for in vain.
                    IEnumerable list => list.GetEnumerator().MoveNext(),
                    _ => false,
                };
        }
    }

    private static void ReferencesById(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.CustomConverter = (type.Type.Name, property.Name) switch
            {
                (nameof(Citation), nameof(Citation.Document)) => new Written<SourceDocument>((writer, document) => writer.WriteStringValue(document.Id)),
                (nameof(Assessment), nameof(Assessment.Scale)) => new Written<RatingScale>((writer, scale) => writer.WriteStringValue(scale.Id)),
                (nameof(Responsibility), nameof(Responsibility.Department)) => new Written<Department>((writer, department) => writer.WriteStringValue(department.Name)),
                (nameof(PlanElement), nameof(PlanElement.Level)) => new Written<PlanLevel>((writer, level) => writer.WriteStringValue(level.Term)),
                (nameof(Plan), nameof(Plan.Municipality)) => new Written<Municipality>((writer, municipality) => writer.WriteStringValue(municipality.Code.Value)),
                _ => property.CustomConverter,
            };
        }
    }

    private sealed class Written<T>(Action<Utf8JsonWriter, T> write) : JsonConverter<T>
    {
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("The canonical form is only written.");
    }

    private sealed class EnumsByName : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EnumByName<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class EnumByName<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(EnumNames<TEnum>.Of(value));

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("The canonical form is only written.");
    }
}
