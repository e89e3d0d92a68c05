using System.Globalization;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// Numbers as ECMAScript's <c>Number::toString</c> writes them, so that answers equal those of the reference implementation byte for byte:
/// plain digits from 1e-6 up to 1e21, an exponent as <c>1e+21</c> beyond, and no negative zero.
/// </summary>
internal static class FloatText
{
    /// <summary>Enough for any finite double.</summary>
    public const int MaxLength = 40;

    /// <summary>Below it whole numbers have one spelling; it is 2 to the 53rd.</summary>
    private const double LargestExact = 9_007_199_254_740_992;

    private const double DecimalUnits = 1e12, LeastPlain = 1e-6;

    public static int Format(double value, Span<byte> destination)
    {
        if (value == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }

        int written;
        if (Math.Abs(value) < LargestExact && value == Math.Truncate(value))
        {
            // Whole numbers, as most figures are, take a tenth of the time that finding the shortest fraction does.
            ((long)value).TryFormat(destination, out written, default, CultureInfo.InvariantCulture);
            return written;
        }

        // So do those of few decimals, as means and percentages have: two numbers of up to fifteen digits are never read as the same double,
        // so where one is read as the value, it is the shortest.
        var size = Math.Abs(value);
        var units = Math.Round(size * DecimalUnits);
        if (units < 1e15 && size >= LeastPlain && units / DecimalUnits == size) return Decimal(value < 0, (long)units, destination);

        value.TryFormat(destination, out written, "R", CultureInfo.InvariantCulture);
        var exponentAt = destination[..written].IndexOf((byte)'E');
        return exponentAt < 0 ? written : Rewrite(destination, written, exponentAt);
    }

    private static int Decimal(bool isNegative, long units, Span<byte> destination)
    {
        var (whole, fraction) = Math.DivRem(units, (long)DecimalUnits);
        var at = 0;
        if (isNegative) destination[at++] = (byte)'-';
        whole.TryFormat(destination[at..], out var written, default, CultureInfo.InvariantCulture);
        at += written;
        destination[at++] = (byte)'.';
        fraction.TryFormat(destination[at..], out written, "D12", CultureInfo.InvariantCulture);
        at += written;
        while (destination[at - 1] == '0') at--;
        return at;
    }

    /// <summary>.NET turns to exponents earlier (1E+15, 1E-05) than ECMAScript: the digits are right, only their layout changes.</summary>
    private static int Rewrite(Span<byte> text, int length, int exponentAt)
    {
        var exponent = int.Parse(text[(exponentAt + 1)..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[exponentAt];
        var count = 0;
        var at = 0;
        if (text[0] == '-') at++;
        for (var i = at; i < exponentAt; i++)
        {
            if (text[i] != '.') digits[count++] = text[i];
        }

        // The value is 0.d1d2…dk × 10^point.
        var point = exponent + 1;
        digits = digits[..count];
        if (point is > 0 and <= 21)
        {
            for (var i = 0; i < Math.Max(point, count); i++)
            {
                if (i == point) text[at++] = (byte)'.';
                text[at++] = i < count ? digits[i] : (byte)'0';
            }

            return at;
        }

        if (point is > -6 and <= 0)
        {
            text[at++] = (byte)'0';
            text[at++] = (byte)'.';
            for (; point < 0; point++) text[at++] = (byte)'0';
            digits.CopyTo(text[at..]);
            return at + count;
        }

        text[at++] = digits[0];
        if (count > 1)
        {
            text[at++] = (byte)'.';
            digits[1..].CopyTo(text[at..]);
            at += count - 1;
        }

        text[at++] = (byte)'e';
        text[at++] = (byte)(exponent < 0 ? '-' : '+');
        Math.Abs(exponent).TryFormat(text[at..], out var written, default, CultureInfo.InvariantCulture);
        return at + written;
    }
}
