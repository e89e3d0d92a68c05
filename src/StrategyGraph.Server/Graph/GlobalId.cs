using System.Buffers.Text;
using System.Text;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// Ids on the wire: the type's name and the editors' key, in base64url. Opaque by agreement: clients hand them back, never read them.
/// Editors' keys are permanent, so ids survive releases; printed numbers are no part of them.
/// </summary>
internal static class GlobalId
{
    public static string Encode(string type, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{key}"));

    /// <summary>The error for an id that this server never gave: malformed, or of another type than the field takes.</summary>
    public static GraphQLException Invalid(string id, string expected) =>
        Refused.With(PlanErrorCodes.InvalidId, $"'{Shorten(id)}' is not the id of a {expected}: take ids from this server's answers.");

    /// <summary>The error for a key in good form that nothing in this release has.</summary>
    public static GraphQLException NotFound(string message) => Refused.With(PlanErrorCodes.NotFound, message);

    /// <summary>Whether the id has the form that <see cref="Encode"/> gives, and for which type.</summary>
    public static bool TryReadType(string id, out string type) => TryRead(id, out type, out _);

    /// <summary>As <see cref="TryReadType"/>, with the key; whether anything has it is for the reader to see.</summary>
    public static bool TryRead(string id, out string type, out string key)
    {
        (type, key) = ("", "");
        if (id.Length is 0 or > 512 || !Base64Url.IsValid(id)) return false;
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return false;
        (type, key) = (text[..colon], text[(colon + 1)..]);
        return true;
    }

    public static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
