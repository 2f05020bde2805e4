using System.Collections.Immutable;
using ClientGen.Analyzers.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>All that is known at one point of one path. Immutable; two states that say the same are equal, however they came about.</summary>
internal sealed class State : IEquatable<State>
{
    /// <summary>Nothing is known.</summary>
    public static readonly State Empty = new([], 0, Topics.None, null, null, null);

    // A path knows a few dozen things at most; an array of them is looked through and copied faster than any tree.
    private readonly Entry[] _known;
    private readonly int _hash;

    private State(Entry[] known, int hash, Topics policy, Continuation? pending, Value? caught, Trace? trace) =>
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
    public Value? this[object key] => Find(key, key.GetHashCode()) is >= 0 and var at ? _known[at].Value : null;

    /// <summary>All keys.</summary>
    public IEnumerable<object> Keys => _known.Select(static entry => entry.Key);

    /// <summary>Everything that is known.</summary>
    public IEnumerable<KeyValuePair<object, Value>> Known => _known.Select(static entry => new KeyValuePair<object, Value>(entry.Key, entry.Value));

    /// <summary>Whether something is known under a key of a kind.</summary>
    public bool Has(Func<object, bool> isKind)
    {
        foreach (var entry in _known)
        {
            if (isKind(entry.Key))
                return true;
        }

        return false;
    }

    /// <summary>The same with another value under a key; null forgets it.</summary>
    public State With(object key, Value? value)
    {
        var keyHash = key.GetHashCode();
        var at = Find(key, keyHash);
        if (at < 0 ? value is null : value is not null && _known[at].Value.Equals(value))
            return this;
        var hash = at < 0 ? _hash : _hash ^ _known[at].Hash;
        if (value is null)
            return new State(Without(at), hash, Policy, Pending, Caught, Trace);
        var known = new Entry[at < 0 ? _known.Length + 1 : _known.Length];
        Array.Copy(_known, known, _known.Length);
        var entry = known[at < 0 ? _known.Length : at] = new Entry(key, keyHash, value);
        return new State(known, hash ^ entry.Hash, Policy, Pending, Caught, Trace);
    }

    /// <summary>The same without keys of a kind.</summary>
    public State Without(Func<object, bool> isGone)
    {
        Entry[]? known = null;
        var (count, hash) = (0, 0);
        for (var i = 0; i < _known.Length; i++)
        {
            if (isGone(_known[i].Key))
            {
                known ??= Copy(i);
                continue;
            }

            hash ^= _known[i].Hash;
            if (known is not null)
                known[count] = _known[i];
            count++;
        }

        if (known is null)
            return this;
        Array.Resize(ref known, count);
        return new State(known, hash, Policy, Pending, Caught, Trace);
    }

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
        if (other is null || _hash != other._hash || Policy != other.Policy || _known.Length != other._known.Length || !Equals(Pending, other.Pending) || !Equals(Caught, other.Caught))
            return false;
        foreach (var entry in _known)
        {
            var at = other.Find(entry.Key, entry.KeyHash);
            if (at < 0 || other._known[at].Hash != entry.Hash || !other._known[at].Value.Equals(entry.Value))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as State);

    /// <inheritdoc/>
    public override int GetHashCode() => (_hash * 31) + (int)Policy;

    private int Find(object key, int hash)
    {
        for (var i = 0; i < _known.Length; i++)
        {
            if (_known[i].KeyHash == hash && _known[i].Key.Equals(key))
                return i;
        }

        return -1;
    }

    private Entry[] Copy(int count)
    {
        var known = new Entry[_known.Length - 1];
        Array.Copy(_known, known, count);
        return known;
    }

    private Entry[] Without(int at)
    {
        var known = new Entry[_known.Length - 1];
        Array.Copy(_known, 0, known, 0, at);
        Array.Copy(_known, at + 1, known, at, known.Length - at);
        return known;
    }

    /// <summary>One thing that is known.</summary>
    private sealed class Entry(object key, int keyHash, Value value)
    {
        public readonly object Key = key;
        public readonly int KeyHash = keyHash;
        public readonly Value Value = value;
        public readonly int Hash = unchecked((keyHash * 397) ^ (value.GetHashCode() * 17));
    }
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
    /// <summary>The last steps in files that people write, in order.</summary>
    public static IReadOnlyList<Trace> Last(Trace? trace, int count)
    {
        var steps = new List<Trace>();
        for (var step = trace; step is not null && steps.Count < count; step = step.Before)
        {
            if (!step.Place.SyntaxTree.IsGenerated())
                steps.Insert(0, step);
        }

        return steps;
    }
}
