using System.Globalization;
using System.Text;

namespace StrategyGraph.Bench;

/// <summary>The curve as SVG: document size against the processor time of parsing and validation, both in powers of ten.</summary>
internal static class CostCurve
{
    private const int Width = 1000, Height = 620, Left = 70, Right = 300, Top = 50, Bottom = 60;
    private const double LeastBytes = 30, MostBytes = 300_000, LeastTime = 0.01, MostTime = 100;

    private static readonly string[] Colors = ["#0b5394", "#b45f06", "#38761d", "#990000", "#674ea7", "#45818e", "#7f6000"];
    private static readonly string[] Dashes = ["", "7 3", "2 3", "12 3 2 3"];

    public static string Draw(IReadOnlyList<Cost> costs)
    {
        var svg = new StringBuilder();
        svg.Append(Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12">
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>
            <text x="{Left}" y="24" font-size="16">Parsing and validating the worst accepted documents</text>
            <text x="{Left}" y="41" fill="#555555">processor time, milliseconds; a line parallel to the grey ones grows as the document does</text>

            """));
        Grid(svg);
        var families = costs.GroupBy(c => c.Family).ToList();
        for (var i = 0; i < families.Count; i++) Line(svg, [.. families[i]], i);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Grid(StringBuilder svg)
    {
        foreach (var bytes in new[] { 100, 1_000, 10_000, 100_000 })
        {
            svg.Append(Invariant($"<line x1=\"{X(bytes):F1}\" x2=\"{X(bytes):F1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#dddddd\"/>\n"));
            svg.Append(Invariant($"<text x=\"{X(bytes):F1}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{bytes:N0}</text>\n"));
        }

        foreach (var time in new[] { 0.01, 0.1, 1, 10, 100 })
        {
            svg.Append(Invariant($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(time):F1}\" y2=\"{Y(time):F1}\" stroke=\"#dddddd\"/>\n"));
            svg.Append(Invariant($"<text x=\"{Left - 8}\" y=\"{Y(time) + 4:F1}\" text-anchor=\"end\">{time}</text>\n"));
        }

        // Time in proportion to length: 0.01, 0.1 and 1 microseconds a byte.
        foreach (var perByte in new[] { 1e-5, 1e-4, 1e-3 })
        {
            var (from, to) = (Math.Max(LeastBytes, LeastTime / perByte), Math.Min(MostBytes, MostTime / perByte));
            svg.Append(Invariant($"<line x1=\"{X(from):F1}\" y1=\"{Y(from * perByte):F1}\" x2=\"{X(to):F1}\" y2=\"{Y(to * perByte):F1}\" stroke=\"#999999\" stroke-width=\"2\" stroke-dasharray=\"1 5\"/>\n"));
        }

        svg.Append(Invariant($"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 18}\" text-anchor=\"middle\">bytes of the document</text>\n"));
    }

    private static void Line(StringBuilder svg, Cost[] costs, int index)
    {
        var style = $"stroke=\"{Colors[index % Colors.Length]}\" stroke-width=\"1.8\" stroke-dasharray=\"{Dashes[index / Colors.Length % Dashes.Length]}\"";
        var points = string.Join(" ", costs.Select(c => Invariant($"{X(c.Bytes):F1},{Y(c.Parse + c.Validate):F1}")));
        var last = costs[^1];
        var y = Top + 14 + index * 23;
        svg.Append($"<polyline points=\"{points}\" fill=\"none\" {style}/>\n");
        svg.Append(Invariant($"<circle cx=\"{X(last.Bytes):F1}\" cy=\"{Y(last.Parse + last.Validate):F1}\" r=\"3\" fill=\"{Colors[index % Colors.Length]}\"/>\n"));
        svg.Append(Invariant($"<line x1=\"{Width - Right + 18}\" x2=\"{Width - Right + 48}\" y1=\"{y - 4}\" y2=\"{y - 4}\" {style}/>\n"));
        svg.Append(Invariant($"<text x=\"{Width - Right + 54}\" y=\"{y}\">{last.Family.Name}</text>\n"));
    }

    private static double X(double bytes) => Left + (Width - Left - Right) * Along(bytes, LeastBytes, MostBytes);

    private static double Y(double milliseconds) => Height - Bottom - (Height - Top - Bottom) * Along(milliseconds, LeastTime, MostTime);

    private static double Along(double value, double least, double most) => Math.Log(Math.Clamp(value, least, most) / least) / Math.Log(most / least);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
