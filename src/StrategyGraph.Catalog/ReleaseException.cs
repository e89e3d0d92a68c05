namespace StrategyGraph.Catalog;

/// <summary>Why a release could not be published or loaded.</summary>
public enum ReleaseFault
{
    /// <summary>Nothing has been published there.</summary>
    NotPublished,

    /// <summary>The file is something else.</summary>
    NotARelease,

    /// <summary>The release has another format version: rebuild it.</summary>
    OtherFormat,

    /// <summary>The release is cut short or its content is broken: rebuild it.</summary>
    Damaged,

    /// <summary>The place where releases are kept cannot be read or written; what was published is untouched.</summary>
    NotReachable,

    /// <summary>What was to be published contradicts itself, or did not read back as it was written; what was published is untouched.</summary>
    NotPublishable,
}

/// <summary>A release that cannot be published or loaded. The message is a whole sentence for the operator: what is wrong, and what to do.</summary>
public sealed class ReleaseException(ReleaseFault fault, string message, Exception? cause = null) : Exception(message, cause)
{
    public ReleaseFault Fault { get; } = fault;
}
