using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Tests.TypeSystem;

/// <summary>Specification §3.6.1 (sub-types) and §5.5.2.3 (types with objects in common).</summary>
public class TypeRelationTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(Parser.Parse("""
        type Query { a: Int }
        interface Node { id: ID! }
        interface Element implements Node { id: ID! }
        type Goal implements Node & Element { id: ID! }
        type Measure implements Node & Element { id: ID! }
        type Person implements Node { id: ID! }
        type Date { day: Int }
        union Plannable = Measure | Goal
        union Dated = Date
        """));

    private static GraphType Type(string reference) => Schema.TypeFromNode(Parser.ParseType(reference))!;

    [Theory]
    [InlineData("Goal", "Goal", true)]
    [InlineData("Goal", "Node", true)]
    [InlineData("Element", "Node", true)]
    [InlineData("Node", "Element", false)]
    [InlineData("Goal", "Plannable", true)]
    [InlineData("Element", "Plannable", false)]
    [InlineData("Plannable", "Node", false)]
    [InlineData("Int", "Float", false)]
    [InlineData("Goal!", "Node", true)]
    [InlineData("Goal!", "Node!", true)]
    [InlineData("Goal", "Node!", false)]
    [InlineData("[Goal!]!", "[Node]", true)]
    [InlineData("[Goal]", "[Node!]", false)]
    [InlineData("[Goal]", "Node", false)]
    [InlineData("Goal", "[Node]", false)]
    public void One_type_is_a_sub_type_of_another(string type, string of, bool expected) => Assert.Equal(expected, Schema.IsSubTypeOf(Type(type), Type(of)));

    [Theory]
    [InlineData("Goal", "Goal", true)]
    [InlineData("Goal", "Measure", false)]
    [InlineData("Goal", "Node", true)]
    [InlineData("Date", "Node", false)]
    [InlineData("Node", "Element", true)]
    [InlineData("Element", "Plannable", true)]
    [InlineData("Dated", "Plannable", false)]
    [InlineData("Dated", "Date", true)]
    public void Two_types_have_objects_in_common(string a, string b, bool expected)
    {
        Assert.Equal(expected, Schema.DoTypesOverlap(Schema.Types[a], Schema.Types[b]));
        Assert.Equal(expected, Schema.DoTypesOverlap(Schema.Types[b], Schema.Types[a]));
    }

    [Theory]
    [InlineData("Node", "Goal Measure Person")]
    [InlineData("Element", "Goal Measure")]
    [InlineData("Plannable", "Measure Goal")]
    [InlineData("Date", "Date")]
    public void Possible_types_keep_their_order(string type, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Schema.PossibleTypesInOrder(Schema.Types[type])));
        Assert.True(Schema.PossibleTypes(Schema.Types[type]).SetEquals(Schema.PossibleTypesInOrder(Schema.Types[type])));
    }

    [Fact]
    public void A_reference_to_no_type_means_nothing() => Assert.Null(Schema.TypeFromNode(Parser.ParseType("[Gaol!]")));

    [Fact]
    public void References_to_the_same_type_in_the_same_wrappers_are_the_same()
    {
        Assert.True(Type("[Goal!]!").IsSameAs(Type("[Goal!]!")));
        Assert.False(Type("[Goal!]!").IsSameAs(Type("[Goal]!")));
    }

    [Theory]
    [InlineData("Int", "SCALAR")]
    [InlineData("Goal", "OBJECT")]
    [InlineData("Node", "INTERFACE")]
    [InlineData("Plannable", "UNION")]
    [InlineData("__TypeKind", "ENUM")]
    [InlineData("[Int]", "LIST")]
    [InlineData("[Int]!", "NON_NULL")]
    public void A_type_knows_its_kind(string type, string kind) => Assert.Equal(kind, Type(type).Kind);
}
