using System.Collections.Frozen;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.TypeSystem;

/// <summary>
/// What the specification itself defines: the built-in scalars, the introspection types (§4.2), the meta-fields (§4.1, §4.2)
/// and the built-in directives (§3.13). Written in SDL and compiled like any schema, once; every schema shares these objects.
/// </summary>
public static class StandardDefinitions
{
    private static readonly DefinitionCompiler Compiled = Compile();

    /// <summary>Built-in scalars and introspection types by name.</summary>
    public static FrozenDictionary<string, NamedType> TypesByName { get; } =
        BuiltInScalars.All.Concat(Compiled.Types).Where(t => t.Name != MetaFields).ToFrozenDictionary(t => t.Name);

    /// <summary><c>@include</c>, <c>@skip</c>, <c>@deprecated</c>, <c>@specifiedBy</c>, <c>@oneOf</c>.</summary>
    public static IReadOnlyList<DirectiveDefinition> Directives => Compiled.Directives;

    /// <summary><c>__schema: __Schema!</c>, on the query root.</summary>
    public static FieldDefinition SchemaField { get; } = MetaField("__schema");

    /// <summary><c>__type(name: String!): __Type</c>, on the query root.</summary>
    public static FieldDefinition TypeField { get; } = MetaField("__type");

    /// <summary><c>__typename: String!</c>, on every composite type.</summary>
    public static FieldDefinition TypeNameField { get; } = MetaField("__typename");

    /// <summary>The type is one of the specification's own.</summary>
    public static bool IsStandard(NamedType type) => TypesByName.ContainsKey(type.Name);

    /// <summary>The directive has the name of one of the specification's own, which a schema may define anew.</summary>
    public static bool IsStandard(DirectiveDefinition directive) => Directives.Any(d => d.Name == directive.Name);

    private static FieldDefinition MetaField(string name) => ((ObjectType)Compiled.Types.First(t => t.Name == MetaFields)).Field(name)!;

    private static DefinitionCompiler Compile()
    {
        var compiler = new DefinitionCompiler(
            Parser.Parse(new Source(Sdl, "the specification's own definitions"), ParserOptions.ForSchemas),
            BuiltInScalars.All.ToFrozenDictionary(s => s.Name, NamedType (s) => s),
            FrozenDictionary<string, ScalarCoercion>.Empty,
            keepSyntax: false);
        return compiler.Errors.Count == 0 ? compiler : throw new GraphQLException(compiler.Errors);
    }

    /// <summary>A type only here, to hold the fields that no type lists.</summary>
    private const string MetaFields = "__MetaFields";

    // lang=graphql
    private const string Sdl = """
        type __MetaFields {
          "The schema that answers."
          __schema: __Schema!
          "One type of the schema, by its name."
          __type(name: String!): __Type
          "The name of the object type of this very object."
          __typename: String!
        }

        "What a server can be asked: its types, its directives, and the types that operations start from."
        type __Schema {
          description: String
          "Every named type, these introspection types included."
          types: [__Type!]!
          "Where queries start."
          queryType: __Type!
          "Where mutations start, if the schema offers any."
          mutationType: __Type
          "Where subscriptions start, if the schema offers any."
          subscriptionType: __Type
          "Every directive that documents may use."
          directives: [__Directive!]!
        }

        "A type: a named one, or a list or non-null wrapper of another. Which fields here have a value depends on its kind."
        type __Type {
          kind: __TypeKind!
          "Null for LIST and NON_NULL."
          name: String
          description: String
          "Where the meaning of a custom scalar is written down. Only for SCALAR."
          specifiedByURL: String
          "Only for OBJECT and INTERFACE."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "Only for OBJECT and INTERFACE."
          interfaces: [__Type!]
          "The objects that a value can turn out to be. Only for INTERFACE and UNION."
          possibleTypes: [__Type!]
          "Only for ENUM."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "Only for INPUT_OBJECT."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "The wrapped type. Only for LIST and NON_NULL."
          ofType: __Type
          "Whether exactly one field must be given. Only for INPUT_OBJECT."
          isOneOf: Boolean
        }

        "What a type can be."
        enum __TypeKind {
          "A leaf value with a meaning of its own."
          SCALAR
          "Fields, each with a value."
          OBJECT
          "Fields that several objects share."
          INTERFACE
          "One of several objects."
          UNION
          "One of several names."
          ENUM
          "Fields that together make an input."
          INPUT_OBJECT
          "Any number of values of one type."
          LIST
          "Another type without null."
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          "Why, and what to use in its place."
          deprecationReason: String
        }

        "An argument of a field or directive, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The value it has when none is given, as a GraphQL literal."
          defaultValue: String
          isDeprecated: Boolean!
          "Why, and what to use in its place."
          deprecationReason: String
        }

        "One of the names that an enum allows."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          "Why, and what to use in its place."
          deprecationReason: String
        }

        "A directive: an annotation that changes how a document or a schema is understood."
        type __Directive {
          name: String!
          description: String
          "Whether it may stand more than once at one place."
          isRepeatable: Boolean!
          "Where it may stand."
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "Where a directive can stand."
        enum __DirectiveLocation {
          "On a query operation."
          QUERY
          "On a mutation operation."
          MUTATION
          "On a subscription operation."
          SUBSCRIPTION
          "On a selected field."
          FIELD
          "On the definition of a fragment."
          FRAGMENT_DEFINITION
          "On the use of a named fragment."
          FRAGMENT_SPREAD
          "On an inline fragment."
          INLINE_FRAGMENT
          "On the definition of a variable."
          VARIABLE_DEFINITION
          "On the schema."
          SCHEMA
          "On a scalar."
          SCALAR
          "On an object type."
          OBJECT
          "On a field's definition."
          FIELD_DEFINITION
          "On an argument's definition."
          ARGUMENT_DEFINITION
          "On an interface."
          INTERFACE
          "On a union."
          UNION
          "On an enum."
          ENUM
          "On a value of an enum."
          ENUM_VALUE
          "On an input object type."
          INPUT_OBJECT
          "On a field of an input object type."
          INPUT_FIELD_DEFINITION
        }

        "Leaves the field or fragment out unless the condition holds."
        directive @include(
          "The condition to take it in."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Leaves the field or fragment out when the condition holds."
        directive @skip(
          "The condition to leave it out."
          if: Boolean!
        ) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT

        "Says that clients should move away from this part of the schema."
        directive @deprecated(
          "Why, and what to use in its place, as Markdown."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

        "Says where the meaning of a custom scalar is written down."
        directive @specifiedBy(
          "The address of the scalar's specification."
          url: String!
        ) on SCALAR

        "Says that exactly one field of the input object must be given, and not null."
        directive @oneOf on INPUT_OBJECT
        """;
}
