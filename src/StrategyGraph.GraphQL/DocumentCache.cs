using System.Collections.Concurrent;
using StrategyGraph.GraphQL.Execution;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL;

/// <summary>
/// Plans by the text of their document, which is compared in full on a hit. Only what was parsed, validated and planned gets here.
/// </summary>
/// <remarks>
/// There are two generations. New and used documents live in the young one; when that reaches half of the allowed bytes it becomes the
/// old one and the old one is forgotten. So what is in use stays, finding takes no lock, and a flood of documents costs a bounded memory.
/// </remarks>
internal sealed class DocumentCache(long maxBytes)
{
    // What a document's tree and a planned field take, roughly: a node is some 20 times its text, a field some hundreds of bytes.
    private const int BytesPerByteOfText = 20;
    private const int BytesPerField = 400;

    private readonly Lock _turnover = new();
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    public OperationPlan? Find(ReadOnlySpan<byte> query, string? operationName)
    {
        if (_young.Find(query)?.Plan(operationName) is { } plan) return plan;
        if (_old.Find(query)?.Plan(operationName) is not { } used) return null;
        Keep(query, operationName, used);
        return used;
    }

    /// <summary>The document of a text, whatever operations of it were planned.</summary>
    public DocumentNode? Document(ReadOnlySpan<byte> query) => (_young.Find(query) ?? _old.Find(query))?.Document;

    public void Keep(ReadOnlySpan<byte> query, string? operationName, OperationPlan plan)
    {
        var bytes = (long)query.Length * BytesPerByteOfText + (long)plan.Fields.Length * BytesPerField;
        if (bytes > maxBytes / 4) return;
        lock (_turnover)
        {
            if (_young.Bytes + bytes > maxBytes / 2) (_old, _young) = (_young, new Generation());
            _young.Keep(query, operationName, plan, bytes);
        }
    }

    private sealed class Generation
    {
        private readonly ConcurrentDictionary<byte[], Entry> _entries = new(TextComparer.Instance);

        public long Bytes { get; private set; }

        public Entry? Find(ReadOnlySpan<byte> query) =>
            _entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(query, out var entry) ? entry : null;

        public void Keep(ReadOnlySpan<byte> query, string? operationName, OperationPlan plan, long bytes)
        {
            var text = query.ToArray();
            var entry = _entries.GetOrAdd(text, static (_, p) => new Entry(p.Document), plan);
            if (entry.Add(operationName, plan)) Bytes += bytes;
        }
    }

    private sealed class Entry(DocumentNode document)
    {
        private volatile (string? Name, OperationPlan Plan)[] _plans = [];

        public DocumentNode Document { get; } = document;

        public OperationPlan? Plan(string? operationName)
        {
            foreach (var (name, plan) in _plans)
            {
                if (name == operationName) return plan;
            }

            return null;
        }

        public bool Add(string? operationName, OperationPlan plan)
        {
            if (Plan(operationName) is not null) return false;
            _plans = [.. _plans, (operationName, plan)];
            return true;
        }
    }

    private sealed class TextComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static TextComparer Instance { get; } = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] text) => GetHashCode(text.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> text)
        {
            // Seeded anew in every process, so nobody can prepare documents that collide.
            var hash = new HashCode();
            hash.AddBytes(text);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> text) => text.ToArray();
    }
}
