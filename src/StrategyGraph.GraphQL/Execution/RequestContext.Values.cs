namespace StrategyGraph.GraphQL.Execution;

/// <summary>Result coercion (specification §3.5.1 – §3.5.5, §6.4.3): leaves as JSON, or a field error where one cannot be represented.</summary>
public sealed partial class RequestContext
{
    /// <summary>A <c>String</c> or <c>ID</c>.</summary>
    public bool Write(string? value)
    {
        if (value is null) return WriteNull();
        Writer.String(value);
        return true;
    }

    /// <summary>An <c>Int</c>: 32 bits, signed.</summary>
    public bool WriteInt(long value)
    {
        if (value != (int)value) return Fail(FormattableString.Invariant($"Int cannot represent non 32-bit signed integer value: {value}"));
        Writer.Int(value);
        return true;
    }

    public bool WriteInt(long? value) => value is { } number ? WriteInt(number) : WriteNull();

    /// <summary>A <c>Float</c>, which JSON can only write when it is finite.</summary>
    public bool WriteFloat(double value)
    {
        if (!double.IsFinite(value))
        {
            var text = double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
            return Fail($"Float cannot represent non numeric value: {text}");
        }

        Writer.Float(value);
        return true;
    }

    public bool WriteFloat(double? value) => value is { } number ? WriteFloat(number) : WriteNull();

    public bool Write(bool value)
    {
        Writer.Boolean(value);
        return true;
    }

    public bool Write(bool? value) => value is { } boolean ? Write(boolean) : WriteNull();

    /// <summary>An <c>ID</c> that is a number in C#: clients see a string.</summary>
    public bool WriteId(long value)
    {
        Writer.Formatted(value);
        return true;
    }

    /// <summary>An id that is written without being a string first. What it formats to holds nothing that JSON escapes.</summary>
    public bool WriteId<T>(T value) where T : struct, IUtf8SpanFormattable
    {
        Writer.Formatted(value);
        return true;
    }

    public bool WriteId(long? value) => value is { } number ? WriteId(number) : WriteNull();

    /// <summary>An enum value's name as a JSON string, quotes included; empty for a C# value that the schema does not name.</summary>
    public bool WriteEnum<T>(string type, ReadOnlySpan<byte> quotedName, T value) where T : struct, Enum
    {
        if (quotedName.IsEmpty) return Fail($"Enum \"{type}\" cannot represent value: {value}");
        Writer.Raw(quotedName);
        return true;
    }

    /// <summary>A custom scalar. What its class throws is this value's error: a list goes on with its next item.</summary>
    public bool WriteScalar<T>(Scalar<T> scalar, T value) where T : notnull
    {
        var start = Writer.Length;
        try
        {
            scalar.Write(value, Writer);
            return true;
        }
        catch (Exception exception) when (exception is not RequestAbortedException)
        {
            Writer.Rewind(start);
            FieldFailed(exception);
            return WriteFailedNull();
        }
    }

    /// <summary>
    /// A value that is none of the possible types of its interface or union (ResolveAbstractType, §6.4.3). One that is an exception is that
    /// error at this place: so a list can fail at single items.
    /// </summary>
    public bool WriteUnknownType(string abstractType, object value, PlannedField field)
    {
        FieldFailed(value as Exception ?? new InvalidOperationException(
            $"{abstractType} cannot be a {value.GetType()}, which {field.ParentType.Name}.{field.Definition.Name} gave: no object type of the schema is bound to it."));
        return WriteFailedNull();
    }
}
