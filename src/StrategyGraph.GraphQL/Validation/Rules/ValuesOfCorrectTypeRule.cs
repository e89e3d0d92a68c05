using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Validation.Rules;

/// <summary>
/// Every literal is of the type that is expected where it stands.
/// <see href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type">§5.6.1 Values of Correct Type</see>, with
/// §5.6.2 Input Object Field Names, §5.6.4 Input Object Required Fields and §3.10.1 OneOf Input Objects.
/// </summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is not ValueNode value || value is VariableNode) return true;

        // Inside a list's brackets the type at hand is already that of its items.
        var expected = value is ListValueNode ? Context.Types.ParentInputType : Context.Types.InputType;
        if (expected is not null)
            ValueValidation.ValidateLiteral(value, expected, invalid => Report(invalid.Message, invalid.Node), Context.Options.Suggestions);
        return false;
    }
}
