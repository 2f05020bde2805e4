using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Events;

public sealed class UnknownEventIsSurvivedTests
{
    private static string Stream(string body) => $$"""
        public async Task ListenAsync(MediaAbility wanted, CancellationToken ct)
        {
            await foreach (var e in video.EventsAsync(ct))
            {
                {{body}}
            }
        }

        private static Task KeepAsync(object? what) { Console.WriteLine(what); return Task.CompletedTask; }
        """;

    [Theory]
    [InlineData("switch (e) { case IncomingCall call: Console.WriteLine(call.Data.Sid); break; case StateChange: break; default: {|CG2005:throw new InvalidOperationException();|} }")]
    [InlineData("switch (e) { case IncomingCall call: Console.WriteLine(call.Data.Sid); break; case StateChange: break; default: { Console.WriteLine(e); {|CG2005:throw new NotSupportedException(e.ToString());|} } }")]
    [InlineData("switch (e) { case IncomingCall: break; case StateChange: break; case UnknownVideoSignallingEvent unknown: {|CG2005:throw new InvalidOperationException(unknown.Raw.ToString());|} }")]
    [InlineData("Console.WriteLine(e switch { IncomingCall call => call.Data.Sid, StateChange change => change.Data.State.ToString(), _ => {|CG2005:throw new InvalidOperationException()|} });")]
    [InlineData("await (e switch { IncomingCall call => KeepAsync(call), StateChange change => KeepAsync(change), var other => {|CG2005:throw new ArgumentException(other.ToString())|} });")]
    [InlineData("if (e is IncomingCall call) Console.WriteLine(call.Data.Sid); else if (e is StateChange) Console.WriteLine(1); else {|CG2005:throw new InvalidOperationException();|}")]
    [InlineData("if (e is StateChange change) switch (change.Data.State) { case AgentState.Busy: Console.WriteLine(1); break; case AgentState.Ready: break; default: {|CG2005:throw new ArgumentOutOfRangeException(nameof(change));|} }")]
    [InlineData("if (e is not StateChange change) continue; Console.WriteLine(change.Data.State switch { AgentState.Busy => 1, AgentState.Ready => 2, AgentState.Wait => 3, AgentState.Leave => 4, AgentState.Disconnected => 5, _ => {|CG2005:throw new InvalidOperationException()|} });")]
    [InlineData("var text = e is IncomingCall { Data.MsgType: { } code } ? code switch { VideoControlCode.IncomingCall => 1, VideoControlCode.EndSession => 2, _ => {|CG2005:throw new InvalidOperationException()|} } : 0; Console.WriteLine(text);")]
    public Task A_stream_that_ends_with_something_new_is_reported(string body) => Check.Members(Stream(body));

    [Theory]
    [InlineData("switch (e) { case IncomingCall call: Console.WriteLine(call.Data.Sid); break; case StateChange: break; default: Console.WriteLine(e); break; }")]
    [InlineData("switch (e) { case IncomingCall call: Console.WriteLine(call.Data.Sid); break; case StateChange: break; }")]
    [InlineData("switch (e) { case IncomingCall: break; case IncomingCallHangup: throw new InvalidOperationException(\"hung up\"); default: break; }")]
    [InlineData("switch (e) { case IncomingCall: break; case UnknownVideoSignallingEvent: break; default: throw new InvalidOperationException(\"known, and not wanted\"); }")]
    [InlineData("switch (e) { case IncomingCall: break; case StateChange: break; default: if (wanted == MediaAbility.Video) throw new InvalidOperationException(); break; }")]
    [InlineData("switch (e) { case IncomingCall: break; case StateChange: break; default: continue; }")]
    [InlineData("try { switch (e) { case IncomingCall: break; case StateChange: break; default: throw new InvalidOperationException(); } } catch (InvalidOperationException odd) { Console.WriteLine(odd); }")]
    [InlineData("Console.WriteLine(e switch { IncomingCall call => call.Data.Sid, StateChange => \"state\", _ => null });")]
    [InlineData("Console.WriteLine(e switch { IncomingCall call => call.Data.Sid, IncomingCallHangup => throw new InvalidOperationException(), _ => null });")]
    [InlineData("if (e is IncomingCall call) Console.WriteLine(call.Data.Sid); else if (e is IncomingCallHangup) throw new InvalidOperationException();")]
    [InlineData("if (e is IncomingCallHangup) throw new InvalidOperationException(); else Console.WriteLine(e);")]
    [InlineData("switch (wanted) { case MediaAbility.Voice: Console.WriteLine(e); break; case MediaAbility.Video: break; default: throw new ArgumentOutOfRangeException(nameof(wanted)); }")]
    [InlineData("Func<VideoSignallingEvent, int> map = one => one switch { IncomingCall => 1, StateChange => 2, _ => throw new InvalidOperationException() }; Console.WriteLine(map.Method);")]
    [InlineData("Console.WriteLine(Text(e)); static string Text(VideoSignallingEvent one) => one switch { IncomingCall => \"1\", StateChange => \"2\", _ => throw new InvalidOperationException() };")]
    public Task A_stream_that_goes_on_is_fine(string body) => Check.Members(Stream(body));

    [Fact]
    public Task Handlers_of_a_stream_are_part_of_it() => Check.Members("""
        public async Task ListenAsync(CancellationToken ct)
        {
            await foreach (var e in video.EventsAsync(ct))
                Handle(e);
        }

        private static void Handle(VideoSignallingEvent e)
        {
            switch (e)
            {
                case IncomingCall call: Console.WriteLine(call.Data.Sid); break;
                case StateChange: break;
                default: {|CG2005:throw new InvalidOperationException();|}
            }
        }
        """);

    [Fact]
    public Task Handlers_whose_failures_the_loop_survives_are_fine() => Check.Members("""
        public async Task ListenAsync(CancellationToken ct)
        {
            await foreach (var e in video.EventsAsync(ct))
            {
                try { Handle(e); }
                catch (InvalidOperationException odd) { Console.WriteLine(odd); }
            }
        }

        private static void Handle(VideoSignallingEvent e)
        {
            switch (e)
            {
                case IncomingCall call: Console.WriteLine(call.Data.Sid); break;
                case StateChange: break;
                default: throw new InvalidOperationException();
            }
        }
        """);

    [Theory]
    [InlineData("switch (e) { case IncomingCall: return 1; case StateChange: return 2; default: throw new InvalidOperationException(); }")]
    [InlineData("return e switch { IncomingCall => 1, StateChange => 2, _ => throw new InvalidOperationException() };")]
    [InlineData("if (e is IncomingCall) return 1; else if (e is StateChange) return 2; else throw new InvalidOperationException();")]
    public Task What_translates_may_refuse(string body) => Check.Members($$"""
        public int Map(VideoSignallingEvent e)
        {
            {{body}}
        }
        """);

    [Fact]
    public Task A_poll_that_ends_with_something_new_is_reported() => Check.Members("""
        public async Task WatchAsync(CancellationToken ct)
        {
            for (var failures = 0; ;)
            {
                try
                {
                    var e = await client.GetClickToCallEventsAsync(Channel.WEB, ct);
                    failures = 0;
                    if (e.IsTerminal) return;
                    Console.WriteLine({|CG2005:e|} switch { CallConnected c => c.Content.Domain, CallQueued or CallTransferred => "wait", NoEvent => "nothing", QueueTimedOut or CallFailed or CallReleased => "over" });
                }
                catch (ClientGenException)
                {
                    if (++failures > 3) throw;
                    await Task.Delay(1000, ct);
                }
            }
        }
        """);
}
