namespace StrategyGraph.Plans.Files;

/// <summary>A place in a file, both from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    public static Position Start { get; } = new(1, 1);
}

/// <summary>A value and where it stands, for what can only be checked when everything has been read.</summary>
internal readonly record struct Located<T>(T Value, Position At);

/// <summary>Collects the mistakes of one file. From <see cref="Limit"/> on they are counted but not kept.</summary>
internal sealed class FileErrors(string path)
{
    public const int Limit = 200;
    private const int LongestMessage = 1_000;

    private readonly List<FileError> _errors = [];
    private int _left;

    public string Path { get; } = path;

    public int Count => _errors.Count + _left;

    /// <summary>Whether something refers to what has not been read yet, so that it cannot be said whether it is a mistake.</summary>
    public bool AreUnsettled { get; set; }

    public void Add(Position at, FileErrorCode code, string message)
    {
        if (_errors.Count == Limit) _left++;
        else _errors.Add(new FileError(Path, at.Line, at.Column, code, OnOneLine(message)));
    }

    /// <summary>Takes over the mistakes found by another look at the same file.</summary>
    public void Add(FileErrors others)
    {
        foreach (var error in others._errors) Add(new Position(error.Line, error.Column), error.Code, error.Message);
        _left += others._left;
    }

    /// <summary>Messages quote what is in the file, which may be megabytes long, break lines or steer a terminal.</summary>
    private static string OnOneLine(string message)
    {
        if (message.Length > LongestMessage) message = message[..LongestMessage] + "…";
        return message.Any(char.IsControl) ? string.Concat(message.Select(letter => char.IsControl(letter) ? '·' : letter)) : message;
    }

    /// <summary>In the order of the file, and at the end how many were left out.</summary>
    public IEnumerable<FileError> InOrder()
    {
        foreach (var error in _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)) yield return error;
        if (_left > 0)
        {
            yield return new FileError(
                Path, 1, 1, FileErrorCode.TooManyErrors,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_left} more errors were found in this file; only the first {Limit} are shown. Mend these and check again."));
        }
    }
}
