using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>The rules that need paths. One exploration of a method serves them all, so they share an analyzer.</summary>
internal static class FlowRules
{
    public static readonly DiagnosticDescriptor CG1001 = Rules.Warning("CG1001", Rules.Preconditions,
        title: "An operation is called without its precondition",
        message: "'{0}' needs an answer of '{1}' with {2} first, and this path has none: {3}. Ask, and go on only if the answer says so.",
        description: "The contract lets the operation be called only after another one has answered as it must. The path in the message shows how the call is reached without that answer.");

    public static readonly DiagnosticDescriptor CG1001Unknown = Rules.Info("CG1001", Rules.Preconditions,
        title: "An operation is called without its precondition",
        message: "Whether '{0}' may be called here hangs on code that cannot be seen: {1}. Mark that code with [EnsuresEvidence] or [EvidenceGuard] if it vouches for the answer.",
        description: "The contract lets the operation be called only after another one has answered as it must. The path in the message shows how the call is reached without that answer.");

    public static readonly DiagnosticDescriptor CG1002 = Rules.Warning("CG1002", Rules.Preconditions,
        title: "A precondition is not fully tested",
        message: "'{0}' is called although the answer of '{1}' was not seen to have {2}: {3}. Test it on every path to the call.",
        description: "All that the contract asks of the answer has to be tested, and together: one member of two, a test joined with 'or', or a test whose result is ignored is not enough.");

    public static readonly DiagnosticDescriptor CG1003 = Rules.Info("CG1003", Rules.Preconditions,
        title: "An operation is called before the one it builds on",
        message: "'{0}' is called before '{1}', which must have succeeded first: {2}. Change the order.",
        description: "The contract names operations that must have succeeded before this one.");

    public static readonly DiagnosticDescriptor CG1004 = Rules.Warning("CG1004", Rules.Preconditions,
        title: "Polling begins too early",
        message: "'{0}' is polled before '{1}' has succeeded: {2}. Start polling after it.",
        description: "A poll about something that does not exist yet fails or answers about something else.");

    public static readonly DiagnosticDescriptor CG1005 = Rules.Warning("CG1005", Rules.Preconditions,
        title: "A result code is ignored",
        message: "'{0}' of an answer of '{1}' is used, and nothing has tested that '{2}' is {3}: {4}. HTTP success alone is no success here.",
        description: "The contract calls an answer a success only when its result code says so too. The method that returns outcomes does not check it; the one that throws does.");

    public static readonly DiagnosticDescriptor CG1005Step = Rules.Warning("CG1005", Rules.Preconditions,
        title: "A result code is ignored",
        message: "'{0}' builds on the answer of '{1}', and nothing has tested that its '{2}' is {3}: {4}. HTTP success alone is no success here.",
        description: "The contract calls an answer a success only when its result code says so too. The method that returns outcomes does not check it; the one that throws does.");

    public static readonly DiagnosticDescriptor CG1007 = Rules.Warning("CG1007", Rules.Preconditions,
        title: "Calls that depend on each other are started together",
        message: "'{0}' is started while '{1}', on which it depends, is still under way: {2}. Await the first before the second.",
        description: "A call that has been started and not awaited proves nothing yet.");

    public static readonly DiagnosticDescriptor CG1008 = Rules.Warning("CG1008", Rules.Preconditions,
        title: "An operation is used after the session ended",
        message: "'{0}' is called after {1}, and nothing follows that event: {2}. Leave, or begin a new session first.",
        description: "After a terminal event there is nothing left to ask about.");

    public static readonly DiagnosticDescriptor CG2001 = Rules.Warning("CG2001", Rules.Polling,
        title: "A poll loop does not stop on a terminal event",
        message: "'{0}' is polled again after {1}, although nothing follows: {2}. Stop on every terminal event, for instance with IsTerminal.",
        description: "Some events are the last ones. A loop that polls on after one of them waits for nothing, or for the events of somebody else.");

    public static readonly DiagnosticDescriptor CG2002 = Rules.Warning("CG2002", Rules.Polling,
        title: "A poll loop stops although more events follow",
        message: "The loop around '{0}' stops on {1}, although more events follow: {2}. Go on polling.",
        description: "Only terminal events end the polling. An answer without an event, a queue or a transfer does not.");

    public static readonly DiagnosticDescriptor CG2007 = Rules.Warning("CG2007", Rules.Polling,
        title: "An event that may be missing is taken for granted",
        message: "'{0}' is read although the answer may carry no event: {1}. Test for null first.",
        description: "A long poll that ends without news answers without an event.");

    public static readonly DiagnosticDescriptor CG3003 = Rules.Info("CG3003", Rules.Retries,
        title: "The first failure ends the polling",
        message: "The first failure of '{0}' ends the polling, and the contract allows {1} retries: {2}. Try again a few times, or use the generated stream.",
        description: "Long polls fail now and then for reasons that pass. The contract says how often to try again.");

    public static readonly DiagnosticDescriptor CG3004 = Rules.Warning("CG3004", Rules.Retries,
        title: "Failures are retried without end",
        message: "'{0}' is retried without end after failures; the contract allows {1} retries in a row: {2}. Count them, and give up.",
        description: "A server that is in trouble does not get better by being asked for ever.");

    public static readonly DiagnosticDescriptor CG3005 = Rules.Info("CG3005", Rules.Retries,
        title: "Failures are retried more often than the contract allows",
        message: "'{0}' is tried {1} times in a row, and the contract allows {2} retries: {3}",
        description: "The contract bounds how often a failure may be repeated.");

    public static readonly DiagnosticDescriptor CG3007 = Rules.Warning("CG3007", Rules.Retries,
        title: "An operation that must not be repeated is retried",
        message: "'{0}' is sent again after a failure, and the server may have done its work already: {1}. Find out what became of the first attempt, or give up.",
        description: "A failure does not tell whether the request has had its effect. Sent again blindly, an operation that is not idempotent may do its work twice: two calls, two messages.");

    public static readonly DiagnosticDescriptor CG3007Pipeline = Rules.Warning("CG3007", Rules.Retries,
        title: "An operation that must not be repeated is retried",
        message: "'{0}' is sent again by '{1}' after a failure, and the server may have done its work already. Keep it out of the retry, or let the retry handle only what is certain.",
        description: "A failure does not tell whether the request has had its effect. Sent again blindly, an operation that is not idempotent may do its work twice: two calls, two messages.");

    public static readonly DiagnosticDescriptor CG3007Handler = Rules.Warning("CG3007", Rules.Retries,
        title: "An operation that must not be repeated is retried",
        message: "'{1}' sends '{0}' again after a failure, and the server may have done its work already. Switch the retry off for such requests, for instance with DisableForUnsafeHttpMethods.",
        description: "A failure does not tell whether the request has had its effect. Sent again blindly, an operation that is not idempotent may do its work twice: two calls, two messages.");

    public static readonly DiagnosticDescriptor CG3008 = Rules.Info("CG3008", Rules.Retries,
        title: "A failure is retried at once",
        message: "'{0}' is tried again at once after a failure; the contract asks for a pause of {1} ms: {2}",
        description: "A pause gives the server time to recover.");

    public static readonly DiagnosticDescriptor CG3009 = Rules.Info("CG3009", Rules.Retries,
        title: "A poll that timed out is taken for a failure of the call",
        message: "A time-out of '{0}' leads to '{1}', although it only means that there was nothing new: {2}. Poll again unless the caller has cancelled.",
        description: "A long poll that runs into its deadline says nothing about the call that it watches.");

    public static readonly DiagnosticDescriptor CG4001 = Rules.Warning("CG4001", Rules.Credentials,
        title: "Stale credentials end the polling",
        message: "When '{0}' answers with status {1}, the polling ends; the contract asks to renew with {2} and to send the same request again: {3}",
        description: "Credentials run out while a long poll goes on. The client renews them by itself unless that is switched off.");

    public static readonly DiagnosticDescriptor CG4002 = Rules.Warning("CG4002", Rules.Credentials,
        title: "Only some of the credentials are renewed",
        message: "'{0}' is sent again without '{1}', which belongs to the renewal too: {2}. Renew all credentials together.",
        description: "Credentials that belong together are renewed together, in order.");

    public static readonly DiagnosticDescriptor CG4003 = Rules.Warning("CG4003", Rules.Credentials,
        title: "Stale credentials are sent again",
        message: "'{0}' is sent again after status {1} with the same credentials; renew them with {2} first: {3}",
        description: "A server that has called credentials stale calls them stale again.");

    public static readonly DiagnosticDescriptor CG5001 = Rules.Warning("CG5001", Rules.Lifecycle,
        title: "Something may be left open",
        message: "What '{0}' opens is left open on this path; '{1}' or a terminal event has to end it: {2}. End it on every path, for instance in a finally block.",
        description: "The contract demands that what was opened is brought to its end.");

    public static readonly DiagnosticDescriptor CG5002 = Rules.Info("CG5002", Rules.Lifecycle,
        title: "Something is left open when an exception occurs",
        message: "What '{0}' opens is left open when an exception occurs before '{1}': {2}. Put it into a finally block.",
        description: "An exception between the two calls leaves open what was opened.");

    public static readonly DiagnosticDescriptor CG5101 = Rules.Warning("CG5101", Rules.Lifecycle,
        title: "A command is not allowed in this state",
        message: "'{0}' is not allowed while '{1}' is {2}, only while it is {3}: {4}",
        description: "The contract's state machine allows a command in some states only.");

    /// <summary>All of them.</summary>
    public static readonly DiagnosticDescriptor[] All =
    [
        CG1001, CG1001Unknown, CG1002, CG1003, CG1004, CG1005, CG1005Step, CG1007, CG1008, CG2001, CG2002, CG2007, CG3003, CG3004, CG3005, CG3007, CG3008, CG3009,
        CG4001, CG4002, CG4003, CG5001, CG5002, CG5101,
    ];
}
