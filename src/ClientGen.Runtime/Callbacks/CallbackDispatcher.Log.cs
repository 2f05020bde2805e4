using Microsoft.Extensions.Logging;

namespace ClientGen.Callbacks;

public sealed partial class CallbackDispatcher
{
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

    [LoggerMessage(25, LogLevel.Error, "Callback {Callback} needs a Verifier, and there is none; set CallbackOptions.Verifier (or AllowUnverified)")]
    private static partial void LogNoVerifier(ILogger logger, string callback);
}
