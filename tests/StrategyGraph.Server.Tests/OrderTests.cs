namespace StrategyGraph.Server.Tests;

/// <summary>Every order that the schema offers is total: its pages concatenate to the whole, forward and backward.</summary>
[Collection(nameof(RunningServer))]
public sealed class OrderTests(RunningServer server)
{
    private const int PageSize = 17;

    [Theory]
    [InlineData("municipalities", "MunicipalitySortInput")]
    [InlineData("plans", "PlanSortInput")]
    [InlineData("goals", "GoalSortInput")]
    [InlineData("measures", "MeasureSortInput")]
    [InlineData("initiatives", "InitiativeSortInput")]
    public async Task Pages_in_every_order_concatenate_to_the_whole(string list, string sortInput)
    {
        var orders = await OrdersOf(sortInput, depth: 3);
        Assert.NotEmpty(orders);
        foreach (var order in orders.SelectMany(o => new[] { o.Replace("$", "ASC", StringComparison.Ordinal), o.Replace("$", "DESC", StringComparison.Ordinal) }))
        {
            var (forward, total) = await Walk(list, order, "first", "after", "endCursor", "hasNextPage");
            var (backward, _) = await Walk(list, order, "last", "before", "startCursor", "hasPreviousPage");
            Assert.Equal(total, forward.Distinct().Count());
            Assert.Equal(forward, backward);
        }
    }

    /// <summary>The fields of an order and of the orders inside it, each as an entry with <c>$</c> for its direction.</summary>
    private async Task<List<string>> OrdersOf(string sortInput, int depth)
    {
        var type = (await server.Data("query ($name: String!) { __type(name: $name) { inputFields { name type { name } } } }", new { name = sortInput })).GetProperty("__type");
        var orders = new List<string>();
        foreach (var field in type.GetProperty("inputFields").EnumerateArray())
        {
            var (name, by) = (field.GetProperty("name").GetString(), field.GetProperty("type").GetProperty("name").GetString()!);
            if (by == "SortEnumType") orders.Add($"{{ {name}: $ }}");
            else if (depth > 1) orders.AddRange((await OrdersOf(by, depth - 1)).Select(o => $"{{ {name}: {o} }}"));
        }

        return orders;
    }

    private async Task<(List<string> Ids, int Total)> Walk(string list, string order, string size, string from, string cursor, string more)
    {
        var query = $$"""
            query ($cursor: String) {
              page: {{list}}({{size}}: {{PageSize}}, {{from}}: $cursor, order: [{{order}}]) { totalCount nodes { id } pageInfo { {{cursor}} {{more}} } }
            }
            """;
        var (ids, after) = (new List<string>(), (string?)null);
        while (true)
        {
            var page = (await server.Data(query, new { cursor = after })).GetProperty("page");
            var nodes = page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!);
            ids = size == "first" ? [.. ids, .. nodes] : [.. nodes, .. ids];
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty(more).GetBoolean()) return (ids, page.GetProperty("totalCount").GetInt32());
            after = info.GetProperty(cursor).GetString();
        }
    }
}
