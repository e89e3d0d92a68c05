namespace StrategyGraph.GraphQL.Generator.Tests;

/// <summary>What does not bind is an error at the schema's line that says what was looked for.</summary>
public sealed class BindingErrorTests
{
    private const string CSharpBefore = """
        #nullable enable
        namespace Test
        {
            [GraphQLSchema(typeof(Root), Types = ["Test.Model"], Resolvers = "Test.Resolvers")]
            internal static partial class Schema;
        }

        """;

    [Theory]
    [InlineData("type Query {\n  size: Int!\n}", "class Root { }",
        "SGQL003 schema.graphql(2,3): Nothing answers Query.size: looked for Size on Test.Root, and for a static method QueryResolvers.Size(Root …) in Test.Resolvers.")]
    [InlineData("type Query { size: Int! }", "class Root { private int Size => 1; }",
        "SGQL003 schema.graphql(1,14): Nothing answers Query.size: looked for Size on Test.Root, and for a static method QueryResolvers.Size(Root …) in Test.Resolvers.")]
    [InlineData("type Query { size: Int! }", "class Root { public string Size => \"\"; }",
        "SGQL004 schema.graphql(1,20): Query.size: Root.Size is string, which is no Int: looked for int or another whole number of at most 64 bits.")]
    [InlineData("type Query { size: Int! }", "class Root { public int? Size => 1; }",
        "SGQL005 schema.graphql(1,20): Query.size: Root.Size is int? and may be null, where the schema's Int! may not.")]
    [InlineData("type Query { names: [String!] }", "class Root { public string?[] Names => []; }",
        "SGQL005 schema.graphql(1,21): Query.names: Root.Names is string? and may be null, where the schema's String! may not.")]
    [InlineData("type Query { names: [String!] }", "class Root { public string Names => \"\"; }",
        "SGQL004 schema.graphql(1,21): Query.names: Root.Names is string, where the schema's [String!] wants a list (an array or an IEnumerable<T>).")]
    [InlineData("type Query { name(of: Int!): String }", "class Root { public string Name => \"\"; }",
        "SGQL006 schema.graphql(1,14): Query.name: Root.Name is no method, so nothing takes argument of.")]
    [InlineData("type Query { name(of: Int!): String }", "class Root { public string Name(int at) => \"\"; }",
        "SGQL006 schema.graphql(1,14): Query.name: Root.Name has parameter at, which is no argument of the field.")]
    [InlineData("type Query { name(of: Int!): String }", "class Root { public string Name() => \"\"; }",
        "SGQL006 schema.graphql(1,14): Query.name: Root.Name has no parameter of.")]
    [InlineData("type Query { name(of: Int): String }", "class Root { public string Name(int of) => \"\"; }",
        "SGQL005 schema.graphql(1,23): Query.name: Root.Name(of:) is int and takes no null, where the schema's Int may be null.")]
    [InlineData("type Query { name(of: [Int!]!): String }", "class Root { public string Name(List<int> of) => \"\"; }",
        "SGQL004 schema.graphql(1,23): Query.name: Root.Name(of:) is List<int>, where the schema's [Int!] wants an array or IReadOnlyList<T>.")]
    [InlineData("type Query { day: Day }\nscalar Day", "class Root { public DateOnly Day => default; }",
        "SGQL002 schema.graphql(2,8): No C# class for scalar Day: looked for Test.Resolvers.DayScalar, deriving from Scalar<T>.")]
    [InlineData("type Query { kind: Kind! }\nenum Kind { BIG SMALL }", "class Root { public Model.Kind Kind => default; } } namespace Test.Model { enum Kind { Big, Tiny }",
        "SGQL007 schema.graphql(2,17): No C# member for Kind.SMALL: Test.Model.Kind has Big, Tiny.")]
    [InlineData("type Query { a: Int! }\ntype Lost { a: Int }", "class Root { public int A => 1; }",
        "SGQL002 schema.graphql(2,6): No C# type for Lost: there is no type of that name in Test.Model, and no bound field returns one.")]
    [InlineData("type Query { a: T b: T }\ntype T { x: Int }", "class Root { public One? A => null; public Two? B => null; } class One { public int X => 1; } class Two { public int X => 1; }",
        "SGQL004 schema.graphql(1,22): Query.b: Root.B is Two, but T is bound to Test.One.")]
    [InlineData("type Query { a: Either }\nunion Either = A | B\ntype A { x: Int }\ntype B { x: Int }\ntype C { a: A b: B }", "class Root { public object? A => null; } } namespace Test.Model { class A { public int X => 1; } class C { public A A => null!; [System.Obsolete] public A B => null!; }",
        "SGQL004 schema.graphql(2,7): A and B are bound to one C# type, Test.Model.A, so nothing tells which of them a value of Either is.")]
    [InlineData("type Query { a(by: By): Int }\ninput By { x: Int }", "class Root { public int A(Model.By? by) => 1; } } namespace Test.Model { class By { public int? Y { get; init; } }",
        "SGQL008 schema.graphql(2,12): Nothing takes By.x: looked for a property X with set or init on Test.Model.By.")]
    [InlineData("type Query { a(where: TFilterInput): T }\ntype T { x: Int }\ninput TFilterInput { y: IntOperationFilterInput }\ninput IntOperationFilterInput { eq: Int }", "class Root { public T? A(TFilterInput? where) => null; } class T { public int X => 1; }",
        "SGQL008 schema.graphql(3,22): T has no field y, so TFilterInput cannot ask for it.")]
    [InlineData("type Query { a(where: TFilterInput): T }\ntype T { x: String }\ninput TFilterInput { x: IntOperationFilterInput }\ninput IntOperationFilterInput { eq: Int }", "class Root { public T? A(TFilterInput? where) => null; } class T { public string X => \"\"; }",
        "SGQL008 schema.graphql(3,22): TFilterInput.x asks by IntOperationFilterInput, which does not go with T.x: String.")]
    [InlineData("type Query { a(where: TFilterInput): T }\ntype T { x: Int }\ninput TFilterInput { x: IntOperationFilterInput }\ninput IntOperationFilterInput { eq: Int, like: Int }", "class Root { public T? A(TFilterInput? where) => null; } class T { public int X => 1; }",
        "SGQL008 schema.graphql(4,42): IntOperationFilterInput has no operation like: there are and, or, eq, neq, in, nin, gt, ngt, gte, ngte, lt, nlt, lte, nlte.")]
    [InlineData("type Query { a: Int! ", "class Root { public int A => 1; }", "SGQL001 schema.graphql(1,22): Syntax Error: Expected Name, found <EOF>.")]
    [InlineData("type Query { a: Itn! }", "class Root { public int A => 1; }", "SGQL001 schema.graphql(1,17): Unknown type \"Itn\".")]
    public void What_does_not_bind_is_reported_at_the_schema(string sdl, string csharp, string problem) =>
        Assert.Equal([problem], Workshop.Problems(sdl, $"{CSharpBefore}namespace Test {{ {csharp} }}"));

    [Fact]
    public void The_file_that_is_wrong_is_named() => Assert.Equal(
        ["SGQL003 schema/b.graphql(2,10): Nothing answers T.x: looked for X on Test.T, and for a static method TResolvers.X(T …) in Test.Resolvers."],
        Workshop.Problems(
            [("schema/b.graphql", "\ntype T { x: Int }"), ("schema/a.graphql", "type Query { t: T }")],
            CSharpBefore + "namespace Test { class Root { public T? T => null; } class T; }"));

    [Fact]
    public void A_resolver_goes_before_a_member_and_may_be_written_for_an_interface()
    {
        // lang=graphql
        const string sdl = "type Query { t: T! } interface I { a: Int! b: Int! c: Int! } type T implements I { a: Int! b: Int! c: Int! }";
        const string csharp = CSharpBefore + """
            namespace Test
            {
                public class Root { public Base T => new Derived(); }
                public class Base { public int A => 1; public int B => 1; public int C => 1; }
                public class Derived : Base;
            }
            namespace Test.Resolvers
            {
                static class TResolvers { public static int A(Base t) => 2; }
                static class IResolvers { public static int A(Base t) => 3; public static int B(object t) => 3; }
            }
            """;
        Assert.Equal("""{"data":{"t":{"a":2,"b":3,"c":1}}}""", Workshop.Make(sdl, csharp).Ask("{ t { a b c } }"));
    }
}
