using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ClientGen.Analyzers.Flow;

/// <summary>What protocol data an unknown value was made from. A decision on such a value is somebody's policy, which cannot be judged.</summary>
[Flags]
internal enum Topics
{
    /// <summary>Nothing of the protocol.</summary>
    None = 0,

    /// <summary>An answer that is evidence.</summary>
    Evidence = 1,

    /// <summary>An event.</summary>
    Event = 2,

    /// <summary>A failure, or a count of failures.</summary>
    Failure = 4,

    /// <summary>The state of a state machine.</summary>
    State = 8,

    /// <summary>Whether an answer is a success.</summary>
    Success = 16,
}

/// <summary>What is known about a value on one path. Compared by what it says.</summary>
internal abstract record Value
{
    /// <summary>A value of which nothing is known, and which no protocol data went into.</summary>
    public static readonly Value Any = new Unknown(Topics.None);

    /// <summary><c>null</c>.</summary>
    public static readonly Value Null = new Constant(null);

    /// <summary><c>true</c>.</summary>
    public static readonly Value True = new Constant(true);

    /// <summary><c>false</c>.</summary>
    public static readonly Value False = new Constant(false);

    /// <summary>The protocol data that the value was made from.</summary>
    public virtual Topics Topics => Topics.None;

    /// <summary>A truth value.</summary>
    public static Value Of(bool value) => value ? True : False;

    /// <summary>A value of which only is known what it was made from.</summary>
    public static Value Of(Topics topics) => topics == Topics.None ? Any : new Unknown(topics);
}

/// <summary>A value of which nothing is known but what it was made from.</summary>
internal sealed record Unknown(Topics Made) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Made;
}

/// <summary>An object of which only is known that it is not null.</summary>
internal sealed record Something(Topics Made) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Made;
}

/// <summary>A constant: null, a truth value, a whole number as <see cref="long"/>, a text. Enum members are their numbers.</summary>
internal sealed record Constant(object? Content) : Value
{
    /// <summary>The constant of a compiler's constant.</summary>
    public static Value Of(object? content) => content switch
    {
        null => Null,
        bool truth => Value.Of(truth),
        sbyte or byte or short or ushort or int or uint or long => new Constant(Convert.ToInt64(content, System.Globalization.CultureInfo.InvariantCulture)),
        _ => new Constant(content),
    };
}

/// <summary>A reference to a client, told apart from others by where it is kept.</summary>
internal sealed record ClientReference(ISymbol Kept) : Value;

/// <summary>The answer of an operation; what it says is in the state, under its key.</summary>
/// <param name="Key">The call.</param>
/// <param name="Facts">What is said about its type.</param>
/// <param name="IsRaw">Whether nobody has looked yet if it is a success.</param>
internal sealed record Answer(CallKey Key, AnswerFacts Facts, bool IsRaw = false) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => (Facts.Evidence.Count > 0 ? Topics.Evidence : 0) | (Facts.Events is null ? 0 : Topics.Event);
}

/// <summary>The code of the event in an answer.</summary>
internal sealed record EventCode(CallKey Key, EventFacts Facts) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Topics.Event;
}

/// <summary>What an operation answered, success or not, as a value; which case it is stands in the state.</summary>
internal sealed record OutcomeValue(CallKey Key, OperationFacts Operation, Site Site) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Topics.Success | Topics.Failure | (Operation.Poll is null ? 0 : Topics.Event);
}

/// <summary>What an event of one kind carries. The server may send anything there, so a comparison with a constant can come out either way.</summary>
internal sealed record EventContent(Topics Made) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Made;
}

/// <summary>The member of an answer that says whether it is a success.</summary>
internal sealed record SuccessCode(CallKey Key, SuccessFact Fact, ITypeSymbol Type) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Topics.Success;
}

/// <summary>A member of an answer whose value is evidence when it is a certain one.</summary>
internal sealed record FlagValue(FlagFact Flag) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Topics.Evidence;
}

/// <summary>The present state of a state machine.</summary>
internal sealed record MachineState(StateMachineFacts Machine) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Topics.State;
}

/// <summary>The stream of events that an operation hands out.</summary>
internal sealed record Stream(CallKey Key, StreamFacts Facts, EventFacts? Events) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Topics.Event;
}

/// <summary>An exception.</summary>
/// <param name="Failure">Which failure of a call it stands for; null for others.</param>
/// <param name="Type">Its type; null when unknown.</param>
internal sealed record Thrown(Failure? Failure, ITypeSymbol? Type) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Failure is null ? Topics.None : Topics.Failure;
}

/// <summary>A task of a call that has been started and not awaited yet.</summary>
internal sealed record Pending(Call Call) : Value;

/// <summary>A delegate: a lambda or a method, with the graph that it was born in.</summary>
internal sealed record Closure(IMethodSymbol Method, ControlFlowGraph? Graph) : Value;

/// <summary>A place in the code.</summary>
internal sealed record Site(IOperation Operation, Frame Frame) : Value
{
    /// <inheritdoc/>
    public bool Equals(Site? other) => other is not null && ReferenceEquals(Operation, other.Operation);

    /// <inheritdoc/>
    public override int GetHashCode() => Operation.GetHashCode();
}

/// <summary>A cancellation source, or a token of it, told apart from others by where it is kept.</summary>
internal sealed record Cancellation(ISymbol Kept) : Value;

/// <summary>A record, a tuple, an array or a list with known parts.</summary>
internal sealed record Composite(ImmutableArray<Part> Parts) : Value
{
    /// <inheritdoc/>
    public override Topics Topics => Parts.Aggregate(Topics.None, static (topics, part) => topics | part.Value.Topics);

    /// <summary>A whole without parts.</summary>
    public static readonly Composite Empty = new(ImmutableArray<Part>.Empty);

    /// <summary>A part by its name; null when it is not known.</summary>
    public Value? Find(string name) => Parts.FirstOrDefault(part => part.Name == name)?.Value;

    /// <summary>The same with another value for a part.</summary>
    public Composite With(string name, Value value) => new(Parts.RemoveAll(part => part.Name == name).Add(new Part(name, value)));

    /// <inheritdoc/>
    public bool Equals(Composite? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(17, static (hash, part) => (hash * 31) + part.GetHashCode());
}

/// <summary>A part of a composite.</summary>
internal sealed record Part(string Name, Value Value);
