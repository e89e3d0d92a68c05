using System.Buffers.Text;
using System.Text;

namespace StrategyGraph.Bench.National.References;

/// <summary>Ids on the wire, made as the server makes them: the type and the editors' key in base64url.</summary>
internal static class Ids
{
    public static string Of(string type, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{key}"));

    /// <summary>The editors' key of an id.</summary>
    public static string KeyOf(string id)
    {
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        return text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }
}
