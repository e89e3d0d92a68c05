using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>Questions about C# types, and their names in generated code.</summary>
internal static class CSharp
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>As generated code writes it: <c>global::System.Collections.Generic.IReadOnlyList&lt;string?&gt;</c>.</summary>
    public static string Text(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>As a person would write it.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    public static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T || (!type.IsValueType && type.NullableAnnotation is NullableAnnotation.Annotated);

    public static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0]
        : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    /// <summary>What a list holds: the element type of an array or of an <c>IEnumerable&lt;T&gt;</c>; null for text and all else.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol type)
    {
        if (type.SpecialType is SpecialType.System_String) return null;
        if (type is IArrayTypeSymbol { Rank: 1 } array) return array.ElementType;
        if (type is not INamedTypeSymbol named) return null;
        return named.AllInterfaces.Insert(0, named)
            .FirstOrDefault(i => i.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];
    }

    /// <summary>Whether a list made as an array can be given to it.</summary>
    public static bool TakesArray(ITypeSymbol type) => type is IArrayTypeSymbol || type.OriginalDefinition.SpecialType
        is SpecialType.System_Collections_Generic_IEnumerable_T
        or SpecialType.System_Collections_Generic_IReadOnlyList_T
        or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
        or SpecialType.System_Collections_Generic_IList_T
        or SpecialType.System_Collections_Generic_ICollection_T;

    /// <summary>Whether a value of the type can stand where another is wanted, without being changed.</summary>
    public static bool Fits(Compilation compilation, ITypeSymbol type, ITypeSymbol wanted)
    {
        var conversion = compilation.ClassifyConversion(type, wanted);
        return conversion.IsIdentity || (conversion.IsImplicit && (conversion.IsReference || conversion.IsBoxing));
    }

    public static bool Same(ITypeSymbol a, ITypeSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    /// <summary>The type, what it derives from, and for an interface what that extends.</summary>
    public static IEnumerable<INamedTypeSymbol> WithBases(ITypeSymbol type)
    {
        for (var t = type as INamedTypeSymbol; t is not null; t = t.BaseType) yield return t;
        if (type.TypeKind is not TypeKind.Interface) yield break;
        foreach (var i in type.AllInterfaces) yield return i;
    }

    /// <summary>The C# name of a schema's field: <c>titleAsPrinted</c> is <c>TitleAsPrinted</c>.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>Whether a C# enum member is the one for a schema's value: <c>PledgeSet</c> for <c>PLEDGE_SET</c>.</summary>
    public static bool IsNameOf(string member, string value) => string.Equals(member, value.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
