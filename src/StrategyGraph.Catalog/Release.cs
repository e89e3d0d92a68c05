using System.Reflection;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog;

/// <summary>What a release says of itself. The counts are of the unique: an element printed a second time (再掲) is not counted again.</summary>
/// <param name="Format">The version of the tables, <see cref="CurrentFormat"/> in a release that this program can read.</param>
/// <param name="ContentHash">The hash of what it holds: the same content has the same hash, whoever published it, where and when.</param>
/// <param name="PublishedAt">UTC, to the millisecond.</param>
/// <param name="ToolVersion">The version of the program that published it.</param>
public sealed record Release(
    int Format,
    string ContentHash,
    DateTime PublishedAt,
    string ToolVersion,
    int Municipalities,
    int Frameworks,
    int Plans,
    int Goals,
    int Themes,
    int Measures,
    int Initiatives,
    int Indicators,
    int Assessments)
{
    /// <summary>
    /// The one format that this program writes and reads. Raise it with any change of the tables or of a vocabulary's words:
    /// a release is compiled from plan files, so another format is rebuilt, never migrated.
    /// </summary>
    public const int CurrentFormat = 3;

    internal static Release Of(Holdings holdings, string contentHash, DateTime publishedAt)
    {
        if (publishedAt.Kind is not DateTimeKind.Utc) throw new ArgumentException("The time of publishing must be in UTC.", nameof(publishedAt));

        var roles = new int[Enum.GetValues<ElementRole>().Length];
        int indicators = 0, assessments = 0;
        var open = new Stack<PlanElement>();
        foreach (var plan in holdings.Plans)
        {
            indicators += plan.Indicators.Count;
            assessments += plan.Assessments.Count;
            foreach (var top in plan.Elements) open.Push(top);
            while (open.TryPop(out var element))
            {
                if (element.RepeatOf is null) roles[(int)element.Level.Role]++;
                indicators += element.Indicators.Count;
                assessments += element.Assessments.Count;
                foreach (var child in element.Children) open.Push(child);
            }
        }

        return new Release(
            CurrentFormat, contentHash, ToMilliseconds(publishedAt), Tool,
            holdings.Municipalities.Count, holdings.Frameworks.Count, holdings.Plans.Count,
            roles[(int)ElementRole.Goal], roles[(int)ElementRole.Theme], roles[(int)ElementRole.Measure], roles[(int)ElementRole.Initiative],
            indicators, assessments);
    }

    /// <summary>What SQLite and PostgreSQL both keep exactly.</summary>
    private static DateTime ToMilliseconds(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    private static string Tool { get; } =
        typeof(Release).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}

/// <summary>A release with everything it holds, in memory: nothing of the file or database it came from stays open.</summary>
public sealed record LoadedRelease(Release Release, Holdings Holdings);

/// <summary>What publishing came to.</summary>
/// <param name="Release">The release that is published now.</param>
/// <param name="Fresh">False where a release of the same content was there already, and was left as it is.</param>
public sealed record Publication(Release Release, bool Fresh);
