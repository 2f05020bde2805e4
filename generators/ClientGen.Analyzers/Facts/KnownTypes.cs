using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>Types that rules ask for by name; null where the compilation does not reference them.</summary>
internal sealed class KnownTypes(Compilation compilation)
{
    private readonly Lazy<INamedTypeSymbol?> _httpClient = Type(compilation, "System.Net.Http.HttpClient");
    private readonly Lazy<INamedTypeSymbol?> _timeSpan = Type(compilation, "System.TimeSpan");
    private readonly Lazy<INamedTypeSymbol?> _cancellationTokenSource = Type(compilation, "System.Threading.CancellationTokenSource");
    private readonly Lazy<INamedTypeSymbol?> _exception = Type(compilation, "System.Exception");
    private readonly Lazy<INamedTypeSymbol?> _logger = Type(compilation, "Microsoft.Extensions.Logging.ILogger");

    /// <summary><c>HttpClient</c>.</summary>
    public INamedTypeSymbol? HttpClient => _httpClient.Value;

    /// <summary><c>TimeSpan</c>.</summary>
    public INamedTypeSymbol? TimeSpan => _timeSpan.Value;

    /// <summary><c>CancellationTokenSource</c>.</summary>
    public INamedTypeSymbol? CancellationTokenSource => _cancellationTokenSource.Value;

    /// <summary><c>Exception</c>.</summary>
    public INamedTypeSymbol? Exception => _exception.Value;

    /// <summary><c>ILogger</c>.</summary>
    public INamedTypeSymbol? Logger => _logger.Value;

    private static Lazy<INamedTypeSymbol?> Type(Compilation compilation, string name) => new(() => compilation.GetTypeByMetadataName(name));
}
