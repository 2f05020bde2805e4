using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ClientGen.Cli.Contracts;

/// <summary>Runs another program and reads what it says.</summary>
internal static class OtherProcess
{
    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program, found on the path.</param>
    /// <param name="arguments">Its arguments, none of them through a shell.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static (int Code, string Output, string Error) Run(string program, IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        // A build server that outlives us would keep our pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (Win32Exception problem)
        {
            throw new WrongInputException($"`{program}` is needed for this and cannot be started: {problem.Message}");
        }
    }
}
