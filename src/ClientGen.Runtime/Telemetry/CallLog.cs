using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClientGen;

/// <summary>The log lines of a client.</summary>
/// <remarks>They hold operations, statuses, durations and kinds of errors: never URLs, headers, bodies or credentials.</remarks>
internal sealed partial class CallLog(string client, ILoggerFactory? factory)
{
    private readonly ILogger _logger = factory?.CreateLogger("ClientGen." + client) ?? NullLogger.Instance;

    public bool TellsCalls => _logger.IsEnabled(LogLevel.Debug);

    public void Renewed(string operation, int status)
    {
        Instruments.Renewals.Add(1, new KeyValuePair<string, object?>("clientgen.operation", operation));
        LogRenewed(_logger, operation, status);
    }

    public void PollRetried(string operation, int attempt, TimeSpan pause, Exception failure)
    {
        Instruments.PollRetries.Add(1, new KeyValuePair<string, object?>("clientgen.operation", operation));
        LogPollRetried(_logger, operation, attempt, failure.GetType().Name, pause);
    }

    public void Reconnecting(string operation, int attempt, TimeSpan pause, Exception? failure)
    {
        Instruments.Reconnects.Add(1, new KeyValuePair<string, object?>("clientgen.operation", operation));
        LogReconnecting(_logger, operation, attempt, failure?.GetType().Name ?? "end of stream", pause);
    }

    public void Ended(string operation, int status, double milliseconds) => LogEnded(_logger, operation, status, milliseconds);

    public void Failed(string operation, string error, double milliseconds) => LogFailed(_logger, operation, error, milliseconds);

    [LoggerMessage(1, LogLevel.Debug, "{Operation} answered {Status} after {Milliseconds:0.0} ms")]
    private static partial void LogEnded(ILogger logger, string operation, int status, double milliseconds);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} failed after {Milliseconds:0.0} ms: {Error}")]
    private static partial void LogFailed(ILogger logger, string operation, string error, double milliseconds);

    [LoggerMessage(3, LogLevel.Information, "{Operation} was answered {Status}; credentials renewed, sending once more")]
    private static partial void LogRenewed(ILogger logger, string operation, int status);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} failed {Attempt} times in a row ({Error}); polling again after {Pause}")]
    private static partial void LogPollRetried(ILogger logger, string operation, int attempt, string error, TimeSpan pause);

    [LoggerMessage(5, LogLevel.Information, "{Operation} was interrupted ({Error}); attempt {Attempt} to reconnect after {Pause}")]
    private static partial void LogReconnecting(ILogger logger, string operation, int attempt, string error, TimeSpan pause);
}
