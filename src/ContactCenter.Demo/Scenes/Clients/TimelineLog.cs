using Microsoft.Extensions.Logging;

namespace ContactCenter.Demo;

/// <summary>Puts what the clients log about themselves on the timeline: renewals, polls that are tried again, reconnects.</summary>
internal sealed class TimelineLog(Stage stage) : ILoggerFactory
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(stage, SystemOf(categoryName));

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider)
    {
        // There is only one place to write to.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private static string SystemOf(string category) => category switch
    {
        _ when category.Contains("Fabric", StringComparison.Ordinal) => "fabric",
        _ when category.Contains("Messaging", StringComparison.Ordinal) => "messaging",
        _ when category.Contains("Rtc", StringComparison.Ordinal) => "rtc",
        _ => "video",
    };

    private sealed class Logger(Stage stage, string system) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                stage.Show(system, Sign.Care, formatter(state, exception));
        }
    }
}
