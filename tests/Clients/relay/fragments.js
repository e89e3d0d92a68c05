// What relay-compiler reads: the tags are never run, their artifacts are.
import { graphql } from 'relay-runtime';

export const measures = graphql`
  fragment fragments_measures on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }, where: { type: "MeasureFilterInput" })
  @refetchable(queryName: "fragmentsMeasuresPageQuery") {
    measures(first: $count, after: $cursor, where: $where) @connection(key: "fragments_measures", filters: ["where"]) {
      totalCount
      edges {
        node {
          id
          title
          goal { ...fragments_element }
        }
      }
    }
  }
`;

// Any type of node can be asked for again by its id: an object type, and an interface of such types.
export const plan = graphql`
  fragment fragments_plan on Plan
  @argumentDefinitions(language: { type: "Language", defaultValue: JA })
  @refetchable(queryName: "fragmentsPlanRefetchQuery") {
    title(language: $language)
    period { start end }
    goals { ...fragments_element }
  }
`;

export const element = graphql`
  fragment fragments_element on PlanElement
  @argumentDefinitions(year: { type: "Int" })
  @refetchable(queryName: "fragmentsElementRefetchQuery") {
    id
    role
    title @required(action: THROW)
    progress(fiscalYear: $year) { percent published { value citation { document { id title } } } }
    ... on Measure { theme { id } }
  }
`;

export const query = graphql`
  query fragmentsQuery($kind: PlanKind!, $count: Int!) {
    plans(first: 5, where: { kind: { eq: $kind } }, order: [{ title: ASC }]) @connection(key: "fragments_plans", filters: []) {
      edges { node { id ...fragments_plan } }
    }
    ...fragments_measures @arguments(count: $count)
  }
`;
