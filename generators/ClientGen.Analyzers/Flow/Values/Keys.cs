using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Flow;

/// <summary>Which call a fact is about: the operation, and the client that it was made on.</summary>
/// <param name="Operation">The operationId.</param>
/// <param name="Client">Where the client is kept; null when it cannot be told.</param>
internal sealed record CallKey(string Operation, ISymbol? Client);

/// <summary>A call that is made: the operation of the code, with what went into it.</summary>
internal sealed record Call(IInvocationOperation Invocation, Value? Receiver, ImmutableArray<Value> Arguments, Frame Frame)
{
    /// <inheritdoc/>
    public bool Equals(Call? other) => other is not null && ReferenceEquals(Invocation, other.Invocation) && Equals(Receiver, other.Receiver) && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => Invocation.GetHashCode();
}

/// <summary>How a call can fail.</summary>
internal enum FailureKind
{
    /// <summary>An answer that is no success, or no answer at all: another attempt may help.</summary>
    Ordinary,

    /// <summary>The deadline passed.</summary>
    Timeout,

    /// <summary>The credentials are stale.</summary>
    Stale,

    /// <summary>The caller's own token.</summary>
    Cancelled,
}

/// <summary>A failure of a call.</summary>
internal sealed record Failure(FailureKind Kind, CallKey Key, int Status);

/// <summary>A temporary of a graph.</summary>
internal sealed record CaptureKey(int Depth, CaptureId Id);

/// <summary>Whether a member of evidence was seen with the right value.</summary>
internal sealed record FlagKey(string Evidence, string Property);

/// <summary>Evidence that an attribute vouches for.</summary>
internal sealed record EvidenceKey(string Name);

/// <summary>An operation that has succeeded.</summary>
internal sealed record DoneKey(string Operation);

/// <summary>An operation that was started and has not ended.</summary>
internal sealed record StartedKey(string Operation);

/// <summary>The events that the last answer may carry; a mask of <see cref="EventFacts.Cases"/>.</summary>
internal sealed record EventsKey(CallKey Call);

/// <summary>Whether somebody has got what the last answer carries.</summary>
internal sealed record ContentKey(CallKey Call);

/// <summary>An answer that nobody has found to be a success yet.</summary>
internal sealed record AskedKey(CallKey Call);

/// <summary>The call site that the last answer came from.</summary>
internal sealed record SiteKey(CallKey Call);

/// <summary>The cases that the last outcome may be; a mask.</summary>
internal sealed record CasesKey(CallKey Call);

/// <summary>Whether the last answer was seen to be a success.</summary>
internal sealed record SuccessKey(CallKey Call);

/// <summary>How many calls in a row have failed.</summary>
internal sealed record FailuresKey(CallKey Call);

/// <summary>How many calls in a row had failed before an answer that nobody has judged yet.</summary>
internal sealed record UnjudgedKey(CallKey Call);

/// <summary>The kind of the last failure, until a call succeeds.</summary>
internal sealed record LastFailureKey(CallKey Call);

/// <summary>Whether there was a pause since the last failure.</summary>
internal sealed record PausedKey;

/// <summary>A renewal operation that was called since credentials turned out stale.</summary>
internal sealed record RenewedKey(string Operation);

/// <summary>An obligation that is open.</summary>
internal sealed record ObligationKey(string Name, ISymbol? Client);

/// <summary>The known state of a state machine.</summary>
internal sealed record MachineKey(string Machine);

/// <summary>What a condition that nothing decides was taken for, so that the same condition stays the same.</summary>
internal sealed record DecisionKey(string Text);

/// <summary>Protocol data that an object of somebody else has seen.</summary>
internal sealed record SeenKey(ISymbol Kept);

/// <summary>Whether a cancellation source was cancelled.</summary>
internal sealed record CancelledKey(ISymbol Kept);

/// <summary>The last call of an operation that may do its work twice: where it failed, or that it succeeded.</summary>
internal sealed record RepeatKey(string Operation);

/// <summary>A call that came too early, unless its prerequisite is never called on this path.</summary>
internal sealed record EarlyKey(string Requires, IOperation Site);

/// <summary>An obligation that this path has ended.</summary>
internal sealed record EndedKey(string Obligation);

/// <summary>Whether all was ready for an operation when something came that builds on it.</summary>
internal sealed record PreparedKey(string Operation);

/// <summary>A single thing to remember about the path.</summary>
internal sealed record PathKey(PathMark Mark);

/// <summary>What is remembered.</summary>
internal enum PathMark
{
    /// <summary>An exception was handled while something was open.</summary>
    Caught,

    /// <summary>A poll ran out of time, and somebody who means that handles it.</summary>
    Timeout,

    /// <summary>Credentials were perhaps renewed where nobody can see it.</summary>
    RenewedOutOfSight,

    /// <summary>Credentials were renewed, and refused again.</summary>
    RenewedBefore,
}
