using StrategyGraph.Plans.Files.Declaring;

namespace StrategyGraph.Plans.Files.Shapes;

internal static class FileFields
{
    private const int CurrentFormat = 1;

    public static RecordType<T> Format<T>(this RecordType<T> record) where T : FileRecord, new() => record
        .Required("format", Version, (_, _) => { }, "The version of this format; 1.", "1");

    /// <summary>What every file begins with.</summary>
    public static (string Key, YamlNode Value) CurrentVersion { get; } = ("format", new YamlScalar("1", Plain: true, Position.Start));

    private static FileType<int> Version { get; } = new ScalarType<int>("1, the format's version", Declaring.ScalarKinds.Integer,
        () => new() { ["const"] = CurrentFormat },
        static (string text, out int value) =>
        {
            value = CurrentFormat;
            return text == "1" ? null : new(FileErrorCode.UnsupportedFormat, $"Format {text} is not known; this version reads format 1.");
        });
}

internal sealed class FrameworkFileShape : FileRecord
{
    public FrameworkShape? Framework { get; set; }
    public List<DocumentShape> Documents { get; set; } = [];
    public List<FrameworkGoalShape> Goals { get; set; } = [];

    public static RecordType<FrameworkFileShape> Type { get; } = new RecordType<FrameworkFileShape>("framework-file", "A framework: an axis along which plans are compared, such as the SDGs.")
        .Format()
        .Required("framework", FrameworkShape.Type, (file, value) => file.Framework = value, "Which framework it is.", "{ id: sdgs, title: 持続可能な開発目標 }")
        .Optional("documents", DocumentShape.Type.List, (file, value) => file.Documents = value, "Its sources. It may cite those of other files too.", "[{ id: un-2030-agenda, … }]")
        .Required("goals", FrameworkGoalShape.Type.List, (file, value) => file.Goals = value, "Its goals, each with its targets.", "[{ code: \"13\", title: 気候変動 }]");
}

internal sealed class FrameworkShape : FileRecord
{
    public Located<string>? Id { get; set; }
    public Text? Title { get; set; }
    public string? Edition { get; set; }
    public List<CitationShape> Cite { get; set; } = [];

    public static RecordType<FrameworkShape> Type { get; } = new RecordType<FrameworkShape>("framework", "Which framework it is.")
        .Required("id", Scalars.Slug.Located, (framework, value) => framework.Id = value, "Unique in the catalogue, permanent.", "sdgs")
        .Required("title", TextShape.Type, (framework, value) => framework.Title = value, "Its title.", "{ ja: 持続可能な開発目標, en: Sustainable Development Goals }")
        .Optional("edition", Scalars.Printed, (framework, value) => framework.Edition = value, "Which edition of it.", "第2期")
        .Optional("cite", CitationShape.Type, (framework, value) => framework.Cite = value, "Where it is printed. Goals without a citation of their own take the first of these.", "資料1");
}

internal sealed class FrameworkGoalShape : FileRecord
{
    public Located<string>? Code { get; set; }
    public int? Number { get; set; }
    public string? Iri { get; set; }
    public Text? Title { get; set; }
    public string? TitleAsPrinted { get; set; }
    public Text? Note { get; set; }
    public List<CitationShape> Cite { get; set; } = [];
    public List<FrameworkGoalShape> Children { get; set; } = [];

    public static RecordType<FrameworkGoalShape> Type { get; } = new RecordType<FrameworkGoalShape>("framework-goal", "A goal or target of a framework.")
        .Required("code", Scalars.Printed.Located, (goal, value) => goal.Code = value, "Its code, unique in the framework. Put it in quotes: 13.1 and 13.10 are two.", "\"13.2\"")
        .Optional("number", Scalars.Integer("a whole number", 0, 100_000), (goal, value) => goal.Number = value, "Its number, where it has one.", "13")
        .Optional("iri", Scalars.Url, (goal, value) => goal.Iri = value, "Its official identifier on the web.", "http://metadata.un.org/sdg/13.2")
        .Required("title", TextShape.Type, (goal, value) => goal.Title = value, "Its title, in an editor's short words.", "{ ja: 気候変動, en: Climate action }")
        .Optional("titleAsPrinted", Scalars.Printed, (goal, value) => goal.TitleAsPrinted = value, "The title before corrections, only where it differs.", "気侯変動")
        .Optional("note", TextShape.Type, (goal, value) => goal.Note = value, "An editor's remark.", "番号なし")
        .Optional("cite", CitationShape.Type, (goal, value) => goal.Cite = value, "Where it is printed; the framework's first citation when left out.", "資料1")
        .Optional("children", new ListType<FrameworkGoalShape>(() => Type!), (goal, value) => goal.Children = value, "The goals or targets below it.", "[{ code: \"13.2\", title: 計画への統合 }]");
}

internal sealed class MunicipalitiesFileShape : FileRecord
{
    public List<MunicipalityShape> Municipalities { get; set; } = [];

    public static RecordType<MunicipalitiesFileShape> Type { get; } = new RecordType<MunicipalitiesFileShape>("municipalities-file", "Municipalities that plans are of.")
        .Format()
        .Required("municipalities", MunicipalityShape.Type.List, (file, value) => file.Municipalities = value, "The municipalities.", "[{ code: \"012131\", name: 苫小牧市 }]");
}

internal sealed class MunicipalityShape : FileRecord
{
    public Located<string>? Code { get; set; }
    public Text? Name { get; set; }
    public Text? Prefecture { get; set; }
    public int? FiscalYearStartMonth { get; set; }

    public static RecordType<MunicipalityShape> Type { get; } = new RecordType<MunicipalityShape>("municipality", "A municipality.")
        .Required("code", Scalars.String.Located, (municipality, value) => municipality.Code = value, "Its official code in quotes: six digits in Japan, elsewhere country and official code.", "\"012131\"")
        .Required("name", TextShape.Type, (municipality, value) => municipality.Name = value, "Its name.", "{ ja: 苫小牧市, en: Tomakomai }")
        .Optional("prefecture", TextShape.Type, (municipality, value) => municipality.Prefecture = value, "Its prefecture, or the region that it lies in.", "{ ja: 北海道, en: Hokkaido }")
        .Optional("fiscalYearStartMonth", Scalars.Integer("a month from 1 to 12", 1, 12), (municipality, value) => municipality.FiscalYearStartMonth = value, "The month that its fiscal year begins in; 4 (April) when left out.", "7");
}
