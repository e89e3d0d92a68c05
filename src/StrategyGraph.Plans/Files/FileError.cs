namespace StrategyGraph.Plans.Files;

/// <summary>One mistake in a plan file: where it is, what was expected and what to do.</summary>
/// <param name="Path">The file, as the folder was given and with forward slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
public sealed record FileError(string Path, int Line, int Column, FileErrorCode Code, string Message)
{
    /// <summary><c>path:line:column: CODE message</c>, which editors and terminals turn into a link.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{OnOneLine(Path)}:{Line}:{Column}: {Code.Name()} {Message}");

    /// <summary>A file's name may hold line breaks and terminal codes; the report does not.</summary>
    private static string OnOneLine(string path) => string.Concat(path.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}

/// <summary>What kind of mistake it is. Names are stable; their list is in <see cref="FileErrorCodes"/> and seeds/README.md.</summary>
public enum FileErrorCode
{
    FileUnreadable, NoPlanFiles, FileTooLarge, FileEmpty, NotUtf8, NotText,
    YamlSyntax, YamlFeature, TooDeep, TooManyErrors,
    UnknownKind, UnsupportedFormat, UnknownField, DuplicateField, MissingField, ConflictingFields,
    WrongType, EmptyValue, UnknownValue, InvalidValue, OutOfRange,
    InvalidMunicipalityCode, DuplicateId, UnknownReference,
    RatingOutsideScale, ScaleNotForLevel, ScaleUnclear, YearOutsidePeriod, PeriodReversed, LevelUnclear,
}

/// <summary>The codes with their meaning, as seeds/README.md prints them.</summary>
public static class FileErrorCodes
{
    public static string Name(this FileErrorCode code) => EnumNames<FileErrorCode>.Of(code);

    public static string Meaning(this FileErrorCode code) => code switch
    {
        FileErrorCode.FileUnreadable => "The file or folder is missing or may not be read.",
        FileErrorCode.NoPlanFiles => "The folder holds no file that ends in .yaml or .yml.",
        FileErrorCode.FileTooLarge => "The file is larger than 8 MiB. No plan comes near; look for something pasted by mistake.",
        FileErrorCode.FileEmpty => "The file holds nothing, or only comments.",
        FileErrorCode.NotUtf8 => "The file is text, but not UTF-8 (UTF-16, Shift_JIS …). Save it as UTF-8.",
        FileErrorCode.NotText => "The file holds bytes or control characters that no text has.",
        FileErrorCode.YamlSyntax => "The file is not YAML from this place on. Nothing after it was read.",
        FileErrorCode.YamlFeature => "Anchors, aliases, merge keys, tags, keys that are not plain words, and second documents are not used in plan files.",
        FileErrorCode.TooDeep => "Values are nested more than 64 deep.",
        FileErrorCode.TooManyErrors => "The file has more mistakes than are shown. Mend these first.",
        FileErrorCode.UnknownKind => "The file has none, or more than one, of the keys that say what it is: `plan`, `framework`, `municipalities`.",
        FileErrorCode.UnsupportedFormat => "The file is written for another version of this format.",
        FileErrorCode.UnknownField => "No such key is known here.",
        FileErrorCode.DuplicateField => "The key stands twice in one place.",
        FileErrorCode.MissingField => "A key that must be here is not.",
        FileErrorCode.ConflictingFields => "Keys that exclude each other stand together.",
        FileErrorCode.WrongType => "Another type of value belongs here: text, a number, a list …",
        FileErrorCode.EmptyValue => "The key has no value. Write one, or leave the key out.",
        FileErrorCode.UnknownValue => "The value is not one of those that the key can take.",
        FileErrorCode.InvalidValue => "The value is of the right type but not of the right form.",
        FileErrorCode.OutOfRange => "The number is smaller or greater than it can be.",
        FileErrorCode.InvalidMunicipalityCode => "Not a municipality's code, or its check digit is wrong.",
        FileErrorCode.DuplicateId => "The id, name or code is already used.",
        FileErrorCode.UnknownReference => "What the value refers to is nowhere in the files.",
        FileErrorCode.RatingOutsideScale => "The rating is not on its scale.",
        FileErrorCode.ScaleNotForLevel => "The scale does not rate elements of this level.",
        FileErrorCode.ScaleUnclear => "Several scales fit, or none does. Say which with `scale`.",
        FileErrorCode.YearOutsidePeriod => "The fiscal year, period or day lies outside the plan's period.",
        FileErrorCode.PeriodReversed => "The end lies before the start.",
        FileErrorCode.LevelUnclear => "The element is deeper than the plan's levels, lies under one of a lower role, or is a theme or measure under no goal.",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
