using System.Diagnostics;

namespace Benchmarks.Compiling;

/// <summary>A fresh process, from start to end.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a .NET program and waits for its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed, or took minutes; the message holds what it said.</exception>
    public static string RunDotNet(params string[] args)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        // Both are read at once: a full pipe would stop the child.
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{string.Join(' ', args)} took longer than {Limit}.");
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', args)} ended with {process.ExitCode}.\n{output.Result}\n{errors.Result}");
        return output.Result;
    }
}
