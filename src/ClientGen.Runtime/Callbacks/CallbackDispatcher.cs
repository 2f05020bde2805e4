using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using ClientGen.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientGen.Callbacks;

/// <summary>Receives callbacks: size, sender, JSON, repetition, receiver, reply, in this order. Safe to use from many threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class CallbackDispatcher
{
    private readonly int _maxBodyBytes;
    private readonly CallbackVerifier? _verifier;
    private readonly ICallbackStore? _store;
    private readonly Func<RejectedCallback, CancellationToken, ValueTask>? _onRejected;
    private readonly ILogger _logger;

    /// <summary>Makes the dispatcher.</summary>
    /// <param name="name">The receiver's name; log category.</param>
    /// <param name="options">Read now.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public CallbackDispatcher(string name, CallbackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _maxBodyBytes = options.MaxBodyBytes;
        _verifier = options.Verifier;
        _store = options.Store;
        _onRejected = options.OnRejected;
        _logger = options.LoggerFactory?.CreateLogger("ClientGen." + name) ?? NullLogger.Instance;
    }

    /// <summary>Receives a callback.</summary>
    /// <typeparam name="T">Its body.</typeparam>
    /// <param name="request">The callback.</param>
    /// <param name="rule">What the contract says of it.</param>
    /// <param name="receive">The receiver. The callback is acknowledged only after it has returned.</param>
    /// <param name="cancellationToken">Ends the receiving, when the sender has hung up.</param>
    /// <returns>The reply: the contract's, or 400 for bad JSON, 401 for a forged one, 405 for a wrong method, 413 for one that
    /// is too large, 500 when the receiver failed (so that the sender repeats), 503 when the same one is being received.</returns>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public async Task<CallbackReply> DispatchAsync<T>(
        CallbackRequest request, CallbackRule<T> rule, Func<T, CancellationToken, ValueTask> receive, CancellationToken cancellationToken)
    {
        if (!string.Equals(request.Method, rule.Method, StringComparison.OrdinalIgnoreCase))
            return await RejectAsync(new(rule.Id, 405, "The method is not the contract's.", default), cancellationToken).ConfigureAwait(false);

        var (body, isWhole) = await ReadAsync(request.Body, cancellationToken).ConfigureAwait(false);
        if (!isWhole)
            return await RejectAsync(new(rule.Id, 413, $"The body is larger than {_maxBodyBytes} bytes.", body), cancellationToken).ConfigureAwait(false);

        if (_verifier is not null)
        {
            var verdict = await _verifier.VerifyAsync(request, body, cancellationToken).ConfigureAwait(false);
            if (!verdict.IsGenuine)
                return await RejectAsync(new(rule.Id, 401, verdict.Reason ?? "The sender is not known.", body), cancellationToken).ConfigureAwait(false);
        }

        T value;
        try
        {
            value = JsonText.Parse(rule.Codec, body.Span);
        }
        catch (JsonException e)
        {
            return await RejectAsync(new(rule.Id, 400, "The body cannot be read: " + e.Message, body, e), cancellationToken).ConfigureAwait(false);
        }

        var key = _store is null ? "" : rule.Id + ":" + (rule.Key?.Invoke(value) ?? Convert.ToHexStringLower(SHA256.HashData(body.Span)));
        return await ReceiveOnceAsync(rule, key, value, receive, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CallbackReply> ReceiveOnceAsync<T>(
        CallbackRule<T> rule, string key, T value, Func<T, CancellationToken, ValueTask> receive, CancellationToken cancellationToken)
    {
        var state = _store is null ? CallbackState.New : await _store.TryBeginAsync(key, cancellationToken).ConfigureAwait(false);
        switch (state)
        {
            case CallbackState.Done:
                LogRepeated(_logger, rule.Id);
                return rule.Acknowledgement;
            case CallbackState.Begun:
                // Whether it will be received is not known yet, so the sender may try again.
                return new(503);
            default:
                break;
        }

        try
        {
            await receive(value, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The mark must go even when the sender has hung up.
            if (_store is not null)
                await _store.AbandonAsync(key, CancellationToken.None).ConfigureAwait(false);
            if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                throw;
            LogReceiverFailed(_logger, rule.Id, e);
            return new(500);
        }

        if (_store is not null)
            await _store.CompleteAsync(key, CancellationToken.None).ConfigureAwait(false);
        LogReceived(_logger, rule.Id);
        return rule.Acknowledgement;
    }

    private async ValueTask<CallbackReply> RejectAsync(RejectedCallback rejected, CancellationToken cancellationToken)
    {
        LogRejected(_logger, rejected.Callback, rejected.Status);
        if (_onRejected is not null)
        {
            try
            {
                await _onRejected(rejected, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogRejectedFailed(_logger, rejected.Callback, e);
            }
        }

        return new(rejected.Status);
    }

    /// <summary>The body, or as much of it as is allowed.</summary>
    private async ValueTask<(ReadOnlyMemory<byte> Body, bool IsWhole)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(_maxBodyBytes, 4096)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length == _maxBodyBytes)
                    return (buffer, await stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) == 0);
                Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, _maxBodyBytes));
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return (buffer.AsMemory(0, length), true);
            length += read;
        }
    }

    [LoggerMessage(20, LogLevel.Debug, "Callback {Callback} received")]
    private static partial void LogReceived(ILogger logger, string callback);

    [LoggerMessage(21, LogLevel.Information, "Callback {Callback} was repeated; acknowledged without receiving it again")]
    private static partial void LogRepeated(ILogger logger, string callback);

    [LoggerMessage(22, LogLevel.Warning, "Callback {Callback} turned away with {Status}")]
    private static partial void LogRejected(ILogger logger, string callback, int status);

    [LoggerMessage(23, LogLevel.Error, "The receiver of callback {Callback} failed; the sender may repeat it")]
    private static partial void LogReceiverFailed(ILogger logger, string callback, Exception error);

    [LoggerMessage(24, LogLevel.Error, "OnRejected failed for callback {Callback}")]
    private static partial void LogRejectedFailed(ILogger logger, string callback, Exception error);
}
