namespace StrategyGraph.GraphQL.Generator.Tests;

/// <summary>A schema that uses every kind of type, bound to plain classes and answering.</summary>
public sealed class GeneratedSchemaTests
{
    // lang=graphql
    private const string Sdl = """
        type Query {
          animals(where: AnimalFilterInput, order: [AnimalSortInput!]): [Animal!]!
          animal(id: ID!): Animal
          page(first: Int = 2): AnimalPage!
          search(text: String!): [Found!]!
          named: [Named]
          echo(hunt: Hunt!): String!
          told(note: String): String!
          broken: Int!
          nested: [[Int]!]
          count: Int!
        }
        interface Named { name(language: Language! = EN): String! }
        type Animal implements Named {
          id: ID!
          name(language: Language! = EN): String!
          kind: Kind!
          weight: Float
          legs: Int!
          born: Day
          keeper: Keeper
          friends: [Animal!]!
          tame: Boolean
        }
        type Keeper implements Named { name(language: Language! = EN): String!, animals: [Animal!]! }
        type AnimalPage { nodes: [Animal!]!, total: Int! }
        union Found = Animal | Keeper
        enum Language { EN JA }
        enum Kind { BIG_CAT BIRD }
        scalar Day
        input Hunt { kinds: [Kind!], least: Float = 1.5, by: HuntBy! }
        input HuntBy @oneOf { id: ID, name: String }

        input AnimalFilterInput {
          and: [AnimalFilterInput!]
          or: [AnimalFilterInput!]
          name: StringOperationFilterInput
          kind: KindOperationFilterInput
          weight: FloatOperationFilterInput
          legs: IntOperationFilterInput
          born: DayOperationFilterInput
          keeper: KeeperFilterInput
          friends: ListFilterInputTypeOfAnimalFilterInput
          tame: BooleanOperationFilterInput
        }
        input KeeperFilterInput { name: StringOperationFilterInput }
        input ListFilterInputTypeOfAnimalFilterInput { all: AnimalFilterInput, none: AnimalFilterInput, some: AnimalFilterInput, any: Boolean }
        input StringOperationFilterInput { or: [StringOperationFilterInput!], eq: String, neq: String, contains: String, in: [String], nstartsWith: String }
        input KindOperationFilterInput { eq: Kind, in: [Kind] }
        input FloatOperationFilterInput { eq: Float, neq: Float, gt: Float, ngt: Float, lte: Float }
        input IntOperationFilterInput { eq: Int, nin: [Int] }
        input DayOperationFilterInput { gte: Day, eq: Day }
        input BooleanOperationFilterInput { eq: Boolean, neq: Boolean }
        enum SortEnumType { ASC DESC }
        input AnimalSortInput { name: SortEnumType, weight: SortEnumType, kind: SortEnumType, keeper: KeeperSortInput }
        input KeeperSortInput { name: SortEnumType }
        """;

    private const string CSharp = """
        #nullable enable
        namespace Test
        {
            [GraphQLSchema(typeof(Root), Types = ["Test.Model"], Resolvers = "Test.Resolvers")]
            internal static partial class Schema;

            public sealed class Root
            {
                private readonly List<Model.Animal> _animals;

                public Root()
                {
                    var aya = new Model.Keeper("Aya", "綾");
                    var leo = new Model.Animal("1", "Leo", "レオ", Model.Kind.BigCat) { Weight = 190.5, Legs = 4, Born = new DateOnly(2019, 5, 1), Keeper = aya, Tame = false };
                    var tora = new Model.Animal("2", "Tora", "虎", Model.Kind.BigCat) { Weight = 220, Legs = 4, Keeper = aya };
                    var kiwi = new Model.Animal("3", "Kiwi", "キウイ", Model.Kind.Bird) { Legs = 2, Born = new DateOnly(2022, 1, 9), Tame = true };
                    leo.Friends.Add(tora);
                    tora.Friends.Add(leo);
                    tora.Friends.Add(kiwi);
                    _animals = [leo, tora, kiwi];
                    aya.Animals = [leo, tora];
                }

                internal IReadOnlyList<Model.Animal> Animals(AnimalFilterInput? where, IReadOnlyList<AnimalSortInput>? order)
                {
                    var found = _animals.Where(a => where is null || where.Matches(a, this)).ToList();
                    return found.Order(Comparer<Model.Animal>.Create((x, y) => AnimalSortInput.Compare(order, x, y, this) is not 0 and var o ? o : string.CompareOrdinal(x.Id, y.Id))).ToArray();
                }

                public Model.Animal? Animal(string id) => _animals.Find(a => a.Id == id);
                public Model.Page<Model.Animal> Page(int? first) => new(_animals.Take(first ?? 1).ToArray(), _animals.Count);
                public IEnumerable<object> Search(string text) => [.. _animals.Where(a => a.English.Contains(text)), _animals[0].Keeper!];
                public object?[]? Named => [_animals[0], null, _animals[0].Keeper];
                public string Told(Optional<string?> note) => note.HasValue ? note.Value ?? "null" : "nothing";
                public int Broken => throw new InvalidOperationException("a secret");
                public int?[][]? Nested => [[1, null], []];
            }
        }

        namespace Test.Model
        {
            public enum Kind { BigCat, Bird, Fish }
            public enum Language { En, Ja }
            public sealed class Animal(string id, string english, string japanese, Kind kind)
            {
                public string Id => id;
                public string English => english;
                public string Japanese => japanese;
                public Kind Kind => kind;
                public double? Weight { get; init; }
                public required byte Legs { get; init; }
                public DateOnly? Born { get; init; }
                public Keeper? Keeper { get; init; }
                public List<Animal> Friends { get; } = [];
                public bool? Tame { get; init; }
            }
            public sealed class Keeper(string english, string japanese)
            {
                public string Name(Language language) => language is Language.Ja ? japanese : english;
                public IReadOnlyList<Animal> Animals { get; set; } = [];
            }
            public sealed record Page<T>(IReadOnlyList<T> Nodes, int Total);
            public sealed class HuntBy
            {
                public string? Id { get; init; }
                public string? Name { get; init; }
            }
        }

        namespace Test.Resolvers
        {
            using Test.Model;

            internal static class QueryResolvers
            {
                public static string Echo(Root root, Hunt hunt) =>
                    $"{string.Join("+", hunt.Kinds ?? [])} over {hunt.Least} by {hunt.By.Id ?? "name " + hunt.By.Name}";
                public static long Count(Root root, CancellationToken cancellationToken) => root.Animals(null, null).Count;
            }

            internal static class AnimalResolvers
            {
                public static string Name(Animal animal, Language language) => language is Language.Ja ? animal.Japanese : animal.English;
            }

            internal sealed class DayScalar : Scalar<DateOnly>
            {
                public override void Write(DateOnly value, ResponseWriter writer) => writer.Formatted(value, "O");
                public override object Parse(ValueNode literal) => literal is StringValueNode text ? Day(text.Value) : throw new GraphQLException("Day is a text.");
                public override object Parse(System.Text.Json.JsonElement value) => Day(value.GetString()!);
                private static DateOnly Day(string text) =>
                    DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : throw new GraphQLException($"Day cannot represent {text}.");
            }
        }
        """;

    private static readonly Workshop.Product Zoo = Workshop.Make(Sdl, CSharp);

    [Theory]
    [InlineData("{ animal(id: 1) { id name kind weight legs born tame __typename } }",
        """{"data":{"animal":{"id":"1","name":"Leo","kind":"BIG_CAT","weight":190.5,"legs":4,"born":"2019-05-01","tame":false,"__typename":"Animal"}}}""")]
    [InlineData("{ animal(id: \"2\") { name(language: JA) born keeper { name(language: JA) animals { id } } } }",
        """{"data":{"animal":{"name":"虎","born":null,"keeper":{"name":"綾","animals":[{"id":"1"},{"id":"2"}]}}}}""")]
    [InlineData("{ animal(id: 9) { id } }", """{"data":{"animal":null}}""")]
    [InlineData("{ page { nodes { id } total } }", """{"data":{"page":{"nodes":[{"id":"1"},{"id":"2"}],"total":3}}}""")]
    [InlineData("{ search(text: \"i\") { __typename ... on Animal { id } ... on Named { name } } }",
        """{"data":{"search":[{"__typename":"Animal","id":"3","name":"Kiwi"},{"__typename":"Keeper","name":"Aya"}]}}""")]
    [InlineData("{ named { __typename name(language: JA) } }",
        """{"data":{"named":[{"__typename":"Animal","name":"レオ"},null,{"__typename":"Keeper","name":"綾"}]}}""")]
    [InlineData("{ nested count }", """{"data":{"nested":[[1,null],[]],"count":3}}""")]
    [InlineData("{ echo(hunt: { kinds: BIRD, by: { id: 7 } }) }", """{"data":{"echo":"Bird over 1.5 by 7"}}""")]
    [InlineData("{ echo(hunt: { least: 3, by: { name: \"x\" } }) }", """{"data":{"echo":" over 3 by name x"}}""")]
    [InlineData("{ a: told b: told(note: null) c: told(note: \"x\") }", """{"data":{"a":"nothing","b":"null","c":"x"}}""")]
    [InlineData("{ broken }",
        """{"errors":[{"message":"Internal error.","locations":[{"line":1,"column":3}],"path":["broken"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":null}""")]
    public void A_generated_schema_answers(string query, string answer) => Assert.Equal(answer, Ask(query));

    [Theory]
    [InlineData("{ name: { eq: \"Leo\" } }", "1")]
    [InlineData("{ name: { contains: \"o\" } }", "1 2")]
    [InlineData("{ name: { nstartsWith: \"L\", in: [\"Leo\", \"Kiwi\"] } }", "3")]
    [InlineData("{ name: { or: [{ eq: \"Leo\" }, { eq: \"Kiwi\" }] } }", "1 3")]
    [InlineData("{ kind: { eq: BIRD } }", "3")]
    [InlineData("{ kind: { in: [BIRD, BIG_CAT] } }", "1 2 3")]
    [InlineData("{ weight: { gt: 200 } }", "2")]
    [InlineData("{ weight: { ngt: 200 } }", "1 3")]
    [InlineData("{ weight: { lte: 190.5 } }", "1")]
    [InlineData("{ weight: { eq: null } }", "3")]
    [InlineData("{ weight: { neq: null } }", "1 2")]
    [InlineData("{ legs: { nin: [2, 6] } }", "1 2")]
    [InlineData("{ legs: { nin: [2, 3, 5, 6, 7, 8, 9, 10, 11, 12] } }", "1 2")]
    [InlineData("{ born: { gte: \"2020-01-01\" } }", "3")]
    [InlineData("{ tame: { eq: null } }", "2")]
    [InlineData("{ tame: { neq: true } }", "1 2")]
    [InlineData("{ keeper: { name: { neq: \"Bo\" } } }", "1 2")]
    [InlineData("{ friends: { some: { kind: { eq: BIRD } } } }", "2")]
    [InlineData("{ friends: { all: { kind: { eq: BIG_CAT } } } }", "1 3")]
    [InlineData("{ friends: { none: { name: { eq: \"Leo\" } } } }", "1 3")]
    [InlineData("{ friends: { any: false } }", "3")]
    [InlineData("{ or: [{ legs: { eq: 2 } }, { weight: { gt: 200 } }] }", "2 3")]
    [InlineData("{ and: [{ legs: { eq: 4 } }, { weight: { gt: 200 } }], or: [] }", "2")]
    public void A_filter_reads_what_the_fields_of_its_names_return(string where, string ids) => Assert.Equal(ids, Ids($"where: {where}"));

    [Theory]
    [InlineData("[{ name: DESC }]", "2 1 3")]
    [InlineData("[{ weight: ASC }]", "1 2 3")]
    [InlineData("[{ weight: DESC }]", "2 1 3")]
    [InlineData("[{ kind: DESC }, { name: DESC }]", "3 2 1")]
    [InlineData("{ keeper: { name: ASC } }", "1 2 3")]
    public void An_order_puts_what_has_no_value_last(string order, string ids) => Assert.Equal(ids, Ids($"order: {order}"));

    [Fact]
    public void Inputs_come_from_variables_as_well() => Assert.Equal(
        """{"data":{"echo":"BigCat+Bird over 2 by 5","animals":[{"id":"3"}]}}""",
        Ask(
            "query($hunt: Hunt!, $legs: Int, $day: Day) { echo(hunt: $hunt) animals(where: { and: [{ legs: { eq: $legs } }, { born: { gte: $day } }] }) { id } }",
            """{ "hunt": { "kinds": ["BIG_CAT", "BIRD"], "least": 2, "by": { "id": 5 } }, "legs": 2, "day": "2020-01-01" }"""));

    private static string Ids(string arguments) => string.Join(
        " ", System.Text.Json.JsonElement.Parse(Ask($"{{ animals({arguments}) {{ id }} }}")).GetProperty("data").GetProperty("animals").EnumerateArray().Select(a => a.GetProperty("id").GetString()));

    private static string Ask(string query, string variables = "{}") => Zoo.Ask(query, variables);
}
