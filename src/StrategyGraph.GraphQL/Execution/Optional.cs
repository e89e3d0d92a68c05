namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// An input that may be left out, apart from being null (specification §3.10, §6.4.1): a property or parameter of this type tells
/// absent (<c>default</c>) from <c>null</c>. Elsewhere absent and null are both null.
/// </summary>
public readonly record struct Optional<T>
{
    public Optional(T value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>Whether the client gave it, be it as null.</summary>
    public bool HasValue { get; }

    /// <summary>What was given; <c>default</c> when nothing was.</summary>
    public T? Value { get; }
}
