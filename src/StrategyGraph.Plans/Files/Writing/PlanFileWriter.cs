namespace StrategyGraph.Plans.Files.Writing;

/// <summary>Says which files holdings make, and where each lies.</summary>
internal static class PlanFileWriter
{
    public static IEnumerable<WrittenFile> Write(Holdings holdings)
    {
        yield return new WrittenFile(PlanFileSchema.FileName, PlanFileSchema.Write());
        if (holdings.Municipalities.Count > 0) yield return File(holdings.Municipalities);
        foreach (var framework in holdings.Frameworks) yield return InFolder("frameworks/", framework.Id, CatalogueWriter.Framework(framework));
        foreach (var plan in holdings.Plans) yield return File(plan.Municipality.Code.Value + "/", plan);
    }

    public static WrittenFile File(IReadOnlyList<Municipality> municipalities) => InFolder("", "municipalities", CatalogueWriter.Municipalities(municipalities));

    /// <param name="folder">One folder and a slash.</param>
    public static WrittenFile File(string folder, Plan plan) => InFolder(folder, plan.Id, new PlanWriter(plan).File());

    /// <param name="folder">Empty, or one folder and a slash.</param>
    private static WrittenFile InFolder(string folder, string name, YamlMapping file) =>
        new($"{folder}{name}.yaml", YamlText.Write(file, (folder.Length > 0 ? "../" : "") + PlanFileSchema.FileName));
}
