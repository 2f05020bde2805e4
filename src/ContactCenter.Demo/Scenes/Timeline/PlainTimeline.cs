namespace ContactCenter.Demo;

/// <summary>A timeline as plain lines of text.</summary>
internal sealed class PlainTimeline(TextWriter output) : ITimeline
{
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public void Begin(DemoScenario scenario) => Write($"\n== {scenario.Name}: {scenario.Summary}");

    /// <inheritdoc/>
    public void Show(Moment moment) =>
        Write($"   {LineText.Time(moment.At)}  {moment.System,-9}  {moment.Sign.Symbol()} {LineText.Safe(moment.Text)}");

    /// <inheritdoc/>
    public void End(Result result) => Write(result.IsOk ? "   ok" : $"   DIFFERS. Expected: {result.Expected}. Happened: {LineText.Safe(result.Happened)}.");

    /// <inheritdoc/>
    public void Summarise(IReadOnlyList<Result> results)
    {
        Write("");
        foreach (var result in results)
            Write($"{(result.IsOk ? "ok     " : "DIFFERS")}  {result.Name,-24} {LineText.Safe(result.Happened)}");
    }

    private void Write(string line)
    {
        lock (_gate)
            output.WriteLine(line);
    }
}
