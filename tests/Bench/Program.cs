using StrategyGraph.Bench;

return args switch
{
    ["validation"] => ValidationCost.Report("docs"),
    ["validation", "--smoke"] => ValidationCost.Check(),
    ["search"] => SearchCost.Check(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        validation           measures what documents cost, prints it and writes docs/validation-cost.md and .svg
        validation --smoke   measures the largest documents and the attacks only; exit 1 when one costs too much
        search               measures searches through 200,000 measures; exit 1 when one takes more than 20 ms of processor time
        """);
    return 2;
}
