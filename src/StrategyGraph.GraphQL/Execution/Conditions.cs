namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// The conditions of one plan, as <c>@skip</c> and <c>@include</c> with variables make them (specification §3.13.1, §3.13.2): equal
/// conditions are one entry, and an entry refers only to earlier ones, so one pass over the table decides all of them for a request.
/// </summary>
internal sealed class ConditionTable
{
    /// <summary>Holds whatever the variables are.</summary>
    public const int Always = -1;

    /// <summary>Holds for no variables: what stands under it is left out of the plan.</summary>
    public const int Never = -2;

    private const int ImplicationDepth = 8;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<Entry, int> _known = [];

    private enum Kind : byte { Variable, Not, And, Or }

    private readonly record struct Entry(Kind Kind, int Left, int Right);

    public int Count => _entries.Count;

    /// <summary>Whether the variable of this index stands in a condition.</summary>
    public bool Uses(int variable) => _known.ContainsKey(new Entry(Kind.Variable, variable, 0));

    /// <param name="index">Of the variable among its operation's definitions.</param>
    public int Variable(int index) => Intern(new Entry(Kind.Variable, index, 0));

    public int Not(int condition) => condition switch
    {
        Always => Never,
        Never => Always,
        _ when _entries[condition].Kind is Kind.Not => _entries[condition].Left,
        _ => Intern(new Entry(Kind.Not, condition, 0)),
    };

    public int And(int left, int right)
    {
        if (left == Never || right == Never) return Never;
        if (left == Always || Implies(right, left)) return right;
        if (right == Always || Implies(left, right)) return left;
        if (Implies(left, Not(right))) return Never;
        return Intern(new Entry(Kind.And, Math.Min(left, right), Math.Max(left, right)));
    }

    public int Or(int left, int right)
    {
        if (left == Always || right == Always) return Always;
        if (left == Never || Implies(left, right)) return right;
        if (right == Never || Implies(right, left)) return left;
        if (Not(left) == right) return Always;
        return Intern(new Entry(Kind.Or, Math.Min(left, right), Math.Max(left, right)));
    }

    /// <summary>Whether the first is seen to hold only where the second does. Looks a few steps deep: false may mean "not seen".</summary>
    public bool Implies(int condition, int other) => Implies(condition, other, ImplicationDepth);

    private bool Implies(int condition, int other, int depth)
    {
        if (condition == other || other == Always || condition == Never) return true;
        if (condition < 0 || depth == 0) return false;
        var entry = _entries[condition];
        return entry.Kind is Kind.And && (Implies(entry.Left, other, depth - 1) || Implies(entry.Right, other, depth - 1));
    }

    /// <summary>Decides every condition: bit <c>i % 64</c> of word <c>i / 64</c> is condition i.</summary>
    /// <param name="variables">Booleans, for all that stand in a condition.</param>
    public void Evaluate(VariableValues variables, Span<ulong> bits)
    {
        bits.Clear();
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            var holds = entry.Kind switch
            {
                Kind.Variable => variables[entry.Left] is true,
                Kind.Not => !Bit(bits, entry.Left),
                Kind.And => Bit(bits, entry.Left) && Bit(bits, entry.Right),
                _ => Bit(bits, entry.Left) || Bit(bits, entry.Right),
            };
            if (holds) bits[i >> 6] |= 1UL << (i & 63);
        }
    }

    public static bool Bit(ReadOnlySpan<ulong> bits, int condition) => (bits[condition >> 6] >> (condition & 63) & 1) != 0;

    private int Intern(Entry entry)
    {
        if (_known.TryGetValue(entry, out var index)) return index;
        _entries.Add(entry);
        return _known[entry] = _entries.Count - 1;
    }
}
