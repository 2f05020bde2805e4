using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>The exceptions that stand for the failures of a call.</summary>
internal sealed class Failures(Compilation compilation)
{
    private readonly ITypeSymbol? _api = compilation.GetTypeByMetadataName("ClientGen.ApiException");
    private readonly ITypeSymbol? _result = compilation.GetTypeByMetadataName("ClientGen.ResultCodeException");
    private readonly ITypeSymbol? _transport = compilation.GetTypeByMetadataName("ClientGen.TransportException");
    private readonly ITypeSymbol? _deadline = compilation.GetTypeByMetadataName("ClientGen.DeadlineExceededException");
    private readonly ITypeSymbol? _http = compilation.GetTypeByMetadataName("System.Net.Http.HttpRequestException");
    private readonly ITypeSymbol? _canceled = compilation.GetTypeByMetadataName("System.Threading.Tasks.TaskCanceledException");

    /// <summary>The caller's own cancellation.</summary>
    public ITypeSymbol? Cancelled { get; } = compilation.GetTypeByMetadataName("System.OperationCanceledException");

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
        if (!operation.IsOutcome)
            yield return new Thrown(new Failure(FailureKind.Ordinary, key, 200), _result);
        yield return new Thrown(new Failure(FailureKind.Ordinary, key, 0), _transport);
        yield return new Thrown(new Failure(FailureKind.Ordinary, key, 500), _http);
        yield return new Thrown(new Failure(FailureKind.Timeout, key, 0), _deadline);
        yield return new Thrown(new Failure(FailureKind.Cancelled, key, 0), _canceled);
    }
}
