using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ClientGen;

/// <summary>The names under which clients report to OpenTelemetry and others.</summary>
public static class ClientGenTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>: one span for each call.</summary>
    public const string ActivitySourceName = "ClientGen";

    /// <summary>The name of the <see cref="Meter"/>: durations, renewals, poll retries, stream reconnects.</summary>
    public const string MeterName = "ClientGen";
}

internal static class Instruments
{
    public static readonly ActivitySource Activities = new(ClientGenTelemetry.ActivitySourceName);

    private static readonly Meter Meter = new(ClientGenTelemetry.MeterName);

    public static readonly Histogram<double> Duration =
        Meter.CreateHistogram<double>("clientgen.call.duration", "s", "How long calls took, from sending to the decoded answer.");

    public static readonly Counter<long> Renewals =
        Meter.CreateCounter<long>("clientgen.credential.renewals", "{renewal}", "Calls sent again with fresh credentials.");

    public static readonly Counter<long> PollRetries =
        Meter.CreateCounter<long>("clientgen.poll.retries", "{retry}", "Long polls repeated after a failure.");

    public static readonly Counter<long> Reconnects =
        Meter.CreateCounter<long>("clientgen.stream.reconnects", "{reconnect}", "Attempts to open an event stream again.");
}
