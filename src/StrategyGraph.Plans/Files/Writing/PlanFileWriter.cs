namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Says which files holdings make, and where each lies.</summary>
internal static class PlanFileWriter
{
    public static IEnumerable<WrittenFile> Write(Holdings holdings)
    {
        yield return new WrittenFile(PlanFileSchema.FileName, PlanFileSchema.Write());
        if (holdings.Municipalities.Count > 0) yield return InFolder("", "municipalities", CatalogueWriter.Municipalities(holdings.Municipalities));
        foreach (var framework in holdings.Frameworks) yield return InFolder("frameworks/", framework.Id, CatalogueWriter.Framework(framework));
        foreach (var plan in holdings.Plans) yield return InFolder(plan.Municipality.Code.Value + "/", plan.Id, new PlanWriter(plan).File());
    }

    /// <param name="folder">Empty, or one folder and a slash.</param>
    private static WrittenFile InFolder(string folder, string name, YamlMapping file) =>
        new($"{folder}{name}.yaml", YamlText.Write(file, (folder.Length > 0 ? "../" : "") + PlanFileSchema.FileName));
}
