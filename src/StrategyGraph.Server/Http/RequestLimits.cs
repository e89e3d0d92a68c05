using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using StrategyGraph.Server.Settings;

namespace StrategyGraph.Server.Http;

/// <summary>
/// How much is taken: from one client, by a bucket that fills steadily (429 when empty), and at once, by places to run in (503 when all are
/// taken and the queue is full). A place is held while an operation runs, not while its answer trickles to a slow client.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    public const string BusyMessage = "The server has as many requests as it can take; come back in a moment.";

    /// <summary>
    /// Clients are told apart by so many buckets, so that a flood of addresses costs a bounded memory. Which address meets which in a bucket
    /// is another in every process, so nobody can choose whose to empty.
    /// </summary>
    private const int Buckets = 16_384;

    private readonly PartitionedRateLimiter<IPAddress>? _clients;
    private readonly ConcurrencyLimiter? _places;
    private readonly int _burst;
    private readonly TimeSpan _queueTime;

    public RequestLimits(RateLimitSettings settings)
    {
        (_burst, _queueTime) = (settings.Burst, settings.QueueTime);
        if (settings.RequestsPerSecond > 0)
        {
            var bucket = new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.Burst,
                TokensPerPeriod = settings.RequestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                AutoReplenishment = false,
            };
            _clients = PartitionedRateLimiter.Create<IPAddress, int>(
                address => RateLimitPartition.GetTokenBucketLimiter(BucketOf(address), _ => bucket));
        }

        if (settings.ConcurrentPerProcessor > 0)
        {
            _places = new ConcurrencyLimiter(new()
            {
                PermitLimit = settings.ConcurrentPerProcessor * Environment.ProcessorCount,
                QueueLimit = settings.Queued,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            });
        }
    }

    /// <summary>Counts a client's requests: null when they are within its limit, else in how many seconds to come back.</summary>
    public int? SecondsToWait(HttpContext context, int requests)
    {
        if (_clients is null || requests == 0) return null;

        // A batch of more than the bucket can hold asks for a full one.
        using var lease = _clients.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None, Math.Min(requests, _burst));
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
    }

    /// <summary>A place to run an operation in, given back on disposal; null when there is none in time.</summary>
    public async ValueTask<IDisposable?> Enter(CancellationToken cancellationToken)
    {
        if (_places is null) return NoPlace.Instance;
        var place = _places.AttemptAcquire();
        if (place.IsAcquired) return place;
        place.Dispose();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_queueTime);
        try
        {
            place = await _places.AcquireAsync(1, patience.Token);
            if (place.IsAcquired) return place;
            place.Dispose();
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _clients?.Dispose();
        _places?.Dispose();
    }

    /// <summary>An address of IPv4, a /64 of IPv6: that is what one customer gets, and can change within at will.</summary>
    private static int BucketOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        address.TryWriteBytes(bytes, out var length);
        var hash = new HashCode();
        hash.AddBytes(address.AddressFamily is AddressFamily.InterNetworkV6 ? bytes[..8] : bytes[..length]);
        return (int)((uint)hash.ToHashCode() % Buckets);
    }

    private sealed class NoPlace : IDisposable
    {
        public static NoPlace Instance { get; } = new();

        public void Dispose()
        {
        }
    }
}
