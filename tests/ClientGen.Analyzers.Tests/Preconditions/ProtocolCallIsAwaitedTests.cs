using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Preconditions;

public sealed class ProtocolCallIsAwaitedTests
{
    [Fact]
    public Task A_statement_that_drops_the_task_is_reported() => Check.Members("""
        public void HangUp() => {|CG1006:client.DropClickToCallAsync(new() { Channel = Channel.WEB })|};
        """);

    [Fact]
    public Task A_discard_is_reported() => Check.Members("""
        public void HangUp() { _ = {|CG1006:client.DropClickToCallAsync(new() { Channel = Channel.WEB })|}; }
        """);

    [Theory]
    [InlineData("public Task HangUp() => client.DropClickToCallAsync(new() { Channel = Channel.WEB });")]
    [InlineData("public async Task HangUp() => await client.DropClickToCallAsync(new() { Channel = Channel.WEB });")]
    [InlineData("public async Task HangUp() { await client.DropClickToCallAsync(new() { Channel = Channel.WEB }).ConfigureAwait(false); }")]
    [InlineData("public void HangUp() => client.DropClickToCallAsync(new() { Channel = Channel.WEB }).GetAwaiter().GetResult();")]
    [InlineData("private Task? _drop; public void HangUp() => _drop = client.DropClickToCallAsync(new() { Channel = Channel.WEB }); public Task? Drop => _drop;")]
    [InlineData("public void HangUp(List<Task> running) => running.Add(client.DropClickToCallAsync(new() { Channel = Channel.WEB }));")]
    public Task A_task_that_somebody_keeps_is_fine(string member) => Check.Members(member);

    [Fact]
    public Task The_fix_waits() => CheckFix.Body("""
        // Hang up, then say so.
        {|CG1006:client.DropClickToCallAsync(new() { Channel = Channel.WEB })|}; // politely
        _ = {|CG1006:client.DropClickToCallAsync(new() { Channel = Channel.WEB }, ct)|};
        """, """
        // Hang up, then say so.
        await client.DropClickToCallAsync(new() { Channel = Channel.WEB }); // politely
        await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, ct);
        """);

    [Fact]
    public Task Nothing_is_offered_where_nobody_can_wait() => CheckFix.IsNotOffered(Check.Class("""
        private readonly System.Threading.Lock _gate = new();
        public void HangUp() => {|CG1006:client.DropClickToCallAsync(new() { Channel = Channel.WEB })|};
        public void HangUpLocked() { lock (_gate) { _ = {|CG1006:client.DropClickToCallAsync(new() { Channel = Channel.WEB })|}; } }
        """));
}
