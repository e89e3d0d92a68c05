using System.Collections.Frozen;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution.Introspection;

/// <summary>Answers introspection (specification §4.2) from the schema itself: each introspection type is bound to a class of the type system.</summary>
internal static class IntrospectionBinding
{
    private static readonly FrozenDictionary<ObjectType, ObjectBinding> Bindings = new Dictionary<string, ObjectBinding>
    {
        ["__Schema"] = SchemaFields.Instance,
        ["__Type"] = TypeFields.Instance,
        ["__Field"] = FieldFields.Instance,
        ["__InputValue"] = InputValueFields.Instance,
        ["__EnumValue"] = EnumValueFields.Instance,
        ["__Directive"] = DirectiveFields.Instance,
    }.ToFrozenDictionary(b => (ObjectType)StandardDefinitions.TypesByName[b.Key], b => b.Value);

    public static ObjectBinding? Find(ObjectType type) => Bindings.GetValueOrDefault(type);

    /// <summary>The query root's <c>__schema</c> and <c>__type</c>.</summary>
    public static bool WriteMetaField(RequestContext context, PlannedField field)
    {
        if (field.Id == ObjectBinding.SchemaField) return SchemaFields.Instance.Write(context, context.Schema, field.Selection!);
        var name = (string)context.Arguments<object?[]>(field)[0]!;
        return WriteType(context, context.Schema.Types.GetValueOrDefault(name), field);
    }

    public static bool WriteType(RequestContext context, GraphType? type, PlannedField field) =>
        type is null ? context.WriteNull() : TypeFields.Instance.Write(context, type, field.Selection!);

    public static bool WriteTypes(RequestContext context, IEnumerable<GraphType>? types, PlannedField field) =>
        context.WriteList(types, field, itemsNonNull: true, WriteType);

    /// <summary>Arguments or input fields, those that are deprecated only when asked for.</summary>
    public static bool WriteInputs(RequestContext context, IReadOnlyList<InputValueDefinition>? inputs, PlannedField field)
    {
        if (inputs is not null && !IncludesDeprecated(context, field)) inputs = [.. inputs.Where(i => !i.IsDeprecated)];
        return context.WriteList(inputs, field, itemsNonNull: true, static (c, input, f) => InputValueFields.Instance.Write(c, input, f.Selection!));
    }

    public static bool IncludesDeprecated(RequestContext context, PlannedField field) => context.Arguments<object?[]>(field)[0] is true;
}

internal sealed class SchemaFields : ObjectBinding<Schema>
{
    public static SchemaFields Instance { get; } = new();

    protected override int FieldId(string field) =>
        IndexOf(["description", "types", "queryType", "mutationType", "subscriptionType", "directives"], field);

    protected override bool WriteFields(RequestContext context, Schema source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
    {
        for (; cursor.Index < fields.Length; cursor.Index++)
        {
            var field = fields[cursor.Index];
            if (!context.Begin(field, ref cursor)) continue;
            var written = field.Id switch
            {
                0 => context.Write(source.Description),
                1 => IntrospectionBinding.WriteTypes(context, source.TypesInOrder, field),
                2 => IntrospectionBinding.WriteType(context, source.Query, field),
                3 => IntrospectionBinding.WriteType(context, source.Mutation, field),
                4 => IntrospectionBinding.WriteType(context, source.Subscription, field),
                5 => context.WriteList(source.DirectivesInOrder, field, itemsNonNull: true, static (c, d, f) => DirectiveFields.Instance.Write(c, d, f.Selection!)),
                _ => context.WriteMetaField(field),
            };
            if (!written && field.IsNonNull) return context.NullInNonNull(field);
        }

        return true;
    }
}

internal sealed class TypeFields : ObjectBinding<GraphType>
{
    public static TypeFields Instance { get; } = new();

    protected override int FieldId(string field) => IndexOf(
        ["kind", "name", "description", "specifiedByURL", "fields", "interfaces", "possibleTypes", "enumValues", "inputFields", "ofType", "isOneOf"], field);

    protected override bool WriteFields(RequestContext context, GraphType source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
    {
        for (; cursor.Index < fields.Length; cursor.Index++)
        {
            var field = fields[cursor.Index];
            if (!context.Begin(field, ref cursor)) continue;
            var written = field.Id switch
            {
                0 => context.Write(source.Kind),
                1 => context.Write((source as NamedType)?.Name),
                2 => context.Write((source as NamedType)?.Description),
                3 => context.Write((source as ScalarType)?.SpecifiedByUrl),
                4 => WriteFieldsOf(context, source as FieldsType, field),
                5 => IntrospectionBinding.WriteTypes(context, (source as FieldsType)?.Interfaces, field),
                6 => IntrospectionBinding.WriteTypes(context, source.IsAbstractType ? context.Schema.PossibleTypesInOrder((NamedType)source) : null, field),
                7 => WriteEnumValues(context, source as EnumType, field),
                8 => IntrospectionBinding.WriteInputs(context, (source as InputObjectType)?.Fields, field),
                9 => IntrospectionBinding.WriteType(context, source switch { ListType l => l.OfType, NonNullType n => n.OfType, _ => null }, field),
                10 => context.Write((source as InputObjectType)?.IsOneOf),
                _ => context.WriteMetaField(field),
            };
            if (!written && field.IsNonNull) return context.NullInNonNull(field);
        }

        return true;
    }

    private static bool WriteFieldsOf(RequestContext context, FieldsType? type, PlannedField field)
    {
        var fields = type?.Fields;
        if (fields is not null && !IntrospectionBinding.IncludesDeprecated(context, field)) fields = [.. fields.Where(f => !f.IsDeprecated)];
        return context.WriteList(fields, field, itemsNonNull: true, static (c, item, f) => FieldFields.Instance.Write(c, item, f.Selection!));
    }

    private static bool WriteEnumValues(RequestContext context, EnumType? type, PlannedField field)
    {
        var values = type?.Values;
        if (values is not null && !IntrospectionBinding.IncludesDeprecated(context, field)) values = [.. values.Where(v => !v.IsDeprecated)];
        return context.WriteList(values, field, itemsNonNull: true, static (c, item, f) => EnumValueFields.Instance.Write(c, item, f.Selection!));
    }
}

internal sealed class FieldFields : ObjectBinding<FieldDefinition>
{
    public static FieldFields Instance { get; } = new();

    protected override int FieldId(string field) => IndexOf(["name", "description", "args", "type", "isDeprecated", "deprecationReason"], field);

    protected override bool WriteFields(RequestContext context, FieldDefinition source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
    {
        for (; cursor.Index < fields.Length; cursor.Index++)
        {
            var field = fields[cursor.Index];
            if (!context.Begin(field, ref cursor)) continue;
            var written = field.Id switch
            {
                0 => context.Write(source.Name),
                1 => context.Write(source.Description),
                2 => IntrospectionBinding.WriteInputs(context, source.Arguments, field),
                3 => IntrospectionBinding.WriteType(context, source.Type, field),
                4 => context.Write(source.IsDeprecated),
                5 => context.Write(source.DeprecationReason),
                _ => context.WriteMetaField(field),
            };
            if (!written && field.IsNonNull) return context.NullInNonNull(field);
        }

        return true;
    }
}

internal sealed class InputValueFields : ObjectBinding<InputValueDefinition>
{
    public static InputValueFields Instance { get; } = new();

    protected override int FieldId(string field) => IndexOf(["name", "description", "type", "defaultValue", "isDeprecated", "deprecationReason"], field);

    protected override bool WriteFields(RequestContext context, InputValueDefinition source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
    {
        for (; cursor.Index < fields.Length; cursor.Index++)
        {
            var field = fields[cursor.Index];
            if (!context.Begin(field, ref cursor)) continue;
            var written = field.Id switch
            {
                0 => context.Write(source.Name),
                1 => context.Write(source.Description),
                2 => IntrospectionBinding.WriteType(context, source.Type, field),
                3 => context.Write(source.DefaultValueText),
                4 => context.Write(source.IsDeprecated),
                5 => context.Write(source.DeprecationReason),
                _ => context.WriteMetaField(field),
            };
            if (!written && field.IsNonNull) return context.NullInNonNull(field);
        }

        return true;
    }
}

internal sealed class EnumValueFields : ObjectBinding<EnumValueDefinition>
{
    public static EnumValueFields Instance { get; } = new();

    protected override int FieldId(string field) => IndexOf(["name", "description", "isDeprecated", "deprecationReason"], field);

    protected override bool WriteFields(RequestContext context, EnumValueDefinition source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
    {
        for (; cursor.Index < fields.Length; cursor.Index++)
        {
            var field = fields[cursor.Index];
            if (!context.Begin(field, ref cursor)) continue;
            var written = field.Id switch
            {
                0 => context.Write(source.Name),
                1 => context.Write(source.Description),
                2 => context.Write(source.IsDeprecated),
                3 => context.Write(source.DeprecationReason),
                _ => context.WriteMetaField(field),
            };
            if (!written && field.IsNonNull) return context.NullInNonNull(field);
        }

        return true;
    }
}

internal sealed class DirectiveFields : ObjectBinding<DirectiveDefinition>
{
    public static DirectiveFields Instance { get; } = new();

    protected override int FieldId(string field) => IndexOf(["name", "description", "isRepeatable", "locations", "args"], field);

    protected override bool WriteFields(RequestContext context, DirectiveDefinition source, ReadOnlySpan<PlannedField> fields, ref FieldCursor cursor)
    {
        for (; cursor.Index < fields.Length; cursor.Index++)
        {
            var field = fields[cursor.Index];
            if (!context.Begin(field, ref cursor)) continue;
            var written = field.Id switch
            {
                0 => context.Write(source.Name),
                1 => context.Write(source.Description),
                2 => context.Write(source.IsRepeatable),
                3 => context.WriteList(source.Locations, field, itemsNonNull: true, static (c, location, _) => c.Write(location)),
                4 => IntrospectionBinding.WriteInputs(context, source.Arguments, field),
                _ => context.WriteMetaField(field),
            };
            if (!written && field.IsNonNull) return context.NullInNonNull(field);
        }

        return true;
    }
}
