using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using StrategyGraph.GraphQL;
using StrategyGraph.GraphQL.Http;

namespace StrategyGraph.Server.Http;

/// <summary>
/// Names answers to GET by what they are made of: the release, the program, its trusted documents, the request and the format. Nothing else
/// goes into an answer, so the name is known before the request is run, and an answer the client still has is not made again.
/// </summary>
/// <param name="releaseOf">The content hash of the release that a root belongs to.</param>
/// <param name="trustedDocuments">Texts by id: another text under the same id makes another answer to the same request.</param>
internal sealed class EntityTags(Func<object, string> releaseOf, IReadOnlyDictionary<string, string> trustedDocuments)
{
    /// <summary>When first asked for: what hashes is not loaded for a server that is asked by POST alone.</summary>
    private readonly Lazy<string> _program = new(() => ProgramOf(trustedDocuments));

    /// <summary>The tag of the answer to a query string. Weak: it stands for the content, however compressed (RFC 9110 §8.8.3).</summary>
    public string Of(object root, string queryString, ResponseFormat format, CostRequest cost)
    {
        // A line each: only the last could have line breaks.
        var parts = $"{releaseOf(root)}\n{_program.Value}\n{format}\n{cost}\n{queryString}";
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)).AsSpan(0, 16))}\"";
    }

    /// <summary>Whether one of the client's answers has the tag (If-None-Match, RFC 9110 §13.1.2: compared weakly).</summary>
    public static bool Match(StringValues ifNoneMatch, string tag) =>
        ifNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(ifNoneMatch, out var held)
        && EntityTagHeaderValue.TryParse(tag, out var own)
        && held.Any(h => h.Compare(own, useStrongComparison: false));

    /// <summary>Whether the client has any answer at all (<c>*</c>), which is only known to be one when the request has run.</summary>
    public static bool MatchAny(StringValues ifNoneMatch) => ifNoneMatch.Count == 1 && ifNoneMatch[0]?.Trim() == "*";

    private static string ProgramOf(IReadOnlyDictionary<string, string> trustedDocuments)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(EntityTags).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(GraphQLHttp).Module.ModuleVersionId.ToByteArray());
        foreach (var (id, text) in trustedDocuments.OrderBy(d => d.Key, StringComparer.Ordinal))
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes($"{id.Length} {id}{text}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
