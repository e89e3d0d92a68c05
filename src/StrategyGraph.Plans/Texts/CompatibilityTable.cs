using System.Globalization;
using System.Text;

namespace StrategyGraph.Plans.Texts;

/// <summary>
/// What NFKC (Unicode Standard Annex #15) makes of a single character: Ａ a full-width letter, ① a figure, ㍻ two characters. It stands in
/// a table of our own, because the program runs without ICU, where <c>string.Normalize</c> changes nothing. The table holds the Basic
/// Multilingual Plane without Arabic and Hangul; those characters stay as they are.
/// </summary>
internal static class CompatibilityTable
{
    private static readonly Lazy<(ushort[] Places, string[] Texts)> Table = new(Read);

    /// <summary>What stands for a character; null when it stands for itself.</summary>
    public static string? Of(char c) => Table.Value.Places[c] is var place and > 0 ? Table.Value.Texts[place] : null;

    private static (ushort[] Places, string[] Texts) Read()
    {
        var (places, texts) = (new ushort[char.MaxValue + 1], new List<string> { "" });
        void Add(char from, string to)
        {
            places[from] = (ushort)texts.Count;
            texts.Add(to);
        }

        // What people and machines write for one another beyond NFKC: 苦小牧 is how machines read 苫小牧, and dashes and tildes come in many kinds.
        Add('苦', "苫");
        Add('〜', "~");
        foreach (var dash in "‐‑‒–—―−") Add(dash, "-");
        foreach (var quote in "‘’") Add(quote, "'");
        foreach (var quote in "“”") Add(quote, "\"");
        foreach (var invisible in "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f") Add(invisible, "");

        using var file = new StreamReader(typeof(CompatibilityTable).Assembly.GetManifestResourceStream("compatibility.txt")!, Encoding.UTF8);
        while (file.ReadLine() is { } line)
        {
            var from = (char)int.Parse(line.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (places[from] == 0) Add(from, string.Concat(line[5..].ToLowerInvariant().Select(c => places[c] == 0 ? $"{c}" : texts[places[c]])));
        }

        return (places, [.. texts]);
    }
}
