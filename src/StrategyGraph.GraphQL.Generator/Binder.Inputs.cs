using Microsoft.CodeAnalysis;
using StrategyGraph.GraphQL.Language;
using SyntaxNode = StrategyGraph.GraphQL.Language.SyntaxNode;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>
/// Input types: scalars and enums as for output; an input object is bound to a class of its name, or one is made. Inputs named by Hot
/// Chocolate's conventions (<c>MeasureFilterInput</c>, <c>MeasureSortInput</c>, <c>IntOperationFilterInput</c>,
/// <c>ListFilterInputTypeOfMeasureFilterInput</c>) become conditions and orders that read the same members as the fields of that name.
/// </summary>
internal sealed partial class Binder
{
    private const string OperationSuffix = "OperationFilterInput";
    private const string ListPrefix = "ListFilterInputTypeOf";

    private static readonly string[] StringOperations =
        ["and", "or", "eq", "neq", "contains", "ncontains", "in", "nin", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private static readonly string[] EqualityOperations = ["and", "or", "eq", "neq", "in", "nin"];
    private static readonly string[] ComparisonOperations = ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] ListOperations = ["all", "none", "some", "any", "count"];

    private readonly Dictionary<string, BoundInput> _inputs = [];

    public IEnumerable<BoundInput> Inputs => _inputs.Values;

    /// <summary>How an input object is bound; made on demand, because arguments refer to inputs before all are known.</summary>
    public BoundInput? Input(string name)
    {
        if (_inputs.TryGetValue(name, out var known)) return known;
        if (_sdl.Type(name) is not { Kind: SdlKind.Input } type) return null;
        var bound = Declare(type);
        return _inputs[name] = bound;
    }

    private void BindInputs()
    {
        foreach (var type in _sdl.Types.Where(t => t.Kind is SdlKind.Input)) Input(type.Name);
        foreach (var input in _inputs.Values.ToList())
        {
            switch (input.Kind)
            {
                case InputKind.Existing:
                    _inputs[input.Sdl.Name] = WithProperties(input);
                    break;
                case InputKind.Filter:
                case InputKind.Sort:
                    CheckConditions(input);
                    break;
                case InputKind.Operation:
                    CheckOperations(input);
                    break;
                case InputKind.ListFilter:
                    foreach (var field in input.Sdl.Inputs.Where(f => !ListOperations.Contains(f.Name.Value))) Unknown(input, field, ListOperations);
                    break;
            }
        }
    }

    private BoundInput Declare(SdlType type)
    {
        if (ByName(type.Name) is { } existing) return new BoundInput(type, InputKind.Existing, CSharp.Text(existing));
        var generated = $"global::{(_schema.Namespace.Length > 0 ? _schema.Namespace + "." : "")}{type.Name}";
        if (type.Name.StartsWith(ListPrefix, StringComparison.Ordinal) && _sdl.Type(type.Name.Substring(ListPrefix.Length)) is { Kind: SdlKind.Input } item)
            return new BoundInput(type, InputKind.ListFilter, $"global::{Names.Filtering}.ListFilterInput<{Input(item.Name)!.Text}>", item.Name);
        if (type.Name.EndsWith(OperationSuffix, StringComparison.Ordinal) && type.Input("eq") is { } eq)
            return new BoundInput(type, InputKind.Operation, OperationClass(type, Sdl.NameOf(eq.Type)), Sdl.NameOf(eq.Type));
        if (Subject(type, "FilterInput") is { } filtered) return new BoundInput(type, InputKind.Filter, generated, filtered);
        if (Subject(type, "SortInput") is { } sorted) return new BoundInput(type, InputKind.Sort, generated, sorted);
        return new BoundInput(type, InputKind.Generated, generated);
    }

    private string? Subject(SdlType type, string suffix)
    {
        if (!type.Name.EndsWith(suffix, StringComparison.Ordinal)) return null;
        var name = type.Name.Substring(0, type.Name.Length - suffix.Length);
        return _sdl.Type(name) is { Kind: SdlKind.Object } ? name : null;
    }

    private string OperationClass(SdlType type, string operand)
    {
        if (operand is "String" or "ID") return $"global::{Names.Filtering}.StringOperationFilterInput";
        var isCompared = type.Inputs.Any(i => ComparisonOperations.Contains(i.Name.Value));
        return $"global::{Names.Filtering}.{(isCompared ? "Comparable" : "Equality")}OperationFilterInput<{InputText(operand)}>";
    }

    private void CheckOperations(BoundInput input)
    {
        string[] known = input.Target is "String" or "ID" ? StringOperations : [.. EqualityOperations, .. ComparisonOperations];
        foreach (var field in input.Sdl.Inputs.Where(f => !known.Contains(f.Name.Value))) Unknown(input, field, known);
        if (Scalar(input.Target!) is { Type.IsValueType: false } scalar)
            _problems.Add(Problems.UnboundInput, _sdl, input.Sdl.NameNode, $"{input.Sdl.Name} is about {scalar.Name}, whose C# type {CSharp.Short(scalar.Type)} is a class: filters compare structs and text.");
    }

    private void Unknown(BoundInput input, InputValueDefinitionNode field, string[] known) =>
        _problems.Add(Problems.UnboundInput, _sdl, field.Name, $"{input.Sdl.Name} has no operation {field.Name.Value}: there are {string.Join(", ", known)}.");

    /// <summary>Fields of a filter or order are named as the fields of what it is about, and ask what those return.</summary>
    private void CheckConditions(BoundInput input)
    {
        var isFilter = input.Kind is InputKind.Filter;
        if (Object(input.Target!) is not { } target) return;
        foreach (var field in input.Sdl.Inputs)
        {
            var name = field.Name.Value;
            if (isFilter && name is "and" or "or") continue;
            if (target.Sdl.Field(name) is not { } read)
            {
                Problem($"{target.Sdl.Name} has no field {name}, so {input.Sdl.Name} cannot ask for it.");
                continue;
            }

            var asks = Sdl.NameOf(field.Type);
            var returned = Sdl.NameOf(read.Type);
            var isList = Sdl.Nullable(read.Type) is ListTypeNode;
            var fits = (isFilter, Input(asks)) switch
            {
                (true, { Kind: InputKind.Operation } o) => !isList && (o.Target == returned || (o.Target is "String" or "ID" && returned is "String" or "ID")),
                (true, { Kind: InputKind.ListFilter } l) => isList && Input(l.Target!)?.Target == returned,
                (true, { Kind: InputKind.Filter } f) => !isList && f.Target == returned,
                (false, { Kind: InputKind.Sort } s) => !isList && s.Target == returned,
                (false, null) => asks == "SortEnumType" && !isList && _sdl.Type(returned) is not { IsComposite: true },
                _ => false,
            };
            if (!fits) Problem($"{input.Sdl.Name}.{name} asks by {Printer.Print(field.Type)}, which does not go with {target.Sdl.Name}.{name}: {Printer.Print(read.Type)}.");
            foreach (var parameter in target.Fields.Find(f => f.Name == name)?.Parameters ?? [])
            {
                if (parameter.Kind is ParameterKind.Argument && DefaultOf(parameter) is null)
                    Problem($"{input.Sdl.Name}.{name} cannot read {target.Sdl.Name}.{name}: its argument {parameter.Argument!.Name.Value} has no plain default.");
            }

            void Problem(string message) => _problems.Add(Problems.UnboundInput, _sdl, field.Name, message);
        }
    }

    /// <summary>C# for what an argument is when it is left out; null where that cannot be written down.</summary>
    public string? DefaultOf(BoundParameter parameter)
    {
        var argument = parameter.Argument!;
        if (parameter.Shape is null || (parameter.Shape.Kind is ShapeKind.Optional && argument.DefaultValue is not null)) return null;
        if (argument.DefaultValue is null) return argument.Type is NonNullTypeNode ? null : "default";
        return argument.DefaultValue switch
        {
            NullValueNode => "default",
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            BooleanValueNode boolean => boolean.Value ? "true" : "false",
            StringValueNode text => CSharp.Quoted(text.Value),
            EnumValueNode name when TypeOf(Sdl.NameOf(argument.Type)) is { } type && _sdl.Type(Sdl.NameOf(argument.Type))!.Values.FirstOrDefault(v => v.Name.Value == name.Value) is { } value =>
                $"{CSharp.Text(type)}.{EnumMember(type, value)?.Name}",
            _ => null,
        };
    }

    private BoundInput WithProperties(BoundInput input)
    {
        var type = ByName(input.Sdl.Name)!;
        var properties = new List<(InputValueDefinitionNode, string, Shape)>();
        if (type.IsAbstract || !type.InstanceConstructors.Any(c => c.Parameters.Length == 0))
            _problems.Add(Problems.UnboundInput, _sdl, input.Sdl.NameNode, $"{type.ToDisplayString()} has no constructor without parameters, so input {input.Sdl.Name} cannot be made.");
        foreach (var field in input.Sdl.Inputs)
        {
            var name = CSharp.Pascal(field.Name.Value);
            var property = CSharp.WithBases(type).SelectMany(t => t.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault(p => p.SetMethod is not null);
            if (property is null)
                _problems.Add(Problems.UnboundInput, _sdl, field.Name, $"Nothing takes {input.Sdl.Name}.{field.Name.Value}: looked for a property {name} with set or init on {type.ToDisplayString()}.");
            else if (ShapeOf(field.Type, property.Type, $"{input.Sdl.Name}.{field.Name.Value}: {Describe(property)}", field.Type) is { } shape)
                properties.Add((field, name, shape));
        }

        return input with { Properties = properties };
    }

    /// <summary>How a C# type takes an input type; null, and a problem reported, where it does not.</summary>
    private Shape? ShapeOf(TypeNode type, ITypeSymbol wanted, string what, SyntaxNode at)
    {
        if (wanted is INamedTypeSymbol { IsGenericType: true } optional && optional.OriginalDefinition.ToDisplayString() == Names.Optional + "<T>")
            return ShapeOf(type, optional.TypeArguments[0], what, at) is { } inner ? new Shape(ShapeKind.Optional, true, inner) : null;

        var isNullable = CSharp.IsNullable(wanted);
        if (type is not NonNullTypeNode && !isNullable && wanted.NullableAnnotation is not NullableAnnotation.None)
            return Wrong(Problems.WrongNullability, $"is {CSharp.Short(wanted)} and takes no null, where the schema's {Printer.Print(type)} may be null.");
        type = Sdl.Nullable(type);
        var inside = CSharp.WithoutNull(wanted);
        if (type is ListTypeNode list)
        {
            if (!CSharp.TakesArray(inside)) return Wrong(Problems.WrongType, $"is {CSharp.Short(inside)}, where the schema's {Printer.Print(type)} wants an array or IReadOnlyList<T>.");
            return ShapeOf(list.Type, CSharp.ItemOf(inside)!, what, at) is { } item ? new Shape(ShapeKind.List, isNullable, item) : null;
        }

        var name = Sdl.NameOf(type);
        if (_sdl.Type(name) is { Kind: SdlKind.Enum } && !_types.ContainsKey(name)) _types.Add(name, inside);
        var expected = InputText(name);
        var isSame = inside.TypeKind is TypeKind.Error ? inside.Name == name : CSharp.Text(inside) == expected;
        return isSame ? new Shape(ShapeKind.Leaf, isNullable) : Wrong(Problems.WrongType, $"is {CSharp.Short(inside)}, but {name} is read as {expected.Replace("global::", "")}.");

        Shape? Wrong(DiagnosticDescriptor kind, string why)
        {
            _problems.Add(kind, _sdl, at, $"{what} {why}");
            return null;
        }
    }

    /// <summary>The C# type that inputs of a named type are read as.</summary>
    public string InputText(string name) => name switch
    {
        "Int" => "int",
        "Float" => "double",
        "Boolean" => "bool",
        "String" or "ID" => "string",
        _ => Input(name)?.Text ?? ((Scalar(name)?.Type ?? TypeOf(name)) is { } type ? CSharp.Text(type) : "object"),
    };

    public bool IsValueType(string name) => name is "Int" or "Float" or "Boolean" || (Scalar(name)?.Type ?? TypeOf(name))?.IsValueType is true;
}
