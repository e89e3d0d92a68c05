using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>What answers the fields of one object type (specification §6.3). See <see cref="ObjectBinding{T}"/>.</summary>
public abstract class ObjectBinding
{
    /// <summary>The id of <c>__typename</c>, whose value stands in the plan.</summary>
    public const int TypeNameField = -1;

    /// <summary>The id of the query root's <c>__schema</c>.</summary>
    public const int SchemaField = -2;

    /// <summary>The id of the query root's <c>__type</c>.</summary>
    public const int TypeField = -3;

    internal int IdOf(FieldDefinition field) => field.Name switch
    {
        _ when field == StandardDefinitions.TypeNameField => TypeNameField,
        _ when field == StandardDefinitions.SchemaField => SchemaField,
        _ when field == StandardDefinitions.TypeField => TypeField,
        var name => FieldId(name),
    };

    /// <summary>The number that <see cref="PlannedField.Id"/> carries for a field of this type.</summary>
    /// <exception cref="InvalidOperationException">The binding has no such field.</exception>
    protected abstract int FieldId(string field);

    /// <summary>Coerced arguments of a field as its binding wants them, made once a selection and request, or once a plan.</summary>
    /// <param name="values">One for each argument, by index (see <see cref="InputValues"/>).</param>
    protected virtual object BindArguments(int field, object?[] values) => values;

    /// <exception cref="Language.GraphQLException">A condition of a filter is null; the message says which.</exception>
    internal object Bind(int field, FieldDefinition definition, object?[] values)
    {
        if (field < 0) return values;
        try
        {
            return BindArguments(field, values);
        }
        catch (Filtering.NullConditionException condition)
        {
            throw condition.Within(definition, values);
        }
    }

    /// <summary>Writes the object that an operation starts from.</summary>
    internal abstract bool WriteRoot(RequestContext context, object? source, PlannedSelection selection);

    /// <summary>A field id for <see cref="FieldId"/> by name, from a list in id order.</summary>
    protected static int IndexOf(ReadOnlySpan<string> fields, string field)
    {
        var index = fields.IndexOf(field);
        return index >= 0 ? index : throw new InvalidOperationException($"Nothing is bound to field {field}: the schema and its binding were not made from the same SDL.");
    }
}

/// <summary>
/// What answers the fields of one object type from values of a C# type. A derived class has one method, <see cref="WriteFields"/>, which
/// is a switch over field ids in a loop; this class does what is around the loop: braces, errors of fields, null propagation.
/// </summary>
/// <remarks>
/// Every method that writes a value returns whether it wrote something other than null. A null where the type is non-null takes its
/// parent with it (specification §6.4.4): the method returns false at once, and the writer is taken back to where the parent began.
/// </remarks>
public abstract class ObjectBinding<T> : ObjectBinding
{
    /// <summary>
    /// Writes the planned fields from <c>cursor.Index</c> on:
    /// <code>
    /// for (var index = cursor.Index; index &lt; fields.Length; index++)
    /// {
    ///     cursor.Index = index;
    ///     var field = fields[index];
    ///     if (!context.Begin(field, ref cursor)) continue;
    ///     var written = field.Id switch { 0 =&gt; context.Write(source.Id), …, _ =&gt; context.WriteMetaField(field) };
    ///     if (!written &amp;&amp; field.IsNonNull) return context.NullInNonNull(field);
    /// }
    /// return true;
    /// </code>
    /// What a field throws is a field error; the loop is entered again after that field.
    /// </summary>
    protected abstract bool WriteFields(RequestContext context, T source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor);

    /// <summary>Writes the object, or null where a null in a non-null field propagates to it.</summary>
    /// <returns>Whether it is an object.</returns>
    public bool Write(RequestContext context, T source, PlannedSelection selection)
    {
        if (selection.Deferral is { } deferral) return context.WriteDeferring(this, source, deferral);
        var writer = context.Writer;
        var start = writer.Length;
        var fields = selection.Fields;
        var cursor = new FieldCursor { Start = start };
        var level = context.EnterObject();
        bool complete;
        while (true)
        {
            try
            {
                complete = WriteFields(context, source, fields, ref cursor);
                break;
            }
            catch (Exception exception) when (exception is not RequestAbortedException)
            {
                // Whatever the field had begun is undone; the loop goes on after it.
                context.ReturnTo(level, fields[cursor.Index], cursor.Start);
                context.FieldFailed(exception);
                if (fields[cursor.Index].IsNonNull)
                {
                    complete = false;
                    break;
                }

                context.WriteFailedField(fields[cursor.Index]);
                cursor.Index++;
            }
        }

        context.LeaveObject(level);
        if (complete)
        {
            writer.Close(start, (byte)'{', (byte)'}');
            return true;
        }

        context.Rewind(start);
        return context.WriteFailedNull();
    }

    internal sealed override bool WriteRoot(RequestContext context, object? source, PlannedSelection selection) =>
        Write(context, (T)source!, selection);
}

/// <summary>Where the loop over an object's fields is, so that it can go on after a field that failed.</summary>
public struct FieldCursor
{
    public int Index { readonly get; set; }

    /// <summary>Where the response's text of the current field begins.</summary>
    internal int Start { get; set; }
}
