using StrategyGraph.GraphQL.TypeSystem;

namespace StrategyGraph.GraphQL.Execution;

/// <summary>
/// A custom scalar (specification §3.5) bound to a C# type: how inputs are read (<see cref="ScalarCoercion"/>), each giving a
/// <typeparamref name="T"/>, and how results are written. The generator binds scalar <c>Date</c> to the class <c>DateScalar</c> of the
/// resolvers' namespace, which has a constructor without parameters.
/// </summary>
public abstract class Scalar<T> : ScalarCoercion where T : notnull
{
    /// <summary>
    /// Writes exactly one JSON value. What cannot be represented is a <see cref="Language.GraphQLException"/>: a field error (§6.4.3).
    /// </summary>
    public abstract void Write(T value, ResponseWriter writer);
}
