using System.CommandLine;
using System.CommandLine.Parsing;

namespace StrategyGraph.Server.Commands;

/// <summary>The two folders that every command works on: plan files in, releases out; and the one that some write.</summary>
internal static class Folders
{
    public static Option<string> Plans() => Folder("--plans", "The folder of plan files.", "seeds");

    public static Option<string> Releases() => Folder("--releases", "The folder of releases.", "releases");

    public static Argument<string> Target(string description)
    {
        var target = new Argument<string>("folder") { Description = description };
        target.Validators.Add(Named);
        return target;
    }

    /// <summary>Why there can be no such folder: it, or one that it should lie in, is a file or a link to nothing. Null where there can.</summary>
    public static string? Obstacle(string folder)
    {
        for (var path = Path.GetFullPath(folder); path is not null; path = Path.GetDirectoryName(path))
        {
            if (Directory.Exists(path)) return null;
            if (!File.Exists(path)) continue;
            return IsLinkToNothing(path) ? $"{path} is a link to what is not there. Name a folder." : $"{path} is a file. Name a folder.";
        }

        return null;
    }

    private static bool IsLinkToNothing(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { Exists: false };
        }
        catch (IOException)
        {
            return true; // To itself.
        }
    }

    private static Option<string> Folder(string name, string description, string otherwise)
    {
        var folder = new Option<string>(name) { Description = description, HelpName = "folder", DefaultValueFactory = _ => otherwise };
        folder.Validators.Add(Named);
        return folder;
    }

    private static void Named(SymbolResult given)
    {
        if (given.Tokens is [{ Value: var name }] && string.IsNullOrWhiteSpace(name)) given.AddError(given is OptionResult option ? $"{option.Option.Name} takes a folder." : "Name a folder to write to.");
    }
}
