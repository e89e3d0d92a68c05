using System.Runtime.CompilerServices;

namespace StrategyGraph.Catalog.Reading;

/// <summary>
/// Immutable values that keep coming back (a department that leads, 58 on a plan's scale) are kept once, as long as no other takes their place:
/// a country's plans say the same in many places, and memory holds it once.
/// </summary>
internal sealed class Recent<T> where T : class
{
    private readonly T?[] _kept = new T?[1 << 15];

    /// <summary>Where a value is kept that has two objects among its parts: cheaper to tell than a hash of all that it says.</summary>
    public ref T? Place(object? part, object? other = null) =>
        ref _kept[(uint)((RuntimeHelpers.GetHashCode(part) * 31) + RuntimeHelpers.GetHashCode(other)) % (uint)_kept.Length];
}
