using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>All that is known at one point of one path. Immutable; two states that say the same are equal, however they came about.</summary>
internal sealed class State : IEquatable<State>
{
    /// <summary>Nothing is known.</summary>
    public static readonly State Empty = new(ImmutableDictionary<object, Value>.Empty, 0, Topics.None, null, null, null);

    private readonly ImmutableDictionary<object, Value> _known;
    private readonly int _hash;

    private State(ImmutableDictionary<object, Value> known, int hash, Topics policy, Continuation? pending, Value? caught, Trace? trace) =>
        (_known, _hash, Policy, Pending, Caught, Trace) = (known, hash, policy, pending, caught, trace);

    /// <summary>Topics that somebody's code, which cannot be seen, has decided about on this path.</summary>
    public Topics Policy { get; }

    /// <summary>Where to go on after the finally block at hand.</summary>
    public Continuation? Pending { get; }

    /// <summary>The exception that is being handled.</summary>
    public Value? Caught { get; }

    /// <summary>How the path came here; not part of what is known.</summary>
    public Trace? Trace { get; }

    /// <summary>What is known under a key; null when nothing is.</summary>
    public Value? this[object key] => _known.TryGetValue(key, out var value) ? value : null;

    /// <summary>All keys.</summary>
    public IEnumerable<object> Keys => _known.Keys;

    /// <summary>Everything that is known.</summary>
    public IEnumerable<KeyValuePair<object, Value>> Known => _known;

    /// <summary>The same with another value under a key; null forgets it.</summary>
    public State With(object key, Value? value)
    {
        var old = this[key];
        if (Equals(old, value))
            return this;
        var hash = old is null ? _hash : _hash ^ Hash(key, old);
        return value is null
            ? new State(_known.Remove(key), hash, Policy, Pending, Caught, Trace)
            : new State(_known.SetItem(key, value), hash ^ Hash(key, value), Policy, Pending, Caught, Trace);
    }

    /// <summary>The same without keys of a kind.</summary>
    public State Without(Func<object, bool> isGone) => _known.Keys.Where(isGone).Aggregate(this, static (state, key) => state.With(key, null));

    /// <summary>The same with further topics decided by others.</summary>
    public State Decided(Topics topics) => (Policy | topics) == Policy ? this : new State(_known, _hash, Policy | topics, Pending, Caught, Trace);

    /// <summary>The same with a topic judged anew.</summary>
    public State Undecided(Topics topics) => (Policy & topics) == 0 ? this : new State(_known, _hash, Policy & ~topics, Pending, Caught, Trace);

    /// <summary>The same with another continuation.</summary>
    public State WithPending(Continuation? pending) => new(_known, _hash, Policy, pending, Caught, Trace);

    /// <summary>The same with another exception at hand.</summary>
    public State WithCaught(Value? caught) => new(_known, _hash, Policy, Pending, caught, Trace);

    /// <summary>The same with a step more of the path.</summary>
    public State After(SyntaxNode place, string what) => new(_known, _hash, Policy, Pending, Caught, new Trace(Trace, place, what));

    /// <summary>Whether a key is known to hold.</summary>
    public bool Holds(object key) => Equals(this[key], Value.True);

    /// <summary>A number under a key; 0 when nothing is known.</summary>
    public long Number(object key) => this[key] is Constant { Content: long number } ? number : 0;

    /// <inheritdoc/>
    public bool Equals(State? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || _hash != other._hash || Policy != other.Policy || _known.Count != other._known.Count || !Equals(Pending, other.Pending) || !Equals(Caught, other.Caught))
            return false;
        foreach (var pair in _known)
        {
            if (!other._known.TryGetValue(pair.Key, out var value) || !value.Equals(pair.Value))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as State);

    /// <inheritdoc/>
    public override int GetHashCode() => (_hash * 31) + (int)Policy;

    private static int Hash(object key, Value value) => unchecked((key.GetHashCode() * 397) ^ (value.GetHashCode() * 17));
}

/// <summary>Where a path goes on after finally blocks: to a block, or up with an exception.</summary>
/// <param name="Next">What comes after; null when this is the last.</param>
/// <param name="Remaining">Finally regions that still have to run.</param>
/// <param name="Destination">The block to go to; null for an exception or the end of the method.</param>
/// <param name="Region">For an exception: the region from which handlers are looked for.</param>
/// <param name="Carried">The exception, or what the method returns.</param>
internal sealed record Continuation(Continuation? Next, ImmutableArray<ControlFlowRegion> Remaining, BasicBlock? Destination, ControlFlowRegion? Region, Value? Carried)
{
    /// <inheritdoc/>
    public bool Equals(Continuation? other) => other is not null && Equals(Next, other.Next) && Remaining.SequenceEqual(other.Remaining)
        && ReferenceEquals(Destination, other.Destination) && ReferenceEquals(Region, other.Region) && Equals(Carried, other.Carried);

    /// <inheritdoc/>
    public override int GetHashCode() => (Destination?.Ordinal ?? -1) + (Remaining.Length * 31);
}

/// <summary>One step of a path.</summary>
/// <param name="Before">The steps before it.</param>
/// <param name="Place">Where it is.</param>
/// <param name="What">What happened there.</param>
internal sealed record Trace(Trace? Before, SyntaxNode Place, string What)
{
    /// <summary>The last steps, in order.</summary>
    public static IReadOnlyList<Trace> Last(Trace? trace, int count)
    {
        var steps = new List<Trace>();
        for (var step = trace; step is not null && steps.Count < count; step = step.Before)
            steps.Insert(0, step);
        return steps;
    }
}
