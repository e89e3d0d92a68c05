namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Asks the generator to bind the project's <c>*.graphql</c> files to C#, into the static partial class this stands on, which gets a
/// <c>Binding</c> (a <see cref="SchemaBinding"/>). What binds to nothing, or to the wrong type, does not compile: the error stands at
/// the schema's line and says what was looked for.
/// </summary>
/// <remarks>
/// <para>A type of the schema is bound to the C# type of its name in one of <see cref="Types"/>, else to the type that the fields
/// returning it have; the query type to the root. Enums go by their members' names: <c>PLEDGE_SET</c> is <c>PledgeSet</c>.</para>
/// <para>Field <c>title</c> of type <c>Goal</c> is answered by the static method <c>Title</c> of <c>GoalResolvers</c>, else of
/// <c>{Interface}Resolvers</c> of an interface it implements, each taking the source first; else by the property, field or method
/// <c>Title</c> of the C# type. Parameters are arguments by name; one of the root's type gets the root, a
/// <see cref="CancellationToken"/> the request's. What is nullable in C# must be nullable in the schema.</para>
/// <para>An input object is bound to a class of its name, its properties set by name, or one is made. <c>GoalFilterInput</c> and
/// <c>GoalSortInput</c> become classes with <c>Matches(goal, root)</c> and <c>Compare(orders, x, y, root)</c>, which read what the
/// fields of the same names return without arguments.</para>
/// </remarks>
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
