using StrategyGraph.Server.Graph.Comparing;

namespace StrategyGraph.Server.Tests;

/// <summary>Groups and comparisons add up sums of plans, which must say what adding every measure would.</summary>
public sealed class RatingSummaryTests
{
    [Fact]
    public void Sums_of_parts_add_up_to_the_sum_of_all_wherever_the_parts_end()
    {
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++)
        {
            var yardsticks = random.Next(1, 4);
            var (all, parts, part) = (new RatingSummary(), new RatingSummary(), new RatingSummary());
            for (var left = random.Next(12); left > 0; left--)
            {
                var rating = random.Next(3) == 0
                    ? MeasureRating.None
                    : new MeasureRating(random.Next(4) == 0 ? double.NaN : random.Next(101), random.Next(1, yardsticks + 1), random.Next(2019, 2022));
                all.Add(rating);
                part.Add(rating);
                if (random.Next(3) > 0) continue;
                parts.Add(part);
                part = new RatingSummary();
            }

            parts.Add(part);
            Assert.Equal(all, parts); // field by field: whole percentages have one sum in any order
        }
    }
}
