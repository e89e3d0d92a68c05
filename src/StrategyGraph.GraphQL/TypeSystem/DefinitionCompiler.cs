using System.Collections.Frozen;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// Links the definitions of a document into types. Names first become types without content, so that types may refer
/// to each other in any order and in circles, and are filled after. A name that means nothing becomes an error, and
/// stands in as String until the caller refuses the whole.
/// </summary>
internal sealed class DefinitionCompiler
{
    private const string DefaultDeprecationReason = "No longer supported";

    private readonly Source source;
    private readonly IReadOnlyDictionary<string, NamedType> standardTypes;
    private readonly IReadOnlyDictionary<string, ScalarCoercion> scalars;
    private readonly bool keepSyntax;
    private readonly Dictionary<string, NamedType> typesByName = [];
    private readonly List<GraphQLError> errors = [];

    /// <param name="standardTypes">Known before the document and not to be defined by it: a definition of such a name means the standard type.</param>
    /// <param name="keepSyntax">Whether the results point to their syntax nodes; the specification's own do not.</param>
    public DefinitionCompiler(
        DocumentNode document, IReadOnlyDictionary<string, NamedType> standardTypes,
        IReadOnlyDictionary<string, ScalarCoercion> scalars, bool keepSyntax = true)
    {
        source = document.Source;
        this.standardTypes = standardTypes;
        this.scalars = scalars;
        this.keepSyntax = keepSyntax;

        var definitions = new OrderedDictionary<string, TypeDefinitionNode>();
        foreach (var definition in document.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
            definitions[definition.Name.Value] = definition;
        var extensions = document.Definitions.OfType<TypeDefinitionNode>().Where(d => d.IsExtension).ToLookup(d => d.Name.Value);

        var types = new List<NamedType>(definitions.Count);
        var toFill = new List<(NamedType, List<TypeDefinitionNode>)>(definitions.Count);
        foreach (var (name, definition) in definitions)
        {
            if (standardTypes.TryGetValue(name, out var standard))
            {
                types.Add(standard);
                continue;
            }

            List<TypeDefinitionNode> nodes = [definition, .. extensions[name].Where(e => e.GetType() == definition.GetType())];
            var type = WithoutContent(definition, nodes);
            typesByName.Add(name, type);
            types.Add(type);
            toFill.Add((type, nodes));
        }

        foreach (var (type, nodes) in toFill) Fill(type, nodes);
        Types = types;

        var directives = new OrderedDictionary<string, DirectiveDefinition>();
        foreach (var node in document.Definitions.OfType<DirectiveDefinitionNode>()) directives[node.Name.Value] = Directive(node);
        Directives = [.. directives.Values];
    }

    /// <summary>In the order of definition.</summary>
    public IReadOnlyList<NamedType> Types { get; }
    public IReadOnlyList<DirectiveDefinition> Directives { get; }
    public IReadOnlyList<GraphQLError> Errors => errors;

    public NamedType Named(NamedTypeNode node)
    {
        var name = node.Name.Value;
        if (standardTypes.TryGetValue(name, out var type) || typesByName.TryGetValue(name, out type)) return type;
        Report($"Unknown type: \"{name}\".", node);
        return BuiltInScalars.String;
    }

    private NamedType WithoutContent(TypeDefinitionNode definition, List<TypeDefinitionNode> nodes)
    {
        var name = definition.Name.Value;
        var description = definition.Description?.Value;
        IReadOnlyList<TypeDefinitionNode> syntax = keepSyntax ? nodes : [];
        return definition switch
        {
            ScalarTypeDefinitionNode => new ScalarType
            {
                Name = name, Description = description, SyntaxNodes = syntax,
                SpecifiedByUrl = nodes.Select(n => DirectiveArgument(n.Directives, "specifiedBy", "url")).LastOrDefault(url => url is not null),
                Coercion = scalars.GetValueOrDefault(name) ?? AnyValueCoercion.Instance,
            },
            ObjectTypeDefinitionNode => new ObjectType { Name = name, Description = description, SyntaxNodes = syntax },
            InterfaceTypeDefinitionNode => new InterfaceType { Name = name, Description = description, SyntaxNodes = syntax },
            UnionTypeDefinitionNode => new UnionType { Name = name, Description = description, SyntaxNodes = syntax },
            EnumTypeDefinitionNode => new EnumType { Name = name, Description = description, SyntaxNodes = syntax },
            InputObjectTypeDefinitionNode => new InputObjectType
            {
                Name = name, Description = description, SyntaxNodes = syntax,
                IsOneOf = definition.Directives.Any(d => d.Name.Value == "oneOf"),
            },
            _ => throw new InvalidOperationException($"No type is defined by a {definition.GetType().Name}."),
        };
    }

    private void Fill(NamedType type, List<TypeDefinitionNode> nodes)
    {
        switch (type)
        {
            case ObjectType t:
                FillFields(t, nodes.Cast<ObjectTypeDefinitionNode>().SelectMany(n => n.Interfaces), nodes.Cast<ObjectTypeDefinitionNode>().SelectMany(n => n.Fields));
                break;
            case InterfaceType t:
                FillFields(t, nodes.Cast<InterfaceTypeDefinitionNode>().SelectMany(n => n.Interfaces), nodes.Cast<InterfaceTypeDefinitionNode>().SelectMany(n => n.Fields));
                break;
            case UnionType t:
                // What is no object, or comes twice, is left out here; the validator finds it in the syntax.
                t.Types = [.. nodes.Cast<UnionTypeDefinitionNode>().SelectMany(n => n.Types).Select(Named).OfType<ObjectType>().Distinct()];
                break;
            case EnumType t:
                var values = new OrderedDictionary<string, EnumValueDefinition>();
                foreach (var node in nodes.Cast<EnumTypeDefinitionNode>().SelectMany(n => n.Values)) values[node.Name.Value] = EnumValue(node);
                t.Values = [.. values.Values];
                t.ValuesByName = values.ToFrozenDictionary();
                break;
            case InputObjectType t:
                t.Fields = InputValues(nodes.Cast<InputObjectTypeDefinitionNode>().SelectMany(n => n.Fields));
                t.FieldsByName = t.Fields.ToFrozenDictionary(f => f.Name);
                break;
        }
    }

    private void FillFields(FieldsType type, IEnumerable<NamedTypeNode> interfaces, IEnumerable<FieldDefinitionNode> nodes)
    {
        type.Interfaces = [.. interfaces.Select(Named).OfType<InterfaceType>().Distinct()];
        var fields = new OrderedDictionary<string, FieldDefinition>();
        foreach (var node in nodes)
        {
            fields[node.Name.Value] = new FieldDefinition
            {
                Name = node.Name.Value,
                Description = node.Description?.Value,
                Arguments = InputValues(node.Arguments),
                Type = TypeOf(node.Type),
                DeprecationReason = DeprecationReason(node.Directives),
                SyntaxNode = keepSyntax ? node : null,
            };
        }

        type.Fields = [.. fields.Values];
        type.FieldsByName = fields.ToFrozenDictionary();
    }

    private DirectiveDefinition Directive(DirectiveDefinitionNode node) => new()
    {
        Name = node.Name.Value,
        Description = node.Description?.Value,
        Arguments = InputValues(node.Arguments),
        IsRepeatable = node.IsRepeatable,
        Locations = [.. node.Locations.Select(l => l.Value)],
        SyntaxNode = keepSyntax ? node : null,
    };

    private EnumValueDefinition EnumValue(EnumValueDefinitionNode node) => new()
    {
        Name = node.Name.Value,
        Description = node.Description?.Value,
        DeprecationReason = DeprecationReason(node.Directives),
        SyntaxNode = keepSyntax ? node : null,
    };

    private IReadOnlyList<InputValueDefinition> InputValues(IEnumerable<InputValueDefinitionNode> nodes)
    {
        var values = new OrderedDictionary<string, InputValueDefinition>();
        foreach (var node in nodes)
        {
            var name = node.Name.Value;
            var index = values.IndexOf(name);
            values[name] = new InputValueDefinition
            {
                Name = name,
                Description = node.Description?.Value,
                Type = TypeOf(node.Type),
                DefaultValue = node.DefaultValue,
                DeprecationReason = DeprecationReason(node.Directives),
                SyntaxNode = keepSyntax ? node : null,
                Index = index >= 0 ? index : values.Count,
            };
        }

        return [.. values.Values];
    }

    // As deep as the parser lets a type reference nest.
    private GraphType TypeOf(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(TypeOf(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.Type)),
        _ => Named((NamedTypeNode)node),
    };

    private string? DeprecationReason(IReadOnlyList<DirectiveNode> directives) =>
        DirectiveArgument(directives, "deprecated", "reason", DefaultDeprecationReason);

    /// <summary>A <c>String!</c> argument of a directive; the default where the directive leaves it out, null where there is no such directive. Without a default it must be given.</summary>
    private string? DirectiveArgument(IReadOnlyList<DirectiveNode> directives, string directive, string argument, string? defaultValue = null)
    {
        if (directives.FirstOrDefault(d => d.Name.Value == directive) is not { } node) return null;
        if (node.Arguments.FirstOrDefault(a => a.Name.Value == argument) is not { } given)
        {
            if (defaultValue is null) Report($"Argument \"@{directive}({argument}:)\" of required type \"String!\" was not provided.", node);
            return defaultValue;
        }

        if (given.Value is StringValueNode text) return text.Value;

        Report(
            $"Argument \"@{directive}({argument}:)\" has invalid value: " + (given.Value is NullValueNode
                ? "Expected value of non-null type \"String!\" not to be null."
                : $"String cannot represent a non string value: {Printer.Print(given.Value)}"),
            given.Value);
        return null;
    }

    private void Report(string message, SyntaxNode node) => errors.Add(new GraphQLError(message, [source.LocationOf(node.Start)]));
}
