using Microsoft.CodeAnalysis;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Generator;

/// <summary>
/// The member that answers a field, in this order: a static method of <c>{Type}Resolvers</c>, one of <c>{Interface}Resolvers</c> of an
/// interface that the type implements, a property, field or method of the C# type. A resolver is there to say something else than the
/// type does, so it goes first.
/// </summary>
internal sealed partial class Binder
{
    private BoundField? BindField(BoundObject owner, FieldDefinitionNode field)
    {
        var name = CSharp.Pascal(field.Name.Value);
        var candidates = Candidates(owner, name).ToList();
        var unfit = new List<string>();
        foreach (var member in candidates)
        {
            if (Fit(owner, field, member, unfit) is not { } bound) continue;
            var what = $"{owner.Sdl.Name}.{field.Name.Value}: {Describe(member)}";
            if (!CheckOutput(field.Type, bound.Type, what, field.Type)) return null;
            return BindParameters(bound, what);
        }

        if (candidates.Count > 0)
        {
            _problems.Add(Problems.WrongArguments, _sdl, field.Name, $"{owner.Sdl.Name}.{field.Name.Value}: {string.Join(" ", unfit)}");
            return null;
        }

        var resolvers = ResolverClasses(owner.Sdl).Select(r => $"{r.Name}.{name}({CSharp.Short(owner.Type)} …)");
        _problems.Add(Problems.UnboundField, _sdl, field.Name,
            $"Nothing answers {owner.Sdl.Name}.{field.Name.Value}: looked for {name} on {owner.Type.ToDisplayString()}, and for a static method {string.Join(" or ", resolvers)} in {_schema.Resolvers}.");
        return null;
    }

    private IEnumerable<(string Name, INamedTypeSymbol? Class)> ResolverClasses(SdlType type)
    {
        foreach (var name in new[] { type.Name }.Concat(type.Interfaces))
        {
            yield return ($"{name}Resolvers", _compilation.GetTypeByMetadataName($"{_schema.Resolvers}.{name}Resolvers"));
        }
    }

    private IEnumerable<ISymbol> Candidates(BoundObject owner, string name)
    {
        foreach (var (_, resolvers) in ResolverClasses(owner.Sdl))
        {
            foreach (var method in resolvers?.GetMembers(name).OfType<IMethodSymbol>() ?? [])
            {
                if (method is { IsStatic: true, Arity: 0, Parameters.Length: > 0 } && Accessible(method)) yield return method;
            }
        }

        foreach (var type in CSharp.WithBases(owner.Type))
        {
            foreach (var member in type.GetMembers(name))
            {
                var isValue = member is IPropertySymbol { IsIndexer: false, GetMethod: not null } or IFieldSymbol or IMethodSymbol { Arity: 0, ReturnsVoid: false };
                if (isValue && !member.IsStatic && Accessible(member)) yield return member;
            }
        }
    }

    private bool Accessible(ISymbol member) => _compilation.IsSymbolAccessibleWithin(member, _schema.Symbol);

    private static string Describe(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";

    /// <summary>The field bound to a member, if the member's parameters are the field's arguments; else why they are not.</summary>
    private BoundField? Fit(BoundObject owner, FieldDefinitionNode field, ISymbol member, List<string> unfit)
    {
        if (member is not IMethodSymbol method)
        {
            if (field.Arguments.Count == 0) return new BoundField(field, member, member is IPropertySymbol p ? p.Type : ((IFieldSymbol)member).Type, []);
            unfit.Add($"{Describe(member)} is no method, so nothing takes argument {field.Arguments[0].Name.Value}.");
            return null;
        }

        var parameters = new List<BoundParameter>();
        foreach (var parameter in method.Parameters)
        {
            var bound = parameter switch
            {
                _ when method.IsStatic && parameter.Ordinal == 0 => CSharp.Fits(_compilation, owner.Type, parameter.Type) ? new BoundParameter(ParameterKind.Source, parameter) : null,
                _ when CSharp.Same(parameter.Type, _schema.Root) => new BoundParameter(ParameterKind.Root, parameter),
                _ when parameter.Type.ToDisplayString() == "System.Threading.CancellationToken" => new BoundParameter(ParameterKind.Cancellation, parameter),
                _ => Argument(field, parameter),
            };
            if (bound is null)
            {
                unfit.Add(method.IsStatic && parameter.Ordinal == 0
                    ? $"{Describe(method)} takes a {CSharp.Short(parameter.Type)}, which {CSharp.Short(owner.Type)} is not."
                    : $"{Describe(method)} has parameter {parameter.Name}, which is no argument of the field.");
                return null;
            }

            parameters.Add(bound);
        }

        if (field.Arguments.FirstOrDefault(a => !parameters.Any(p => p.Argument == a)) is { } missing)
        {
            unfit.Add($"{Describe(method)} has no parameter {missing.Name.Value}.");
            return null;
        }

        return new BoundField(field, method, method.ReturnType, parameters);
    }

    private static BoundParameter? Argument(FieldDefinitionNode field, IParameterSymbol parameter)
    {
        for (var i = 0; i < field.Arguments.Count; i++)
        {
            if (string.Equals(field.Arguments[i].Name.Value, parameter.Name, StringComparison.OrdinalIgnoreCase))
                return new BoundParameter(ParameterKind.Argument, parameter, field.Arguments[i], i);
        }

        return null;
    }

    /// <summary>The shapes of the parameters that take arguments; null, and a problem reported, where one does not fit its argument.</summary>
    private BoundField? BindParameters(BoundField field, string what)
    {
        var parameters = new List<BoundParameter>();
        foreach (var parameter in field.Parameters)
        {
            if (parameter.Kind is not ParameterKind.Argument)
            {
                parameters.Add(parameter);
                continue;
            }

            if (ShapeOf(parameter.Argument!.Type, parameter.Symbol.Type, $"{what}({parameter.Symbol.Name}:)", parameter.Argument.Type) is not { } shape) return null;
            parameters.Add(parameter with { Shape = shape });
        }

        return field with { Parameters = parameters };
    }
}
