using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL.Tests.Validation;

/// <summary>
/// The vocabulary of every rule's tests: a document is validated by all rules, and what the one under test says is compared.
/// Messages and locations are those of graphql-js 17.1 for the same document and schema, unless a test says otherwise.
/// </summary>
/// <param name="rule">The name of the rule under test.</param>
public abstract class RuleTests(string rule)
{
    /// <summary>A town with something of everything that rules tell apart.</summary>
    // lang=graphql
    private const string TownSdl = """
        directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(label: String, if: Boolean! = true, initialCount: Int! = 0) on FIELD
        directive @onField(depth: Int) on FIELD
        directive @onQuery on QUERY
        directive @tag(name: String!) repeatable on FIELD | VARIABLE_DEFINITION
        scalar Json
        enum Season { SPRING SUMMER AUTUMN WINTER }
        input Filter { name: String, in: [Season!], area: Int!, limit: Int! = 10, not: Filter, by: By }
        input By @oneOf { id: ID, name: String, filter: Filter }
        interface Named { name(short: Boolean): String! }
        interface Place implements Named { name(short: Boolean): String! area: Int owner: Person }
        type Park implements Place & Named {
          name(short: Boolean): String! area: Int owner: Person
          benches: Int open(season: Season! = SUMMER): Boolean size: Int rating: Float nearest(count: Int!): [Place!]
        }
        type School implements Place & Named {
          name(short: Boolean): String! area: Int owner: Person
          pupils: Int size: String classes: [[Int!]!] grades: [Int]
        }
        type Person implements Named { name(short: Boolean): String! age: Int likes: [Facility!] friends: [Person!]! size: Int! }
        union Facility = Park | School
        type Query {
          park(id: ID!): Park school: School place: Place named: Named facility: Facility person: Person persons: [Person!]!
          values(
            int: Int, float: Float, string: String, boolean: Boolean, id: ID, season: Season, list: [Int!], strings: [String],
            matrix: [[Int]], filter: Filter, by: By, oneBy: By!, manyBy: [By!], json: Json, required: Int! = 3
          ): String
        }
        type Mutation { rename(name: String!): Park, lists: [Int] }
        type Subscription { changed: Park, opened: [Park!], counted(n: Int): Int }
        """;

    protected static Schema Town { get; } = SchemaOf(TownSdl);

    protected static Schema SchemaOf(string sdl) => SchemaBuilder.Build(Parser.Parse(new Source(sdl), ParserOptions.ForSchemas));

    protected void ExpectValid(string document, Schema? schema = null) => ExpectErrors(document, [], schema);

    /// <param name="errors">Each as its locations and its message: <c>1:3,2:5 There can be only one …</c></param>
    protected void ExpectErrors(string document, params string[] errors) => ExpectErrors(document, errors, null);

    protected void ExpectErrors(string document, string[] errors, Schema? schema, ValidationOptions? options = null) =>
        Assert.Equal(errors, Validator.Violations(schema ?? Town, Parser.Parse(document), options).Where(v => v.Rule == rule).Select(v => Written(v.Error)));

    private static string Written(GraphQLError error) => $"{string.Join(",", error.Locations!.Select(l => $"{l.Line}:{l.Column}"))} {error.Message}";
}
