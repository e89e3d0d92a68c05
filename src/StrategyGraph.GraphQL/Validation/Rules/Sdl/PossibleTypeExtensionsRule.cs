using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules.Sdl;

/// <summary>
/// A type extension extends a type that is defined, and is of the same kind.
/// <see href="https://spec.graphql.org/September2025/#sec-Type-Extensions">§3.4.3 Type Extensions</see>
/// </summary>
internal sealed class PossibleTypeExtensionsRule : ValidationRule
{
    private readonly Dictionary<string, TypeDefinitionNode> _defined = [];

    public PossibleTypeExtensionsRule(ValidationContext context)
        : base(context)
    {
        foreach (var definition in context.Document.Definitions.OfType<TypeDefinitionNode>().Where(d => !d.IsExtension))
            _defined[definition.Name.Value] = definition;
    }

    public override bool Enter(SyntaxNode node)
    {
        if (node is TypeDefinitionNode { IsExtension: true } extension) Check(extension);
        return node is DocumentNode;
    }

    private void Check(TypeDefinitionNode extension)
    {
        var name = extension.Name.Value;
        var kind = KindOf(extension);
        if (_defined.TryGetValue(name, out var definition))
        {
            if (KindOf(definition) != kind) Report($"Cannot extend non-{kind} type \"{name}\".", definition, extension);
        }
        else if (Context.SchemaOrNull?.Types.GetValueOrDefault(name) is { } existing)
        {
            if (KindOf(existing) != kind) Report($"Cannot extend non-{kind} type \"{name}\".", extension);
        }
        else
        {
            var known = _defined.Keys.Concat(Context.SchemaOrNull?.Types.Keys ?? []);
            Report($"Cannot extend type \"{name}\" because it is not defined.{Context.DidYouMean(name, known)}", extension.Name);
        }
    }

    private static string KindOf(TypeDefinitionNode node) => node switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        InputObjectTypeDefinitionNode => "input object",
        _ => throw new InvalidOperationException($"{node.GetType().Name} defines no kind of type."),
    };

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "scalar",
        ObjectType => "object",
        InterfaceType => "interface",
        UnionType => "union",
        EnumType => "enum",
        InputObjectType => "input object",
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no kind of type."),
    };
}
