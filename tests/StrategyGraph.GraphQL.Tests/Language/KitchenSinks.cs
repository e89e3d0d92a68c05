namespace StrategyGraph.GraphQL.Tests.Language;

/// <summary>Two documents that use every production of the grammar, in the printer's own layout.</summary>
internal static class KitchenSinks
{
    // lang=graphql
    public const string Request = """"
        "Plans of a city, newest first."
        query Plans(
        "How many at most."
        $first: Int! = 10 @limit(max: 100)
        $cities: [[ID!]!]
        $where: PlanWhere = { city: "01210", kinds: [PLEDGES, STRATEGY], period: null, ratio: -0.5e+3 }
        ) @cached(seconds: 60) @traced {
          plans(first: $first, where: $where) @include(if: true) @skip(if: false) {
            title: name(lang: JA)
            ...PlanParts @traced
            ... on Plan @traced {
              goals(
                matching: "a text long enough to need a line"
                among: ["one", "two", "three", "four"]
                deep: { empty: {  }, none: [], both: [{ a: [1, -2, 0] }, $cities] }
              ) {
                id
              }
            }
            ... @include(if: $first) {
              id
            }
            ... {
              on
            }
          }
        }

        """
        Changes a plan.
          This line is indented.

        It holds \""" within.
        """
        mutation Change {
          change(text: "\t \n \" \\ \u0007 日本語 😀 é", block: """kept""") {
            ok
          }
        }

        subscription Changes {
          changed
        }

        "The parts of a plan."
        fragment PlanParts on Plan @traced {
          query
          mutation
          subscription
          fragment
          on
          type
          true
          false
          null
          extend
          _
          __typename
          _a1: B2
        }

        {
          unnamed
        }
        """";

    // lang=graphql
    public const string Schema = """"
        """
        What a city promises,
        and what became of it.
        """
        schema @link(urls: ["https://example.org/a", "https://example.org/b"]) {
          query: Query
          mutation: Mutation
          subscription: Subscription
        }

        extend schema @traced

        extend schema @traced {
          subscription: Subscription
        }

        "A calendar day."
        scalar Date @specifiedBy(url: "https://example.org/date")

        extend scalar Date @traced

        "A plan."
        type Plan implements Node & Titled @key(fields: "id") {
          "Stable for ever."
          id: ID!
          """
          Every title,
          in every language.
          """
          titles(language: Language = JA, first: Int = 10 @limit(max: 100)): [[String!]!]! @deprecated(reason: """Use title""")
          goals(
            "How many at most."
            first: Int
            after: String = null
          ): [Goal]
        }

        type Empty

        extend type Plan implements Cited

        extend type Plan @traced

        extend type Plan {
          more: Int
        }

        interface Titled implements Node & Cited @traced {
          id: ID!
        }

        interface Nothing

        extend interface Titled implements Dated

        extend interface Titled @traced

        extend interface Titled {
          title: String
        }

        union Element @traced = Goal | Measure | Initiative

        union NoElement

        extend union Element = Activity

        extend union Element @traced

        enum Language @traced {
          "Japanese."
          JA
          EN @deprecated
        }

        enum NoLanguage

        extend enum Language {
          KO
        }

        extend enum Language @traced

        input PlanWhere @oneOf {
          "A municipality code."
          city: ID = "01210" @traced
          kinds: [Kind!] = [PLEDGES]
        }

        input NoWhere

        extend input PlanWhere {
          period: PeriodWhere
        }

        extend input PlanWhere @traced

        "Most that a client may ask for."
        directive @limit(
          "The most."
          max: Int = 5 @traced
          min: Int
        ) repeatable on FIELD | ARGUMENT_DEFINITION | VARIABLE_DEFINITION

        directive @traced on QUERY | MUTATION | SUBSCRIPTION | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        """";
}
