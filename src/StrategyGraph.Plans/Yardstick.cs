using System.Security.Cryptography;
using System.Text;

namespace StrategyGraph.Plans;

/// <summary>
/// What a figure of progress is measured by. Figures may be averaged together, or compared, only on one yardstick (rule of trust 3).
/// Scales belong to plan editions, so two are the same where they say the same: the same axis, bounds, percent a point, and labels with
/// their scores and bands, whatever their ids and names.
/// </summary>
/// <param name="Method">How it was judged, in the document's words; null where it does not say.</param>
/// <param name="Computed">How it was made of its parts; null where it is printed. Scale, assessor and method are then those of the parts.</param>
public readonly record struct Yardstick(RatingScale Scale, AssessorKind Assessor, string? Method, AggregationMethod? Computed = null)
{
    /// <summary>That of a printed rating.</summary>
    public static Yardstick Of(Assessment assessment) => new(assessment.Scale, assessment.Assessor, assessment.Method);

    /// <summary>A short name: the same for two yardsticks exactly where they are the same, in any release.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Assessor};{Computed};{Method}\n{Scale.Content}")))[..12];

    /// <summary>In what two differ; the first of several, in the order of <see cref="YardstickDifference"/>.</summary>
    public YardstickDifference DifferenceFrom(Yardstick other) =>
        !ReferenceEquals(Scale, other.Scale) && Scale.Content != other.Scale.Content ? YardstickDifference.Scale
        : Assessor != other.Assessor ? YardstickDifference.Assessor
        : Method != other.Method ? YardstickDifference.Method
        : Computed != other.Computed ? YardstickDifference.Computed
        : YardstickDifference.None;

    public bool Equals(Yardstick other) => DifferenceFrom(other) is YardstickDifference.None;

    public override int GetHashCode() => HashCode.Combine(Scale.Content, Assessor, Method, Computed);
}

/// <summary>In what two yardsticks differ.</summary>
public enum YardstickDifference
{
    None,
    /// <summary>The scale, or the axis that it rates along.</summary>
    Scale,
    /// <summary>Who judged.</summary>
    Assessor,
    /// <summary>How it was judged.</summary>
    Method,
    /// <summary>One is printed and the other made of its parts, or they are made in different ways.</summary>
    Computed,
}
