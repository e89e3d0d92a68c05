using System.Globalization;

namespace StrategyGraph.GraphQL.Language;

/// <summary>
/// Turns a source text into tokens (specification §2.1), one at a time and only forward. Works on UTF-16 code units;
/// a surrogate outside a pair is refused, for it is no Unicode scalar value.
/// </summary>
internal sealed partial class Lexer(Source source)
{
    private readonly string _body = source.Body;

    public Source Source => source;

    /// <summary>The first token at or after an offset, ignored characters and comments skipped; end of file for ever at the end.</summary>
    /// <exception cref="GraphQLException">No token starts there, or it does not end.</exception>
    public Token ReadToken(int offset)
    {
        var i = SkipIgnored(offset);
        var c = At(i);
        switch (c)
        {
            case Characters.End: return new Token(TokenKind.EndOfFile, i, i);
            case '!': return Punctuator(TokenKind.Bang, i);
            case '$': return Punctuator(TokenKind.Dollar, i);
            case '&': return Punctuator(TokenKind.Ampersand, i);
            case '(': return Punctuator(TokenKind.ParenLeft, i);
            case ')': return Punctuator(TokenKind.ParenRight, i);
            case ':': return Punctuator(TokenKind.Colon, i);
            case '=': return Punctuator(TokenKind.EqualsSign, i);
            case '@': return Punctuator(TokenKind.At, i);
            case '[': return Punctuator(TokenKind.BracketLeft, i);
            case ']': return Punctuator(TokenKind.BracketRight, i);
            case '{': return Punctuator(TokenKind.BraceLeft, i);
            case '|': return Punctuator(TokenKind.Pipe, i);
            case '}': return Punctuator(TokenKind.BraceRight, i);
            case '.': return ReadSpread(i);
            case '"': return At(i + 1) == '"' && At(i + 2) == '"' ? ReadBlockString(i) : ReadString(i);
        }

        if (Characters.IsNameStart(c)) return ReadName(i);
        if (c == '-' || Characters.IsDigit(c)) return ReadNumber(i);
        throw UnexpectedCharacter(i);
    }

    /// <summary>
    /// The token that starts exactly at an offset of a schema coordinate (specification §2.14): its own small lexical
    /// grammar, in which nothing is ignored and a dot is a punctuator.
    /// </summary>
    public Token ReadCoordinateToken(int offset) => At(offset) switch
    {
        Characters.End => new Token(TokenKind.EndOfFile, offset, offset),
        '.' => Punctuator(TokenKind.Dot, offset),
        '(' => Punctuator(TokenKind.ParenLeft, offset),
        ')' => Punctuator(TokenKind.ParenRight, offset),
        ':' => Punctuator(TokenKind.Colon, offset),
        '@' => Punctuator(TokenKind.At, offset),
        var c when Characters.IsNameStart(c) => ReadName(offset),
        _ => throw Error(offset, $"Invalid character: {DescribeCharacter(offset)}."),
    };

    /// <summary>A syntax error at an offset, worded as the reference implementation words its own.</summary>
    public GraphQLException Error(int offset, string description) =>
        new(GraphQLError.WithCode(ErrorCodes.ParseFailed, $"Syntax Error: {description}", source.LocationOf(offset)));

    private int At(int index) => index < _body.Length ? _body[index] : Characters.End;

    private static Token Punctuator(TokenKind kind, int start) => new(kind, start, start + 1);

    // Ignored :: UnicodeBOM | Whitespace | LineTerminator | Comment | Comma
    private int SkipIgnored(int i)
    {
        while (true)
        {
            switch (At(i))
            {
                case '\uFEFF' or '\t' or ' ' or ',' or '\n' or '\r':
                    i++;
                    break;
                case '#':
                    i = EndOfComment(i);
                    break;
                default:
                    return i;
            }
        }
    }

    // Comment :: # CommentChar*      CommentChar :: SourceCharacter but not LineTerminator
    private int EndOfComment(int i)
    {
        do
        {
            i += CharacterLength(i);
        } while (i < _body.Length && _body[i] is not ('\n' or '\r') && CharacterLength(i) > 0);
        return i;
    }

    /// <summary>Code units of the source character at an index: 1, 2 for a surrogate pair, 0 if there is none or only half of one.</summary>
    private int CharacterLength(int i)
    {
        var c = At(i);
        return Characters.IsScalarValue(c) ? 1
            : Characters.IsLeadingSurrogate(c) && Characters.IsTrailingSurrogate(At(i + 1)) ? 2
            : 0;
    }

    private Token ReadSpread(int start)
    {
        if (At(start + 1) == '.')
        {
            return At(start + 2) == '.'
                ? new Token(TokenKind.Spread, start, start + 3)
                : throw Error(start, "Unexpected \"..\", did you mean \"...\"?");
        }

        if (Characters.IsDigit(At(start + 1)))
        {
            var digits = _body.Substring(start + 1, EndOfDigits(start + 1) - start - 1);
            throw Error(start, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
        }

        throw UnexpectedCharacter(start);
    }

    // Name :: NameStart NameContinue* [lookahead != NameContinue]
    private Token ReadName(int start)
    {
        var i = start + 1;
        while (Characters.IsNameContinue(At(i))) i++;
        return new Token(TokenKind.Name, start, i, _body.Substring(start, i - start));
    }

    // IntValue :: IntegerPart [lookahead != {Digit, `.`, NameStart}]
    // FloatValue :: IntegerPart FractionalPart? ExponentPart? [lookahead != {Digit, `.`, NameStart}]
    // IntegerPart :: NegativeSign? 0 | NegativeSign? NonZeroDigit Digit*
    private Token ReadNumber(int start)
    {
        var i = start;
        var kind = TokenKind.Int;

        if (At(i) == '-') i++;
        if (At(i) == '0')
        {
            i++;
            if (Characters.IsDigit(At(i))) throw Error(i, $"Invalid number, unexpected digit after 0: {DescribeCharacter(i)}.");
        }
        else
        {
            i = EndOfDigits(i);
        }

        // FractionalPart :: . Digit+
        if (At(i) == '.')
        {
            kind = TokenKind.Float;
            i = EndOfDigits(i + 1);
        }

        // ExponentPart :: ExponentIndicator Sign? Digit+
        if (At(i) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            i++;
            if (At(i) is '+' or '-') i++;
            i = EndOfDigits(i);
        }

        return At(i) != '.' && !Characters.IsNameStart(At(i))
            ? new Token(kind, start, i, _body.Substring(start, i - start))
            : throw DigitExpected(i);
    }

    /// <summary>The offset after a run of digits, of which there must be one.</summary>
    private int EndOfDigits(int start)
    {
        if (!Characters.IsDigit(At(start))) throw DigitExpected(start);
        var i = start + 1;
        while (Characters.IsDigit(At(i))) i++;
        return i;
    }

    private GraphQLException DigitExpected(int offset) =>
        Error(offset, $"Invalid number, expected digit but got: {DescribeCharacter(offset)}.");

    private GraphQLException UnexpectedCharacter(int offset) => Error(offset,
        At(offset) == '\'' ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
        : CharacterLength(offset) > 0 ? $"Unexpected character: {DescribeCharacter(offset)}."
        : $"Invalid character: {DescribeCharacter(offset)}.");

    /// <summary>A printable ASCII character in quotes, any other as U+XXXX.</summary>
    private string DescribeCharacter(int offset)
    {
        var c = At(offset);
        if (c == Characters.End) return Token.Describe(TokenKind.EndOfFile);
        if (c == '"') return "'\"'";
        if (c is >= ' ' and <= '~') return $"\"{(char)c}\"";
        var codePoint = CharacterLength(offset) == 2 ? char.ConvertToUtf32(_body, offset) : c;
        return "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
    }
}
