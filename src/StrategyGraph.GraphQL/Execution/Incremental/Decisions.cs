using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Execution.Incremental;

/// <summary>
/// The values of boolean variables that decide what is selected, deferred and streamed. Remembers those that were asked for: a plan made
/// with them serves every request that has the same ones.
/// </summary>
internal sealed class Decisions(VariableValues variables)
{
    private readonly Dictionary<string, bool> _made = [];

    /// <summary>The variables that were asked for, and what they were.</summary>
    public IReadOnlyDictionary<string, bool> Made => _made;

    /// <summary>Whether a variable in <c>@skip</c> or <c>@include</c> is true; coercion has seen to it that it is not null.</summary>
    public bool Holds(VariableNode variable) => _made[variable.Name.Value] = variables.Value(variable.Name.Value) is true;

    /// <summary>The <c>if: Boolean! = true</c> of a <c>@defer</c> or <c>@stream</c>.</summary>
    /// <exception cref="GraphQLException">Its variable is null.</exception>
    public bool IsOn(DirectiveNode directive)
    {
        switch (IncrementalDirectives.Argument(directive, "if"))
        {
            case null:
                return true;
            case BooleanValueNode literal:
                return literal.Value;
            case VariableNode { Name.Value: var name } when IsOn(variables, name) is { } on:
                return _made[name] = on;
            default:
                throw new GraphQLException($"Argument \"@{directive.Name.Value}(if:)\" of non-null type \"Boolean!\" must not be null.");
        }
    }

    /// <summary>Whether other values lead to the same decisions.</summary>
    public static bool Same(IReadOnlyDictionary<string, bool> made, VariableValues variables)
    {
        foreach (var (name, decided) in made)
        {
            if (IsOn(variables, name) != decided) return false;
        }

        return true;
    }

    /// <remarks>Where a variable is absent the directive's default counts; those of <c>@skip</c> and <c>@include</c> are never absent.</remarks>
    private static bool? IsOn(VariableValues variables, string name) => variables.Value(name) switch
    {
        bool value => value,
        null => null,
        _ => true,
    };
}
