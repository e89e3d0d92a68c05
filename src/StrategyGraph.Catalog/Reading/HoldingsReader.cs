using StrategyGraph.Catalog.Tables;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

/// <summary>Reads a release's tables back into the domain, each table once, from the ends of the references to their beginnings.</summary>
/// <remarks>
/// Not EF Core: see <see cref="ReleaseFile"/> for what that is worth. The class is in three files: the catalogue,
/// what a plan says of itself, and its tree.
/// </remarks>
/// <param name="one">Reads over a connection.</param>
/// <param name="other">The same over another, for another thread at the same time; null where there is but one.</param>
internal sealed partial class HoldingsReader(TableReader one, TableReader? other = null)
{
    private List<SourceDocument> _documents = [];
    private List<Citation> _citations = [];
    private List<Municipality> _municipalities = [];
    private List<Department> _departments = [];
    private List<PeriodOfValue> _periods = [];
    private readonly List<(string Framework, string Code)> _goals = [];

    /// <summary>Whether an exception in reading means that the tables hold what no release does: columns, numbers, words, dates, references.</summary>
    public static bool IsDamage(Exception cause) =>
        cause is InvalidDataException or InvalidCastException or FormatException or OverflowException or ArgumentException or InvalidOperationException
            or KeyNotFoundException;

    public Release ReadRelease() => one.Read<ReleaseRow, Release>(c => new Release(
        c.Int(), c.String(), c.Time(), c.String(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int(), c.Int())).Single();

    /// <summary>Reads everything and compares it with what was to be written.</summary>
    /// <exception cref="InvalidDataException">They differ.</exception>
    public void Verify(Release release)
    {
        var written = ReadRelease();
        if (written != release) throw new InvalidDataException($"it says of itself {written}, and not {release}");
        var hash = ContentHash.Of(ReadHoldings());
        if (hash != release.ContentHash) throw new InvalidDataException($"its content has the hash {hash}, and not {release.ContentHash}");
    }

    public Holdings ReadHoldings()
    {
        Both(
            reader =>
            {
                _documents = reader.Read<DocumentRow, SourceDocument>(c => new SourceDocument
                {
                    Id = c.String(), Title = c.String(), Publisher = c.String(), Issued = c.DateOrNull(), IssuedText = c.StringOrNull(),
                    Url = c.StringOrNull(), Language = c.Word<Language>(), Note = c.TextOrNull(),
                });
                _citations = reader.Read<CitationRow, Citation>(c => new Citation(_documents[c.Int() - 1], c.String()));
            },
            reader =>
            {
                _municipalities = reader.Read<MunicipalityRow, Municipality>(c => new Municipality
                {
                    Code = MunicipalityCode.Parse(c.String()), Name = c.Text(), Prefecture = c.TextOrNull(), FiscalYearStartMonth = c.Int(),
                });
                _periods = reader.Read<PeriodRow, PeriodOfValue>(c => new PeriodOfValue(
                    c.Word<PeriodKind>(), new Period(c.Date(), c.Date()), c.StringOrNull()));
                _departments = reader.Read<DepartmentRow, Department>(Department);
                ReadScales(reader);
            });
        return new Holdings(_municipalities, ReadFrameworks(), ReadPlans());
    }

    private List<Framework> ReadFrameworks()
    {
        var documents = one.Group<FrameworkDocumentRow, SourceDocument>(c => _documents[c.Int() - 1]);
        var citations = one.Group<FrameworkCitationRow, Citation>(Citation);
        var slugs = one.Read<FrameworkRow, string>(c => c.String());

        var goals = new Tree<FrameworkGoal>();
        foreach (var (c, id) in one.Numbered<FrameworkGoalRow>(descending: true))
        {
            var (framework, parent, code) = (c.Int(), c.IdOrNull(), c.String());
            _goals.Add((slugs[framework - 1], code));
            goals.Add(framework, parent, new FrameworkGoal
            {
                Code = code, Number = c.IntOrNull(), Iri = c.StringOrNull(), Title = c.Text(), TitleAsPrinted = c.StringOrNull(), Note = c.TextOrNull(),
                Citation = CitationOrNull(c),
                Children = goals.ChildrenOf(id),
            });
        }

        _goals.Reverse();
        var tops = goals.Tops();
        var frameworks = new List<Framework>();
        foreach (var (c, id) in one.Numbered<FrameworkRow>())
        {
            frameworks.Add(new Framework
            {
                Id = c.String(), Title = c.Text(), Edition = c.StringOrNull(),
                Documents = documents[id], Citations = citations[id], Goals = tops[id],
            });
        }

        return frameworks;
    }

    private Citation Citation(Cursor c) => _citations[c.Int() - 1];

    private Citation? CitationOrNull(Cursor c) => c.IdOrNull() is { } id ? _citations[id - 1] : null;

    private static Department Department(Cursor c)
    {
        c.Int(); // Its municipality's number.
        return new Department { Name = c.String(), NameEn = c.StringOrNull() };
    }

    /// <summary>Does two things that need nothing of each other, at the same time where there are two connections.</summary>
    private void Both(Action<TableReader> first, Action<TableReader> second)
    {
        var beside = other is null ? null : Task.Run(() => second(other));
        try
        {
            first(one);
        }
        finally
        {
            // Whoever opened the connections closes them next.
            if (beside is not null) ((IAsyncResult)beside).AsyncWaitHandle.WaitOne();
        }

        if (beside is not null) beside.GetAwaiter().GetResult();
        else second(one);
    }
}
