using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>Input types: the classes that are made, and the code that reads coerced values into C#.</summary>
internal sealed partial class Emitter
{
    private void EmitInputClasses()
    {
        foreach (var input in binder.Inputs)
        {
            switch (input.Kind)
            {
                case InputKind.Generated:
                    _code.Open($"internal sealed class {input.Sdl.Name}");
                    EmitProperties(input);
                    _code.Close();
                    _code.Line();
                    break;
                case InputKind.Filter when binder.Object(input.Target!) is { } target:
                    EmitFilter(input, target);
                    break;
                case InputKind.Sort when binder.Object(input.Target!) is { } target:
                    EmitSort(input, target);
                    break;
            }
        }
    }

    private void EmitProperties(BoundInput input)
    {
        foreach (var field in input.Sdl.Inputs)
            _code.Line($"public {(field.Type is NonNullTypeNode ? "required " : "")}{InputType(field.Type, ShapeOf(input, field)!, asArray: false)} {CSharp.Pascal(field.Name.Value)} {{ get; init; }}");
    }

    private void EmitInputReaders()
    {
        foreach (var input in binder.Inputs)
        {
            _code.Line();
            _code.Open($"private static {input.Text} To{input.Sdl.Name}(object? value)");
            _code.Lines("var fields = (InputObjectValue)value!;", $"return new {input.Text}", "{");
            for (var i = 0; i < input.Sdl.Inputs.Count; i++)
            {
                var field = input.Sdl.Inputs[i];
                var shape = ShapeOf(input, field);
                var read = AsksNothingWhenNull(input, field) ? $"InputValues.Condition(fields, {i})" : $"fields[{i}]";
                if (shape is not null) _code.Line($"{CSharp.Pascal(field.Name.Value)} = {ReadInput(field.Type, shape, read)},");
            }

            _code.Close("};");
            _code.Close();
        }
    }

    private Shape? ShapeOf(BoundInput input, InputValueDefinitionNode field) => input.Kind switch
    {
        InputKind.Existing => input.Properties!.FirstOrDefault(p => p.Field == field).Shape,
        InputKind.Operation when field.Name.Value is "eq" or "neq" => new Shape(ShapeKind.Optional, true, new Shape(ShapeKind.Leaf, true)),
        InputKind.Filter when IsOfObject(field) => new Shape(ShapeKind.Optional, true, new Shape(ShapeKind.Leaf, true)),
        _ => ShapeFor(field.Type),
    };

    /// <summary>Whether a condition has no meaning when it is null: all but <c>eq</c>, <c>neq</c> and the conditions on an object.</summary>
    private bool AsksNothingWhenNull(BoundInput input, InputValueDefinitionNode field) => input.Kind switch
    {
        InputKind.Operation => field.Name.Value is not ("eq" or "neq"),
        InputKind.Filter => !IsOfObject(field),
        _ => input.Kind is InputKind.ListFilter,
    };

    /// <summary>Whether a filter's field holds the conditions on an object; null there asks for the object that is missing.</summary>
    private bool IsOfObject(InputValueDefinitionNode field) => field.Type is NamedTypeNode named && binder.Input(named.Name.Value)?.Kind is InputKind.Filter;

    /// <summary>The shape of a property that is made for an input type.</summary>
    private static Shape ShapeFor(TypeNode type)
    {
        var isNullable = type is not NonNullTypeNode;
        return Sdl.Nullable(type) is ListTypeNode list ? new Shape(ShapeKind.List, isNullable, ShapeFor(list.Type)) : new Shape(ShapeKind.Leaf, isNullable);
    }

    private string InputType(TypeNode type, Shape shape, bool asArray)
    {
        if (shape.Kind is ShapeKind.Optional) return $"Optional<{InputType(type, shape.Of!, asArray)}>";
        var text = shape.Kind is ShapeKind.List
            ? asArray ? $"{InputType(ItemType(type), shape.Of!, asArray)}[]" : $"global::System.Collections.Generic.IReadOnlyList<{InputType(ItemType(type), shape.Of!, asArray)}>"
            : binder.InputText(Sdl.NameOf(type));
        return shape.IsNullable ? text + "?" : text;
    }

    private static TypeNode ItemType(TypeNode type) => ((ListTypeNode)Sdl.Nullable(type)).Type;

    /// <summary>C# that reads a coerced value (see <c>InputValues</c>) into a C# type of this shape.</summary>
    private string ReadInput(TypeNode type, Shape shape, string value)
    {
        if (shape.Kind is ShapeKind.Optional)
        {
            var v = Name("v");
            return $"InputValues.Optional<{InputType(type, shape.Of!, asArray: true)}>({value}, static {v} => {ReadInput(type, shape.Of!, v)})";
        }

        if (shape.Kind is ShapeKind.List)
        {
            var v = Name("v");
            var item = ItemType(type);
            return $"InputValues.List<{InputType(item, shape.Of!, asArray: true)}>({value}, static {v} => {ReadInput(item, shape.Of!, v)}){(shape.IsNullable ? "" : "!")}";
        }

        var name = Sdl.NameOf(type);
        var text = binder.InputText(name);
        if (binder.Sdl.Type(name)?.Kind is SdlKind.Enum or SdlKind.Input)
        {
            var v = Name("v");
            return shape.IsNullable ? $"InputValues.OrNull({value}) is {{ }} {v} ? To{name}({v}) : ({text}?)null" : $"To{name}({value})";
        }

        return shape.IsNullable ? $"({text}?)InputValues.OrNull({value})" : $"({text}){value}!";
    }
}
