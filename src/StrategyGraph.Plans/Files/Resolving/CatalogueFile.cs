using System.Security.Cryptography;
using StrategyGraph.Plans.Files.Declaring;
using StrategyGraph.Plans.Files.Shapes;

namespace StrategyGraph.Plans.Files.Resolving;

/// <summary>One file on its way from what is written to what it means. What is written is let go as soon as that is known: thousands of files need not be held twice.</summary>
internal sealed class CatalogueFile
{
    private FileRecord? _written;

    private CatalogueFile(FileErrors errors, string hash) => (Errors, Hash) = (errors, hash);

    public FileErrors Errors { get; }

    /// <summary>SHA-256 of its bytes; empty where they cannot be read.</summary>
    public string Hash { get; }

    /// <summary>False when it could not be read as YAML or does not say what it is.</summary>
    public bool IsReadable { get; private init; } = true;

    public required FileDeclarations Declarations { get; init; }

    public Framework? Framework { get; private set; }

    public Plan? Plan { get; private set; }

    /// <summary>Whether the plan was made of these very bytes before, and not read again.</summary>
    public bool IsTaken { get; private init; }

    /// <summary>Whether its plan, apart from its municipality, is made of nothing but this file.</summary>
    public bool StandsAlone { get; private set; }

    /// <param name="earlier">Plans that stand alone, by the hashes of the files that they were made of.</param>
    public static CatalogueFile Read(string path, IReadOnlyDictionary<string, Plan> earlier)
    {
        var errors = new FileErrors(path);
        if (FileText.Bytes(path, errors) is not { } bytes) return new CatalogueFile(errors, "") { IsReadable = false, Declarations = FileDeclarations.Of(null, errors) };
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (earlier.TryGetValue(hash, out var plan))
            return new CatalogueFile(errors, hash) { Plan = plan, IsTaken = true, StandsAlone = true, Declarations = FileDeclarations.Of(plan) };

        var written = PlanFile.Read(bytes, errors);
        return new CatalogueFile(errors, hash) { _written = written, IsReadable = written is not null, Declarations = FileDeclarations.Of(written, errors) };
    }

    /// <summary>Makes the plan already, where all that it refers to is among what has been read.</summary>
    public void ResolveEarly(CatalogueIndex beginning)
    {
        if (_written is not PlanFileShape written) return;
        var errors = new FileErrors(Errors.Path);
        Resolve(beginning, errors);
        if (errors.AreUnsettled) (_written, Plan, StandsAlone) = (written, null, false);
        else Errors.Add(errors);
    }

    /// <summary>Makes the plan or framework, where that has not been done, and reports what refers to nothing.</summary>
    public void Resolve(CatalogueIndex index)
    {
        Resolve(index, Errors);
        index.CheckLinks(Declarations.Links, Errors);
        if (IsTaken) TakeOver(Plan!, index);
    }

    private void Resolve(CatalogueIndex index, FileErrors errors)
    {
        var documents = Declarations.Documents.Select(declared => declared.Document).ToArray();
        switch (_written)
        {
            case PlanFileShape plan:
                Plan = PlanResolver.Resolve(plan, documents, index, errors, out var citesOtherFiles);
                StandsAlone = !citesOtherFiles;
                break;
            case FrameworkFileShape framework:
                Framework = FrameworkResolver.Resolve(framework, documents, index, errors);
                break;
        }

        _written = null;
    }

    /// <summary>What else a plan that was made before took from other files must be there as it was; if it is not, the file is to be read.</summary>
    private void TakeOver(Plan plan, CatalogueIndex index)
    {
        if (!index.Municipalities.TryGetValue(plan.Municipality.Code.Value, out var municipality) || municipality.FiscalYearStartMonth != plan.Municipality.FiscalYearStartMonth
            || !Tags(plan).All(tag => index.GoalsByFramework.TryGetValue(tag.Framework, out var goals) && goals.Contains(tag.Code)))
        {
            Errors.Add(Position.Start, FileErrorCode.UnknownReference, "What the plan refers to has changed.");
            return;
        }

        Plan = plan with { Municipality = municipality };
    }

    private static IEnumerable<Tag> Tags(Plan plan)
    {
        foreach (var tag in plan.Tags) yield return tag;
        var open = new Stack<PlanElement>(plan.Elements);
        while (open.TryPop(out var element))
        {
            foreach (var tag in element.Tags) yield return tag;
            foreach (var child in element.Children) open.Push(child);
        }
    }
}
