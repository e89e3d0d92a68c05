// PostGraphile over PostgreSQL as its documentation shows it: views with smart comments, an extended schema, the options for production.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import build from "graphile-build";
import utils from "graphile-utils";
import pg from "pg";
import { postgraphile } from "postgraphile";

const pool = new pg.Pool({ host: process.argv[2], user: "postgres", database: "postgres" });
await pool.query(readFileSync(new URL("views.sql", import.meta.url), "utf8"));

const keyOf = (id) => Buffer.from(id, "base64url").toString().replace(/^\w+:/, "");

// What it makes of the views by itself but for the way in: ids and cursors that are the release's, where its own are of table rows.
const WaysIn = utils.makeExtendSchemaPlugin(({ pgSql: sql }) => ({
  typeDefs: utils.gql`
    extend type Query {
      plan(id: ID!): Plan
      municipalities(first: Int!, after: String): Municipalities
    }
    type Municipalities {
      nodes: [Municipality!]!
      pageInfo: MunicipalitiesPageInfo!
    }
    type MunicipalitiesPageInfo {
      hasNextPage: Boolean!
      endCursor: String
    }
  `,
  resolvers: {
    Query: {
      plan: async (_, { id }, context, { graphile }) => {
        const [plan] = await graphile.selectGraphQLResultFromTable(sql.fragment`plans.plan`, (row, query) => {
          query.where(sql.fragment`${row}.slug = ${sql.value(keyOf(id))}`);
        });
        return plan;
      },
      municipalities: (_, { first, after }) => ({ first, after: after ? keyOf(after) : "" }),
    },
    Municipalities: {
      nodes: ({ first, after }, _, context, { graphile }) =>
        graphile.selectGraphQLResultFromTable(sql.fragment`plans.municipality`, (row, query) => {
          query.where(sql.fragment`${row}.code > ${sql.value(after)}`);
          query.orderBy(sql.fragment`${row}.code`, true);
          query.limit(first);
        }),
      pageInfo: async ({ first, after }, _, { pgClient }) => {
        const { rows } = await pgClient.query({
          name: "page",
          text: "SELECT public.global_id('Municipality', code) AS cursor FROM plans.municipality WHERE code > $1 ORDER BY code LIMIT $2",
          values: [after, first + 1],
        });
        return { hasNextPage: rows.length > first, endCursor: rows.slice(0, first).at(-1)?.cursor };
      },
    },
  },
}));

const server = createServer(
  postgraphile(pool, "plans", {
    appendPlugins: [WaysIn],
    skipPlugins: [build.NodePlugin],
    simpleCollections: "only",
    dynamicJson: true,
    setofFunctionsContainNulls: false,
    disableDefaultMutations: true,
    disableQueryLog: true,
    graphiql: false,
  }),
);
server.listen(0, "127.0.0.1", () => console.log(`Peer at http://127.0.0.1:${server.address().port}/graphql`));
