namespace StrategyGraph.GraphQL.Http;

/// <summary>A media type or media range with the parameters that matter here (RFC 9110 §8.3.1, §12.5.1).</summary>
internal readonly ref struct MediaType
{
    /// <summary>Type and subtype, as in <c>application/json</c> or <c>application/*</c>.</summary>
    public ReadOnlySpan<char> Name { get; private init; }

    /// <summary>The weight of a range, from 0 (not acceptable) to 1.</summary>
    public float Weight { get; private init; }

    /// <summary>The charset without quotes; empty where none is given.</summary>
    public ReadOnlySpan<char> Charset { get; private init; }

    private ReadOnlySpan<char> Parameters { get; init; }

    /// <summary>UTF-8 is the only encoding of GraphQL over HTTP, and what no charset means.</summary>
    public bool IsUtf8 => Charset.IsEmpty || Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || Charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>False for what is no media type at all, or carries a weight that is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MediaType mediaType)
    {
        mediaType = default;
        var name = NextElement(ref text, ';');
        if (name.Count('/') != 1 || name[0] == '/' || name[^1] == '/') return false;

        var parameters = text;
        var weight = 1f;
        ReadOnlySpan<char> charset = default;
        while (!text.IsEmpty)
        {
            var parameter = NextElement(ref text, ';');
            var equals = parameter.IndexOf('=');
            if (equals < 0) continue;

            var key = parameter[..equals].TrimEnd();
            var value = parameter[(equals + 1)..].Trim();
            if (key.Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                charset = value.Trim('"');
            }
            else if (key.Equals("q", StringComparison.OrdinalIgnoreCase)
                && !(float.TryParse(value, System.Globalization.NumberStyles.AllowDecimalPoint, null, out weight) && weight is >= 0 and <= 1))
            {
                return false;
            }
        }

        mediaType = new MediaType { Name = name, Weight = weight, Charset = charset, Parameters = parameters };
        return true;
    }

    /// <summary>The value of a parameter without quotes; empty where it is not given.</summary>
    public ReadOnlySpan<char> Parameter(string name)
    {
        for (var rest = Parameters; !rest.IsEmpty;)
        {
            var parameter = NextElement(ref rest, ';');
            var equals = parameter.IndexOf('=');
            if (equals >= 0 && parameter[..equals].TrimEnd().Equals(name, StringComparison.OrdinalIgnoreCase)) return parameter[(equals + 1)..].Trim().Trim('"');
        }

        return default;
    }

    /// <summary>Takes the next element of a list off the front of <paramref name="rest"/>; separators inside quoted strings do not separate.</summary>
    public static ReadOnlySpan<char> NextElement(scoped ref ReadOnlySpan<char> rest, char separator)
    {
        var quoted = false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                quoted = !quoted;
            }
            else if (rest[i] == '\\' && quoted)
            {
                i++;
            }
            else if (rest[i] == separator && !quoted)
            {
                var element = rest[..i].Trim();
                rest = rest[(i + 1)..];
                return element;
            }
        }

        var last = rest.Trim();
        rest = default;
        return last;
    }
}
