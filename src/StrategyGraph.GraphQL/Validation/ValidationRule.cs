using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL.Validation;

/// <summary>
/// One rule of the specification's section 5 (or, for schema documents, of section 3), made anew for every document.
/// A subclass switches on the nodes it cares about in <see cref="SyntaxVisitor.Enter"/> and <see cref="SyntaxVisitor.Leave"/>
/// and asks <see cref="Context"/> for the types there.
/// </summary>
internal abstract class ValidationRule(ValidationContext context) : SyntaxVisitor
{
    protected ValidationContext Context { get; } = context;

    /// <summary>The class's name, which is the rule's name in the reference implementation.</summary>
    public string Name => GetType().Name;

    /// <summary>What this rule's errors carry, all the same: <c>code</c> and <c>rule</c>, unless it has a code of its own.</summary>
    protected virtual IReadOnlyDictionary<string, object?> Extensions =>
        field ??= new Dictionary<string, object?> { ["code"] = ErrorCodes.ValidationFailed, ["rule"] = Name };

    /// <summary>Reports an error at each of the nodes, in that order.</summary>
    protected void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) => Context.Report(Name, message, nodes, Extensions);

    /// <inheritdoc cref="Report(string, ReadOnlySpan{SyntaxNode})"/>
    protected void Report(string message, IEnumerable<SyntaxNode> nodes) => Report(message, nodes.ToArray());
}
