using System.Collections.Frozen;
using System.Text;

namespace StrategyGraph.Server.Explorer;

/// <summary>
/// The explorer as files: a page, sent at the endpoint's own address, and the assets that it names below <c>explorer/</c>.
/// The build makes them (Explorer.targets); where it could not, a plain page says what to do instead.
/// </summary>
internal sealed class ExplorerFiles
{
    private const string Page = "index.html";

    // GraphiQL writes its style sheets into the page, and its editor starts workers from the assets.
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".ttf"] = "font/ttf",
        [".woff2"] = "font/woff2",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<string, ExplorerFile> _files;

    /// <param name="folder">Where the build put the explorer; need not exist.</param>
    public ExplorerFiles(string folder)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        var existing = paths.ToHashSet();
        _files = paths
            .Where(path => ContentTypes.ContainsKey(Path.GetExtension(path)))
            .ToFrozenDictionary(
                path => Path.GetRelativePath(folder, path).Replace('\\', '/'),
                path => new ExplorerFile(
                    path, ContentTypes[Path.GetExtension(path)],
                    HasBrotli: existing.Contains(path + ".br"), HasGzip: existing.Contains(path + ".gz")));
    }

    /// <summary>Whether the build made the explorer; else there is only the plain page.</summary>
    public bool IsBuilt => _files.ContainsKey(Page);

    /// <summary>Answers a browser at the endpoint's address. The page may change with the next build, so it is asked for again each time.</summary>
    public async Task SendPage(HttpContext context)
    {
        var response = context.Response;
        if (context.Request.Path.Value is ['/', .., '/'] path)
        {
            // The page names its assets relative to the address without the slash, and so does this: a proxy may have put a path before it.
            response.Headers.Location = "../" + path.Trim('/');
            response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            return;
        }

        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept, Accept-Encoding";
        if (_files.TryGetValue(Page, out var page))
        {
            await Send(context, page);
            return;
        }

        SetHeaders(response, ContentTypes[".html"]);
        var text = Encoding.UTF8.GetBytes(PlainPage);
        response.ContentLength = text.Length;
        await response.Body.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>Answers for an asset. Its name holds a hash of its content, so it is kept for good; an unknown one is 404.</summary>
    /// <remarks>The route's value <c>name</c> is the path below <c>explorer/</c>.</remarks>
    public async Task SendAsset(HttpContext context)
    {
        if (context.GetRouteValue("name") is not string name || name == Page || !_files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.Vary = "Accept-Encoding";
        await Send(context, file);
    }

    private static async Task Send(HttpContext context, ExplorerFile file)
    {
        var response = context.Response;
        SetHeaders(response, file.ContentType);

        var (encoding, extension) =
            file.HasBrotli && Accepts(context.Request, "br") ? ("br", ".br")
            : file.HasGzip && Accepts(context.Request, "gzip") ? ("gzip", ".gz")
            : (null, "");
        if (encoding is not null) response.Headers.ContentEncoding = encoding;

        var sent = new FileInfo(file.Path + extension);
        response.ContentLength = sent.Length;
        await response.SendFileAsync(sent.FullName, context.RequestAborted);
    }

    private static bool Accepts(HttpRequest request, string encoding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Quality != 0 && e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase));

    private static void SetHeaders(HttpResponse response, string contentType)
    {
        response.ContentType = contentType;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private const string PlainPage = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>StrategyGraph</title><link rel="icon" href="data:,"></head>
        <body>
        <h1>StrategyGraph</h1>
        <p>This address answers GraphQL. Send a query by POST:</p>
        <pre>curl http://localhost:5000/graphql -H 'Content-Type: application/json' \
          -d '{"query":"{ plans { nodes { title municipality { name } } } }"}'</pre>
        <p>A page to write queries in, with documentation and completion, was not part of this build:
        install Node.js 20.19 or later and build the server again.</p>
        </body>
        </html>
        """;

    private sealed record ExplorerFile(string Path, string ContentType, bool HasBrotli, bool HasGzip);
}
