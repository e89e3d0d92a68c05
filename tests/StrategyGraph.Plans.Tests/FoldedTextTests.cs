using StrategyGraph.Plans.Texts;

namespace StrategyGraph.Plans.Tests;

/// <summary>The form in which texts are searched, and the way back.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    // Compatibility forms, after NFKC.
    [InlineData("施策⑱", "施策18")]
    [InlineData("基本目標Ⅲ", "基本目標iii")]
    [InlineData("ＡＢＣ１２３％", "abc123%")]
    [InlineData("ﾃﾞｼﾞﾀﾙ化ﾌﾟﾗﾝ", "デジタル化プラン")]
    [InlineData("テ\u3099シ\u3099タル", "デジタル")]
    [InlineData("５㌔、㎡、CO₂、㈱", "5キロ、m2、co2、(株)")]
    [InlineData("～〜−–‐", "~~---")]
    [InlineData("Ｅｎｅｒｇｙ ＳＴＲＡẞＥ Ä", "energy straße ä")]
    // Letters that machines misread.
    [InlineData("苦小牧", "苫小牧")]
    // Spaces.
    [InlineData("第 2 期　北斗市", "第2期北斗市")]
    [InlineData("  City \t of\n Tomakomai ", "city of tomakomai")]
    [InlineData("KPI の 数", "kpiの数")]
    [InlineData("soft\u00adware \u200bzero", "software zero")]
    // Years.
    [InlineData("令和5年度", "令和2023年度")]
    [InlineData("令和元年5月", "令和2019年5月")]
    [InlineData("令和 ５ 年", "令和2023年")]
    [InlineData("㋿6年", "令和2024年")]
    [InlineData("平成31年・昭和64年", "平成2019年・昭和1989年")]
    [InlineData("R5年度とH30年", "r2023年度とh2018年")]
    [InlineData("R5.4、CSR5年、平成の大合併、令和100、昭和0年", "r5.4、csr5年、平成の大合併、令和100、昭和0年")]
    [InlineData("2023（令和5）年", "2023(令和2023)年")]
    // What stays.
    [InlineData("", "")]
    [InlineData("𠮷野家 👍 ー・「」", "𠮷野家👍ー・「」")]
    public void Texts_are_folded(string text, string folded) => Assert.Equal(folded, FoldedText.Fold(text));

    [Theory]
    [InlineData("令和5年度", "2023年度")]
    [InlineData("2023年度", "2023年度")]
    [InlineData("R5年", "2023年")]
    [InlineData("令和", "令和")]
    [InlineData("令和元年", "2019年")]
    public void A_year_is_looked_for_without_its_era(string text, string folded) => Assert.Equal(folded, FoldedText.FoldSought(text));

    [Theory]
    [InlineData("第 2 期 総合戦略", "第2期", "第 2 期")]
    [InlineData("施策⑱の⑱", "18", "⑱|⑱")]
    [InlineData("令和 ５ 年度まで", "2023年度", "令和 ５ 年度")]
    [InlineData("令和 ５ 年度まで", "令和", "令和")]
    [InlineData("ﾃﾞｼﾞﾀﾙ", "ジタ", "ｼﾞﾀ")]
    [InlineData("㈱苦小牧", "株)苫", "㈱苦")]
    [InlineData("aXbxb", "xb", "Xb|xb")]
    public void What_is_found_is_shown_as_written(string text, string folded, string written)
    {
        var spans = FoldedText.Of(text).Find([folded]);
        Assert.Equal(written, string.Join('|', spans.Select(s => text[s.Start..s.End])));
    }

    [Fact]
    public void Finds_that_overlap_are_one() =>
        Assert.Equal([(0, 4), (5, 7)], FoldedText.Of("子育て支、支援").Find(["子育て", "て支", "支援"]));

    [Fact]
    public void Every_character_is_folded_to_what_is_folded_already()
    {
        for (var c = '\u0020'; c < '\uffff'; c++)
        {
            if (char.IsSurrogate(c)) continue;
            var once = FoldedText.Fold($"前{c}後");
            Assert.True(once == FoldedText.Fold(once), $"{(int)c:x4} becomes {once}, and that {FoldedText.Fold(once)}.");
        }
    }
}
