using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StrategyGraph.Plans;

/// <summary>
/// A municipality's official code. In Japan (全国地方公共団体コード) six digits, the last a check digit: 012131;
/// five digits are completed. Elsewhere the country's ISO 3166-1 code and its official code: GB-E06000036.
/// </summary>
public readonly record struct MunicipalityCode : IParsable<MunicipalityCode>, IComparable<MunicipalityCode>
{
    private readonly string? _value;

    private MunicipalityCode(string value) => _value = value;

    public string Value => _value ?? "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country => Value is [>= 'A' and <= 'Z', ..] ? Value[..2] : "JP";

    /// <summary>The check digit of five digits a b c d e: S = 6a+5b+4c+3d+2e, (11 − S mod 11) mod 10.</summary>
    public static int CheckDigit(ReadOnlySpan<char> five)
    {
        var sum = 0;
        for (var i = 0; i < 5; i++) sum += (6 - i) * (five[i] - '0');
        return (11 - sum % 11) % 10;
    }

    public static MunicipalityCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var code, out var why) ? code : throw new FormatException(why);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MunicipalityCode result) =>
        TryParse(s, out result, out _);

    /// <summary>As <see cref="Parse"/>; <paramref name="why"/> says what is wrong and what was expected.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out MunicipalityCode code, [NotNullWhen(false)] out string? why)
    {
        code = default;
        why = null;
        if (s is { Length: 5 or 6 } && s.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            var check = (char)('0' + CheckDigit(s));
            if (s.Length == 6 && s[5] != check)
            {
                why = $"'{s}' has the wrong check digit: {s[..5]} ends in {check}, so the code is {s[..5]}{check}.";
                return false;
            }

            code = new MunicipalityCode(s[..5] + check);
            return true;
        }

        if (s is { Length: >= 4 and <= 20 } && s[2] == '-' && char.IsAsciiLetterUpper(s[0]) && char.IsAsciiLetterUpper(s[1])
            && s.AsSpan(3).IndexOfAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".AsSpan()) < 0 && !s.StartsWith("JP-", StringComparison.Ordinal))
        {
            code = new MunicipalityCode(s);
            return true;
        }

        why = string.Create(CultureInfo.InvariantCulture, $"'{s}' is not a municipality code: in Japan five or six digits (012131), elsewhere the country and its official code (GB-E06000036).");
        return false;
    }

    public int CompareTo(MunicipalityCode other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;

    public static bool operator <(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) < 0;
    public static bool operator >(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(MunicipalityCode left, MunicipalityCode right) => left.CompareTo(right) >= 0;
}
