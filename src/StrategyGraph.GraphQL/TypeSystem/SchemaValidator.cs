using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// The rules that a schema as a whole must keep: the "type validation" lists of specification §3.3 – §3.13.
/// Rules that a document can break by its names alone (§3, unique names and the like) come before there is a schema.
/// </summary>
public static class SchemaValidator
{
    /// <summary>Everything wrong with a schema, each with where it is written; empty for a sound one.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema)
    {
        var errors = new SchemaErrors(schema.Source);
        ValidateRootTypes(schema, errors);
        foreach (var directive in schema.DirectivesInOrder) ValidateDirective(directive, errors);
        DirectiveCycles.Validate(schema, errors);

        var inputObjects = new InputObjectCycles(errors);
        foreach (var type in schema.TypesInOrder.Where(t => !StandardDefinitions.IsStandard(t)))
        {
            ValidateType(schema, type, errors);
            if (type is InputObjectType inputObject) inputObjects.ValidateDefaults(inputObject);
        }

        inputObjects.ValidateFiniteness(schema.TypesInOrder.OfType<InputObjectType>());
        return errors.All;
    }

    /// <summary>§3.3.1.</summary>
    private static void ValidateRootTypes(Schema schema, SchemaErrors errors)
    {
        var roots = schema.RootTypesAsWritten;
        if (!roots.ContainsKey(OperationType.Query))
            errors.Report("Query root type must be provided.", schema.SyntaxNodes.FirstOrDefault(n => n is SchemaDefinitionNode));

        foreach (var (operation, type) in roots.Where(r => r.Value is not ObjectType).OrderBy(r => r.Key))
        {
            var optional = operation == OperationType.Query ? "" : " if provided";
            errors.Report(
                $"{operation} root type must be Object type{optional}, it cannot be {type}.",
                RootNode(schema, operation) ?? (type.SyntaxNodes is [var definition, ..] ? definition : (SyntaxNode?)null));
        }

        foreach (var shared in roots.Where(r => r.Value is ObjectType).OrderBy(r => r.Key).GroupBy(r => r.Value, r => r.Key).Where(g => g.Count() > 1))
        {
            errors.Report(
                $"All root types must be different, \"{shared.Key}\" type is used as {Suggestions.AndList([.. shared.Select(NameOf)])} root types.",
                [.. shared.Select(operation => RootNode(schema, operation))]);
        }
    }

    private static string NameOf(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private static NamedTypeNode? RootNode(Schema schema, OperationType operation) => schema.SyntaxNodes
        .SelectMany(n => n is SchemaDefinitionNode definition ? definition.OperationTypes : ((SchemaExtensionNode)n).OperationTypes)
        .FirstOrDefault(n => n.Operation == operation)?.Type;

    /// <summary>§3.13.</summary>
    private static void ValidateDirective(DirectiveDefinition directive, SchemaErrors errors)
    {
        ValidateName(directive.Name, directive.SyntaxNode, errors);
        foreach (var argument in directive.Arguments)
            ValidateArgument(argument, $"@{directive.Name}({argument.Name}:)", argument.SyntaxNode, errors);
    }

    private static void ValidateType(Schema schema, NamedType type, SchemaErrors errors)
    {
        ValidateName(type.Name, type.SyntaxNodes[0], errors);
        switch (type)
        {
            case FieldsType t:
                ValidateFields(t, errors);
                InterfaceConformance.Validate(schema, t, errors);
                break;
            case UnionType t:
                ValidateUnion(schema, t, errors);
                break;
            case EnumType t:
                if (t.Values.Count == 0) errors.Report($"Enum type {t} must define one or more values.", [.. t.SyntaxNodes]);
                foreach (var value in t.Values) ValidateName(value.Name, value.SyntaxNode, errors);
                break;
            case InputObjectType t:
                ValidateInputObject(t, errors);
                break;
        }
    }

    /// <summary>Names that begin with two underscores are introspection's (§2.1.9).</summary>
    private static void ValidateName(string name, SyntaxNode? node, SchemaErrors errors)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
            errors.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
    }

    /// <summary>§3.6, §3.7.</summary>
    private static void ValidateFields(FieldsType type, SchemaErrors errors)
    {
        if (type.Fields.Count == 0) errors.Report($"Type {type} must define one or more fields.", [.. type.SyntaxNodes]);
        foreach (var field in type.Fields)
        {
            ValidateName(field.Name, field.SyntaxNode, errors);
            if (!field.Type.IsOutputType)
                errors.Report($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", field.SyntaxNode?.Type);
            foreach (var argument in field.Arguments)
                ValidateArgument(argument, $"{type}.{field.Name}({argument.Name}:)", argument.SyntaxNode?.Type, errors);
        }
    }

    private static void ValidateArgument(InputValueDefinition argument, string coordinate, SyntaxNode? typeNode, SchemaErrors errors)
    {
        ValidateName(argument.Name, argument.SyntaxNode, errors);
        if (!argument.Type.IsInputType) errors.Report($"The type of {coordinate} must be Input Type but got: {argument.Type}.", typeNode);
        if (argument.IsRequired && argument.IsDeprecated)
            errors.Report($"Required argument {coordinate} cannot be deprecated.", SchemaErrors.DeprecatedDirective(argument.SyntaxNode?.Directives), argument.SyntaxNode?.Type);
        ValidateDefault(argument, coordinate, errors);
    }

    private static void ValidateDefault(InputValueDefinition value, string coordinate, SchemaErrors errors)
    {
        if (value.DefaultValue is null || !value.Type.IsInputType) return;
        ValueValidation.ValidateLiteral(value.DefaultValue, value.Type, invalid =>
            errors.Report($"{coordinate} has invalid default value{invalid.Path}: {invalid.Message}", invalid.Node));
    }

    /// <summary>§3.8.</summary>
    private static void ValidateUnion(Schema schema, UnionType union, SchemaErrors errors)
    {
        var members = union.SyntaxNodes.Cast<UnionTypeDefinitionNode>().SelectMany(n => n.Types).ToList();
        if (members.Count == 0) errors.Report($"Union type {union} must define one or more member types.", [.. union.SyntaxNodes]);

        var included = new HashSet<string>();
        foreach (var member in members.Select(m => m.Name.Value))
        {
            SyntaxNode[] nodes = [.. members.Where(m => m.Name.Value == member)];
            if (!included.Add(member))
                errors.Report($"Union type {union} can only include type {member} once.", nodes);
            else if (schema.Types[member] is not ObjectType)
                errors.Report($"Union type {union} can only include Object types, it cannot include {member}.", nodes);
        }
    }

    /// <summary>§3.10.</summary>
    private static void ValidateInputObject(InputObjectType type, SchemaErrors errors)
    {
        if (type.Fields.Count == 0) errors.Report($"Input Object type {type} must define one or more fields.", [.. type.SyntaxNodes]);
        foreach (var extension in type.SyntaxNodes.Skip(1))
        {
            if (extension.Directives.FirstOrDefault(d => d.Name.Value == "oneOf") is { } oneOf)
                errors.Report($"Directive \"@oneOf\" must not be provided by an extension of Input Object type \"{type}\".", oneOf);
        }

        foreach (var field in type.Fields)
        {
            var coordinate = $"{type}.{field.Name}";
            ValidateName(field.Name, field.SyntaxNode, errors);
            if (!field.Type.IsInputType) errors.Report($"The type of {coordinate} must be Input Type but got: {field.Type}.", field.SyntaxNode?.Type);
            if (field.IsRequired && field.IsDeprecated)
                errors.Report($"Required input field {coordinate} cannot be deprecated.", SchemaErrors.DeprecatedDirective(field.SyntaxNode?.Directives), field.SyntaxNode?.Type);
            ValidateDefault(field, coordinate, errors);

            if (!type.IsOneOf) continue;
            if (field.Type is NonNullType) errors.Report($"OneOf input field {coordinate} must be nullable.", field.SyntaxNode?.Type);
            if (field.DefaultValue is not null) errors.Report($"OneOf input field {coordinate} cannot have a default value.", field.SyntaxNode);
        }
    }
}

/// <summary>What a schema's validation has found so far.</summary>
internal sealed class SchemaErrors(Source source)
{
    private readonly List<GraphQLError> errors = [];

    public IReadOnlyList<GraphQLError> All => errors;

    /// <param name="nodes">Where it is written; a null is a place that has no text.</param>
    public void Report(string message, params ReadOnlySpan<SyntaxNode?> nodes)
    {
        var locations = new List<SourceLocation>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is not null) locations.Add(source.LocationOf(node.Start));
        }

        errors.Add(new GraphQLError(message, locations.Count == 0 ? null : locations));
    }

    public static DirectiveNode? DeprecatedDirective(IReadOnlyList<DirectiveNode>? directives) => directives?.FirstOrDefault(d => d.Name.Value == "deprecated");
}
