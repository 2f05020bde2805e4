namespace ClientGen;

/// <summary>How event streams reconnect.</summary>
public sealed class StreamOptions
{
    /// <summary>Pause before the first reconnect, until the server names one. It doubles with each attempt that fails.</summary>
    /// <value>0 to 1 hour. Default 1 second.</value>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause, whatever the server asks for.</summary>
    /// <value>0 to 1 hour, at least <see cref="FirstDelay"/>. Default 30 seconds.</value>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Attempts that may fail in a row before the stream gives up. An event starts the count again.</summary>
    /// <value>0 to 1,000,000. Default 10.</value>
    public int MaxReconnectAttempts { get; set; } = 10;

    /// <summary>The longest silence, heartbeats included, after which the connection counts as lost.</summary>
    /// <value>More than 0, at most 1 hour, or <see cref="Timeout.InfiniteTimeSpan"/>. Default 5 minutes.</value>
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest event.</summary>
    /// <value>1 KiB to 1 GiB, in bytes. Default 4 MiB.</value>
    public int MaxEventBytes { get; set; } = 4 * 1024 * 1024;

    internal void Validate()
    {
        var hour = ApiClientConstants.MostDeadline;
        OptionChecks.Range(FirstDelay, TimeSpan.Zero, hour, $"Streams.{nameof(FirstDelay)}");
        OptionChecks.Range(LongestDelay, FirstDelay, hour, $"Streams.{nameof(LongestDelay)}");
        OptionChecks.Range(MaxReconnectAttempts, 0, 1_000_000, $"Streams.{nameof(MaxReconnectAttempts)}");
        OptionChecks.Deadline(IdleLimit, $"Streams.{nameof(IdleLimit)}");
        OptionChecks.Range(
            MaxEventBytes, ApiClientConstants.LeastMaxAnswerBytes, ApiClientConstants.MostMaxAnswerBytes, $"Streams.{nameof(MaxEventBytes)}");
    }

    internal StreamOptions Copy() => (StreamOptions)MemberwiseClone();
}
