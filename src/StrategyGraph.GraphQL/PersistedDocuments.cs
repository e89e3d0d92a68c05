using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using StrategyGraph.GraphQL.Language;

namespace StrategyGraph.GraphQL;

/// <summary>
/// Documents that a request may name instead of carrying: <em>trusted</em> ones, which the server's owner put there, and <em>automatic</em>
/// ones, which clients register by sending text and hash together (Apollo's protocol). It is asked before anything is parsed, whatever
/// the transport, so that where only trusted documents are accepted no way leads around them.
/// </summary>
/// <param name="trusted">Texts by id. They are named by their id, and by <c>sha256:</c> and the hash of their text.</param>
/// <param name="trustedOnly">Refuse every document that is not trusted (<c>DOCUMENT_NOT_TRUSTED</c>); one that is may be sent as text all the same.</param>
/// <param name="automaticBytes">How much memory the automatic ones may take, in bytes; 0 keeps none.</param>
public sealed class PersistedDocuments(IReadOnlyDictionary<string, string> trusted, bool trustedOnly = false, long automaticBytes = 0)
{
    private const string HashPrefix = "sha256:";

    private readonly Dictionary<string, string> _trustedByHash = ByHash(trusted.Values);
    private readonly RecentTexts? _automatic = automaticBytes > 0 && !trustedOnly ? new RecentTexts(automaticBytes) : null;

    internal static PersistedDocuments None { get; } = new(new Dictionary<string, string>());

    /// <summary>A document's name by content: the SHA-256 of its UTF-8, in lower-case hexadecimal.</summary>
    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <summary>The text of the document that a request means.</summary>
    /// <exception cref="GraphQLException">It names none that is known, or one that it may not use.</exception>
    internal string TextOf(in ExecutionRequest request)
    {
        if (request.Query is not { } text) return request.DocumentId is { } id ? TextOfId(id) : TextOfHash(request.DocumentHash);
        if (trustedOnly && !_trustedByHash.ContainsKey(HashOf(text)))
            throw Refused(ErrorCodes.DocumentNotTrusted, "Only trusted documents are accepted here; ask for one by its \"documentId\".");
        if (_automatic is not null && request.DocumentHash is { } hash && !_automatic.Has(hash, text) && HashOf(text) != hash)
            throw Refused(ErrorCodes.PersistedQueryHashMismatch, "provided sha does not match query");
        return text;
    }

    /// <summary>Remembers a document that came with its hash and turned out valid.</summary>
    internal void Keep(in ExecutionRequest request)
    {
        if (_automatic is not null && request is { DocumentHash: { } hash, Query: { } text }) _automatic.Keep(hash, text);
    }

    private string TextOfId(string id)
    {
        if (trusted.TryGetValue(id, out var text)) return text;
        if (id.StartsWith(HashPrefix, StringComparison.Ordinal) && OfHash(id[HashPrefix.Length..]) is { } found) return found;
        throw trusted.Count > 0 || _automatic is not null
            ? Refused(ErrorCodes.PersistedQueryNotFound, $"No document has the id \"{id}\".")
            : Refused(ErrorCodes.PersistedQueryNotSupported, "This server knows no documents by id; send the text as \"query\".");
    }

    /// <remarks>The messages are those that clients of Apollo's protocol look for.</remarks>
    private string TextOfHash(string? hash) =>
        hash is null ? throw Refused(ErrorCodes.InvalidRequest, "The request has no document.")
        : trusted.TryGetValue(hash, out var text) ? text
        : OfHash(hash)
        ?? throw (trusted.Count > 0 || _automatic is not null
            ? Refused(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound")
            : Refused(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported"));

    private string? OfHash(string hash) => _trustedByHash.GetValueOrDefault(hash) ?? _automatic?.Find(hash);

    private static Dictionary<string, string> ByHash(IEnumerable<string> texts)
    {
        var byHash = new Dictionary<string, string>();
        foreach (var text in texts) byHash[HashOf(text)] = text;
        return byHash;
    }

    private static GraphQLException Refused(string code, string message) => new([GraphQLError.WithCode(code, message)]);

    /// <summary>
    /// Texts by hash in two generations, as in <see cref="DocumentCache"/>: what is in use stays, and a flood costs a bounded memory.
    /// </summary>
    private sealed class RecentTexts(long maxBytes)
    {
        // UTF-16, and what a dictionary's entry takes with its key.
        private const int BytesPerCharacter = 2;
        private const int BytesPerEntry = 300;

        private readonly Lock _turnover = new();
        private volatile ConcurrentDictionary<string, string> _young = new();
        private volatile ConcurrentDictionary<string, string> _old = new();
        private long _youngBytes;

        public string? Find(string hash)
        {
            if (_young.TryGetValue(hash, out var text)) return text;
            if (!_old.TryGetValue(hash, out text)) return null;
            Keep(hash, text);
            return text;
        }

        public bool Has(string hash, string text) => Find(hash) == text;

        public void Keep(string hash, string text)
        {
            var bytes = (long)text.Length * BytesPerCharacter + BytesPerEntry;
            if (bytes > maxBytes / 4 || _young.ContainsKey(hash)) return;
            lock (_turnover)
            {
                if (_youngBytes + bytes > maxBytes / 2) (_old, _young, _youngBytes) = (_young, new(), 0);
                if (_young.TryAdd(hash, text)) _youngBytes += bytes;
            }
        }
    }
}
