using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Events;

public sealed class EventSwitchIsCompleteFixTests
{
    [Fact]
    public Task A_switch_gets_a_section() => CheckFix.Members("""
        public void Handle(ClickToCallEvent e)
        {
            switch ({|CG2004:e|})
            {
                // Somebody answered.
                case CallConnected connected:
                    Console.WriteLine(connected.Content.Domain);
                    break;
                case CallReleased:
                    Console.WriteLine("The call is over.");
                    break;
            }
        }
        """, """
        public void Handle(ClickToCallEvent e)
        {
            switch (e)
            {
                // Somebody answered.
                case CallConnected connected:
                    Console.WriteLine(connected.Content.Domain);
                    break;
                case CallReleased:
                    Console.WriteLine("The call is over.");
                    break;
                case CallQueued or QueueTimedOut or CallFailed or CallTransferred:
                    break;
            }
        }
        """);

    [Fact]
    public Task Codes_are_named_by_their_enum() => CheckFix.Members("""
        public void Handle(ClickToCallEventId? id)
        {
            switch ({|CG2004:id|})
            {
                case ClickToCallEventId.CallConnected:
                    Console.WriteLine("connected");
                    break;
                case ClickToCallEventId.CallReleased or ClickToCallEventId.CallFailed:
                    Console.WriteLine("over");
                    break;
            }
        }
        """, """
        public void Handle(ClickToCallEventId? id)
        {
            switch (id)
            {
                case ClickToCallEventId.CallConnected:
                    Console.WriteLine("connected");
                    break;
                case ClickToCallEventId.CallReleased or ClickToCallEventId.CallFailed:
                    Console.WriteLine("over");
                    break;
                case ClickToCallEventId.CallQueued or ClickToCallEventId.QueueTimedOut or ClickToCallEventId.CallTransferred:
                    break;
            }
        }
        """);

    [Fact]
    public Task A_switch_expression_gets_an_arm_that_asks_for_thought() => CheckFix.Members("""
        public string Text(ClickToCallEvent e) => {|CG2004:e|} switch
        {
            CallConnected connected => connected.Content.Domain,
            CallReleased => "over",
            CallQueued or CallTransferred => "wait",
        };
        """, """
        public string Text(ClickToCallEvent e) => e switch
        {
            CallConnected connected => connected.Content.Domain,
            CallReleased => "over",
            CallQueued or CallTransferred => "wait",
            QueueTimedOut or CallFailed => throw new System.NotImplementedException(),
        };
        """);

    [Fact]
    public Task A_chain_gets_a_branch() => CheckFix.Members("""
        public void Handle(ClickToCallEvent e)
        {
            if ({|CG2004:e|} is CallConnected connected)
                Console.WriteLine(connected.Content.Domain);
            else if (e is CallReleased)
                Console.WriteLine("over");
            else if (e is QueueTimedOut)
                Console.WriteLine("too late");
        }
        """, """
        public void Handle(ClickToCallEvent e)
        {
            if (e is CallConnected connected)
                Console.WriteLine(connected.Content.Domain);
            else if (e is CallReleased)
                Console.WriteLine("over");
            else if (e is QueueTimedOut)
                Console.WriteLine("too late");
            else if (e is CallQueued or CallFailed or CallTransferred)
            {
            }
        }
        """);

    [Fact]
    public Task Conditions_one_after_the_other_are_left_to_people() => CheckFix.IsNotOffered(Check.Class("""
        public void Handle(ClickToCallEvent e)
        {
            if ({|CG2004:e|} is CallConnected connected)
                Console.WriteLine(connected.Content.Domain);
            if (e is CallReleased)
                Console.WriteLine("over");
            if (e is QueueTimedOut)
                Console.WriteLine("too late");
        }
        """));
}
