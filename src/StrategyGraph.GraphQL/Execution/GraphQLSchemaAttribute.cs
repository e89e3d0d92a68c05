namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Asks the generator to bind the project's <c>*.graphql</c> files to C#, into the static partial class this stands on, which gets a
/// <c>Binding</c> (a <see cref="SchemaBinding"/>). What binds to nothing, or to the wrong type, does not compile: the error stands at
/// the schema's line and says what was looked for.
/// </summary>
/// <param name="root">The type of the value that requests start from; the query type binds to it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GraphQLSchemaAttribute(Type root) : Attribute
{
    public Type Root { get; } = root;

    /// <summary>Namespaces where a schema's object, interface, input and enum types are looked up by name.</summary>
    public string[] Types { get; set; } = [];

    /// <summary>The namespace of the classes <c>{Type}Resolvers</c> and <c>{Scalar}Scalar</c>.</summary>
    public string Resolvers { get; set; } = "";
}
