using System.Runtime.CompilerServices;
using StrategyGraph.Plans;

namespace StrategyGraph.Catalog.Reading;

/// <summary>Walks a table's rows and, in each, its columns from left to right: the order of the row record's parameters.</summary>
/// <remarks>There is one for SQLite and one for ADO.NET; what they share is the reading of the domain's values.</remarks>
internal abstract class Cursor : IDisposable
{
    private readonly (string? Word, int Meaning)[] _words = new (string?, int)[32];
    private int _column;

    public bool Next()
    {
        _column = 0;
        return Step();
    }

    public int Int() => IntAt(_column++);
    public int? IntOrNull() => IsNullAt(_column++) ? null : IntAt(_column - 1);

    /// <summary>The number of a row that is referred to, from 1.</summary>
    public int? IdOrNull() => IdAt(_column++);

    public bool Bool() => BoolAt(_column++);
    public double? DoubleOrNull() => IsNullAt(_column++) ? null : DoubleAt(_column - 1);
    public decimal Decimal() => DecimalAt(_column++);
    public decimal? DecimalOrNull() => IsNullAt(_column++) ? null : DecimalAt(_column - 1);
    public DateOnly Date() => DateAt(_column++);
    public DateOnly? DateOrNull() => IsNullAt(_column++) ? null : DateAt(_column - 1);

    /// <summary>In UTC.</summary>
    public DateTime Time() => DateTime.SpecifyKind(TimeAt(_column++), DateTimeKind.Utc);

    public string String() => StringOrNull() ?? throw new InvalidDataException("A value is missing.");
    public string? StringOrNull() => StringAt(_column++);

    /// <summary>A word of one of the domain's vocabularies.</summary>
    public T Word<T>() where T : struct, Enum => Word<T>(String());

    public T? WordOrNull<T>() where T : struct, Enum => StringOrNull() is { } word ? Word<T>(word) : null;

    public Text Text() => new(StringOrNull(), StringOrNull());

    public Text? TextOrNull()
    {
        var (ja, en) = (StringOrNull(), StringOrNull());
        return ja is null && en is null ? null : new Text(ja, en);
    }

    /// <summary>Which of two columns owns the row.</summary>
    public (int? Plan, int? Element) Owner() => (IdOrNull(), IdOrNull());

    public abstract void Dispose();

    protected abstract bool Step();
    protected abstract bool IsNullAt(int column);
    protected abstract int IntAt(int column);
    protected abstract int? IdAt(int column);
    protected abstract bool BoolAt(int column);
    protected abstract double DoubleAt(int column);
    protected abstract decimal DecimalAt(int column);
    protected abstract DateOnly DateAt(int column);
    protected abstract DateTime TimeAt(int column);
    protected abstract string? StringAt(int column);

    /// <summary>Most columns say the same word row after row, and strings that keep coming back are the same object.</summary>
    private T Word<T>(string word) where T : struct, Enum
    {
        ref var last = ref _words[_column];
        if (!ReferenceEquals(last.Word, word)) last = (word, Meaning(typeof(T), word));
        return Unsafe.BitCast<int, T>(last.Meaning);
    }

    /// <summary>For any vocabulary: a method of each would be compiled at every start, which takes longer than what it does.</summary>
    private static int Meaning(Type vocabulary, string word) =>
        Enum.TryParse(vocabulary, word, out var meaning) && meaning.ToString() == word ? (int)meaning : throw new KeyNotFoundException($"'{word}' is no {vocabulary.Name}.");
}
