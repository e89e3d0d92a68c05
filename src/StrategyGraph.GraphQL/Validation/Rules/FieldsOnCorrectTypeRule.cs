using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every field selected is defined on the type it is selected on.
/// <see href="https://spec.graphql.org/September2025/#sec-Field-Selections">§5.3.1 Field Selections</see>
/// </summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is FieldNode { Name.Value: var name } && Context.Types is { ParentType: { } parent, Field: null })
            Report($"Cannot query field \"{name}\" on type \"{parent}\".{DidYouMean(parent, name)}", node);
        return true;
    }

    private string DidYouMean(NamedType parent, string fieldName)
    {
        if (!Context.Options.Suggestions) return "";

        var types = Suggestions.DidYouMean(TypesWithField(parent, fieldName), "to use an inline fragment on");
        return types.Length > 0 || parent is not FieldsType owner ? types : Context.DidYouMean(fieldName, owner.Fields.Select(f => f.Name));
    }

    /// <summary>The types that an abstract type can turn out to be, or implement, on which the field is: those that help most often first.</summary>
    private List<string> TypesWithField(NamedType parent, string fieldName)
    {
        if (!parent.IsAbstractType) return [];

        var uses = new Dictionary<FieldsType, int>();
        foreach (var possible in Context.Schema.PossibleTypes(parent).Where(t => t.Field(fieldName) is not null))
        {
            uses[possible] = 1;
            foreach (var implemented in possible.Interfaces.Where(t => t.Field(fieldName) is not null))
                uses[implemented] = uses.GetValueOrDefault(implemented) + 1;
        }

        // Interfaces come before what they cover: a stable sort by name, then by depth of implementation, then by use.
        return [.. uses.Keys
            .Order(Comparer<FieldsType>.Create((a, b) => Suggestions.CompareNaturally(a.Name, b.Name)))
            .OrderBy(t => t.Interfaces.Count(i => uses.ContainsKey(i)))
            .OrderByDescending(t => uses[t])
            .Select(t => t.Name)];
    }
}
