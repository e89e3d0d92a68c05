// Mercurius over SQLite as its documentation shows it: resolvers, and loaders where rows belong to many parents.
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import Fastify from "fastify";
import mercurius from "mercurius";

const db = new Database(process.argv[2], { readonly: true });
const id = (type, key) => Buffer.from(`${type}:${key}`).toString("base64url");
const keyOf = (text) => Buffer.from(text, "base64url").toString().replace(/^\w+:/, "");
const word = (text) => text.replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** The rows of each parent, in one statement for all of them. */
function rowsOf(sql) {
  const statement = db.prepare(sql);
  return async (queries) => {
    const rows = new Map(queries.map((q) => [q.obj.row, []]));
    for (const row of statement.all(JSON.stringify([...rows.keys()]))) rows.get(row.parent).push(row);
    return queries.map((q) => rows.get(q.obj.row));
  };
}

const municipality = db.prepare("SELECT id AS row, code, coalesce(name_ja, name_en) AS name FROM municipality WHERE code = ?");
const municipalities = db.prepare("SELECT id AS row, code, coalesce(name_ja, name_en) AS name FROM municipality WHERE code > ? ORDER BY code LIMIT ?");
const plan = db.prepare("SELECT id AS row, slug, coalesce(title_ja, title_en) AS title, kind FROM plan WHERE slug = ?");
const element = (role) => `
  SELECT e.id AS row, %PARENT% AS parent, p.slug || '/' || e.slug AS slug, coalesce(e.title_ja, e.title_en) AS title
    FROM element e JOIN plan_level l ON l.id = e.plan_level_id AND l.role = '${role}' JOIN plan p ON p.id = e.plan_id`;

const app = Fastify();
app.register(mercurius, {
  schema: readFileSync(new URL("mercurius.graphql", import.meta.url), "utf8"),
  jit: 1,
  resolvers: {
    Query: {
      plan: (_, args) => plan.get(keyOf(args.id)),
      municipality: (_, args) => municipality.get(args.code),
      municipalities: (_, args) => {
        const rows = municipalities.all(args.after ? keyOf(args.after) : "", args.first + 1);
        const nodes = rows.slice(0, args.first);
        return { nodes, pageInfo: { hasNextPage: rows.length > args.first, endCursor: nodes.length ? id("Municipality", nodes.at(-1).code) : null } };
      },
    },
    Plan: { id: (row) => id("Plan", row.slug), kind: (row) => word(row.kind) },
    Goal: { id: (row) => id("Goal", row.slug) },
    Measure: { id: (row) => id("Measure", row.slug) },
    Progress: {
      fiscalYear: (row) => ({ year: Number(row.ends.slice(0, 4)) - (row.ends.slice(5, 7) >= "04" ? 0 : 1) }),
      verdict: (row) => (row.missing ? "NOT_RATED" : "PUBLISHED_ONLY"),
    },
  },
  loaders: {
    Municipality: {
      plans: rowsOf("SELECT id AS row, municipality_id AS parent, slug, coalesce(title_ja, title_en) AS title, kind FROM plan WHERE municipality_id IN (SELECT value FROM json_each(?)) ORDER BY slug"),
    },
    Plan: { goals: rowsOf(`${element("Goal").replace("%PARENT%", "e.plan_id")} WHERE e.plan_id IN (SELECT value FROM json_each(?)) ORDER BY e.id`) },
    Goal: { measures: rowsOf(`${element("Measure").replace("%PARENT%", "e.parent_id")} WHERE e.parent_id IN (SELECT value FROM json_each(?)) ORDER BY e.id`) },
    Measure: {
      departments: rowsOf("SELECT r.element_id AS parent, d.name FROM responsibility r JOIN department d ON d.id = r.department_id WHERE r.element_id IN (SELECT value FROM json_each(?)) ORDER BY r.id"),
      progressSeries: rowsOf(`
        SELECT a.element_id AS parent, t.ends_on AS ends, r.missing, CASE WHEN r.missing IS NULL THEN r.percent END AS percent
          FROM assessment a JOIN rating r ON r.id = a.rating_id JOIN reporting o ON o.id = a.reporting_id JOIN period t ON t.id = o.period_id
         WHERE a.element_id IN (SELECT value FROM json_each(?)) ORDER BY t.ends_on`),
      sdgGoals: rowsOf(`
        SELECT DISTINCT t.element_id AS parent, coalesce(top.number, g.number) AS number
          FROM tag t JOIN framework_goal g ON g.id = t.framework_goal_id LEFT JOIN framework_goal top ON top.id = g.parent_id
         WHERE t.element_id IN (SELECT value FROM json_each(?)) AND g.iri LIKE 'http://metadata.un.org/sdg/%' ORDER BY t.id`),
    },
  },
});
console.log(`Peer at ${await app.listen({ host: "127.0.0.1", port: 0 })}/graphql`);
