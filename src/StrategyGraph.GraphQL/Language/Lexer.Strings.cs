using System.Text;

namespace StrategyGraph.GraphQL.Language;

// String literals (specification §2.10.4).
internal sealed partial class Lexer
{
    // StringValue :: `""` [lookahead != `"`] | `"` StringCharacter+ `"`
    // StringCharacter :: SourceCharacter but not `"` or `\` or LineTerminator | `\u` EscapedUnicode | `\` EscapedCharacter
    private Token ReadString(int start)
    {
        StringBuilder? unescaped = null;
        var i = start + 1;
        var chunkStart = i;
        while (i < _body.Length && _body[i] is not ('\n' or '\r'))
        {
            if (_body[i] == '"')
            {
                var chunk = _body.Substring(chunkStart, i - chunkStart);
                return new Token(TokenKind.String, start, i + 1, unescaped?.Append(chunk).ToString() ?? chunk);
            }

            if (_body[i] == '\\')
            {
                unescaped ??= new StringBuilder();
                unescaped.Append(_body, chunkStart, i - chunkStart);
                i = ReadEscape(i, unescaped);
                chunkStart = i;
            }
            else
            {
                i += StringCharacterLength(i);
            }
        }

        throw Error(i, "Unterminated string.");
    }

    private int StringCharacterLength(int i)
    {
        var length = CharacterLength(i);
        return length > 0 ? length : throw Error(i, $"Invalid character within String: {DescribeCharacter(i)}.");
    }

    /// <summary>Appends what an escape sequence means; gives the offset after it.</summary>
    private int ReadEscape(int start, StringBuilder unescaped) => At(start + 1) != 'u' ? ReadEscapedCharacter(start, unescaped)
        : At(start + 2) == '{' ? ReadUnicodeVariableWidth(start, unescaped)
        : ReadUnicodeFixedWidth(start, unescaped);

    // EscapedCharacter :: one of `"` `\` `/` b f n r t
    private int ReadEscapedCharacter(int start, StringBuilder unescaped)
    {
        unescaped.Append(At(start + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(start, $"Invalid character escape sequence: \"{Excerpt(start, 2)}\"."),
        });
        return start + 2;
    }

    // EscapedUnicode :: `{` HexDigit+ `}`
    private int ReadUnicodeVariableWidth(int start, StringBuilder unescaped)
    {
        const int longest = 12; // \u{00000000} : more digits than a code point can need
        var codePoint = 0;
        var length = 3;
        while (length < longest)
        {
            var c = At(start + length++);
            if (c == '}')
            {
                if (length == 4 || !Characters.IsScalarValue(codePoint)) break;
                unescaped.Append(char.ConvertFromUtf32(codePoint));
                return start + length;
            }

            codePoint = (codePoint << 4) | Characters.HexValue(c);
            if (codePoint < 0) break; // not a digit, or far out of range
        }

        throw InvalidUnicodeEscape(start, length);
    }

    // EscapedUnicode :: HexDigit HexDigit HexDigit HexDigit
    // A leading surrogate must be followed by the escape of a trailing one: together they are one code point.
    private int ReadUnicodeFixedWidth(int start, StringBuilder unescaped)
    {
        var code = HexCode(start + 2);
        if (Characters.IsScalarValue(code))
        {
            unescaped.Append((char)code);
            return start + 6;
        }

        if (Characters.IsLeadingSurrogate(code) && At(start + 6) == '\\' && At(start + 7) == 'u')
        {
            var trailing = HexCode(start + 8);
            if (Characters.IsTrailingSurrogate(trailing))
            {
                unescaped.Append((char)code).Append((char)trailing);
                return start + 12;
            }
        }

        throw InvalidUnicodeEscape(start, 6);
    }

    /// <summary>The value of four hexadecimal digits; negative if one of them is none.</summary>
    private int HexCode(int i) =>
        (Characters.HexValue(At(i)) << 12) | (Characters.HexValue(At(i + 1)) << 8)
        | (Characters.HexValue(At(i + 2)) << 4) | Characters.HexValue(At(i + 3));

    private GraphQLException InvalidUnicodeEscape(int start, int length) =>
        Error(start, $"Invalid Unicode escape sequence: \"{Excerpt(start, length)}\".");

    private string Excerpt(int start, int length) => _body.Substring(start, Math.Min(length, _body.Length - start));

    // StringValue :: `"""` BlockStringCharacter* `"""`
    // BlockStringCharacter :: SourceCharacter but not `"""` or `\"""` | `\"""`
    private Token ReadBlockString(int start)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var i = start + 3;
        var chunkStart = i;
        while (i < _body.Length)
        {
            switch (_body[i])
            {
                case '"' when IsTripleQuote(i):
                    lines.Add(line.Append(_body, chunkStart, i - chunkStart).ToString());
                    return new Token(TokenKind.BlockString, start, i + 3, BlockString.Dedent(lines));

                case '\\' when IsTripleQuote(i + 1):
                    line.Append(_body, chunkStart, i - chunkStart);
                    chunkStart = i + 1;
                    i += 4;
                    break;

                case '\n' or '\r':
                    lines.Add(line.Append(_body, chunkStart, i - chunkStart).ToString());
                    line.Clear();
                    i += _body[i] == '\r' && At(i + 1) == '\n' ? 2 : 1;
                    chunkStart = i;
                    break;

                default:
                    i += StringCharacterLength(i);
                    break;
            }
        }

        throw Error(i, "Unterminated string.");
    }

    private bool IsTripleQuote(int i) => At(i) == '"' && At(i + 1) == '"' && At(i + 2) == '"';
}
