using System.Globalization;
using StrategyGraph.Catalog;

namespace StrategyGraph.Server;

/// <summary>Numbers of things in sentences: "1 plan", "3 plans".</summary>
internal static class Counted
{
    /// <param name="several">What more than one are called, where it is not the word with an s.</param>
    public static string Of(int count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several ?? one + "s")}");

    public static string InRelease(Release release) =>
        $"{Of(release.Plans, "plan")}, {Of(release.Measures, "measure")} of {Municipalities(release.Municipalities)}";

    public static string Municipalities(int count) => Of(count, "municipality", "municipalities");
}
