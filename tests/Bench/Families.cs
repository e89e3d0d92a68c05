using System.Text;

namespace StrategyGraph.Bench;

/// <summary>A way to make documents that are accepted and costly, to any size.</summary>
/// <param name="Document">The document of so many parts; beyond some number it is refused.</param>
internal sealed record Family(string Name, Func<int, string> Document)
{
    /// <summary>Sizes from small to the largest that is accepted, each about twice the last.</summary>
    public IReadOnlyList<string> Documents()
    {
        var most = 1;
        while (Subject.Accepts(Document(most * 2))) most *= 2;
        var (accepted, refused) = (most, most * 2);
        while (refused - accepted > 1)
        {
            var middle = (accepted + refused) / 2;
            if (Subject.Accepts(Document(middle))) accepted = middle;
            else refused = middle;
        }

        var sizes = new List<int>();
        for (var size = accepted; size > 0 && sizes.Count < 9; size /= 2) sizes.Insert(0, size);
        return [.. sizes.Select(Document)];
    }
}

/// <summary>Documents over the plans' own schema: what a stranger may send, each kind made as costly as the limits let it.</summary>
internal static class Families
{
    private const string Leaves = "id publishedAt contentHash municipalities plans measures";

    public static IReadOnlyList<Family> All { get; } =
    [
        new("fields in many operations", n => Each(n, i => $"query Q{i} {{ release {{ {Leaves} }} }}\n")),
        new("one field, many times", n => $"{{ release {{ {Each(n, _ => "id ")}}} }}"),
        new("one field with arguments, many times", n => $"{{ {Each(n, _ => "plans(first: 5, where: { kind: { eq: PLEDGE_SET } }) { totalCount }\n")} }}"),
        new("aliases", n => $"{{ {Each(n, i => $"a{i}: release {{ {Leaves} }}\n")} }}"),
        new("nesting", n => $"{{ plans {{ nodes {Each(n, _ => "{ id goals { plan ")}{{ id }}{new string('}', 2 * n)} }} }}"),
        new("overlapping subselections", n => $"{{ {Each(n, _ => "plans { nodes { goals { id title measures { id title } } } }\n")} }}"),
        new("overlaps within overlaps", n => $"{{ plans {{ nodes {{ {Twice(n)} }} }} }}"),
        new("fragments in a chain", n => $"{{ release {{ ...F0 }} }}\n{Each(n, i => $"fragment F{i} on Release {{ {Leaves} ...F{i + 1} }}\n")}fragment F{n} on Release {{ id }}"),
        new("fragments in a fan", n => $"{{ release {{ ...F0 }} }}\n{Each(n, i => $"fragment F{i} on Release {{ id {Each(n - i, j => $"...F{i + j + 1} ")}}}\n")}fragment F{n} on Release {{ id }}"),
        new("fragments side by side", n => $"{{ release {{ {Each(n, i => $"...F{i} ")}}} }}\n{Each(n, i => $"fragment F{i} on Release {{ {Leaves} }}\n")}"),
        new("operations over one chain", n => $"{Each(n, i => $"query Q{i} {{ release {{ ...F0 }} }}\n")}{Each(90, i => $"fragment F{i} on Release {{ {Leaves} ...F{i + 1} }}\n")}fragment F90 on Release {{ id }}"),
        new("inline fragments on an interface", n => $"{{ node(id: \"x\") {{ id {Each(n, i => (i % 4) switch { 0 => "... on Plan { title }\n", 1 => "... on Goal { title }\n", 2 => "... on Measure { title }\n", _ => "... on Municipality { name }\n" })} }} }}"),
        new("variables", n => $"query({Each(n, i => $"$v{i}: ID! ")}) {{ nodes(ids: [{Each(n, i => $"$v{i} ")}]) {{ id }} }}"),
        new("conditions", n => $"query({Each(Math.Min(n, 200), i => $"$v{i}: Boolean! ")}) {{ release {{ {Each(n, i => $"id @include(if: $v{i % 200}) @skip(if: $v{(i * 7 + 1) % Math.Min(n, 200)})\n")} }} }}"),
        new("conditions within conditions", n => $"query($a: Boolean! $b: Boolean!) {{ plans {{ nodes {{ {Twice(n, " @include(if: $a)", " @skip(if: $b)")} }} }} }}"),
        new("conditions that multiply", n => $"query({Each(n, i => $"$a{i}: Boolean! $b{i}: Boolean! ")}) {{ plans {{ nodes {{ {TwiceByFragments(n)}"),
        new("a list of values", n => $"{{ plans(where: {{ title: {{ in: [{Each(n, i => $"\"計画{i}\" ")}] }} }}) {{ totalCount }} }}"),
        new("filters in a list", n => $"{{ plans(where: {{ or: [{Each(n, i => $"{{ title: {{ contains: \"{i}\" }} }} ")}] }}) {{ totalCount }} }}"),
        new("filters within filters", n => $"{{ plans(where: {Each(n, _ => "{ and: [ { title: { contains: \"x\" } } ")}{{ kind: {{ eq: PLEDGE_SET }} }}{Each(n, _ => "] }")}) {{ totalCount }} }}"),
        new("one long string", n => $"{{ plans(where: {{ title: {{ eq: \"{new string('x', n * 16)}\" }} }}) {{ totalCount }} }}"),
        new("one long comment", n => $"{{ release {{ id }} }} # {new string('x', n * 16)}"),
        new("introspection", n => $"{{ __schema {{ types {{ {Each(n, _ => "name kind description fields { name description type { name kind } }\n")} }} }} }}"),
    ];

    private static string Each(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(part(i));
        return text.ToString();
    }

    /// <summary>Twice the same object field at each level, so that every level doubles what there is to compare and to merge.</summary>
    private static string Twice(int levels, string one = "", string other = "", bool onPlan = true)
    {
        if (levels == 0) return "id";
        var (field, inner) = (onPlan ? "goals" : "plan", Twice(levels - 1, one, other, !onPlan));
        return $"{field}{one} {{ id {inner} }} {field}{other} {{ title {inner} }}";
    }

    private static string TwiceByFragments(int levels) => $"...F0 }} }} }}\n{Each(levels, i =>
    {
        var field = i % 2 == 0 ? "goals" : "plan";
        return $"fragment F{i} on {(i % 2 == 0 ? "Plan" : "Goal")} {{ {field} @include(if: $a{i}) {{ ...F{i + 1} }} {field} @include(if: $b{i}) {{ ...F{i + 1} }} }}\n";
    })}fragment F{levels} on {(levels % 2 == 0 ? "Plan" : "Goal")} {{ id }}";
}
