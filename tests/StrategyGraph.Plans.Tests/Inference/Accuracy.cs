using System.Globalization;

namespace StrategyGraph.Plans.Tests.Inference;

/// <summary>How proposals compare with what editors assigned.</summary>
/// <param name="Proposed">How many were proposed.</param>
/// <param name="Assigned">How many the editors assigned.</param>
/// <param name="Both">How many are both.</param>
internal readonly record struct Accuracy(int Proposed, int Assigned, int Both)
{
    /// <summary>How many of the proposals are right, 0 to 1; 1 where nothing is proposed.</summary>
    public double Precision => Proposed == 0 ? 1 : (double)Both / Proposed;

    /// <summary>How many of the assigned are proposed, 0 to 1; 1 where nothing is assigned.</summary>
    public double Recall => Assigned == 0 ? 1 : (double)Both / Assigned;

    /// <summary>The cells of a table: proposed, assigned, both, precision, recall.</summary>
    public string Cells => string.Create(CultureInfo.InvariantCulture, $"{Proposed} | {Assigned} | {Both} | {Precision:0.00} | {Recall:0.00}");

    public static Accuracy Of<T>(IReadOnlyCollection<T> proposed, IReadOnlyCollection<T> assigned) =>
        new(proposed.Count, assigned.Count, proposed.Intersect(assigned).Count());

    public static Accuracy Sum(IEnumerable<Accuracy> parts) =>
        parts.Aggregate(default(Accuracy), (sum, part) => new Accuracy(sum.Proposed + part.Proposed, sum.Assigned + part.Assigned, sum.Both + part.Both));
}
