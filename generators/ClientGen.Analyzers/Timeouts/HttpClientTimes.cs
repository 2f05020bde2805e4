using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>The <c>Timeout</c> of an <c>HttpClient</c> that a client with long polls sends with.</summary>
internal sealed class HttpClientTimes(ProtocolFacts facts)
{
    private const string What = "The HttpClient's Timeout";

    private readonly PollingWires _wires = PollingWires.Of(facts);
    private readonly HttpClientSettings _settings = new(facts);

    private Compilation Compilation => facts.Compilation;

    /// <summary>What an assignment to <c>Timeout</c> does too early.</summary>
    public IEnumerable<ShortTime> Of(ISimpleAssignmentOperation assignment)
    {
        // Nearly always the value is long enough, or another client's: only then is it worth asking who the HttpClient belongs to.
        if (_wires.Polls.Longest is not { } longest || !ShortTime.All(assignment.Value, What, longest, Compilation).Any() || PollOf(assignment) is not { } poll)
            return [];
        return ShortTime.All(assignment.Value, What, poll, Compilation, call => Matters(call, assignment));
    }

    private OperationFacts? PollOf(ISimpleAssignmentOperation assignment)
    {
        if (_settings.Of(assignment) is { } setting)
            return setting.Registration.IsDefault ? _wires.OfDefaults(IsSpared) : _settings.IsReplaced(setting) ? null : _wires.Of(setting.Registration);
        if (HttpClientSettings.Receiver(assignment) is not { } receiver || IsReplaced(assignment, receiver))
            return null;
        return receiver is IObjectCreationOperation creation
            ? _wires.Through(creation.Syntax) ?? Shared(creation)
            : _wires.Of(Trail.Of(receiver, Compilation));
    }

    // A generated registration sets the time-out itself, and others may, so that defaults cannot shorten it.
    private bool IsSpared(Registration registration) => registration.SetsTimeout || _settings.IsSet(registration);

    // AddSingleton(new HttpClient { … }), or a lambda that makes it: whoever asks the container for an HttpClient gets this one.
    private OperationFacts? Shared(IOperation creation)
    {
        var at = creation.Parent;
        while (at is IConversionOperation or IArgumentOperation or IReturnOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IBlockOperation { Operations.Length: 1 })
            at = at.Parent;
        return at is IInvocationOperation { TargetMethod: { Name: "AddSingleton" or "AddScoped" or "AddTransient", TypeArguments: [{ Name: "HttpClient" }] } } ? _wires.OfContainer : null;
    }

    // A helper or a class that is given its time may serve several clients.
    private bool Matters(Arguments call, IOperation assignment)
    {
        var called = call.Call switch
        {
            IObjectCreationOperation creation => creation.Type,
            IInvocationOperation invocation => invocation.TargetMethod.OriginalDefinition,
            _ => (ISymbol?)null,
        };
        return called is not null && (_wires.IsMadeIn(called, assignment.Syntax) || _wires.Through(call.Call.Syntax) is not null);
    }

    // Somebody sets the same HttpClient again, later or after a helper has handed it out; what counts is the last time.
    private bool IsReplaced(ISimpleAssignmentOperation assignment, IOperation receiver)
    {
        var trail = Trail.Of(receiver, Compilation);
        return _settings.Others(assignment).Any(other => HttpClientSettings.Receiver(other) is { } same and not IObjectCreationOperation && IsSame(Trail.Of(same, Compilation), receiver, trail)
            && (Position.InOneFunction(other.Syntax, assignment.Syntax) ? IsBehind(other.Syntax, assignment.Syntax) : Position.IsAlways(other.Syntax)));
    }

    private static bool IsSame(Trail other, IOperation receiver, Trail trail) =>
        other.Own.Overlaps(trail.Own) || (receiver is IObjectCreationOperation && other.Marks.Contains(Trail.Mark(receiver.Syntax)));

    private static bool IsBehind(SyntaxNode later, SyntaxNode earlier) =>
        later.SpanStart > earlier.SpanStart && Position.Branches(later).All(branch => branch.Span.Contains(earlier.Span));
}
