using StrategyGraph.GraphQL.Validation.Rules;

namespace StrategyGraph.GraphQL.Tests.Validation;

public class DeferStreamDirectiveLabelRuleTests() : RuleTests(nameof(DeferStreamDirectiveLabelRule))
{
    [Fact]
    public void Different_labels_and_none_are_fine() => ExpectValid("""
        { place { ... @defer { area } ... @defer(label: "a") { area } ... @defer(label: null) { area } } persons @stream(label: "b") { age } }
        """);

    [Fact]
    public void A_label_is_written_out() => ExpectErrors(
        "query Q($l: String) { place { ... @defer(label: $l) { area } } persons @stream(label: 3) { age } }",
        """1:35 Argument "@defer(label:)" must be a static string.""",
        """1:72 Argument "@stream(label:)" must be a static string.""");

    [Fact]
    public void A_label_is_used_once_in_a_document() => ExpectErrors(
        """
        { place { ... @defer(label: "a") { area } ...F @defer(label: "a") } }
        fragment F on Place { owner { friends @stream(label: "a") { age } } }
        """,
        """1:15,1:48 Value for arguments "defer(label:)" and "stream(label:)" must be unique across all Defer/Stream directive usages.""",
        """1:15,2:39 Value for arguments "defer(label:)" and "stream(label:)" must be unique across all Defer/Stream directive usages.""");

    [Fact]
    public void Labels_of_other_directives_are_nobodys_business() => ExpectValid("{ place @onField(label: $l) { area } }");
}
