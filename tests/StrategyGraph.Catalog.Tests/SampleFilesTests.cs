using System.Collections;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Files;

namespace StrategyGraph.Catalog.Tests;

/// <summary>The fictitious plan files of tests/Samples, which use all that plans print, come back whole: files, release, files.</summary>
public sealed class SampleFilesTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static Holdings Samples { get; } = Read(System.IO.Path.Combine(AppContext.BaseDirectory, "Samples"));

    private static Holdings Read(string folder)
    {
        var result = PlanFiles.Read(folder);
        Assert.Empty(result.Errors);
        return result.Holdings!;
    }

    private static Holdings WrittenAndRead(Holdings holdings)
    {
        using var folder = new Folder();
        foreach (var file in PlanFiles.Write(holdings))
        {
            var path = System.IO.Path.Combine(folder.Path, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }

        return Read(folder.Path);
    }

    [Fact]
    public void The_samples_use_every_property_of_the_domain()
    {
        // What files always say, though the domain need not.
        string[] given = ["Observation.Citation? always has one", "Milestone.Citation? always has one"];
        Assert.Empty(Comparison.Unused(Samples).Except(given));
    }

    [Fact]
    public void The_samples_use_every_word_of_every_vocabulary()
    {
        var used = new HashSet<Enum>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Visit(Samples);
        Assert.Empty(used.Select(word => word.GetType()).Distinct().SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Except(used).Select(word => $"{word.GetType().Name}.{word}"));

        void Visit(object value)
        {
            if (value is Enum word) used.Add(word);
            else if (value is IEnumerable many and not string)
            {
                foreach (var item in many) Visit(item);
            }
            else if (value.GetType().Namespace == typeof(Plan).Namespace && (value.GetType().IsValueType || seen.Add(value)))
            {
                foreach (var property in value.GetType().GetProperties().Where(property => !property.GetMethod!.IsStatic))
                {
                    if (property.GetValue(value) is { } inner) Visit(inner);
                }
            }
        }
    }

    [Fact]
    public void Files_become_a_release_and_the_release_the_same_files()
    {
        using var folder = new Folder();
        folder.Publish(Samples);
        var loaded = folder.Load().Holdings;
        Assert.Empty(Comparison.Differences(Samples, loaded));
        Assert.Empty(Comparison.Differences(Samples, WrittenAndRead(loaded)));
        Assert.Equal(PlanFiles.Write(Samples), PlanFiles.Write(loaded));
    }

    [PostgresFact]
    public void So_do_they_by_way_of_a_database()
    {
        server.Empty();
        ReleaseDatabase.Publish(Samples, ContentHash.Of(Samples), Sample.Noon, server.ConnectionString);
        var loaded = ReleaseDatabase.Load(server.ConnectionString).Holdings;
        Assert.Empty(Comparison.Differences(Samples, loaded));
        Assert.Equal(PlanFiles.Write(Samples), PlanFiles.Write(loaded));
    }
}
