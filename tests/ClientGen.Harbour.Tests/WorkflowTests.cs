using Harbour;

namespace ClientGen.Harbour.Tests;

/// <summary>The invented workflows run as the document says.</summary>
public class WorkflowTests : HarbourTest
{
    private const string Clear = """{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"calm"}""";
    private const string Tide = """{"what":"tide","verdict":{"state":"GRANTED"}}""";
    private const string Lost = """{"what":"lost","verdict":{"state":"GRANTED"},"cause":"storm"}""";
    private const string Refused = """{"what":"tide","verdict":{"state":"DENIED","reason":"fog"}}""";

    private static readonly DockInputs Inputs = new() { Berth = 4, Ship = "Pequod" };

    [Fact]
    public async Task Steps_run_in_order_and_the_poll_goes_on_until_its_end()
    {
        Server.Answers(Clear).Answers(Clear).Answers(Tide).Answers(Tide).Answers(Lost);
        var outputs = await new DockingWorkflows(Client).DockAsync(Inputs, cancellationToken: Token);

        Assert.Equal("storm", outputs.Cause);
        Assert.Equal(
            ["GET /berths/.4/clearance", "PUT /berths/4/mooring", "GET /berths/4/watch", "GET /berths/4/watch", "GET /berths/4/watch"],
            Server.Arrivals.Select(static arrival => arrival.ToString().Split('?')[0]));
        Assert.Equal("""{"name":"Pequod","cargo":[]}""", Server.Arrivals.ElementAt(1).Body);
    }

    [Theory]
    [InlineData("""{"verdict":{"state":"GRANTED"},"tugsReady":false,"weather":"calm"}""")]
    [InlineData("""{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"rough"}""")]
    [InlineData("""{"verdict":{"state":"DENIED"},"tugsReady":true,"weather":"calm"}""")]
    public async Task A_step_whose_criteria_do_not_hold_ends_the_workflow(string answer)
    {
        Server.Answers(answer);
        var failed = await Assert.ThrowsAsync<WorkflowException>(() => new DockingWorkflows(Client).DockAsync(Inputs, cancellationToken: Token));

        Assert.Equal(("dock", "clearance"), (failed.Workflow, failed.Step));
        Assert.Single(Server.Arrivals);
    }

    [Fact]
    public async Task A_failing_poll_is_retried_as_often_as_the_document_says()
    {
        Server.Answers(Clear).Answers(Clear).Answers(Refused).Answers(Refused).Answers(Refused).Answers(Lost);
        var failed = await Assert.ThrowsAsync<WorkflowException>(() => new DockingWorkflows(Client).DockAsync(Inputs, cancellationToken: Token));

        // Two retries, then the end: the answer that would have ended it well is never fetched.
        Assert.Equal(("dock", "watch"), (failed.Workflow, failed.Step));
        Assert.Equal(5, Server.Arrivals.Count);
    }

    [Fact]
    public async Task Outputs_of_a_sign_in_come_from_its_answer()
    {
        Server.Answers("""{"token":"fresh"}""", 201);
        var outputs = await new DockingWorkflows(Client).SignOnAsync(new SignOnInputs { Pilot = "Ishmael" }, cancellationToken: Token);
        Assert.Equal("fresh", outputs.Token);
    }
}
