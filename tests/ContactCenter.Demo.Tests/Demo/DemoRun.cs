namespace ContactCenter.Demo.Tests.Demo;

/// <summary>One run of the demo in this process.</summary>
internal sealed record DemoRun(int Code, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n');

    public static async Task<DemoRun> WithAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await DemoCommand.RunAsync(arguments, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
