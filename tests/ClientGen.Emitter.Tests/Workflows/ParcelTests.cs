using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Workflows;

/// <summary>The invented protocol, compiled, loaded and run against answers from a table.</summary>
public class ParcelTests
{
    private static readonly Lazy<ParcelRun> Program = new(ParcelRun.Load);

    [Fact]
    public void Has_no_findings() => Assert.Empty(ParcelRun.Bound().Findings.Select(static finding => finding.ToString()));

    [Fact]
    public void Can_be_read() => Snapshot.Verify(WorkflowContracts.Workflows(ParcelRun.Bound()));

    [Fact]
    public async Task Runs_to_its_end()
    {
        var run = await Program.Value.RunAsync(
            "POST /token => 200 {'value':'k1'}",
            "GET /depots/12 => 200 {'ok':true,'open':true,'size':'large'}",
            "POST /parcels => 201 {'ok':true,'id':'p1'}",
            "GET /parcels/p1/next => 200 {'ok':true}",
            "GET /parcels/p1/next => 200 {'ok':true,'code':7,'place':'Bonn'}",
            "GET /parcels/p1/next => 200 {'ok':true,'code':9,'door':4}");
        Assert.Equal("SendOutputs { Id = p1, Where = /where/201, Door = 4, Key = *** }", run.Result);
        Assert.Equal(["Quiet", "Moved", "Delivered"], run.Heard);
        Assert.Equal("POST /parcels key=k1 {\"depot\":12,\"size\":\"large\",\"lines\":[\"first\",\"ann\"],\"labels\":{\"who\":\"ann\",\"fixed\":\"it's \\\"quoted\\\"\"},\"priority\":1}", Plain(run.Requests[2]));
        Assert.Equal("GET /depots/12 key=k1 trace=send-12-ann", run.Requests[1]);
        Assert.Equal(6, run.Requests.Count);
    }

    [Fact]
    public async Task Stops_when_a_success_criterion_does_not_hold()
    {
        var run = await Program.Value.RunAsync("POST /token => 200 {'value':'k1'}", "GET /depots/12 => 200 {'ok':true,'open':false}");
        Assert.Equal("WorkflowException send check: its success criteria did not hold (HTTP 200).", run.Result);
        Assert.Equal(2, run.Requests.Count);
    }

    [Fact]
    public async Task The_contracts_own_success_counts_too()
    {
        var run = await Program.Value.RunAsync("POST /token => 200 {'value':'k1'}", "GET /depots/12 => 200 {'ok':false,'open':true}");
        Assert.StartsWith("WorkflowException send check", run.Result);
    }

    [Fact]
    public async Task Retries_as_often_as_the_contract_says_and_pauses_in_between()
    {
        var run = await Program.Value.RunAsync("POST /token => 200 {'value':'k1'}", "GET /depots/12 => 503", "GET /depots/12 => 503", "GET /depots/12 => 503");
        Assert.Equal("WorkflowException send check: its success criteria did not hold (HTTP 503).", run.Result);
        Assert.Equal(4, run.Requests.Count);
        Assert.Equal([2, 2], run.Pauses);
    }

    [Fact]
    public async Task Runs_another_workflow_before_a_retry()
    {
        var run = await Program.Value.RunAsync(
            "POST /token => 200 {'value':'k1'}", "GET /depots/12 => 401", "POST /token => 200 {'value':'k2'}", "GET /depots/12 => 401");
        Assert.Equal(["POST /token", "GET /depots/12", "POST /token", "GET /depots/12"], run.Requests.Select(static request => string.Join(' ', request.Split(' ').Take(2))));
        Assert.StartsWith("WorkflowException send check", run.Result);
    }

    [Fact]
    public async Task A_success_starts_the_count_of_retries_again()
    {
        var run = await Program.Value.RunAsync(
            "POST /token => 200 {'value':'k1'}", "GET /depots/12 => 200 {'ok':true,'open':true,'size':'small'}", "POST /parcels => 201 {'ok':true,'id':'p1'}",
            "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 200 {'ok':true}",
            "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 200 {'ok':true,'code':9,'door':1}");
        Assert.StartsWith("SendOutputs", run.Result);
    }

    [Fact]
    public async Task What_was_opened_is_ended_when_the_workflow_gives_up()
    {
        var run = await Program.Value.RunAsync(
            "POST /token => 200 {'value':'k1'}", "GET /depots/12 => 200 {'ok':true,'open':true,'size':'small'}", "POST /parcels => 201 {'ok':true,'id':'p1'}",
            "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 500", "GET /parcels/p1/next => 500", "DELETE /parcels/p1 => 204");
        Assert.StartsWith("WorkflowException send news: nextNews", run.Result);
        Assert.Equal("DELETE /parcels/p1 key=k1", run.Requests[^1]);
    }

    [Fact]
    public async Task What_was_opened_is_ended_when_the_caller_gives_up()
    {
        var run = await Program.Value.RunAsync(
            "POST /token => 200 {'value':'k1'}", "GET /depots/12 => 200 {'ok':true,'open':true,'size':'small'}", "POST /parcels => 201 {'ok':true,'id':'p1'}",
            "GET /parcels/p1/next => cancel", "DELETE /parcels/p1 => 204");
        Assert.Equal("OperationCanceledException", run.Result);
        Assert.Equal("DELETE /parcels/p1 key=k1", run.Requests[^1]);
    }

    [Fact]
    public async Task A_step_that_takes_too_long_fails()
    {
        var run = await Program.Value.RunAsync(
            "POST /token => 200 {'value':'k1'}", "GET /depots/12 => 200 {'ok':true,'open':true,'size':'small'}", "POST /parcels => 201 {'ok':true,'id':'p1'}",
            "GET /parcels/p1/next => hang", "GET /parcels/p1/next => 200 {'ok':true,'code':9,'door':1}");
        Assert.StartsWith("SendOutputs", run.Result);
        Assert.Contains("news Failed 5 s", run.Reports);
    }

    [Fact]
    public async Task A_missing_value_ends_the_workflow_before_the_call()
    {
        var run = await Program.Value.RunAsync("POST /token => 200 {'value':'k1'}", "GET /depots/12 => 200 {'ok':true,'open':true}");
        Assert.Equal("WorkflowException send book: $steps.check.outputs.size has no value.", run.Result);
        Assert.Equal(2, run.Requests.Count);
    }

    private static string Plain(string request) => request.Replace("\\u0027", "'").Replace("\\u0022", "\\\"");
}
