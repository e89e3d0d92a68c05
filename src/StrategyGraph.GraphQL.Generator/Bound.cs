using Microsoft.CodeAnalysis;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>An object type of the schema and the C# type whose values answer it.</summary>
internal sealed class BoundObject(SdlType sdl, ITypeSymbol type)
{
    public SdlType Sdl { get; } = sdl;
    public ITypeSymbol Type { get; } = type;
    public List<BoundField> Fields { get; } = [];
}

/// <summary>Where a parameter of a bound method gets its value.</summary>
internal enum ParameterKind { Source, Root, Cancellation, Argument }

/// <param name="Argument">The schema's argument, for <see cref="ParameterKind.Argument"/>.</param>
/// <param name="Index">Its place among the field's arguments.</param>
internal sealed record BoundParameter(ParameterKind Kind, IParameterSymbol Symbol, InputValueDefinitionNode? Argument = null, int Index = -1, Shape? Shape = null);

/// <summary>A field of the schema and the C# member that answers it.</summary>
internal sealed record BoundField(FieldDefinitionNode Sdl, ISymbol Member, ITypeSymbol Type, IReadOnlyList<BoundParameter> Parameters)
{
    public string Name => Sdl.Name.Value;

    public bool HasArguments => Parameters.Any(p => p.Kind is ParameterKind.Argument);

    /// <summary>C# that reads the field.</summary>
    /// <param name="argument">C# for the value of an argument.</param>
    public string Read(string source, string root, string cancellation, Func<BoundParameter, string> argument)
    {
        var owner = Member.IsStatic ? CSharp.Text(Member.ContainingType) : source;
        if (Member is not IMethodSymbol) return $"{owner}.{Member.Name}";
        var arguments = Parameters.Select(p => p.Kind switch
        {
            ParameterKind.Source => source,
            ParameterKind.Root => root,
            ParameterKind.Cancellation => cancellation,
            _ => argument(p),
        });
        return $"{owner}.{Member.Name}({string.Join(", ", arguments)})";
    }
}

/// <summary>How a C# input type is put together around its leaf: optional, nullable, list.</summary>
internal sealed record Shape(ShapeKind Kind, bool IsNullable, Shape? Of = null);

internal enum ShapeKind { Leaf, List, Optional }

/// <summary>A custom scalar: the class that reads and writes it, and the C# type of its values.</summary>
internal sealed record BoundScalar(string Name, INamedTypeSymbol Class, ITypeSymbol Type);

/// <summary>How an input object of the schema becomes C#.</summary>
internal enum InputKind
{
    /// <summary>A class of the project, its properties set by name.</summary>
    Existing,

    /// <summary>A class made by the generator, one property a field.</summary>
    Generated,

    /// <summary>Conditions on an object type, with a method that asks them.</summary>
    Filter,

    /// <summary>An order of an object type, with a method that compares.</summary>
    Sort,

    /// <summary>One of the engine's classes of conditions on a leaf.</summary>
    Operation,

    /// <summary>The engine's conditions on a list.</summary>
    ListFilter,
}

/// <param name="Text">The C# type.</param>
/// <param name="Target">The object type that a filter or order is about, or the named type of an operation's operand.</param>
internal sealed record BoundInput(SdlType Sdl, InputKind Kind, string Text, string? Target = null, IReadOnlyList<(InputValueDefinitionNode Field, string Property, Shape Shape)>? Properties = null);
