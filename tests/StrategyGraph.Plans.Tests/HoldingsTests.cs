namespace StrategyGraph.Plans.Tests;

/// <summary>What the samples print is held without loss (domain.md: Values, Rules of trust).</summary>
public class HoldingsTests
{
    private static PlanElement Element(string plan, string id) => Elements(PlanFolder.SamplePlan(plan).Elements).Single(element => element.Id == id);

    private static IEnumerable<PlanElement> Elements(IEnumerable<PlanElement> top) => top.SelectMany(element => Elements(element.Children).Prepend(element));

    private static Indicator Emissions => Assert.Single(Element("sample-values", "solar").Indicators);

    private static Observation Emission(ObservationKind kind, int year) =>
        Emissions.Observations.Single(observation => observation.Kind == kind && observation.Period.Span.Start.Year == year);

    [Fact]
    public void The_samples_hold_municipalities_frameworks_and_plans_in_order_of_their_ids()
    {
        var holdings = PlanFolder.SampleHoldings;
        Assert.Equal(["012131", "990019", "990027", "GB-E06000036", "NZ-076"], holdings.Municipalities.Select(municipality => municipality.Code.Value));
        Assert.Equal(["kakuu-compass", "sample-goals"], holdings.Frameworks.Select(framework => framework.Id));
        Assert.Equal(
            [
                "examplewick-long-term-plan", "kakuu-comprehensive-plan", "kakuu-evaluation", "kakuu-indicators", "kakuu-strategy-2", "sample-pledges",
                "sample-values", "sampleton-corporate-plan", "sampleton-delivery-plan", "yoshino-address-2024",
            ],
            holdings.Plans.Select(plan => plan.Id));
    }

    [Fact]
    public void Five_digits_of_a_municipality_code_find_the_municipality() =>
        Assert.Equal("見本市", PlanFolder.SamplePlan("sample-pledges").Municipality.Name.Ja);

    [Fact]
    public void A_title_keeps_what_was_printed_beside_its_correction()
    {
        var training = Element("sample-pledges", "training");
        Assert.Equal(("研修", "研侈", "②"), (training.Title.Ja, training.TitleAsPrinted, training.Label));
    }

    [Fact]
    public void An_element_has_the_level_of_its_depth_unless_it_says_otherwise()
    {
        Assert.Equal(new PlanLevel(2, ElementRole.Measure, "施策"), Element("sample-values", "solar").Level);
        Assert.Equal(new PlanLevel(4, ElementRole.Goal, "横断的目標"), Element("sample-values", "digital").Level);
    }

    [Fact]
    public void A_citation_is_a_place_in_the_first_document_or_names_another()
    {
        Assert.Equal(
            [("sample-values-plan", "5ページ"), ("sample-values-review", "表2")],
            Element("sample-values", "green-city").Citations.Select(citation => (citation.Document.Id, citation.Locator)));
    }

    [Fact]
    public void What_has_no_citation_of_its_own_takes_the_first_of_its_element()
    {
        var simulation = Element("sample-pledges", "simulation");
        Assert.Same(simulation.Citations[0], simulation.Assessments[0].Citation);
        Assert.Same(simulation.Citations[0], simulation.Activities[0].Citation);
    }

    [Fact]
    public void Departments_are_many_to_many_and_one_may_lead()
    {
        Assert.Equal([("福祉課", false), ("財政課", true)], Element("sample-pledges", "savings").Departments.Select(one => (one.Department.Name, one.Lead)));
        Assert.Same(Element("sample-pledges", "simulation").Departments[0].Department, Element("sample-pledges", "savings").Departments[1].Department);
    }

    [Fact]
    public void A_rating_is_on_the_one_scale_of_its_level_and_gives_a_percentage()
    {
        var rating = Assert.Single(Element("sample-pledges", "savings").Assessments);
        Assert.Equal(("stars", "★★★★ ☆", 4.0, 80.0), (rating.Scale.Id, rating.Value, rating.Score, rating.Percent));
    }

    [Fact]
    public void A_dash_is_a_status_and_no_zero()
    {
        var hours = Assert.Single(Element("sample-pledges", "hours").Assessments);
        Assert.Equal(("－", MissingReason.NotYet, null, null), (hours.Value, hours.Missing, hours.Score, hours.Percent));
        var wind = Element("sample-values", "wind").Assessments;
        Assert.Equal(("", MissingReason.NotMeasured), (wind[0].Value, wind[0].Missing));
        Assert.Equal(("判定不能", MissingReason.NotMeasured), (wind[1].Value, wind[1].Missing));
    }

    [Fact]
    public void One_element_has_several_assessments_by_evaluator_method_date_and_axis()
    {
        var assessments = Element("sample-values", "solar").Assessments;
        Assert.Equal(["達成度", null, "達成度", null, null], assessments.Select(assessment => assessment.Scale.Axis));
        Assert.Equal((AssessorKind.External, "評価委員会", "ヒアリング", new DateOnly(2024, 8, 1)), (assessments[2].Assessor, assessments[2].AssessorName, assessments[2].Method, assessments[2].ReportedOn));
        Assert.Equal((120.0, 150.0, true), (assessments[1].Percent, assessments[3].Percent, assessments[3].Forecast));
        Assert.Equal((PeriodKind.Quarter, "第1四半期", new DateOnly(2023, 6, 30)), (assessments[4].Period.Kind, assessments[4].Period.Label, assessments[4].Period.Span.End));
    }

    [Fact]
    public void A_rate_printed_in_words_is_kept_beside_the_number_it_tells()
    {
        var rate = Element("kakuu-evaluation", "start-ups").Assessments[0];
        Assert.Equal(("約8割", 80.0, 80.0), (rate.Value, rate.Score, rate.Percent));
    }

    [Fact]
    public void A_scale_of_labels_takes_its_ends_from_their_scores()
    {
        var stars = PlanFolder.SamplePlan("sample-pledges").RatingScales[1];
        Assert.Equal((1.0, 5.0), (stars.Minimum, stars.Maximum));
    }

    [Fact]
    public void Indicators_keep_unit_scale_base_direction_and_accumulation()
    {
        Assert.Equal(("t-CO2", "2013=100", IndicatorDirection.LowerIsBetter, Accumulation.Cumulative), (Emissions.Unit, Emissions.Base, Emissions.Direction, Emissions.Accumulation));
        var population = Assert.Single(PlanFolder.SamplePlan("sample-values").Indicators);
        Assert.Equal(("万人", 10000m, IndicatorDirection.Keep), (population.Unit, population.Scale, population.Direction));
        Assert.Equal([ObservationKind.Baseline, ObservationKind.Target, ObservationKind.Target], population.Observations.Select(observation => observation.Kind));
        Assert.Equal((14m, 15m, Comparator.Range), (population.Observations[2].Value, population.Observations[2].Upper, population.Observations[2].Comparator));
    }

    [Fact]
    public void A_value_is_kept_as_printed_with_the_number_in_it()
    {
        Assert.Equal(("1,234.5", 1234.5m, PeriodKind.CalendarYear), (Emission(ObservationKind.Baseline, 2013).Text, Emission(ObservationKind.Baseline, 2013).Value, Emission(ObservationKind.Baseline, 2013).Period.Kind));
        Assert.Equal((-12.5m, "家庭部門"), (Emission(ObservationKind.Actual, 2022).Value, Emission(ObservationKind.Actual, 2022).Part));
        Assert.Equal((null, Comparator.Decrease), (Emission(ObservationKind.Target, 2024).Value, Emission(ObservationKind.Target, 2024).Comparator));
        Assert.Equal(("設置", Comparator.Text), (Emission(ObservationKind.Target, 2030).Text, Emission(ObservationKind.Target, 2030).Comparator));
        Assert.Equal(MissingReason.NotYet, Emission(ObservationKind.Actual, 2023).Missing);
        Assert.Equal((Comparator.Lte, PeriodKind.YearToDate, "8ページ"), (Emission(ObservationKind.Forecast, 2023).Comparator, Emission(ObservationKind.Forecast, 2023).Period.Kind, Emission(ObservationKind.Forecast, 2023).Citation!.Locator));
    }

    [Fact]
    public void Money_has_currency_unit_and_period()
    {
        var total = Assert.Single(PlanFolder.SamplePlan("sample-values").Money);
        Assert.Equal((1.2m, "JPY", 100000000m, PeriodKind.Years), (total.Amount, total.Currency, total.Scale, total.Period.Kind));
    }

    [Fact]
    public void Every_tag_and_link_has_its_basis()
    {
        var solar = Element("sample-values", "solar");
        Assert.Equal([(TagBasis.Curated, "13.10", null), (TagBasis.Inferred, "13.1", 0.6)], solar.Tags.Select(tag => (tag.Basis, tag.Code, tag.Confidence)));
        Assert.Equal(("sample-pledges/finances", LinkKind.SameSubject), (solar.Links[0].To, solar.Links[0].Kind));
        Assert.Equal("3ページ", Assert.Single(PlanFolder.SamplePlan("sample-values").Tags).Citation!.Locator);
    }

    [Fact]
    public void A_revision_tells_what_it_kept_and_changed_one_by_one_or_by_count()
    {
        var midterm = Assert.Single(PlanFolder.SamplePlan("sample-values").Revisions);
        Assert.Equal((new DateOnly(2023, 1, 1), new DateOnly(2023, 4, 1)), (midterm.Date, midterm.Effective));
        Assert.Equal(["太陽光", "排出量", "再エネの統合"], midterm.Changes.Select(change => change.Title.Ja!));
        Assert.Equal(["wind"], midterm.Changes[2].Others);
        Assert.Equal((ChangeKind.InitiativeEnded, 12), (midterm.Tallies[0].Kind, midterm.Tallies[0].Count));
        Assert.Equal((ChangeKind.IndicatorReplaced, IndicatorKind.NumericTarget, 1), (midterm.Tallies[1].Kind, midterm.Tallies[1].IndicatorKind, midterm.Tallies[1].Count));
        Assert.Equal(("社会情勢の変化", "日付は資料による"), (midterm.Reason!.Ja, midterm.Note!.Ja));
    }

    [Fact]
    public void A_milestone_of_a_month_or_year_lasts_to_its_last_day()
    {
        var milestones = PlanFolder.SamplePlan("sample-values").Milestones;
        Assert.Equal((new DateOnly(2019, 10, 1), new DateOnly(2019, 12, 31)), (milestones[0].Start, milestones[0].End));
        Assert.Equal(new DateOnly(2026, 12, 31), milestones[1].End);
    }

    [Fact]
    public void A_document_keeps_how_exactly_its_date_is_known()
    {
        var documents = PlanFolder.SamplePlan("sample-values").Documents;
        Assert.Equal([("2020", new DateOnly(2020, 1, 1)), ("2023-01-20", new DateOnly(2023, 1, 20))], documents.Select(document => (document.IssuedText, document.Issued!.Value)));
    }

    [Fact]
    public void A_framework_may_cite_a_plans_document_and_its_codes_are_text()
    {
        var climate = Assert.Single(PlanFolder.SampleHoldings.Frameworks[1].Goals);
        Assert.Equal(["13.1", "13.10"], climate.Children.Select(goal => goal.Code));
        Assert.Equal(["資料1 13.1", "資料1"], climate.Children.Select(goal => goal.Citation!.Locator));
        Assert.Same(PlanFolder.SamplePlan("sample-values").Documents[0], climate.Citation!.Document);
    }

    [Fact]
    public void Fiscal_years_begin_where_those_of_the_municipality_do()
    {
        const string Plan = """
            format: 1
            plan: { id: p, municipality: NZ-076, kind: OTHER, status: DRAFT, coverage: WHOLE, title: P, cite: c }
            documents: [ { id: d, title: P, publisher: P, language: EN } ]
            levels: [ { role: GOAL, term: g } ]
            elements: [ { id: a, title: A, cite: c, activities: [ { year: 2023, text: done } ] } ]
            """;
        using var folder = new PlanFolder().With("m.yaml", "format: 1\nmunicipalities: [ { code: NZ-076, name: Examplewick, fiscalYearStartMonth: 7 } ]").With("p.yaml", Plan);
        Assert.Equal(new DateOnly(2024, 6, 30), folder.Holdings().Plans[0].Elements[0].Activities[0].FiscalYear.End);
    }
}
