using System.Text;
using StrategyGraph.Plans;
using StrategyGraph.Plans.Texts;

namespace StrategyGraph.Server.Graph.Search;

/// <summary>What is looked for: elements in which every term stands somewhere, of these roles, in these plans (all when null).</summary>
internal sealed record SearchQuery(SearchTerm[] Terms, RoleSet Roles, IReadOnlyList<Plan>? Plans)
{
    public const int MinimumLength = 2;
    public const int MaximumLength = 200;
    public const int MaximumTerms = 8;

    /// <summary>The rarest, as a guess: what all texts are looked through for.</summary>
    public SearchTerm Driver { get; } = Terms.MaxBy(t => t.Text.Length)!;

    /// <summary>
    /// Terms stand apart by spaces, as people type them, and each is folded. Where one is a single character, the spaces are taken for
    /// layout (第 2 期) and the whole for one term.
    /// </summary>
    public static SearchQuery Read(string text, IReadOnlyList<ElementRole>? roles, IReadOnlyList<Plan>? plans)
    {
        if (text.Length > MaximumLength)
            throw Refused.With(PlanErrorCodes.InvalidSearchText, $"'text' has {text.Length} characters; at most {MaximumLength} are searched for.");
        var whole = FoldedText.FoldSought(text);
        if (Length(whole) < MinimumLength)
            throw Refused.With(PlanErrorCodes.InvalidSearchText, $"'text' has too few characters to search for: give {MinimumLength} or more.");

        var terms = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FoldedText.FoldSought).Where(t => t.Length > 0).Distinct().ToArray();
        if (terms.Any(t => Length(t) < MinimumLength)) terms = [whole];
        if (terms.Length > MaximumTerms)
            throw Refused.With(PlanErrorCodes.InvalidSearchText, $"'text' has {terms.Length} terms; at most {MaximumTerms} are searched for.");
        return new SearchQuery([.. terms.Select(t => new SearchTerm(t))], RoleSet.Of(roles), plans);
    }

    private static int Length(string text) => text.EnumerateRunes().Count();
}

/// <summary>A term in the form that is searched.</summary>
internal sealed record SearchTerm(string Text)
{
    /// <summary>The term in ASCII; null where it has other characters and so stands in no text of ASCII letters.</summary>
    public byte[]? Ascii { get; } = System.Text.Ascii.IsValid(Text) ? Encoding.ASCII.GetBytes(Text) : null;
}

/// <summary>Roles that are asked for; all when none is named.</summary>
internal readonly record struct RoleSet(int Bits)
{
    public static RoleSet Of(IReadOnlyList<ElementRole>? roles) => new(roles is null ? -1 : roles.Aggregate(0, (bits, role) => bits | 1 << (int)role));

    public bool Has(ElementRole role) => (Bits & 1 << (int)role) != 0;
}
