using System.Text;
using Microsoft.Data.Sqlite;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Tests;

public sealed class DamagedFileTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ReleaseException ExpectFault(ReleaseFault fault, string message)
    {
        var thrown = Assert.Throws<ReleaseException>(() => ReleaseFile.Load(_folder.Release));
        Assert.Equal(fault, thrown.Fault);
        Assert.Matches($"^{message.Replace("*", ".*", StringComparison.Ordinal)}$", thrown.Message.Replace(_folder.Release, "FILE", StringComparison.Ordinal));
        return thrown;
    }

    [Fact]
    public void No_file() => ExpectFault(ReleaseFault.NotPublished, "There is no release at FILE: run `strategygraph build`.");

    [Fact]
    public void No_folder() => Assert.Equal(
        ReleaseFault.NotPublished, Assert.Throws<ReleaseException>(() => ReleaseFile.Load(Path.Combine(_folder.Path, "none", ReleaseFile.Name))).Fault);

    [Fact]
    public void A_folder_of_that_name()
    {
        Directory.CreateDirectory(_folder.Release);
        ExpectFault(ReleaseFault.NotReachable, "FILE is a folder, and not a release: move it away.");
    }

    [Theory, InlineData(""), InlineData("SQLite format 3"), InlineData("title: 公約\n")]
    public void Another_kind_of_file(string content)
    {
        File.WriteAllText(_folder.Release, content, Encoding.UTF8);
        ExpectFault(ReleaseFault.NotARelease, "FILE is not a release of StrategyGraph.");
    }

    [Fact]
    public void Another_SQLite_file()
    {
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.Release, Pooling = false }.ConnectionString))
        {
            connection.Open();
            using var command = new SqliteCommand("CREATE TABLE release (id INTEGER)", connection);
            command.ExecuteNonQuery();
        }

        ExpectFault(ReleaseFault.NotARelease, "FILE is not a release of StrategyGraph.");
    }

    [Fact]
    public void Another_format()
    {
        _folder.PublishAndHarm(file =>
        {
            file[63] += 2;
            return file;
        });
        ExpectFault(ReleaseFault.OtherFormat, $"The release FILE has format {Release.CurrentFormat + 2}, this program reads {Release.CurrentFormat}: run `strategygraph build`.");
        Assert.True(_folder.Publish(Sample.Everything()).Fresh);
        _folder.Load();
    }

    [Fact]
    public void A_file_cut_short()
    {
        _folder.PublishAndHarm(file => file[..^5000]);
        ExpectFault(ReleaseFault.Damaged, "The release FILE is damaged (it has * of * bytes): run `strategygraph build`.".Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal));
        Assert.True(_folder.Publish(Sample.Everything()).Fresh);
        _folder.Load();
    }

    [Fact]
    public void Whatever_is_wrong_inside_a_file_it_is_loaded_or_called_damaged()
    {
        var random = new Random(1);
        byte[] whole = [];
        _folder.PublishAndHarm(file => whole = file);
        var damaged = 0;
        for (var attempt = 0; attempt < 300; attempt++)
        {
            byte[] harmed = [.. whole];
            var start = random.Next(100, whole.Length - 1);
            var length = Math.Min(random.Next(1, 1 + attempt * 64), whole.Length - start);
            if (attempt % 2 == 0) random.NextBytes(harmed.AsSpan(start, length));
            else harmed.AsSpan(start, length).Fill((byte)random.Next());
            File.WriteAllBytes(_folder.Release, harmed);
            try
            {
                _folder.Load();
            }
            catch (ReleaseException fault) when (fault.Fault is ReleaseFault.Damaged)
            {
                damaged++;
            }
        }

        Assert.InRange(damaged, 30, 299);
    }

    [Fact]
    public void The_tables_have_not_changed_without_a_new_format()
    {
        _folder.Publish(Holdings.Empty);
        var description = new StringBuilder();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.Release, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        connection.Open();
        using var command = new SqliteCommand("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name", connection);
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read()) description.AppendLine(reader.GetString(0).ReplaceLineEndings("\n"));
        }

        var columns = Tables.TableNames.Rows.SelectMany(row => row.GetProperties()).Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
        foreach (var vocabulary in columns.Where(type => type.IsEnum).Distinct().OrderBy(type => type.Name, StringComparer.Ordinal))
            description.Append(vocabulary.Name).AppendJoin(' ', Enum.GetNames(vocabulary)).Append('\n');

        var fingerprint = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(description.ToString())))[..16];
        Assert.True(
            (Release.CurrentFormat, fingerprint) == (3, "d6911e6ee2eb1cc0"),
            $"The tables, their columns or the words in them have changed: raise Release.CurrentFormat, and set the fingerprint here to {fingerprint}.");
    }
}
