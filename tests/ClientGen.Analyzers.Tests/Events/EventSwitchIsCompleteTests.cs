using ClientGen.Analyzers.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Tests.Events;

public sealed class EventSwitchIsCompleteTests
{
    private static string Handler(string body) => $$"""
        private object? _last;

        public event Action<ClickToCallEvent>? Heard;

        public void Handle(ClickToCallEvent e)
        {
            {{body}}
        }

        private static void Join(CallConnectedContent content) => Console.WriteLine(content.Domain);

        private void Keep(object what) => _last = what;

        public override string ToString() => $"{_last} {Heard}";
        """;

    [Theory]
    [InlineData("switch ({|CG2004:e|}) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; }")]
    [InlineData("switch ({|CG2004:e|}) { case CallConnected { Content: var content }: Join(content); break; case CallReleased or CallFailed: Keep(0); break; case CallQueued: case CallTransferred: Keep(1); break; }")]
    [InlineData("switch ({|CG2004:e|}) { case CallReleased r when r.Content is null: Keep(0); break; case CallFailed: Keep(1); break; case CallConnected c: Join(c.Content); break; }")]
    [InlineData("switch ({|CG2004:e|}) { case CallQueued: Keep(1); break; case QueueTimedOut or CallFailed or CallReleased: Keep(0); break; case CallTransferred: Keep(2); break; }")]
    [InlineData("switch ({|CG2004:e|}) { case CallQueued: Keep(1); break; case QueueTimedOut or CallFailed or CallReleased: Keep(0); break; case CallConnected: Keep(2); break; }")]
    [InlineData("Keep({|CG2004:e|} switch { CallConnected c => c.Content.Domain, CallReleased => \"over\", CallFailed f => f.Content?.CauseDesc.Value ?? \"failed\" });")]
    [InlineData("if ({|CG2004:e|} is CallConnected c) Join(c.Content); else if (e is CallReleased) Keep(0); else if (e is CallFailed) Keep(1);")]
    [InlineData("if ({|CG2004:e|} is CallConnected c) { Join(c.Content); } if (e is CallFailed or CallReleased) { Keep(0); }")]
    [InlineData("if ({|CG2004:e|} is CallConnected) Keep(0); else if (e is CallReleased || e is QueueTimedOut) Keep(1);")]
    [InlineData("if ({|CG2004:e|}.GetType() == typeof(CallConnected)) Keep(0); else if (typeof(CallReleased) == e.GetType()) Keep(1); else if (e is QueueTimedOut) Keep(2);")]
    [InlineData("Console.WriteLine(e); switch ({|CG2004:e|}) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(e); break; }")]
    [InlineData("switch ({|CG2004:e|}) { case CallConnected c: Join(c.Content); return; case CallReleased: Keep(0); return; }")]
    public Task Code_that_forgets_events_is_reported(string body) => Check.Members(Handler(body));

    [Theory]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; default: Keep(1); break; }")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; default: break; }")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; case var other: Keep(other); break; }")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; case ClickToCallEvent other: Keep(other); break; }")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; case not null: Keep(1); break; }")]
    [InlineData("switch (e) { case CallConnected: case CallQueued: case CallTransferred: Keep(1); break; case QueueTimedOut: case CallFailed: case CallReleased: Keep(0); break; }")]
    [InlineData("switch (e) { case CallConnected or CallQueued or CallTransferred: Keep(1); break; case not (CallConnected or CallQueued or CallTransferred): Keep(0); break; }")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; case { IsTerminal: true }: Keep(0); break; case QueueTimedOut or CallFailed or CallReleased: break; }")]
    [InlineData("switch (e) { case QueueTimedOut: case CallFailed: case CallReleased: Keep(0); return; case CallConnected c: Join(c.Content); break; }")]
    [InlineData("switch (e) { case CallReleased: case CallFailed: Keep(0); break; }")]
    [InlineData("switch (e) { case CallReleased: Keep(0); break; case CallFailed: Keep(0); break; }")]
    [InlineData("if (e is CallReleased) return; if (e is CallFailed) return; if (e is QueueTimedOut) return;")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; }")]
    [InlineData("switch (e) { case CallQueued: Keep(1); break; case CallTransferred: Keep(2); break; }")]
    [InlineData("Keep(e switch { CallConnected c => c.Content.Domain, CallReleased => \"over\", _ => \"waiting\" });")]
    [InlineData("Keep(e switch { CallConnected c => c.Content.Domain, CallReleased => \"over\", { } other => other.ToString() });")]
    [InlineData("if (e is CallConnected c) Join(c.Content); else if (e is CallReleased) Keep(0);")]
    [InlineData("if (e is CallConnected c) Join(c.Content); if (e is CallReleased) Keep(0);")]
    [InlineData("if (e is CallReleased or CallFailed or CallConnected) Keep(0);")]
    [InlineData("if (e is CallConnected c) Join(c.Content); else if (e is CallReleased) Keep(0); else if (e is CallFailed) Keep(1); else Keep(2);")]
    [InlineData("if (e is CallConnected c) Join(c.Content); else if (e.IsTerminal) Keep(0); else if (e is CallQueued or CallTransferred) Keep(1);")]
    [InlineData("if (e is CallConnected c) Join(c.Content); else if (e is CallReleased) Keep(0); else if (_last is null) Keep(1); else if (e is CallFailed) Keep(2);")]
    [InlineData("if (e is CallConnected c) { Join(c.Content); return; } if (e is CallReleased) { Keep(0); return; } if (e is CallFailed) { Keep(1); return; } Keep(2);")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); return; case CallReleased: Keep(0); return; } Keep(2);")]
    [InlineData("if (e.IsTerminal) { Keep(0); return; } switch (e) { case CallConnected c: Join(c.Content); break; case CallQueued: case CallTransferred: Keep(1); break; }")]
    [InlineData("if (e is QueueTimedOut or CallFailed) Keep(3); Keep(4); switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; }")]
    [InlineData("if (e is CallFailed) Keep(3); else Keep(4); switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; }")]
    [InlineData("Keep(e); switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; }")]
    [InlineData("_last = e; switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; }")]
    [InlineData("switch (e) { case CallConnected c: Join(c.Content); break; case CallReleased: Keep(0); break; } Heard?.Invoke(e);")]
    [InlineData("switch (e) { case CallConnected c: switch (e) { case CallReleased: break; case CallFailed: break; } Join(c.Content); break; default: Keep(0); break; }")]
    [InlineData("object other = e.ToString(); switch (other) { case string: Keep(0); break; case int: Keep(1); break; }")]
    [InlineData("switch (e.ResultCode) { case ContactCenter.Messaging.ResultCode.Success: Keep(0); break; }")]
    [InlineData("""switch (e.GetType().Name) { case "CallConnected": Keep(0); break; case "CallReleased": Keep(1); break; }""")]
    public Task Code_that_sees_to_all_of_them_or_to_the_rest_is_fine(string body) => Check.Members(Handler(body));

    private static string CodeHandler(string body) => $$"""
        private int _seen;

        public void Handle(ClickToCallEventId? id, int unrelated)
        {
            {{body}}
        }

        private void Keep(int what) => _seen += what;

        public override string ToString() => $"{_seen}";
        """;

    [Theory]
    [InlineData("switch ({|CG2004:id|}) { case ClickToCallEventId.CallConnected: Keep(1); break; case ClickToCallEventId.CallReleased: Keep(2); break; }")]
    [InlineData("switch ({|CG2004:id|}) { case ClickToCallEventId.CallConnected: Keep(1); break; case >= ClickToCallEventId.CallTransferred: Keep(2); break; }")]
    [InlineData("switch ({|CG2004:(int)id!.Value|}) { case (int)ClickToCallEventId.CallConnected: Keep(1); break; case (int)ClickToCallEventId.CallReleased: Keep(2); break; }")]
    [InlineData("if ({|CG2004:id|} == ClickToCallEventId.CallConnected) Keep(1); else if (ClickToCallEventId.CallReleased == id) Keep(2); else if (id.Equals(ClickToCallEventId.CallFailed)) Keep(3);")]
    [InlineData("if ({|CG2004:id|} is ClickToCallEventId.CallConnected) Keep(1); if (id is { } one && one == ClickToCallEventId.CallReleased) Keep(2); if (Equals(id, ClickToCallEventId.CallFailed)) Keep(3);")]
    [InlineData("var code = id; switch ({|CG2004:code|}) { case null: return; case ClickToCallEventId.CallConnected: Keep(1); break; case ClickToCallEventId.CallReleased: Keep(2); break; }")]
    [InlineData("switch ({|CG2004:id!.Value|}) { case ClickToCallEventId.CallConnected: Keep(1); break; case ClickToCallEventId.CallReleased: Keep(2); break; }")]
    public Task Codes_are_events_too(string body) => Check.Members(CodeHandler(body));

    [Theory]
    [InlineData("switch (id) { case ClickToCallEventId.CallConnected: Keep(1); return; case ClickToCallEventId.CallReleased: Keep(2); return; } Keep(3);")]
    [InlineData("switch (id) { case ClickToCallEventId.CallConnected: Keep(1); break; case ClickToCallEventId.QueueTimedOut or ClickToCallEventId.CallFailed or ClickToCallEventId.CallReleased: Keep(2); break; }")]
    [InlineData("switch (id) { case >= ClickToCallEventId.CallConnected and <= ClickToCallEventId.CallFailed: Keep(1); break; case > ClickToCallEventId.CallFailed: Keep(2); break; }")]
    [InlineData("if (id?.IsTerminal() == true) Keep(7); switch (id) { case ClickToCallEventId.CallConnected: Keep(1); break; case ClickToCallEventId.CallReleased: Keep(2); break; }")]
    [InlineData("Keep(id switch { ClickToCallEventId.CallConnected => 1, ClickToCallEventId.CallReleased => 2, _ => 3 });")]
    [InlineData("Keep(id == ClickToCallEventId.CallConnected ? 1 : id == ClickToCallEventId.CallReleased ? 2 : id == ClickToCallEventId.CallFailed ? 3 : 4);")]
    [InlineData("switch (unrelated) { case 168101: Keep(1); break; case 168110: Keep(2); break; }")]
    public Task Codes_that_are_all_seen_to_are_fine(string body) => Check.Members(CodeHandler(body));

    [Theory]
    [InlineData("case CallDialing: break; case CallAlerting: break; case CallAnswered: Console.WriteLine(e); break; case CallDisconnected: Console.WriteLine(e); break;")]
    public Task Callbacks_are_events_too(string sections) => Check.Members($$"""
        public void Handle(CallStatusNotification e)
        {
            switch ({|CG2004:e|}) { {{sections}} }
        }
        """);

    [Theory]
    [InlineData("case CallDialing: break; case CallAlerting: break; case CallAnswered: Console.WriteLine(e); break; case CallDisconnected: Console.WriteLine(e); break; case DigitsCollected: break;")]
    [InlineData("case CallAnswered: Console.WriteLine(e); break; case CallDisconnected: Console.WriteLine(e); break;")]
    public Task A_callback_need_not_expect_what_another_one_brings(string sections) => Check.Members($$"""
        public void Handle(CallStatusNotification e)
        {
            switch (e) { {{sections}} }
        }
        """);

    [Fact]
    public Task Top_level_statements_go_on_too() => Check.Program("""
        using ContactCenter.Messaging;

        var e = Next();
        switch (e)
        {
            case CallConnected: Console.WriteLine(1); return;
            case CallReleased: Console.WriteLine(2); return;
        }

        Console.WriteLine("something else");

        static ClickToCallEvent Next() => throw new NotSupportedException();
        """);

    [Fact]
    public Task Who_reacts_to_a_few_of_many_has_chosen_them() => Check.Body("""
        await foreach (var e in video.EventsAsync(ct))
        {
            switch (e)
            {
                case IncomingCall call: Console.WriteLine(call.Data.Sid); break;
                case IncomingCallHangup: Console.WriteLine("over"); break;
                case StateChange change: Console.WriteLine(change.Data.State); break;
            }
        }
        """);

    [Fact]
    public Task A_stream_that_ends_with_the_session_tells_the_end_itself() => Check.Body("""
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
        {
            switch (e)
            {
                case CallConnected c: Console.WriteLine(c.Content.Domain); break;
                case CallQueued: case CallTransferred: Console.WriteLine("wait"); break;
            }
        }

        Console.WriteLine("over");
        """);

    [Fact]
    public Task Who_asks_for_one_end_of_a_stream_has_to_ask_for_all() => Check.Body("""
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
        {
            switch ({|CG2004:e|})
            {
                case CallConnected c: Console.WriteLine(c.Content.Domain); break;
                case CallReleased: Console.WriteLine("over"); break;
            }
        }
        """);

    [Fact]
    public Task A_filtered_stream_brings_only_some() => Check.Body("""
        await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct).Where(static each => each is CallConnected or CallReleased))
        {
            switch (e)
            {
                case CallConnected c: Console.WriteLine(c.Content.Domain); break;
                case CallReleased: Console.WriteLine("over"); break;
            }
        }
        """);

    [Fact]
    public Task What_callers_see_to_need_not_be_seen_to_again() => Check.Members("""
        public async Task WatchAsync(CancellationToken ct)
        {
            await foreach (var e in client.ClickToCallEventsAsync(Channel.WEB, ct))
            {
                if (e.IsTerminal) { Console.WriteLine("over"); break; }
                Show(e);
            }
        }

        private static void Show(ClickToCallEvent e)
        {
            switch (e)
            {
                case CallConnected c: Console.WriteLine(c.Content.Domain); break;
                case CallQueued: Console.WriteLine("wait"); break;
                case CallTransferred: Console.WriteLine("wait again"); break;
            }
        }
        """);

    [Fact]
    public async Task Progress_weighs_less_than_an_end()
    {
        var found = await RuleRun.DiagnosticsAsync(RuleRun.Compile(Check.Class("""
            public void Ends(ClickToCallEvent e) { switch (e) { case CallConnected: Console.WriteLine(1); break; case CallReleased: Console.WriteLine(2); break; } }
            public void Progress(ClickToCallEvent e) { switch (e) { case CallConnected: case CallQueued: Console.WriteLine(1); break; case QueueTimedOut or CallFailed or CallReleased: Console.WriteLine(2); break; } }
            """)));

        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Info], found.Select(static each => each.Severity));
        Assert.Equal("Nothing here handles CallQueued, QueueTimedOut, CallFailed and CallTransferred, although nothing follows QueueTimedOut and CallFailed. Add what is missing, or a default that takes the rest.", found[0].GetMessage());
    }
}
