using System.ComponentModel;

namespace ClientGen.Http;

/// <summary>Sends the calls of a generated client: deadline, credentials, renewal, decoding, telemetry. Safe to use from many threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ApiPipeline
{
    private readonly PipelineCore _core;
    private readonly CredentialSource? _credentials;
    private readonly TimeSpan? _deadline;
    private readonly IReadOnlyDictionary<string, string>? _headers;

    /// <summary>Makes the pipeline of a client.</summary>
    /// <param name="invoker">Sends messages; an <see cref="HttpClient"/> or any other. Stays the caller's.</param>
    /// <param name="client">What the contract says.</param>
    /// <param name="options">Read now; later changes have no effect.</param>
    /// <exception cref="ArgumentException">An option is out of its range, the server is unknown, or the
    /// <see cref="HttpClient.Timeout"/> would end a long poll too early.</exception>
    public ApiPipeline(HttpMessageInvoker invoker, ClientInfo client, ApiClientOptions options)
        : this(invoker, client, options, invokerAuthenticates: false)
    {
    }

    /// <summary>Makes the pipeline of a client whose invoker may prove the caller by itself.</summary>
    /// <param name="invoker">Sends messages; an <see cref="HttpClient"/> or any other. Stays the caller's.</param>
    /// <param name="client">What the contract says.</param>
    /// <param name="options">Read now; later changes have no effect.</param>
    /// <param name="invokerAuthenticates">Whether credentials that the options lack are the invoker's business, and no reason to refuse a call.</param>
    /// <exception cref="ArgumentException">An option is out of its range, the server is unknown, or the
    /// <see cref="HttpClient.Timeout"/> would end a long poll too early.</exception>
    public ApiPipeline(HttpMessageInvoker invoker, ClientInfo client, ApiClientOptions options, bool invokerAuthenticates)
    {
        ArgumentNullException.ThrowIfNull(invoker);
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        _core = new(invoker, client, options, invokerAuthenticates);
        _credentials = _core.Credentials;
    }

    private ApiPipeline(PipelineCore core, CredentialSource? credentials, TimeSpan? deadline, IReadOnlyDictionary<string, string>? headers)
    {
        _core = core;
        _credentials = credentials;
        _deadline = deadline;
        _headers = headers;
    }

    /// <summary>The clock of deadlines and pauses.</summary>
    public TimeProvider TimeProvider => _core.Clock;

    internal PipelineCore Core => _core;

    /// <summary>A pipeline that does some things differently and shares the rest.</summary>
    /// <param name="options">What it does differently.</param>
    /// <returns>The other pipeline.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ApiPipeline With(CallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return new(_core, options.Credentials ?? _credentials, options.Deadline ?? _deadline, options.Headers ?? _headers);
    }

    /// <summary>Begins a call.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The call in the making; send it once.</returns>
    public ApiRequest Request(OperationInfo operation) => ApiRequest.Begin(operation);

    /// <summary>Sends a call and returns what the contract calls success.</summary>
    /// <typeparam name="T">What success is.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="rule">What the operation answers.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The decoded body.</returns>
    /// <exception cref="ApiException">The server answered another status than success.</exception>
    /// <exception cref="ResultCodeException">The body says that the operation failed.</exception>
    /// <exception cref="MalformedAnswerException">The body is broken, or not what the contract says.</exception>
    /// <exception cref="AnswerTooLargeException">The body is too large.</exception>
    /// <exception cref="DeadlineExceededException">There was no answer in time.</exception>
    /// <exception cref="TransportException">The connection failed.</exception>
    /// <exception cref="CredentialException">There is no credential for the call, or renewing failed.</exception>
    /// <exception cref="OperationCanceledException">The caller's token ended the call.</exception>
    public Task<T> SendAsync<T>(ApiRequest request, AnswerRule<T> rule, CancellationToken cancellationToken) =>
        RunAsync(request, rule, cancellationToken);

    /// <summary>Sends a call and returns whatever the contract documents.</summary>
    /// <typeparam name="TOutcome">The operation's outcome.</typeparam>
    /// <param name="request">The call.</param>
    /// <param name="decode">Makes the outcome; <c>null</c> when the contract does not describe the status.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="UndocumentedAnswerException">The contract does not describe the status.</exception>
    /// <exception cref="MalformedAnswerException">The body is broken, or not what the contract says.</exception>
    /// <exception cref="AnswerTooLargeException">The body is too large.</exception>
    /// <exception cref="DeadlineExceededException">There was no answer in time.</exception>
    /// <exception cref="TransportException">The connection failed.</exception>
    /// <exception cref="CredentialException">There is no credential for the call, or renewing failed.</exception>
    /// <exception cref="OperationCanceledException">The caller's token ended the call.</exception>
    public Task<TOutcome> SendForOutcomeAsync<TOutcome>(ApiRequest request, Func<Answer, TOutcome?> decode, CancellationToken cancellationToken)
        where TOutcome : class => RunAsync(request, new OutcomeReader<TOutcome>(decode), cancellationToken);

    private async Task<T> RunAsync<T>(ApiRequest request, AnswerReader<T> reader, CancellationToken cancellationToken)
    {
        var operation = request.Operation;
        var plan = _core.PlanOf(operation);
        var watch = CallWatch.Start(_core, operation);
        var deadline = Deadline.Start(_deadline ?? plan.Deadline, _core.Clock, cancellationToken);
        HttpResponseMessage? response = null;
        var isWhole = false;
        try
        {
            response = await ExchangeAsync(plan, request, deadline.Token).ConfigureAwait(false);
            watch.Answered((int)response.StatusCode);
            var answer = request.Answer;
            answer.Begin(operation, response, _core);
            if (!operation.StreamsAnswer || !response.IsSuccessStatusCode)
                await response.Content.CopyToAsync(answer.Body, null, deadline.Token).ConfigureAwait(false);
            isWhole = true;
            var result = reader.Read(answer);
            if (answer.IsHandedOn)
                response = null;
            return result;
        }
        catch (Exception e)
        {
            var error = Explain(operation, e, deadline);
            watch.Failed(error);
            if (ReferenceEquals(error, e))
                throw;
            throw error;
        }
        finally
        {
            response?.Dispose();
            deadline.End(isReusable: isWhole && !operation.StreamsAnswer);
            request.End(isWhole);
            watch.Stop();
        }
    }

    private Exception Explain(OperationInfo operation, Exception error, Deadline deadline) => error switch
    {
        OperationCanceledException cancelled => deadline.Explain(operation.Id, cancelled, _core.ClientTimeout),
        HttpRequestException or IOException => new TransportException(operation.Id, error),
        _ => error,
    };
}
