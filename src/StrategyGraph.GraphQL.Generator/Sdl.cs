using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>The schema files as the binder needs them: types by name, their extensions merged in.</summary>
internal sealed class Sdl
{
    private static readonly string[] DefaultRoots = ["Query", "Mutation", "Subscription"];

    private readonly Dictionary<string, SdlType> _types = [];

    private Sdl(DocumentNode document)
    {
        Source = document.Source;
        foreach (var definition in document.Definitions.OfType<TypeDefinitionNode>())
        {
            if (!_types.TryGetValue(definition.Name.Value, out var type))
            {
                _types.Add(definition.Name.Value, type = new SdlType(definition));
                Types.Add(type);
            }

            type.Take(definition);
        }

        var roots = document.Definitions.OfType<SchemaDefinitionNode>().SelectMany(s => s.OperationTypes)
            .Concat(document.Definitions.OfType<SchemaExtensionNode>().SelectMany(s => s.OperationTypes)).Select(o => o.Type.Name.Value).ToList();
        RootTypes = roots.Count > 0 ? roots : [.. DefaultRoots.Where(_types.ContainsKey)];
    }

    public Source Source { get; }
    public List<SdlType> Types { get; } = [];
    public IReadOnlyList<string> RootTypes { get; }

    public SdlType? Type(string name) => _types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The object types that an interface or union can turn out to be.</summary>
    public IEnumerable<SdlType> PossibleTypes(SdlType type) => type.Kind is SdlKind.Union
        ? type.Members.Select(Type).OfType<SdlType>()
        : Types.Where(t => t.Kind is SdlKind.Object && t.Interfaces.Contains(type.Name));

    /// <summary>Null, and a problem reported, where the files are no GraphQL or name types that are not there.</summary>
    public static Sdl? Read(IReadOnlyList<(string Path, string Text)> files, Problems problems)
    {
        var before = problems.Found.Count;
        var sources = files.Select(f => new Source(f.Text, f.Path)).ToList();
        foreach (var source in sources) Parse([source], problems);
        if (problems.Found.Count > before || Parse(sources, problems) is not { } document) return null;

        var sdl = new Sdl(document);
        sdl.CheckNames(problems);
        return problems.Found.Count > before ? null : sdl;
    }

    private static DocumentNode? Parse(IReadOnlyList<Source> sources, Problems problems)
    {
        try
        {
            return Parser.Parse(Source.Join(sources), ParserOptions.ForSchemas);
        }
        catch (GraphQLException syntax)
        {
            foreach (var error in syntax.Errors) problems.Add(Problems.InvalidSchema, error.Locations is { Count: > 0 } at ? at[0] : default, error.Message);
            return null;
        }
    }

    private void CheckNames(Problems problems)
    {
        foreach (var type in Types)
        {
            var used = type.Fields.Select(f => f.Type).Concat(type.Inputs.Select(i => i.Type)).Concat(type.Fields.SelectMany(f => f.Arguments).Select(a => a.Type))
                .Select(Named).Concat(type.References);
            foreach (var name in used)
            {
                if (_types.ContainsKey(name.Name.Value) || IsBuiltIn(name.Name.Value)) continue;
                problems.Add(Problems.InvalidSchema, this, name, $"Unknown type \"{name.Name.Value}\".{Suggestions.DidYouMean(name.Name.Value, _types.Keys)}");
            }
        }
    }

    public static bool IsBuiltIn(string name) => name is "Int" or "Float" or "String" or "Boolean" or "ID";

    public static NamedTypeNode Named(TypeNode type) => type switch
    {
        NonNullTypeNode n => Named(n.Type),
        ListTypeNode l => Named(l.Type),
        _ => (NamedTypeNode)type,
    };

    public static string NameOf(TypeNode type) => Named(type).Name.Value;

    public static TypeNode Nullable(TypeNode type) => type is NonNullTypeNode n ? n.Type : type;
}

internal enum SdlKind { Scalar, Object, Interface, Union, Enum, Input }

internal sealed class SdlType(TypeDefinitionNode definition)
{
    public string Name { get; } = definition.Name.Value;
    public NameNode NameNode { get; } = definition.Name;

    public SdlKind Kind { get; } = definition switch
    {
        ScalarTypeDefinitionNode => SdlKind.Scalar,
        ObjectTypeDefinitionNode => SdlKind.Object,
        InterfaceTypeDefinitionNode => SdlKind.Interface,
        UnionTypeDefinitionNode => SdlKind.Union,
        EnumTypeDefinitionNode => SdlKind.Enum,
        _ => SdlKind.Input,
    };

    public bool IsComposite => Kind is SdlKind.Object or SdlKind.Interface or SdlKind.Union;
    public bool IsAbstract => Kind is SdlKind.Interface or SdlKind.Union;
    public List<FieldDefinitionNode> Fields { get; } = [];
    public List<string> Interfaces { get; } = [];
    public List<string> Members { get; } = [];
    public List<EnumValueDefinitionNode> Values { get; } = [];
    public List<InputValueDefinitionNode> Inputs { get; } = [];
    public List<NamedTypeNode> References { get; } = [];

    public FieldDefinitionNode? Field(string name) => Fields.Find(f => f.Name.Value == name);

    public InputValueDefinitionNode? Input(string name) => Inputs.Find(i => i.Name.Value == name);

    public void Take(TypeDefinitionNode definition)
    {
        switch (definition)
        {
            case ObjectTypeDefinitionNode o:
                Fields.AddRange(o.Fields);
                Interfaces.AddRange(o.Interfaces.Select(i => i.Name.Value));
                References.AddRange(o.Interfaces);
                break;
            case InterfaceTypeDefinitionNode i:
                Fields.AddRange(i.Fields);
                Interfaces.AddRange(i.Interfaces.Select(n => n.Name.Value));
                References.AddRange(i.Interfaces);
                break;
            case UnionTypeDefinitionNode u:
                Members.AddRange(u.Types.Select(t => t.Name.Value));
                References.AddRange(u.Types);
                break;
            case EnumTypeDefinitionNode e:
                Values.AddRange(e.Values);
                break;
            case InputObjectTypeDefinitionNode i:
                Inputs.AddRange(i.Fields);
                break;
        }
    }
}
