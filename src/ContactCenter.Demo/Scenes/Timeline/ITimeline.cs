namespace ContactCenter.Demo;

/// <summary>Shows what happens while it happens. Called by several threads.</summary>
internal interface ITimeline
{
    /// <summary>A scenario begins.</summary>
    void Begin(DemoScenario scenario);

    /// <summary>Something was seen.</summary>
    void Show(Moment moment);

    /// <summary>A scenario has ended.</summary>
    void End(Result result);

    /// <summary>All scenarios have ended.</summary>
    void Summarise(IReadOnlyList<Result> results);
}
