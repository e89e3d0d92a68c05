-- The release as readers see it: views, which PostGraphile relates by smart comments, in a schema of their own.
BEGIN;
SET LOCAL search_path TO strategygraph_1;
CREATE SCHEMA plans;
CREATE DOMAIN plans.municipality_code AS text;
CREATE TYPE plans.fiscal_year AS (year integer);

CREATE FUNCTION public.global_id(type text, key text) RETURNS text STABLE LANGUAGE sql AS
  $$ SELECT translate(encode(convert_to(type || ':' || key, 'UTF8'), 'base64'), E'+/=\n', '-_') $$;

CREATE VIEW plans.municipality AS
  SELECT id AS key, code::plans.municipality_code, coalesce(name_ja, name_en) AS name FROM municipality;
COMMENT ON VIEW plans.municipality IS E'@primaryKey key\n@unique code|@fieldName municipality';

CREATE VIEW plans.plan AS
  SELECT id AS key, municipality_id AS municipality_key, slug, public.global_id('Plan', slug) AS id, coalesce(title_ja, title_en) AS title,
         upper(regexp_replace(kind, '(?<=.)([A-Z])', '_\1', 'g')) AS kind
    FROM plan;
COMMENT ON VIEW plans.plan IS E'@primaryKey key\n@foreignKey (municipality_key) references plans.municipality (key)|@foreignSimpleFieldName plans';

CREATE VIEW plans.goal AS
  SELECT e.id AS key, e.plan_id AS plan_key, public.global_id('Goal', p.slug || '/' || e.slug) AS id, coalesce(e.title_ja, e.title_en) AS title
    FROM element e JOIN plan_level l ON l.id = e.plan_level_id AND l.role = 'Goal' JOIN plan p ON p.id = e.plan_id;
COMMENT ON VIEW plans.goal IS E'@primaryKey key\n@foreignKey (plan_key) references plans.plan (key)|@foreignSimpleFieldName goals';

CREATE VIEW plans.measure AS
  SELECT e.id AS key, e.parent_id AS goal_key, public.global_id('Measure', p.slug || '/' || e.slug) AS id, coalesce(e.title_ja, e.title_en) AS title
    FROM element e JOIN plan_level l ON l.id = e.plan_level_id AND l.role = 'Measure' JOIN plan p ON p.id = e.plan_id;
COMMENT ON VIEW plans.measure IS E'@primaryKey key\n@foreignKey (goal_key) references plans.goal (key)|@foreignSimpleFieldName measures';

CREATE VIEW plans.department AS
  SELECT r.id AS key, r.element_id AS measure_key, d.name FROM responsibility r JOIN department d ON d.id = r.department_id;
COMMENT ON VIEW plans.department IS E'@primaryKey key\n@foreignKey (measure_key) references plans.measure (key)|@foreignSimpleFieldName departments';

CREATE VIEW plans.progress AS
  SELECT a.element_id AS measure_key, t.ends_on, ROW(extract(year FROM t.ends_on - interval '3 months'))::plans.fiscal_year AS fiscal_year,
         CASE WHEN r.missing IS NULL THEN r.percent END AS percent, CASE WHEN r.missing IS NULL THEN 'PUBLISHED_ONLY' ELSE 'NOT_RATED' END AS verdict
    FROM assessment a JOIN rating r ON r.id = a.rating_id JOIN reporting o ON o.id = a.reporting_id JOIN period t ON t.id = o.period_id;
COMMENT ON VIEW plans.progress IS E'@primaryKey measure_key,ends_on\n@foreignKey (measure_key) references plans.measure (key)|@foreignSimpleFieldName progressSeries';

CREATE VIEW plans.sdg_goal AS
  SELECT t.element_id AS measure_key, min(t.id) AS place, coalesce(top.number, g.number) AS number
    FROM tag t JOIN framework_goal g ON g.id = t.framework_goal_id LEFT JOIN framework_goal top ON top.id = g.parent_id
   WHERE g.iri LIKE 'http://metadata.un.org/sdg/%'
   GROUP BY t.element_id, coalesce(top.number, g.number);
COMMENT ON VIEW plans.sdg_goal IS E'@primaryKey measure_key,place\n@foreignKey (measure_key) references plans.measure (key)|@foreignSimpleFieldName sdgGoals';
COMMIT;
ANALYZE;
