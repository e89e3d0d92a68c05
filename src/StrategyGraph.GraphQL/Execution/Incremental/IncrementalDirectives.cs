using System.Globalization;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>What <c>@defer</c> and <c>@stream</c> of a validated document say, with the defaults of the proposal.</summary>
internal static class IncrementalDirectives
{
    public static DirectiveNode? Find(SelectionNode selection, string name)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value == name) return directive;
        }

        return null;
    }

    public static ValueNode? Argument(DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    /// <summary><c>initialCount: Int! = 0</c></summary>
    /// <exception cref="GraphQLException">It is null or negative.</exception>
    public static int InitialCount(DirectiveNode stream, VariableValues variables)
    {
        var given = Argument(stream, "initialCount") switch
        {
            null => 0,
            IntValueNode literal => int.Parse(literal.Value, CultureInfo.InvariantCulture),
            VariableNode variable => variables.Value(variable.Name.Value) is var value && ReferenceEquals(value, InputValues.Absent) ? 0 : value,
            _ => null,
        };
        return given switch
        {
            int and < 0 => throw new GraphQLException("initialCount must be a positive integer"),
            int count => count,
            _ => throw new GraphQLException("Argument \"@stream(initialCount:)\" of non-null type \"Int!\" must not be null."),
        };
    }
}
