using System.Buffers.Text;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using StrategyGraph.GraphQL.Language;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph;

/// <summary>
/// Ids on the wire: the type's name and the editors' key, in base64url. Opaque by agreement: clients hand them back, never read them.
/// Editors' keys are permanent, so ids survive releases; printed numbers are no part of them.
/// </summary>
internal static class GlobalId
{
    private static readonly FrozenSet<string> PartTypes =
        new[] { nameof(Plan), nameof(Goal), nameof(Theme), nameof(Measure), nameof(Initiative), nameof(Indicator), nameof(Revision), nameof(Finding) }.ToFrozenSet(StringComparer.Ordinal);

    public static string Encode(string type, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{type}:{key}"));

    /// <summary>The error for an id that this server never gave: malformed, or of another type than the field takes.</summary>
    public static GraphQLException Invalid(string id, string expected) =>
        Refused.With(PlanErrorCodes.InvalidId, $"'{Shorten(id)}' is not the id of a {expected}: take ids from this server's answers.");

    /// <summary>The error for a key in good form that nothing in this release has.</summary>
    public static GraphQLException NotFound(string message) => Refused.With(PlanErrorCodes.NotFound, message);

    /// <summary>Whether the id has the form that <see cref="Encode"/> gives, and for which type.</summary>
    public static bool TryReadType(string id, out string type) => TryRead(id, out type, out _);

    /// <summary>As <see cref="TryReadType"/>; of plans and what is in them also whether the key is one.</summary>
    public static bool IsWellFormed(string id, out string type) => TryReadType(id, out type) && (!PartTypes.Contains(type) || TryReadPart(id, out _));

    /// <summary>Whether the id is that of a department: its municipality's code and its name.</summary>
    public static bool TryReadDepartment(string id, out string municipality, out string name)
    {
        (municipality, name) = ("", "");
        if (!TryRead(id, out var type, out var key) || type != nameof(Department) || Encode(type, key) != id) return false;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return false;
        (municipality, name) = (key[..slash], key[(slash + 1)..]);
        return true;
    }

    /// <summary>The key of a plan as of a day. Editors' ids have no @.</summary>
    public static string EditionKey(string plan, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{plan}@{day:yyyy-MM-dd}");

    /// <summary>
    /// Whether the id is that of a plan or of something in one, as <see cref="Encode"/> gives it: plan, plan@day, plan/key, plan@day/key.
    /// Only the one spelling of an id is taken, so that no other finds what it names.
    /// </summary>
    public static bool TryReadPart(string id, out PartId part)
    {
        part = default;
        if (!TryRead(id, out var type, out var key) || !PartTypes.Contains(type) || Encode(type, key) != id) return false;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var plan = slash < 0 ? key : key[..slash];
        if (slash < 0 != (type == nameof(Plan))) return false;
        DateOnly? day = null;
        if (plan.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at)
        {
            if (!DateOnly.TryParseExact(plan[(at + 1)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)) return false;
            (plan, day) = (plan[..at], read);
        }

        part = new PartId(type, plan, day, slash < 0 ? null : key[(slash + 1)..]);
        return true;
    }

    private static bool TryRead(string id, out string type, out string key)
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

/// <summary>The id of something that a plan or municipality has, as <see cref="GlobalId.Encode"/> gives it, but made as it is written: no string is.</summary>
public readonly struct NodeId : IUtf8SpanFormattable
{
    private readonly string _type, _owner, _key;

    internal NodeId(ElementRole role, string owner, string key) : this(TypeOf(role), owner, key) { }

    internal NodeId(string type, string owner, string key) => (_type, _owner, _key) = (type, owner, key);

    public static implicit operator string(NodeId id) => id.ToString();

    public override string ToString() => GlobalId.Encode(_type, $"{_owner}/{_key}");

    /// <summary>Base64url is made of characters that JSON does not escape.</summary>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var most = Encoding.UTF8.GetMaxByteCount(_type.Length + _owner.Length + _key.Length + 2);
        var text = most <= 512 ? stackalloc byte[most] : new byte[most];
        var length = Append(text, 0, _type);
        text[length++] = (byte)':';
        length = Append(text, length, _owner);
        text[length++] = (byte)'/';
        length = Append(text, length, _key);
        return Base64Url.TryEncodeToUtf8(text[..length], utf8Destination, out bytesWritten);

        static int Append(Span<byte> text, int at, string part) => at + Encoding.UTF8.GetBytes(part, text[at..]);
    }

    private static string TypeOf(ElementRole role) => role switch
    {
        ElementRole.Goal => nameof(Goal),
        ElementRole.Theme => nameof(Theme),
        ElementRole.Measure => nameof(Measure),
        _ => nameof(Initiative),
    };
}

/// <summary>What the id of a plan, or of something in one, says.</summary>
/// <param name="Plan">The editors' id of the plan.</param>
/// <param name="Day">Of an edition the day it is shown as of.</param>
/// <param name="Key">The editors' id in the plan, or a finding's key; null for the plan itself.</param>
internal readonly record struct PartId(string Type, string Plan, DateOnly? Day, string? Key);
