using System.Text;

namespace StrategyGraph.GraphQL.Language;

// The way through the tokens, and the limits kept on it.
public sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly Func<Lexer, int, Token> _readToken;
    private readonly ParserOptions _options;
    private Token _token;
    private int _lastEnd;
    private int _tokenCount;
    private int _depth;

    private Parser(Source source, ParserOptions? options, Func<Lexer, int, Token>? readToken = null)
    {
        _lexer = new Lexer(source);
        _readToken = readToken ?? (static (lexer, offset) => lexer.ReadToken(offset));
        _options = options ?? ParserOptions.ForRequests;
        CheckLength(source.Body);
        Advance();
    }

    private void CheckLength(string body)
    {
        // A code unit takes three bytes at most, so most documents need not be counted.
        if (body.Length <= _options.MaxBytes / 3) return;
        var bytes = Encoding.UTF8.GetByteCount(body);
        if (bytes <= _options.MaxBytes) return;
        throw new GraphQLException(GraphQLError.OfLimit(
            ErrorCodes.DocumentTooLarge, $"The document has {bytes} bytes; at most {_options.MaxBytes} are allowed.", _options.MaxBytes, bytes));
    }

    /// <summary>The token after the current one, which stays current.</summary>
    private Token Lookahead() => _readToken(_lexer, _token.End);

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = Lookahead();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokenCount > _options.MaxTokens)
        {
            throw Exceeded(ErrorCodes.TooManyTokens, $"Document contains more than {_options.MaxTokens} tokens. Parsing aborted.", _options.MaxTokens);
        }
    }

    private bool Peek(TokenKind kind) => _token.Kind == kind;

    private bool PeekKeyword(string keyword) => _token.Kind == TokenKind.Name && _token.Value == keyword;

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind) throw _lexer.Error(token.Start, $"Expected {Token.Describe(kind)}, found {token.Describe()}.");
        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword)) throw _lexer.Error(_token.Start, $"Expected \"{keyword}\", found {_token.Describe()}.");
    }

    private bool SkipKeyword(string keyword)
    {
        if (!PeekKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private GraphQLException Unexpected(Token token) => _lexer.Error(token.Start, $"Unexpected {token.Describe()}.");

    /// <summary>Goes one level deeper, at the current token; <see cref="Leave"/> ends the level.</summary>
    private void Enter()
    {
        if (++_depth > _options.MaxDepth)
        {
            throw Exceeded(ErrorCodes.DocumentTooDeep, $"Document is nested more than {_options.MaxDepth} levels deep. Parsing aborted.", _options.MaxDepth);
        }
    }

    private void Leave() => _depth--;

    private GraphQLException Exceeded(string code, string description, int limit) =>
        new(GraphQLError.OfLimit(code, $"Syntax Error: {description}", limit, location: _lexer.Source.LocationOf(_token.Start)));

    /// <summary>Open, one or more items, close.</summary>
    private T[] Many<T>(TokenKind open, Func<Parser, T> parse, TokenKind close)
    {
        Expect(open);
        var items = new List<T>();
        do
        {
            items.Add(parse(this));
        } while (!Skip(close));
        return items.ToArray();
    }

    /// <summary>As <see cref="Many{T}"/>, or nothing at all.</summary>
    private T[] OptionalMany<T>(TokenKind open, Func<Parser, T> parse, TokenKind close) =>
        Peek(open) ? Many(open, parse, close) : [];

    /// <summary>Open, any number of items, close.</summary>
    private T[] Any<T>(TokenKind open, Func<Parser, T> parse, TokenKind close)
    {
        Expect(open);
        if (Skip(close)) return [];
        var items = new List<T>();
        do
        {
            items.Add(parse(this));
        } while (!Skip(close));
        return items.ToArray();
    }

    /// <summary>One or more items with a delimiter between them, and if one likes before the first.</summary>
    private T[] DelimitedMany<T>(TokenKind delimiter, Func<Parser, T> parse)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(parse(this));
        } while (Skip(delimiter));
        return items.ToArray();
    }
}
