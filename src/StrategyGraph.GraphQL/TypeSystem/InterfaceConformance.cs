using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>Whether a type is what the interfaces it names promise (specification §3.6.1, IsValidImplementation; the same for §3.7.1).</summary>
internal static class InterfaceConformance
{
    public static void Validate(Schema schema, FieldsType type, SchemaErrors errors)
    {
        var seen = new HashSet<string>();
        foreach (var named in InterfacesAsWritten(type).Select(n => n.Name.Value))
        {
            if (schema.Types[named] is not InterfaceType iface)
            {
                errors.Report($"Type {type} must only implement Interface types, it cannot implement {named}.", NodesNaming(named, type));
            }
            else if (iface == type)
            {
                errors.Report($"Type {type} cannot implement itself because it would create a circular reference.", NodesNaming(named, type));
            }
            else if (!seen.Add(named))
            {
                errors.Report($"Type {type} can only implement {named} once.", NodesNaming(named, type));
            }
            else
            {
                ValidateAncestors(type, iface, errors);
                ValidateFields(schema, type, iface, errors);
            }
        }
    }

    /// <summary>Interfaces are named in full: those of an interface are named by its implementations too.</summary>
    private static void ValidateAncestors(FieldsType type, InterfaceType iface, SchemaErrors errors)
    {
        foreach (var ancestor in InterfacesAsWritten(iface).Select(n => n.Name.Value))
        {
            if (InterfacesAsWritten(type).Any(n => n.Name.Value == ancestor)) continue;
            errors.Report(
                ancestor == type.Name
                    ? $"Type {type} cannot implement {iface} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {iface}.",
                [.. NodesNaming(ancestor, iface), .. NodesNaming(iface.Name, type)]);
        }
    }

    private static void ValidateFields(Schema schema, FieldsType type, InterfaceType iface, SchemaErrors errors)
    {
        foreach (var promised in iface.Fields)
        {
            if (type.Field(promised.Name) is not { } field)
            {
                errors.Report($"Interface field {iface}.{promised.Name} expected but {type} does not provide it.", [promised.SyntaxNode, .. type.SyntaxNodes]);
                continue;
            }

            if (!schema.IsSubTypeOf(field.Type, promised.Type))
            {
                errors.Report(
                    $"Interface field {iface}.{promised.Name} expects type {promised.Type} but {type}.{field.Name} is type {field.Type}.",
                    promised.SyntaxNode?.Type, field.SyntaxNode?.Type);
            }

            ValidateArguments(type, field, iface, promised, errors);

            if (field.IsDeprecated && !promised.IsDeprecated)
            {
                errors.Report(
                    $"Interface field {iface}.{promised.Name} is not deprecated, so implementation field {type}.{field.Name} must not be deprecated.",
                    SchemaErrors.DeprecatedDirective(field.SyntaxNode?.Directives), field.SyntaxNode?.Type);
            }
        }
    }

    private static void ValidateArguments(FieldsType type, FieldDefinition field, InterfaceType iface, FieldDefinition promised, SchemaErrors errors)
    {
        foreach (var expected in promised.Arguments)
        {
            var coordinate = $"{iface}.{promised.Name}({expected.Name}:)";
            if (field.Argument(expected.Name) is not { } argument)
            {
                errors.Report($"Interface field argument {coordinate} expected but {type}.{field.Name} does not provide it.", expected.SyntaxNode, field.SyntaxNode);
            }
            else if (!expected.Type.IsSameAs(argument.Type))
            {
                errors.Report(
                    $"Interface field argument {coordinate} expects type {expected.Type} but {type}.{field.Name}({argument.Name}:) is type {argument.Type}.",
                    expected.SyntaxNode?.Type, argument.SyntaxNode?.Type);
            }
        }

        foreach (var argument in field.Arguments.Where(a => a.IsRequired && promised.Argument(a.Name) is null))
        {
            errors.Report(
                $"Argument \"{type}.{field.Name}({argument.Name}:)\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{iface}.{promised.Name}\".",
                argument.SyntaxNode, promised.SyntaxNode);
        }
    }

    private static IEnumerable<NamedTypeNode> InterfacesAsWritten(FieldsType type) => type.SyntaxNodes
        .SelectMany(n => n is ObjectTypeDefinitionNode o ? o.Interfaces : ((InterfaceTypeDefinitionNode)n).Interfaces);

    private static SyntaxNode[] NodesNaming(string iface, FieldsType type) => [.. InterfacesAsWritten(type).Where(n => n.Name.Value == iface)];
}
