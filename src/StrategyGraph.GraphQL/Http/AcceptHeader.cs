namespace StrategyGraph.GraphQL.Http;

/// <summary>What a client is ready to receive (RFC 9110 §12.5.1), reduced to the media types that <c>/graphql</c> can answer in.</summary>
public static class AcceptHeader
{
    /// <summary>
    /// The format the client prefers; null if it accepts none (406). Of equal weights the one named more exactly wins, then the one named first.
    /// Where the client has no preference it is <see cref="ResponseFormat.Json"/>, which every client understands. An event stream must be
    /// asked for by its name: <c>*/*</c> means a response.
    /// </summary>
    /// <param name="accept">The header's value, several lines joined by commas; null where there is none.</param>
    public static ResponseFormat? Choose(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept) || accept is "*/*" or "application/json") return ResponseFormat.Json;

        var json = PreferenceFor("application/json", accept);
        var graphQL = PreferenceFor("application/graphql-response+json", accept);
        var (best, format) = json.CompareTo(graphQL) >= 0 ? (json, ResponseFormat.Json) : (graphQL, ResponseFormat.GraphQLResponse);
        var events = PreferenceFor("text/event-stream", accept);
        if (events.IsExact && events.CompareTo(best) > 0) (best, format) = (events, ResponseFormat.EventStream);
        return best.Weight == 0 ? null : format;
    }

    /// <summary>
    /// Whether the client names <c>multipart/mixed</c> and so takes an answer in several payloads, in the format of <see cref="MultipartMixed"/>:
    /// a client may say by a parameter that it knows an older one only, and would make nothing of ours.
    /// </summary>
    public static bool TakesMultipart(string? accept)
    {
        if (accept is null || !accept.Contains(MultipartMixed.MediaType, StringComparison.OrdinalIgnoreCase)) return false;

        for (ReadOnlySpan<char> rest = accept; !rest.IsEmpty;)
        {
            if (MediaType.TryParse(MediaType.NextElement(ref rest, ','), out var range) && range.Is(MultipartMixed.MediaType) && range.IsUtf8
                && range.Weight > 0
                && range.Parameter("deferSpec").IsEmpty
                && range.Parameter("incrementalSpec") is "" or MultipartMixed.IncrementalSpec)
                return true;
        }

        return false;
    }

    /// <summary>Whether the client would rather have a page for people than JSON, as a browser does that was sent to the endpoint's address.</summary>
    public static bool PrefersHtml(string? accept)
    {
        if (string.IsNullOrWhiteSpace(accept)) return false;

        var html = PreferenceFor("text/html", accept);
        return html.Weight > 0
            && html.CompareTo(PreferenceFor("application/json", accept)) > 0
            && html.CompareTo(PreferenceFor("application/graphql-response+json", accept)) > 0;
    }

    /// <summary>The most exact range that covers the type decides its weight.</summary>
    private static Preference PreferenceFor(string type, ReadOnlySpan<char> accept)
    {
        var found = new Preference(0, -1, 0);
        for (var position = 0; !accept.IsEmpty; position--)
        {
            if (!MediaType.TryParse(MediaType.NextElement(ref accept, ','), out var range) || !range.IsUtf8) continue;

            var exactness = range.Is(type) ? 2
                : range.Name.EndsWith("/*") && type.StartsWith(range.Name[..^1], StringComparison.OrdinalIgnoreCase) ? 1
                : range.Is("*/*") ? 0
                : -1;
            if (exactness > found.Exactness) found = new Preference(range.Weight, exactness, position);
        }

        return found;
    }

    /// <param name="Exactness">2 for the type itself, 1 for <c>application/*</c>, 0 for <c>*/*</c>, −1 for no match.</param>
    /// <param name="Position">Zero for the first range of the header, falling from there.</param>
    private readonly record struct Preference(float Weight, int Exactness, int Position) : IComparable<Preference>
    {
        public bool IsExact => Exactness == 2;

        public int CompareTo(Preference other) => (Weight, Exactness, Position).CompareTo((other.Weight, other.Exactness, other.Position));
    }
}
