using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace StrategyGraph.Server.Http;

/// <summary>
/// Which answers are compressed: JSON from 1 KB on, below which the work saves less than a packet. Streams of other types pass as they come,
/// the explorer's files are compressed already.
/// </summary>
internal sealed class JsonCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private const int SmallestCompressed = 1024;

    public static void Configure(ResponseCompressionOptions options)
    {
        options.MimeTypes = ["application/json", "application/graphql-response+json"];

        // Compression gives secrets away where an answer holds one beside text of an attacker's choice; public data holds none.
        options.EnableForHttps = true;
    }

    public override bool ShouldCompressResponse(HttpContext context) =>
        !(context.Response.ContentLength < SmallestCompressed) && base.ShouldCompressResponse(context);
}
