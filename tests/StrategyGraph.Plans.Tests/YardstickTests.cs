namespace StrategyGraph.Plans.Tests;

/// <summary>When two ratings may be averaged together or compared.</summary>
public class YardstickTests
{
    private static readonly RatingScale Percent = Scale("percent", 0, 100, 1);
    private static readonly RatingScale Grades = Scale("grades", null, null, null, new("A", RatingClass.Rated, 3, 80, 100, null), new("B", RatingClass.Rated, 2, 0, 79, null));

    private static RatingScale Scale(string id, double? minimum, double? maximum, double? percentPerPoint, params RatingValue[] values) =>
        new() { Id = id, Name = new(id, null), Minimum = minimum, Maximum = maximum, PercentPerPoint = percentPerPoint, Values = values };

    private static Yardstick Of(RatingScale scale, AssessorKind assessor = AssessorKind.Self, string? method = null, AggregationMethod? computed = null) =>
        new(scale, assessor, method, computed);

    private static void ExpectSame(Yardstick one, Yardstick other)
    {
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    private static void ExpectDifferent(YardstickDifference expected, Yardstick one, Yardstick other)
    {
        Assert.Equal((expected, expected), (one.DifferenceFrom(other), other.DifferenceFrom(one)));
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Scales_of_two_plans_that_say_the_same_are_one_yardstick_whatever_they_are_called()
    {
        ExpectSame(Of(Percent), Of(Scale("shinchoku", 0, 100, 1)));
        ExpectSame(Of(Grades), Of(Scale("hyoka", null, null, null, [.. Grades.Values.Select(v => v with { Meaning = new("順調", null) })])));
    }

    [Fact]
    public void Bounds_that_are_written_are_those_that_follow_from_the_labels() => ExpectSame(Of(Grades), Of(Scale("grades", 2, 3, null, [.. Grades.Values])));

    [Fact]
    public void Another_scale_is_another_yardstick()
    {
        ExpectDifferent(YardstickDifference.Scale, Of(Percent), Of(Scale("stars", 0, 10, 10)));
        ExpectDifferent(YardstickDifference.Scale, Of(Percent), Of(Scale("percent", 0, 120, 1)));
        ExpectDifferent(YardstickDifference.Scale, Of(Percent), Of(Scale("percent", 0, 100, null)));
        ExpectDifferent(YardstickDifference.Scale, Of(Percent), Of(new RatingScale { Id = "trend", Name = Percent.Name, Minimum = 0, Maximum = 100, PercentPerPoint = 1, Axis = "傾向" }));
    }

    [Fact]
    public void Labels_with_other_words_scores_bands_or_classes_make_another_scale()
    {
        var b = Grades.Values[1];
        foreach (var other in new[] { b with { Label = "C" }, b with { Score = 1 }, b with { From = 10 }, b with { To = 80 }, b with { Class = RatingClass.NotJudged } })
            ExpectDifferent(YardstickDifference.Scale, Of(Grades), Of(Scale("grades", 2, 3, null, Grades.Values[0], other)));
        ExpectDifferent(YardstickDifference.Scale, Of(Grades), Of(Scale("grades", null, null, null, [.. Grades.Values.Reverse()])));
    }

    [Fact]
    public void Another_kind_of_assessor_or_another_method_is_another_yardstick()
    {
        ExpectDifferent(YardstickDifference.Assessor, Of(Percent), Of(Percent, AssessorKind.External));
        ExpectDifferent(YardstickDifference.Method, Of(Percent), Of(Percent, method: "アンケート"));
    }

    [Fact]
    public void What_is_computed_from_its_parts_is_measured_otherwise_than_what_is_printed()
    {
        ExpectDifferent(YardstickDifference.Computed, Of(Percent), Of(Percent, computed: AggregationMethod.Mean));
        ExpectDifferent(YardstickDifference.Computed, Of(Percent, computed: AggregationMethod.WeightedMean), Of(Percent, computed: AggregationMethod.Mean));
    }
}
