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

        var uses = new OrderedDictionary<FieldsType, int>();
        foreach (var possible in Context.Schema.PossibleTypesInOrder(parent).Where(t => t.Field(fieldName) is not null))
        {
            uses[possible] = 1;
            foreach (var implemented in possible.Interfaces.Where(t => t.Field(fieldName) is not null))
                uses[implemented] = uses.GetValueOrDefault(implemented) + 1;
        }

        // The order is not transitive (an interface goes before its types, others go by name), so a library sort could refuse it.
        var order = Comparer<FieldsType>.Create((a, b) =>
            uses[a] != uses[b] ? uses[b].CompareTo(uses[a])
            : a is InterfaceType && Context.Schema.IsSubTypeOf(b, a) ? -1
            : b is InterfaceType && Context.Schema.IsSubTypeOf(a, b) ? 1
            : Suggestions.CompareNaturally(a.Name, b.Name));
        var sorted = new List<FieldsType>();
        foreach (var type in uses.Keys)
        {
            var index = sorted.BinarySearch(type, order);
            sorted.Insert(index < 0 ? ~index : index + 1, type);
        }

        return sorted.ConvertAll(t => t.Name);
    }
}
