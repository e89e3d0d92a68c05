using StrategyGraph.GraphQL;

namespace StrategyGraph.Server.Settings;

/// <summary>
/// Everything that an operator can set. Read at the start from <c>appsettings.json</c> in the working directory and from environment
/// variables, where <c>__</c> stands between the parts of a name: <c>Http__CorsOrigins</c>. docs/settings.md lists all; a test keeps it true.
/// </summary>
internal sealed record ServerSettings
{
    /// <summary>What a request may cost, and what the engine tells and remembers.</summary>
    public GraphQLOptions GraphQL { get; init; } = GraphQLOptions.Default;

    public HttpSettings Http { get; init; } = new();

    public PersistedDocumentSettings PersistedDocuments { get; init; } = new();

    public RateLimitSettings RateLimits { get; init; } = new();

    /// <summary>The settings of this process; null when there are errors, which have been told.</summary>
    public static ServerSettings? Read(TextWriter errors)
    {
        try
        {
            return SettingsReader.Read(Environment.CurrentDirectory);
        }
        catch (SettingsException wrong)
        {
            errors.WriteLine(wrong.Message);
            return null;
        }
    }
}
