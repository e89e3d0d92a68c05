using System.Runtime.CompilerServices;
using StrategyGraph.Plans;

namespace StrategyGraph.Server.Graph.Search;

/// <summary>
/// Folded texts of elements, one after the other in the order of the elements, to be looked through from any place.
/// </summary>
/// <typeparam name="T">What a character takes: a byte where all texts are of ASCII letters, which is half as much to look through; else a char.</typeparam>
internal sealed class FieldTexts<T>(int elements) where T : unmanaged, IEquatable<T>
{
    private readonly int[] _firstFields = new int[elements + 1];
    private readonly TextColumn<T> _texts = new();
    private List<Field> _growing = [];
    private Field[] _fields = [];

    /// <summary>Fields come in the order of their elements, and an element's with those first that are worth most.</summary>
    /// <param name="text">Folded, so it holds no control characters: nothing is found across two.</param>
    public void Add(PlanElement element, SearchField kind, ReadOnlySpan<T> text)
    {
        _growing.Add(new Field(element.Position, kind, element.Role));
        _texts.Add(text);
        _firstFields[element.Position + 1] = _growing.Count;
    }

    public void Finish()
    {
        _texts.Finish();
        _fields = [.. _growing];
        _growing = [];
        for (var i = 1; i < _firstFields.Length; i++) _firstFields[i] = Math.Max(_firstFields[i], _firstFields[i - 1]);
    }

    /// <summary>The next field from <paramref name="from"/> to before <paramref name="to"/> in which a term stands; −1 when there is none.</summary>
    public int Next(ReadOnlySpan<T> term, int from, int to) => _texts.Next(term, from, to);

    public int ElementOf(int field) => _fields[field].Element;

    public ElementRole RoleOf(int field) => _fields[field].Role;

    /// <summary>An element's first field, or the next one's where it has none; also before the first element and after the last.</summary>
    public int FirstFieldOf(int element) => _firstFields[element];

    /// <summary>
    /// What a term is worth in an element: most at the beginning of a short title. A title says most of what an element is about, an activity
    /// least. What it is worth elsewhere (0 when it stands nowhere) is kept where that is more.
    /// </summary>
    public double Worth(ReadOnlySpan<T> term, int element, double elsewhere)
    {
        var (best, end) = (elsewhere, _firstFields[element + 1]);
        for (var field = _firstFields[element]; field < end && best < Most(field); field++)
        {
            var text = _texts[field];
            var at = text.IndexOf(term);
            if (at >= 0) best = Math.Max(best, Most(field) * Wholeness(text, term, at) * (0.7 + 0.2 * term.Length / text.Length + (at == 0 ? 0.1 : 0)));
        }

        return best;
    }

    /// <summary>
    /// Letters that are a word of their own are what is looked for (IR), those that begin one may be (tour), those inside one are so by chance (fire).
    /// Japanese has no such boundaries.
    /// </summary>
    private static double Wholeness(ReadOnlySpan<T> text, ReadOnlySpan<T> term, int at)
    {
        var best = 0.25;
        while (true)
        {
            var begins = at == 0 || !IsLetter(term[0]) || !IsLetter(text[at - 1]);
            var ends = at + term.Length == text.Length || !IsLetter(term[^1]) || !IsLetter(text[at + term.Length]);
            if (begins && ends) return 1;
            if (begins) best = 0.8;
            var further = text[(at + term.Length)..].IndexOf(term);
            if (further < 0) return best;
            at += term.Length + further;
        }
    }

    private static bool IsLetter(T character) =>
        char.IsAsciiLetterOrDigit(typeof(T) == typeof(byte) ? (char)Unsafe.BitCast<T, byte>(character) : Unsafe.BitCast<T, char>(character));

    private double Most(int field) => _fields[field].Kind switch
    {
        SearchField.Title => 1,
        SearchField.Subtitle => 0.8,
        SearchField.Summary => 0.5,
        _ => 0.3,
    };

    private readonly record struct Field(int Element, SearchField Kind, ElementRole Role);
}
