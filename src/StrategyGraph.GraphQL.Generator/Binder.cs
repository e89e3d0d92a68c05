using Microsoft.CodeAnalysis;
using StrategyGraph.GraphQL.Language;
using SyntaxNode = StrategyGraph.GraphQL.Language.SyntaxNode;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>What the attribute on the schema class says.</summary>
internal sealed record SchemaClass(INamedTypeSymbol Symbol, INamedTypeSymbol Root, IReadOnlyList<string> Types, string Resolvers)
{
    public string Namespace => Symbol.ContainingNamespace.IsGlobalNamespace ? "" : Symbol.ContainingNamespace.ToDisplayString();
}

/// <summary>
/// Finds the C# type of every type of the schema, starting from the root: a type found by name in the given namespaces, else the type
/// that the fields returning it have. Then finds each field's member.
/// </summary>
internal sealed partial class Binder
{
    private readonly Compilation _compilation;
    private readonly Sdl _sdl;
    private readonly SchemaClass _schema;
    private readonly Problems _problems;
    private readonly Dictionary<string, ITypeSymbol> _types = [];
    private readonly Dictionary<string, BoundObject> _objects = [];
    private readonly Dictionary<string, BoundScalar> _scalars = [];
    private readonly Queue<SdlType> _waiting = new();

    public Binder(Compilation compilation, Sdl sdl, SchemaClass schema, Problems problems) =>
        (_compilation, _sdl, _schema, _problems) = (compilation, sdl, schema, problems);

    public SchemaClass Schema => _schema;
    public Sdl Sdl => _sdl;
    public IEnumerable<BoundObject> Objects => _sdl.Types.Select(t => Object(t.Name)).OfType<BoundObject>();
    public IEnumerable<BoundScalar> Scalars => _sdl.Types.Select(t => Scalar(t.Name)).OfType<BoundScalar>();
    public IEnumerable<SdlType> Enums => _sdl.Types.Where(t => t.Kind is SdlKind.Enum && _types.ContainsKey(t.Name));

    public BoundObject? Object(string name) => _objects.TryGetValue(name, out var bound) ? bound : null;

    public BoundScalar? Scalar(string name) => _scalars.TryGetValue(name, out var bound) ? bound : null;

    /// <summary>The C# type of an enum, object, interface or union.</summary>
    public ITypeSymbol? TypeOf(string name) => _types.TryGetValue(name, out var type) ? type : null;

    public void Bind()
    {
        foreach (var scalar in _sdl.Types.Where(t => t.Kind is SdlKind.Scalar)) BindScalar(scalar);
        foreach (var root in _sdl.RootTypes) _types[root] = _schema.Root;
        foreach (var type in _sdl.Types.Where(t => t.IsComposite || t.Kind is SdlKind.Enum))
        {
            if (!_types.ContainsKey(type.Name) && ByName(type.Name) is { } found) _types[type.Name] = found;
            if (type.Kind is SdlKind.Object && _types.ContainsKey(type.Name)) _waiting.Enqueue(type);
        }

        // Fields are bound first of types whose C# type is known; what they return may make further types known.
        while (_waiting.Count > 0) BindObject(_waiting.Dequeue());
        BindInputs();
        foreach (var type in _sdl.Types) CheckBound(type);
    }

    private INamedTypeSymbol? ByName(string name)
    {
        foreach (var ns in _schema.Types)
        {
            if (_compilation.GetTypeByMetadataName(ns.Length == 0 ? name : $"{ns}.{name}") is { } type) return type;
        }

        return name == "SortEnumType" ? _compilation.GetTypeByMetadataName(Names.Filtering + ".SortEnumType") : null;
    }

    private string Namespaces => string.Join(", ", _schema.Types);

    private void CheckBound(SdlType type)
    {
        if (type.Kind is SdlKind.Enum && _types.TryGetValue(type.Name, out var bound)) CheckEnum(type, bound);
        if (type.Kind is SdlKind.Object && !_objects.ContainsKey(type.Name))
            _problems.Add(Problems.UnboundType, _sdl, type.NameNode, $"No C# type for {type.Name}: there is no type of that name in {Namespaces}, and no bound field returns one.");
        if (type.IsAbstract) CheckTold(type);
    }

    /// <summary>Possible types of an interface or union are told apart by their C# types.</summary>
    private void CheckTold(SdlType type)
    {
        foreach (var same in _sdl.PossibleTypes(type).Where(t => _types.ContainsKey(t.Name)).GroupBy(t => _types[t.Name], SymbolEqualityComparer.Default))
        {
            if (same.Count() > 1)
                _problems.Add(Problems.WrongType, _sdl, type.NameNode, $"{string.Join(" and ", same.Select(t => t.Name))} are bound to one C# type, {same.Key!.ToDisplayString()}, so nothing tells which of them a value of {type.Name} is.");
        }
    }

    private void CheckEnum(SdlType type, ITypeSymbol bound)
    {
        if (bound.TypeKind is not TypeKind.Enum)
        {
            _problems.Add(Problems.WrongType, _sdl, type.NameNode, $"{type.Name} is an enum, but {bound.ToDisplayString()} is none.");
            return;
        }

        foreach (var value in type.Values)
        {
            if (EnumMember(bound, value) is null)
                _problems.Add(Problems.UnboundEnumValue, _sdl, value.Name, $"No C# member for {type.Name}.{value.Name.Value}: {bound.ToDisplayString()} has {string.Join(", ", MembersOf(bound).Select(m => m.Name))}.");
        }
    }

    private static IEnumerable<IFieldSymbol> MembersOf(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue);

    public static IFieldSymbol? EnumMember(ITypeSymbol type, EnumValueDefinitionNode value) => MembersOf(type).FirstOrDefault(m => CSharp.IsNameOf(m.Name, value.Name.Value));

    private void BindScalar(SdlType scalar)
    {
        var name = $"{_schema.Resolvers}.{scalar.Name}Scalar";
        var found = _compilation.GetTypeByMetadataName(name);
        var type = found is null ? null : CSharp.WithBases(found).FirstOrDefault(t => t.OriginalDefinition.ToDisplayString() == Names.Scalar + "<T>")?.TypeArguments[0];
        if (found is null || type is null)
        {
            _problems.Add(Problems.UnboundType, _sdl, scalar.NameNode, found is null
                ? $"No C# class for scalar {scalar.Name}: looked for {name}, deriving from Scalar<T>."
                : $"{name} does not derive from Scalar<T>, so it cannot read and write scalar {scalar.Name}.");
            return;
        }

        if (found.IsAbstract || !found.InstanceConstructors.Any(c => c.Parameters.Length == 0))
            _problems.Add(Problems.UnboundType, _sdl, scalar.NameNode, $"{name} has no constructor without parameters.");
        _scalars[scalar.Name] = new BoundScalar(scalar.Name, found, type);
    }

    private void BindObject(SdlType type)
    {
        if (_objects.ContainsKey(type.Name)) return;
        var bound = new BoundObject(type, _types[type.Name]);
        _objects.Add(type.Name, bound);
        foreach (var field in type.Fields)
        {
            if (BindField(bound, field) is { } found) bound.Fields.Add(found);
        }
    }

    /// <summary>Whether a C# type can answer a type of the schema; reports what does not fit.</summary>
    private bool CheckOutput(TypeNode type, ITypeSymbol given, string what, SyntaxNode at)
    {
        if (type is NonNullTypeNode nonNull)
        {
            if (CSharp.IsNullable(given)) return Wrong(Problems.WrongNullability, $"is {CSharp.Short(given)} and may be null, where the schema's {Printer.Print(type)} may not.");
            return CheckOutput(nonNull.Type, given, what, at);
        }

        given = CSharp.WithoutNull(given);
        if (type is ListTypeNode list)
        {
            return CSharp.ItemOf(given) is { } item
                ? CheckOutput(list.Type, item, what, at)
                : Wrong(Problems.WrongType, $"is {CSharp.Short(given)}, where the schema's {Printer.Print(type)} wants a list (an array or an IEnumerable<T>).");
        }

        var name = Sdl.NameOf(type);
        return _sdl.Type(name) switch
        {
            null => Leaf(name, given) || Wrong(Problems.WrongType, $"is {CSharp.Short(given)}, which is no {name}: looked for {ExpectedFor(name)}."),
            { Kind: SdlKind.Scalar } => Scalar(name) is not { } scalar || CSharp.Same(scalar.Type, given)
                || Wrong(Problems.WrongType, $"is {CSharp.Short(given)}, but scalar {name} writes {CSharp.Short(scalar.Type)}."),
            { } named => CheckNamed(named, given, Wrong),
        };

        bool Wrong(DiagnosticDescriptor kind, string why)
        {
            _problems.Add(kind, _sdl, at, $"{what} {why}");
            return false;
        }
    }

    private bool CheckNamed(SdlType type, ITypeSymbol given, Func<DiagnosticDescriptor, string, bool> wrong)
    {
        if (!_types.TryGetValue(type.Name, out var bound))
        {
            // A type that was not found by name is what the first field returning it says.
            _types.Add(type.Name, given);
            if (type.Kind is SdlKind.Object) _waiting.Enqueue(type);
            return true;
        }

        // What an interface or union holds is told apart value by value.
        if (type.IsAbstract ? !given.IsValueType || CSharp.Fits(_compilation, given, bound) : CSharp.Fits(_compilation, given, bound)) return true;
        return wrong(Problems.WrongType, $"is {CSharp.Short(given)}, but {type.Name} is bound to {bound.ToDisplayString()}.");
    }

    private static bool Leaf(string name, ITypeSymbol given) => name switch
    {
        "String" => given.SpecialType is SpecialType.System_String,
        "ID" => given.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 || WritesItself(given),
        "Boolean" => given.SpecialType is SpecialType.System_Boolean,
        "Int" => given.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Int16 or SpecialType.System_Byte
            or SpecialType.System_UInt16 or SpecialType.System_SByte or SpecialType.System_UInt32,
        _ => given.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Int32,
    };

    /// <summary>An id that is written without being a string first, and is one where it is compared.</summary>
    private static bool WritesItself(ITypeSymbol given) =>
        given is { IsValueType: true } && given.AllInterfaces.Any(i => i.ToDisplayString() == "System.IUtf8SpanFormattable")
        && given.GetMembers("op_Implicit").OfType<IMethodSymbol>().Any(o => o.ReturnType.SpecialType is SpecialType.System_String);

    private static string ExpectedFor(string name) => name switch
    {
        "String" => "string",
        "ID" => "string, int, long, or a struct that is IUtf8SpanFormattable and converts to string",
        "Boolean" => "bool",
        "Int" => "int or another whole number of at most 64 bits",
        _ => "double, float, decimal or int",
    };
}

/// <summary>Names of the engine that generated code uses.</summary>
internal static class Names
{
    public const string Execution = "StrategyGraph.GraphQL.Execution";
    public const string Filtering = Execution + ".Filtering";
    public const string Attribute = Execution + ".GraphQLSchemaAttribute";
    public const string Scalar = Execution + ".Scalar";
    public const string Optional = Execution + ".Optional";
}
