using System.Reflection;
using ClientGen.Specs.Contracts;

namespace ClientGen.Emitter.Tests.Workflows;

/// <summary>One run of the invented protocol.</summary>
/// <param name="Result">The outputs as text, or the exception.</param>
/// <param name="Requests">What was sent.</param>
/// <param name="Heard">The cases that the handler heard.</param>
/// <param name="Pauses">Pauses in seconds.</param>
/// <param name="Reports">Failures with the time they took.</param>
public sealed record ParcelResult(string Result, IReadOnlyList<string> Requests, IReadOnlyList<string> Heard, IReadOnlyList<double> Pauses, IReadOnlyList<string> Reports);

/// <summary>The compiled protocol; a companion in C# calls it as a user would.</summary>
internal sealed class ParcelRun(MethodInfo run)
{
    private const string Companion = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using ClientGen;
        using ClientGen.Workflows;
        using Demo.Parcels;
        using Demo.Sending;

        public static class Companion
        {
            public static async Task<(string, List<string>, List<string>, List<double>, List<string>)> RunAsync(string[] table)
            {
                using var cancel = new CancellationTokenSource();
                var clock = new Clock();
                var server = new Server(table, cancel, clock);
                var options = new ApiClientOptions { Credentials = new StaticCredentials("key", "none"), Deadline = Timeout.InfiniteTimeSpan };
                var workflows = new SendingWorkflows(new ParcelsClient(new HttpMessageInvoker(server), options), new WorkflowOptions { TimeProvider = clock });
                var heard = new List<string>();
                var reports = new List<string>();
                string result;
                try
                {
                    var outputs = await workflows.SendAsync(
                        new SendInputs { User = "ann", Secret = "s", Depot = 12 },
                        new Progress(report => { if (report.State == WorkflowStepState.Failed) reports.Add($"{report.Step} Failed {(report.Failure as DeadlineExceededException)?.Deadline.TotalSeconds} s"); }),
                        (news, _) => { heard.Add(news.GetType().Name); return Task.CompletedTask; },
                        cancel.Token);
                    result = outputs.ToString();
                }
                catch (WorkflowException e) { result = $"WorkflowException {e.Workflow} {e.Step}: {e.Reason}"; }
                catch (OperationCanceledException e) when (e.CancellationToken == cancel.Token) { result = "OperationCanceledException"; }
                return (result, server.Requests, heard, clock.Pauses, reports);
            }

            private sealed class Progress(Action<WorkflowStepReport> report) : IProgress<WorkflowStepReport>
            {
                public void Report(WorkflowStepReport value) => report(value);
            }

            /// <summary>Every wait is over at once, and remembered. Time-outs of steps fire when the server hangs.</summary>
            private sealed class Clock : TimeProvider
            {
                public List<double> Pauses { get; } = new();

                private readonly List<(TimerCallback, object?)> _limits = new();

                public void Elapse() { foreach (var (callback, state) in _limits.ToArray()) callback(state); }

                public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
                {
                    if (dueTime == TimeSpan.FromSeconds(5)) { _limits.Add((callback, state)); return new Timer(); }
                    if (dueTime != Timeout.InfiniteTimeSpan)
                    {
                        Pauses.Add(dueTime.TotalSeconds);
                        ThreadPool.QueueUserWorkItem(_ => callback(state));
                    }

                    return new Timer();
                }

                private sealed class Timer : ITimer
                {
                    public bool Change(TimeSpan dueTime, TimeSpan period) => true;
                    public void Dispose() { }
                    public ValueTask DisposeAsync() => default;
                }
            }

            private sealed class Server(string[] table, CancellationTokenSource cancel, Clock clock) : HttpMessageHandler
            {
                private int _at;

                public List<string> Requests { get; } = new();

                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    var line = request.Method + " " + request.RequestUri!.AbsolutePath;
                    var key = request.Headers.TryGetValues("X-Key", out var keys) ? " key=" + keys.Single() : "";
                    var trace = request.Headers.TryGetValues("X-Trace", out var traces) ? " trace=" + traces.Single() : "";
                    var body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
                    Requests.Add(line + key + trace + body);
                    var row = _at < table.Length ? table[_at++] : "nothing";
                    if (!row.StartsWith(line + " => ", StringComparison.Ordinal))
                        throw new InvalidOperationException($"{line} was sent where the table has {row}");
                    var answer = row.Substring(line.Length + 4).Split(' ', 2);
                    if (answer[0] == "cancel") { cancel.Cancel(); cancellationToken.ThrowIfCancellationRequested(); }
                    if (answer[0] == "hang") { clock.Elapse(); await Task.Delay(Timeout.Infinite, cancellationToken); }
                    var response = new HttpResponseMessage((HttpStatusCode)int.Parse(answer[0]));
                    if (answer.Length > 1)
                        response.Content = new StringContent(answer[1].Replace('\'', '"'), System.Text.Encoding.UTF8, "application/json");
                    response.Headers.TryAddWithoutValidation("Location", "/where/" + answer[0]);
                    return response;
                }
            }
        }
        """;

    public static BoundContracts Bound() => WorkflowContracts.Bind(
        ("parcels.openapi.yaml", ParcelProtocol.Api, "Demo.Parcels"), ("sending.arazzo.yaml", ParcelProtocol.Workflows, "Demo.Sending"));

    public static ParcelRun Load() => new(WorkflowContracts.Compile(Bound(), Companion).Load().GetType("Companion")!.GetMethod("RunAsync")!);

    public async Task<ParcelResult> RunAsync(params string[] table)
    {
        var (result, requests, heard, pauses, reports) = await (Task<(string, List<string>, List<string>, List<double>, List<string>)>)run.Invoke(null, [table])!;
        return new ParcelResult(result, requests, heard, pauses, reports);
    }
}
