using System.Diagnostics;

namespace ContactCenter.Demo.Tests.Demo;

public sealed class InterruptTests
{
    [Fact]
    public async Task Control_C_ends_the_demo_with_130()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one process can send another.");
        var token = TestContext.Current.CancellationToken;
        string[] command = ["dotnet", typeof(DemoCommand).Assembly.Location, "--speed", "real", "--scenario", "text-then-call"];
        // A shell lets what it runs in the background ignore Ctrl+C, these tests and their children included.
        if (OperatingSystem.IsLinux())
            command = ["env", "--default-signal=INT", .. command];
        using var demo = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            // It is in the middle of something.
            while (await demo.StandardOutput.ReadLineAsync(token) is { } line && !line.Contains("→ GET poll", StringComparison.Ordinal))
            {
            }

            using (var kill = Process.Start("kill", ["-INT", $"{demo.Id}"]))
                await kill.WaitForExitAsync(token);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
            patience.CancelAfter(TimeSpan.FromMinutes(2));
            await demo.WaitForExitAsync(patience.Token);
            Assert.Equal(130, demo.ExitCode);
            Assert.Equal("Interrupted.", (await demo.StandardError.ReadToEndAsync(token)).Trim());
        }
        finally
        {
            if (!demo.HasExited)
                demo.Kill();
        }
    }
}
