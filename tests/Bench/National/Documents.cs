namespace StrategyGraph.Bench.National;

/// <summary>The questions' documents. References know them by the names of their operations.</summary>
internal static class Documents
{
    public const string Tiny = // lang=graphql
        "query Tiny($id: ID!) { plan(id: $id) { id title } }";

    public const string Tree = // lang=graphql
        """
        query Tree($code: MunicipalityCode!) {
          municipality(code: $code) {
            code name
            plans {
              id title kind
              goals {
                id title
                measures { id title departments { name } progressSeries { fiscalYear { year } percent verdict } sdgGoals { number } }
              }
            }
          }
        }
        """;

    public const string List = // lang=graphql
        """
        query List($after: String) {
          municipalities(first: 50, after: $after) {
            nodes { code name plans { id title kind goals { id title } } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string FilteredPage = // lang=graphql
        """
        query FilteredPage($text: String!, $after: String) {
          measures(
            where: { progress: { percent: { gte: 80 } }, title: { contains: $text } }
            order: [{ progress: { percent: DESC } }]
            first: 20
            after: $after
          ) {
            totalCount
            nodes { id title plan { title municipality { name } } progress { percent } }
            pageInfo { hasNextPage endCursor }
          }
        }
        """;

    public const string Groups = // lang=graphql
        """
        query Groups {
          measureGroups(by: [SDG_GOAL, PREFECTURE]) { keys { key label } count rated missing progress { mean minimum maximum } }
        }
        """;

    public const string Compare = // lang=graphql
        """
        query Compare($plans: [ID!]!, $framework: ID!) {
          compare(plans: $plans, framework: $framework) {
            rows { goal { number } cells { measureCount rated meanProgress } }
            gaps { goal { number } presentIn { id } absentFrom { id } }
          }
        }
        """;

    public const string Search = // lang=graphql
        """
        query Search($text: String!) {
          search(text: $text, first: 20) { totalCount edges { score node { id title } } pageInfo { hasNextPage endCursor } }
        }
        """;

    /// <summary>What GraphiQL, Apollo and graphql-codegen ask: the standard query of graphql-js with all of its options.</summary>
    public const string Introspection = // lang=graphql
        """
        query Introspection {
          __schema {
            description
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description
            args(includeDeprecated: true) { ...InputValue }
            type { ...TypeRef }
            isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;
}
