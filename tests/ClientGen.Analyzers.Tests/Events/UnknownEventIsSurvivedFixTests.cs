using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Events;

public sealed class UnknownEventIsSurvivedFixTests
{
    private static string Stream(string body) => $$"""
        public async Task ListenAsync(CancellationToken ct)
        {
            await foreach (var e in video.EventsAsync(ct))
            {
                {{body}}
            }
        }

        private static Task KeepAsync(object? what) { Console.WriteLine(what); return Task.CompletedTask; }
        """;

    [Theory]
    [InlineData(
        "switch (e) { case IncomingCall: Console.WriteLine(1); break; case StateChange: break; default: Console.WriteLine(e); {|CG2005:throw new InvalidOperationException();|} }",
        "switch (e) { case IncomingCall: Console.WriteLine(1); break; case StateChange: break; default: Console.WriteLine(e); break; }")]
    [InlineData(
        "if (e is IncomingCall) Console.WriteLine(1); else if (e is StateChange) Console.WriteLine(2); else {|CG2005:throw new InvalidOperationException();|}",
        "if (e is IncomingCall) Console.WriteLine(1); else if (e is StateChange) Console.WriteLine(2); else continue;")]
    [InlineData(
        "await (e switch { IncomingCall call => KeepAsync(call), StateChange change => KeepAsync(change), _ => {|CG2005:throw new InvalidOperationException()|} });",
        "await (e switch { IncomingCall call => KeepAsync(call), StateChange change => KeepAsync(change), _ => Task.CompletedTask });")]
    [InlineData(
        "await ({|CG2005:e|} switch { IncomingCall call => KeepAsync(call), StateChange change => KeepAsync(change) });",
        "await (e switch { IncomingCall call => KeepAsync(call), StateChange change => KeepAsync(change), _ => Task.CompletedTask });")]
    public Task The_loop_goes_on(string before, string after) => CheckFix.Members(Stream(before), Stream(after));

    [Fact]
    public Task A_handler_returns() => CheckFix.Members("""
        public async Task ListenAsync(CancellationToken ct)
        {
            await foreach (var e in video.EventsAsync(ct))
                Handle(e);
        }

        private static void Handle(VideoSignallingEvent e)
        {
            if (e is IncomingCall)
                Console.WriteLine(1);
            else if (e is StateChange)
                Console.WriteLine(2);
            else
                {|CG2005:throw new InvalidOperationException();|}
        }
        """, """
        public async Task ListenAsync(CancellationToken ct)
        {
            await foreach (var e in video.EventsAsync(ct))
                Handle(e);
        }

        private static void Handle(VideoSignallingEvent e)
        {
            if (e is IncomingCall)
                Console.WriteLine(1);
            else if (e is StateChange)
                Console.WriteLine(2);
            else
                return;
        }
        """);

    [Fact]
    public Task Which_value_stands_for_an_unknown_event_is_left_to_people() => CheckFix.IsNotOffered(Check.Class(Stream(
        "Console.WriteLine(e switch { IncomingCall => 1, StateChange => 2, _ => {|CG2005:throw new InvalidOperationException()|} });")));
}
