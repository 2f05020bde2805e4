using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>The exceptions that stand for the failures of a call.</summary>
/// <param name="compilation">The program.</param>
/// <param name="mentions">Whether a name stands anywhere in it.</param>
internal sealed class Failures(Compilation compilation, Func<string, bool> mentions)
{
    private readonly ITypeSymbol? _api = compilation.GetTypeByMetadataName("ClientGen.ApiException");
    private readonly ITypeSymbol? _result = compilation.GetTypeByMetadataName("ClientGen.ResultCodeException");
    private readonly ITypeSymbol? _transport = compilation.GetTypeByMetadataName("ClientGen.TransportException");
    private readonly ITypeSymbol? _deadline = compilation.GetTypeByMetadataName("ClientGen.DeadlineExceededException");
    private readonly ITypeSymbol? _http = compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestException");

    // Failures that nobody tells apart from the first are the same failure, and one path less.
    private readonly Lazy<bool> _tellsResults = new(() => mentions("ResultCodeException"));
    private readonly Lazy<bool> _tellsTransport = new(() => mentions("TransportException"));
    private readonly Lazy<bool> _tellsHttp = new(() => mentions("HttpRequestException"));
    private readonly Lazy<bool> _tellsTime = new(() => mentions("DeadlineExceededException") || mentions("TimeoutException"));
    private readonly Lazy<bool> _tellsCancellation = new(() => mentions("OperationCanceledException") || mentions("TaskCanceledException"));

    /// <summary>The caller's own cancellation.</summary>
    public ITypeSymbol? Cancelled { get; } = compilation.GetTypeByMetadataName("System.OperationCanceledException");

    /// <summary>What a call throws whose token was cancelled, and a plain HTTP client also when its time is over.</summary>
    public ITypeSymbol? TaskCancelled { get; } = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskCanceledException");

    /// <summary>A stream that has given up.</summary>
    public ITypeSymbol? GaveUp { get; } = compilation.GetTypeByMetadataName("ClientGen.PollingGaveUpException");

    /// <summary>The failures of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="key">The call.</param>
    /// <param name="isGuarded">Whether somebody handles exceptions; otherwise one of a kind will do.</param>
    /// <param name="isGenerated">Whether the client is generated, or at least fails as generated ones do.</param>
    /// <param name="isStaleSeen">Whether stale credentials are not renewed by the client itself.</param>
    public IEnumerable<Thrown> Of(OperationFacts operation, CallKey key, bool isGuarded, bool isStaleSeen, bool isGenerated)
    {
        if (!operation.IsOutcome)
            yield return new Thrown(new Failure(FailureKind.Ordinary, key, 500), _api);
        if (isStaleSeen && operation is { Renewal: { } renewal, IsOutcome: false })
        {
            foreach (var status in renewal.Statuses)
                yield return new Thrown(new Failure(FailureKind.Stale, key, status), isGenerated ? _api : _http);
        }

        if (!isGuarded)
            yield break;
        if (!operation.IsOutcome && _tellsResults.Value)
            yield return new Thrown(new Failure(FailureKind.Ordinary, key, 200), _result);
        if (operation.IsOutcome || _tellsTransport.Value)
            yield return new Thrown(new Failure(FailureKind.Ordinary, key, 0), _transport);
        if (_tellsHttp.Value)
            yield return new Thrown(new Failure(FailureKind.Ordinary, key, 500), _http);
        if (operation.Poll is null && !_tellsTime.Value && !_tellsCancellation.Value)
            yield break;
        yield return new Thrown(new Failure(FailureKind.Timeout, key, 0), isGenerated ? _deadline : TaskCancelled);
        yield return new Thrown(new Failure(FailureKind.Cancelled, key, 0), TaskCancelled);
    }
}
