using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution.Filtering;

/// <summary>
/// A condition of a filter is null where that asks nothing. Passing it over would answer with more than was asked for, so it is refused.
/// </summary>
public sealed class NullConditionException(InputObjectValue filter, int index) : Exception
{
    /// <summary>The error for the client, with the path from the argument to the condition: <c>where.progress.percent.gt</c>.</summary>
    /// <param name="arguments">Of the field, by index: the filter is somewhere in them.</param>
    internal GraphQLException Within(FieldDefinition field, object?[] arguments)
    {
        var path = "";
        for (var i = 0; i < arguments.Length && path.Length == 0; i++) path = Find(arguments[i], field.Arguments[i].Name) ?? "";
        var condition = filter.Type.Fields[index];
        return new GraphQLException([new GraphQLError(
            $"The filter \"{path}.{condition.Name}\" is null, which asks nothing: leave it out, or give it a value{Advice(condition)}.",
            Extensions: new Dictionary<string, object?> { ["code"] = ErrorCodes.InvalidFilter, ["filter"] = $"{path}.{condition.Name}" })]);
    }

    private static string Advice(InputValueDefinition condition) =>
        condition.Type.NamedType is InputObjectType operations && operations.Field("eq") is not null ? " (\"{ eq: null }\" asks for what has none)" : "";

    /// <summary>Values nest no deeper than the document and the variables may.</summary>
    private string? Find(object? value, string path)
    {
        switch (value)
        {
            case InputObjectValue o when o == filter:
                return path;
            case InputObjectValue o:
                return o.Type.Fields.Select(f => Find(o[f.Index], $"{path}.{f.Name}")).FirstOrDefault(found => found is not null);
            case object?[] items:
                return items.Select((item, i) => Find(item, $"{path}[{i}]")).FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }
}
