using Microsoft.Data.Sqlite;

namespace StrategyGraph.Bench.National.References.Memory;

/// <summary>Loads a release by plain SQL, a table at a time.</summary>
internal sealed partial class Country
{
    /// <param name="file">The release file.</param>
    public static Country Load(string file)
    {
        using var connection = ReleaseSql.Open(file);
        return new Loading(connection).Load();
    }

    private sealed class Loading(SqliteConnection connection)
    {
        private readonly List<MunicipalityData> _municipalities = [];
        private readonly List<string> _prefectures = [];
        private readonly List<PlanData> _plans = [];
        private readonly List<MeasureData> _measures = [];
        private readonly List<(string Id, string Title)> _elements = [];
        private readonly Dictionary<int, int> _places = [];

        public Country Load()
        {
            ReadMunicipalities();
            var (sdgFramework, sdgs, placeOfGoal) = ReadSdgs();
            var slugs = ReadPlans();
            var tree = ReadElements(slugs);
            var (figures, figureEnds) = new FigureReader(connection, tree).Read();
            var (served, servedEnds) = ReadTags(placeOfGoal, tree);
            return new Country
            {
                Municipalities = [.. _municipalities], Plans = [.. _plans], Measures = [.. _measures],
                SdgFramework = sdgFramework, Sdgs = sdgs, Prefectures = [.. _prefectures],
                Elements = [.. _elements], Texts = new SearchedTextReader(connection).Read(_places),
                Figures = figures, FigureEnds = figureEnds, Served = served, ServedEnds = servedEnds,
                MunicipalityByCode = _municipalities.ToDictionary(m => m.Code), MunicipalityById = _municipalities.ToDictionary(m => m.Id),
                PlanById = _plans.ToDictionary(p => p.Id), MeasureById = _measures.ToDictionary(m => m.Id),
            };
        }

        private void ReadMunicipalities()
        {
            var (rows, prefectures) = (new List<(string Code, string Name, string? Prefecture)>(), new HashSet<string>());
            foreach (var row in connection.Rows("SELECT code, coalesce(name_ja, name_en), coalesce(prefecture_ja, prefecture_en) FROM municipality ORDER BY code"))
            {
                rows.Add((row.GetString(0), row.GetString(1), row.TextOrNull(2)));
                if (row.TextOrNull(2) is { } prefecture && prefectures.Add(prefecture)) _prefectures.Add(prefecture);
            }

            foreach (var (code, name, prefecture) in rows)
            {
                _municipalities.Add(new MunicipalityData
                {
                    Id = Ids.Of("Municipality", code), Code = code, Name = name, Position = _municipalities.Count,
                    Prefecture = prefecture is null ? _prefectures.Count : _prefectures.IndexOf(prefecture),
                });
            }
        }

        /// <summary>The framework of the SDGs, its goals, and the place among them of every framework's goal or target; −1 for others.</summary>
        private (string Id, SdgData[] Sdgs, int[] PlaceOfGoal) ReadSdgs()
        {
            var (sdgs, places, slug) = (new List<SdgData>(), new List<int>(), "");
            foreach (var row in connection.Rows("""
                SELECT g.id, g.parent_id, g.code, g.number, coalesce(g.title_ja, g.title_en), g.iri LIKE 'http://metadata.un.org/sdg/%', f.slug
                  FROM framework_goal g JOIN framework f ON f.id = g.framework_id ORDER BY g.id
                """))
            {
                var isSdg = !row.IsDBNull(5) && row.GetBoolean(5);
                if (isSdg) slug = row.GetString(6);
                if (!row.IsDBNull(1))
                {
                    places.Add(places[row.GetInt32(1) - 1]);
                    continue;
                }

                places.Add(isSdg ? sdgs.Count : -1);
                if (isSdg) sdgs.Add(new SdgData(row.GetString(2), row.GetInt32(3), row.GetString(4)));
            }

            return (Ids.Of("Framework", slug), [.. sdgs], [.. places]);
        }

        /// <summary>By the rows' ids, each plan with the key its id is made of.</summary>
        private Dictionary<int, (PlanData Plan, string Slug)> ReadPlans()
        {
            var byRow = new Dictionary<int, (PlanData, string)>();
            var codes = _municipalities.ToDictionary(m => m.Code);
            foreach (var row in connection.Rows("""
                SELECT p.id, p.slug, m.code, coalesce(p.title_ja, p.title_en), p.kind FROM plan p JOIN municipality m ON m.id = p.municipality_id ORDER BY m.code, p.slug
                """))
            {
                var plan = new PlanData
                {
                    Id = Ids.Of("Plan", row.GetString(1)), Title = row.GetString(3), Kind = string.Intern(Names.EnumValue(row.GetString(4))), Municipality = codes[row.GetString(2)],
                };
                _plans.Add(plan);
                byRow.Add(row.GetInt32(0), (plan, row.GetString(1)));
            }

            foreach (var plans in _plans.GroupBy(p => p.Municipality)) plans.Key.Plans = [.. plans];
            return byRow;
        }

        private ElementTree ReadElements(Dictionary<int, (PlanData Plan, string Slug)> plans)
        {
            var departments = ReadDepartments();
            var tree = new ElementTree();
            foreach (var row in connection.Rows("""
                SELECT e.id, e.plan_id, e.parent_id, l.role, e.plan_level_id, e.slug, coalesce(e.title_ja, e.title_en)
                  FROM element e JOIN plan_level l ON l.id = e.plan_level_id
                  JOIN plan p ON p.id = e.plan_id JOIN municipality m ON m.id = p.municipality_id ORDER BY m.code, p.slug, e.id
                """))
            {
                var ((plan, slug), id, role) = (plans[row.GetInt32(1)], row.GetInt32(0), row.GetString(3));
                var parent = row.IsDBNull(2) ? 0 : row.GetInt32(2);
                var (key, title) = (Ids.Of(role, $"{slug}/{row.GetString(5)}"), row.GetString(6));
                _places.Add(id, _elements.Count);
                _elements.Add((key, title));
                if (role == "Goal") tree.AddGoal(id, plan, new GoalData { Id = key, Title = title });
                else tree.Add(id, parent, row.GetInt32(4));
                if (role != "Measure") continue;
                var measure = new MeasureData
                {
                    Id = key, Title = title, Position = _measures.Count, Plan = plan, Departments = departments.TryGetValue(id, out var names) ? [.. names] : [],
                };
                _measures.Add(measure);
                tree.AddMeasure(id, measure);
            }

            tree.Finish();
            return tree;
        }

        private Dictionary<int, List<string>> ReadDepartments()
        {
            var (names, departments) = (new Dictionary<int, string>(), new Dictionary<int, List<string>>());
            foreach (var row in connection.Rows("SELECT id, name FROM department")) names.Add(row.GetInt32(0), row.GetString(1));
            foreach (var row in connection.Rows("SELECT element_id, department_id FROM responsibility ORDER BY id"))
            {
                if (!departments.TryGetValue(row.GetInt32(0), out var own)) departments.Add(row.GetInt32(0), own = new List<string>(2));
                own.Add(names[row.GetInt32(1)]);
            }

            return departments;
        }

        /// <summary>What measures are tagged with, and what stands above them is; never what is only inferred.</summary>
        private (byte[] Served, int[] Ends) ReadTags(int[] placeOfGoal, ElementTree tree)
        {
            var own = new Dictionary<int, List<int>>();
            foreach (var row in connection.Rows("SELECT element_id, framework_goal_id FROM tag WHERE element_id IS NOT NULL AND basis <> 'Inferred' ORDER BY id"))
            {
                if (!own.TryGetValue(row.GetInt32(0), out var goals)) own.Add(row.GetInt32(0), goals = new List<int>(2));
                goals.Add(row.GetInt32(1));
            }

            var (served, ends) = (new List<byte>(), new int[_measures.Count]);
            for (var measure = 0; measure < _measures.Count; measure++)
            {
                var start = served.Count;
                foreach (var element in tree.WithAbove(measure))
                {
                    if (!own.TryGetValue(element, out var goals)) continue;
                    foreach (var goal in goals)
                    {
                        if (placeOfGoal[goal - 1] is >= 0 and var place && !served.Skip(start).Contains((byte)place)) served.Add((byte)place);
                    }
                }

                ends[measure] = served.Count;
            }

            return ([.. served], ends);
        }
    }
}
