using System.Text;
using System.Text.Json;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.Execution;

/// <summary>
/// Answers any schema from JSON in the shape of the response. In place of a value: <c>{"$error": "…"}</c> fails with this message,
/// <c>{"$throw": "…"}</c> with an exception that is our fault, <c>{"$arguments": true}</c> gives the field's coerced arguments, as a String.
/// <c>__typename</c> says what an interface or union is.
/// </summary>
internal sealed class JsonBinding : SchemaBinding
{
    private readonly Schema _schema;
    private readonly Dictionary<ObjectType, JsonObjectBinding> _objects;

    public JsonBinding(Schema schema)
    {
        _schema = schema;
        _objects = schema.Types.Values.OfType<ObjectType>().ToDictionary(t => t, t => new JsonObjectBinding(t, this));
    }

    protected override ObjectBinding? Find(ObjectType type) => _objects[type];

    public override IReadOnlyList<string> PossibleTypes(string abstractType) =>
        [.. _schema.PossibleTypesInOrder(_schema.Types[abstractType]).Select(t => t.Name)];

    private bool Complete(RequestContext context, GraphType type, JsonElement value, PlannedField field)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) return context.WriteNull();
        if (Marker(value, "$error") is { } message) return context.Fail(message.GetString()!);
        if (Marker(value, "$throw") is { } fault) throw new InvalidOperationException(fault.GetString());
        switch (type.Nullable)
        {
            case ListType when value.ValueKind is not JsonValueKind.Array:
                return context.Fail($"Expected Iterable, but did not find one for field \"{field.ParentType.Name}.{field.Definition.Name}\".");
            case ListType list:
                return context.WriteList(value.EnumerateArray(), field, list.OfType is NonNullType, (c, item, f) => Complete(c, list.OfType, item, f));
            case ObjectType o:
                return _objects[o].Write(context, value, field.Selection!);
            case EnumType when value.ValueKind is not JsonValueKind.String:
                return Unfit(context, type);
            case EnumType e:
                return e.Value(value.GetString()!) is null ? context.Fail($"Enum \"{e.Name}\" cannot represent value: {value.GetRawText()}") : context.Write(value.GetString());
            case ScalarType scalar:
                return Leaf(context, scalar, value, field);
            case var abstractType:
                var possible = Marker(value, "__typename")?.GetString() is { } name ? _schema.Types.GetValueOrDefault(name) as ObjectType : null;
                return possible is not null && field.Selection!.OfType(possible) is { } selection
                    ? _objects[possible].Write(context, value, selection)
                    : context.Fail($"\"{abstractType}\" cannot be told.");
        }
    }

    private static bool Leaf(RequestContext context, ScalarType scalar, JsonElement value, PlannedField field)
    {
        switch (scalar.Name)
        {
            case "Int": return value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? context.WriteInt(number) : Unfit(context, scalar);
            case "Float" when value.ValueKind is JsonValueKind.Number: return context.WriteFloat(value.GetDouble());
            case "Float" when value.ValueKind is JsonValueKind.String && value.ValueEquals("NaN"u8): return context.WriteFloat(double.NaN);
            case "Boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False: return context.Write(value.GetBoolean());
            case "String" or "ID" when value.ValueKind is JsonValueKind.String: return context.Write(value.GetString());
            case "String" when Marker(value, "$arguments") is not null: return context.Write(Arguments(context, field));
            case "Float" or "Boolean" or "String" or "ID": return Unfit(context, scalar);
            default:
                if (value.ValueKind is JsonValueKind.String) return context.Write(value.GetString());
                context.Writer.Raw(Encoding.UTF8.GetBytes(value.GetRawText()));
                return true;
        }
    }

    private static bool Unfit(RequestContext context, GraphType type) => context.Fail($"The data has no {type.Nullable}.");

    private static JsonElement? Marker(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var marker) ? marker : null;

    private static string Arguments(RequestContext context, PlannedField field)
    {
        var values = context.Arguments<object?[]>(field);
        using var writer = new ResponseWriter();
        WriteInputs(writer, field.Definition.Arguments, i => values[i]);
        return writer.ToString();
    }

    private static void WriteInputs(ResponseWriter writer, IReadOnlyList<InputValueDefinition> inputs, Func<int, object?> value) =>
        WriteObject(writer, inputs.Select(input => (input.Name, value(input.Index))));

    private static void WriteInput(ResponseWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.Null(); break;
            case bool boolean: writer.Boolean(boolean); break;
            case string text: writer.String(text); break;
            case int number: writer.Int(number); break;
            case long number: writer.Float(number); break;
            case double number: writer.Float(number); break;
            case EnumValueDefinition e: writer.String(e.Name); break;
            case InputObjectValue o: WriteInputs(writer, o.Type.Fields, i => o[i]); break;
            case IReadOnlyDictionary<string, object?> any: WriteObject(writer, any.Select(entry => (entry.Key, entry.Value))); break;
            case IReadOnlyList<object?> items: WriteList(writer, items); break;
            default: throw new InvalidOperationException($"No coerced input is a {value.GetType()}.");
        }
    }

    /// <summary>Coerced inputs as a JSON object; what is absent is left out.</summary>
    internal static void WriteObject(ResponseWriter writer, IEnumerable<(string Name, object? Value)> entries)
    {
        var separator = "{"u8;
        foreach (var (name, value) in entries.Where(e => !InputCoercion.IsAbsent(e.Value)))
        {
            writer.Raw(separator);
            writer.String(name);
            writer.Raw(":"u8);
            WriteInput(writer, value);
            separator = ","u8;
        }

        writer.Raw(separator[0] == '{' ? "{}"u8 : "}"u8);
    }

    private static void WriteList(ResponseWriter writer, IReadOnlyList<object?> items)
    {
        writer.Raw("["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) writer.Raw(","u8);
            WriteInput(writer, items[i]);
        }

        writer.Raw("]"u8);
    }

    private sealed class JsonObjectBinding(ObjectType type, JsonBinding binding) : ObjectBinding<JsonElement>
    {
        protected override int FieldId(string field) => type.Fields.ToList().FindIndex(f => f.Name == field);

        protected override bool WriteFields(RequestContext context, JsonElement source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
        {
            for (; cursor.Index < fields.Length; cursor.Index++)
            {
                var field = fields[cursor.Index];
                if (!context.Begin(field, ref cursor)) continue;
                // Bound code asks for arguments before it answers, whatever the answer is.
                if (field.Id >= 0 && field.Definition.Arguments.Count > 0) context.Arguments<object?[]>(field);
                var written = field.Id < 0
                    ? context.WriteMetaField(field)
                    : binding.Complete(context, field.Definition.Type, Marker(source, field.ResponseName) ?? default, field);
                if (!written && field.IsNonNull) return context.NullInNonNull(field);
            }

            return true;
        }
    }
}
