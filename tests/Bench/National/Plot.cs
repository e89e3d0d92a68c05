using System.Globalization;
using System.Text;

namespace StrategyGraph.Bench.National;

/// <summary>The race as SVG: a row a question, a mark a target, by the processor time of an answer in powers of ten.</summary>
internal static class Plot
{
    private const int Width = 900, Left = 130, Right = 30, Top = 84, Bottom = 52, RowHeight = 80, LaneHeight = 12;
    private const double Least = 0.01, Most = 10_000;

    /// <summary>Marks differ in shape too, for whoever sees colours alike.</summary>
    private static readonly (string Target, string Label, string Color, Func<double, double, string> Shape)[] Marks =
    [
        ("fixed", "fixed bytes", "#777777", (x, y) => Path($"M{x - 6:F1} {y:F1}L{x + 6:F1} {y:F1}M{x:F1} {y - 6:F1}L{x:F1} {y + 6:F1}")),
        ("memory", "code over arrays", "#b45f06", (x, y) => Path($"M{x:F1} {y - 7:F1}L{x + 7:F1} {y:F1}L{x:F1} {y + 7:F1}L{x - 7:F1} {y:F1}Z")),
        ("sql", "SQL", "#38761d", (x, y) => Path($"M{x - 6:F1} {y - 6:F1}L{x + 6:F1} {y - 6:F1}L{x + 6:F1} {y + 6:F1}L{x - 6:F1} {y + 6:F1}Z")),
        (Peers.Mercurius, "Mercurius", "#990000", (x, y) => Path($"M{x - 7:F1} {y + 6:F1}L{x + 7:F1} {y + 6:F1}L{x:F1} {y - 7:F1}Z")),
        (Peers.PostGraphile, "PostGraphile", "#674ea7", (x, y) => Path($"M{x - 7:F1} {y - 6:F1}L{x + 7:F1} {y - 6:F1}L{x:F1} {y + 7:F1}Z")),
        ("ours", "StrategyGraph", "#0b5394", (x, y) => Path($"M{x - 6:F1} {y:F1}A6 6 0 1 1 {x + 6:F1} {y:F1}A6 6 0 1 1 {x - 6:F1} {y:F1}Z")),
    ];

    public static string Draw(IReadOnlyList<Measurement> race)
    {
        var questions = race.Select(m => m.Question).Distinct().ToList();
        var height = Top + (questions.Count * RowHeight) + Bottom;
        var svg = new StringBuilder();
        svg.Append(Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" font-family="sans-serif" font-size="13">
            <rect width="{Width}" height="{height}" fill="#ffffff"/>
            <text x="{Left}" y="26" font-size="17">Processor time of an answer</text>

            """));
        Legend(svg, race);
        Grid(svg, height);
        for (var row = 0; row < questions.Count; row++)
        {
            var y = Top + (row * RowHeight) + (RowHeight / 2);
            svg.Append(Invariant($"<text x=\"{Left - 14}\" y=\"{y + 5}\" text-anchor=\"end\">{questions[row]}</text>\n"));
            svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y}\" y2=\"{y}\" stroke=\"#eeeeee\"/>\n"));
            for (var lane = 0; lane < Marks.Length; lane++)
            {
                // Each target has a height of its own in the row, so that equal ones stand beside each other.
                var (target, _, color, shape) = Marks[lane];
                var at = y + ((lane - ((Marks.Length - 1) / 2.0)) * LaneHeight);
                if (race.FirstOrDefault(m => m.Question == questions[row] && m.Target == target) is { } m) svg.Append(Mark(shape(X(m.CpuPerRequest), at), color));
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Legend(StringBuilder svg, IReadOnlyList<Measurement> race)
    {
        var x = Left + 6;
        foreach (var (_, label, color, shape) in Marks.Where(mark => race.Any(m => m.Target == mark.Target)))
        {
            svg.Append(Mark(shape(x, 50), color));
            svg.Append(Invariant($"<text x=\"{x + 14}\" y=\"55\">{label}</text>\n"));
            x += 40 + (label.Length * 8);
        }
    }

    private static void Grid(StringBuilder svg, int height)
    {
        foreach (var (time, label) in new[] { (0.01, "10 µs"), (0.1, "100 µs"), (1, "1 ms"), (10, "10 ms"), (100, "100 ms"), (1_000, "1 s"), (10_000, "10 s") })
        {
            svg.Append(Invariant($"<line x1=\"{X(time):F1}\" x2=\"{X(time):F1}\" y1=\"{Top}\" y2=\"{height - Bottom}\" stroke=\"#cccccc\"/>\n"));
            svg.Append(Invariant($"<text x=\"{X(time):F1}\" y=\"{height - Bottom + 20}\" text-anchor=\"middle\">{label}</text>\n"));
        }

        svg.Append(Invariant($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{height - 10}\" text-anchor=\"middle\" fill=\"#555555\">processor time a request; further left is cheaper</text>\n"));
    }

    private static string Mark(string shape, string color) => $"<path d=\"{shape}\" fill=\"{color}\" fill-opacity=\"0.85\" stroke=\"{color}\" stroke-width=\"2\"/>\n";

    private static double X(double milliseconds) => Left + ((Width - Left - Right) * Math.Log(Math.Clamp(milliseconds, Least, Most) / Least) / Math.Log(Most / Least));

    private static string Path(FormattableString path) => Invariant(path);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
