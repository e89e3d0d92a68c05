using StrategyGraph.GraphQL.Language;
using StrategyGraph.GraphQL.TypeSystem;
using StrategyGraph.GraphQL.Validation;

namespace StrategyGraph.GraphQL.Tests.Validation.Sdl;

/// <summary>One rule of schema documents under test; what the other rules find in the same text does not count.</summary>
internal sealed class SdlRule(string name)
{
    public void Accepts(string sdl, string? extended = null) => Refuses(sdl, extended, []);

    /// <param name="errors">Each as its places and its message: <c>2:3 Text</c>, <c>1:1, 2:3 Text</c>.</param>
    public void Refuses(string sdl, params string[] errors) => Refuses(sdl, null, errors);

    public void RefusesToExtend(string extended, string sdl, params string[] errors) => Refuses(sdl, extended, errors);

    private void Refuses(string sdl, string? extended, string[] errors)
    {
        Assert.Contains(name, SdlValidator.RuleNames);
        var schema = extended is null ? null : SchemaBuilder.Build(Parser.Parse(extended));
        Assert.Equal(errors, SdlValidator.Violations(Parser.Parse(sdl), schema).Where(v => v.Rule == name).Select(v => Shown(v.Error)));
    }

    public static string Shown(GraphQLError error) =>
        $"{string.Join(", ", error.Locations!.Select(l => $"{l.Line}:{l.Column}"))} {error.Message}";
}
