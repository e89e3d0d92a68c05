using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace StrategyGraph.Plans.Files.Declaring;

/// <summary>A value that is written as one type and means another.</summary>
/// <param name="map">Makes the value, or reports what is wrong with it and answers null.</param>
internal sealed class MappedType<TWritten, T>(FileType<TWritten> written, Func<TWritten, Position, FileErrors, T?> map) : FileType<T> where T : class
{
    public override string Words => written.Words;
    public override JsonObject Schema(SchemaDefinitions definitions) => written.Schema(definitions);
    public override IEnumerable<RecordDeclaration> Records => written.Records;

    public override bool TryRead(YamlNode node, FileErrors errors, [NotNullWhen(true)] out T? value)
    {
        value = written.TryRead(node, errors, out var read) ? map(read, node.At, errors) : null;
        return value is not null;
    }
}
