using System.CommandLine;

namespace StrategyGraph.Server.Commands;

/// <summary>The two folders that every command works on: plan files in, releases out.</summary>
internal static class Folders
{
    public static Option<string> Plans() => new("--plans")
    {
        Description = "The folder of plan files.",
        HelpName = "folder",
        DefaultValueFactory = _ => "seeds",
    };

    public static Option<string> Releases() => new("--releases")
    {
        Description = "The folder of releases.",
        HelpName = "folder",
        DefaultValueFactory = _ => "releases",
    };
}
