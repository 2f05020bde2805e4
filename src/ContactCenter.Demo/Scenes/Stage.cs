using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ContactCenter.Demo;

/// <summary>What a scenario is played on: a server, a clock, and somebody who writes down what is seen. Safe to use from several threads.</summary>
internal sealed class Stage : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<string> _facts = [];
    private readonly DateTimeOffset _start;
    private readonly ITimeline _timeline;

    /// <summary>Sets the stage; time begins now.</summary>
    public Stage(Theatre theatre)
    {
        _timeline = theatre.Timeline;
        Theatre = theatre;
        _start = theatre.Clock.GetUtcNow();
        Wire = new Wiretap(this);
        Log = new TimelineLog(this);
    }

    /// <summary>What all scenarios share.</summary>
    public Theatre Theatre { get; }

    /// <summary>The clock of all clients.</summary>
    public TimeProvider Clock => Theatre.Clock;

    /// <summary>Sends the requests of all clients, and shows them.</summary>
    public Wiretap Wire { get; }

    /// <summary>Shows what clients do by themselves.</summary>
    public ILoggerFactory Log { get; }

    /// <summary>The facts so far.</summary>
    public IReadOnlyList<string> Facts
    {
        get
        {
            lock (_gate)
                return [.. _facts];
        }
    }

    /// <summary>Shows something that was seen.</summary>
    public void Show(string system, Sign sign, string text)
    {
        // One at a time, so that the lines of the timeline are in the order of their times.
        lock (_gate)
            _timeline.Show(new(Clock.GetUtcNow() - _start, system, sign, text));
    }

    /// <summary>Writes down a fact that will be compared with the contract.</summary>
    public void Fact(string fact)
    {
        lock (_gate)
            _facts.Add(fact);
    }

    /// <summary>Shows an event and writes it down under its code.</summary>
    public void Event(string system, string code, string text = "")
    {
        Show(system, Sign.Event, text.Length == 0 ? code : $"{code} {text}");
        Fact(code);
    }

    /// <summary>Shows an event and writes it down under its number.</summary>
    public void Event(string system, int code, string text) => Event(system, code.ToString(CultureInfo.InvariantCulture), text);

    /// <inheritdoc/>
    public void Dispose() => Wire.Dispose();
}
