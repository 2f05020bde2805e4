using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>The places of a project that set the <c>Timeout</c> of an <c>HttpClient</c>.</summary>
internal sealed class HttpClientSettings(ProtocolFacts facts)
{
    private readonly PollingWires _wires = PollingWires.Of(facts);

    private Compilation Compilation => facts.Compilation;

    /// <summary>What an assignment sets at a registration: in its lambda or method, or in that of <c>ConfigureHttpClient</c>; null for an <c>HttpClient</c> at hand.</summary>
    public HttpClientSetting? Of(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var parameter } use })
            return null;
        return Configuring(parameter, use).Select(call => (Call: call, Registration: RegistrationOf(call))).Where(static pair => pair.Registration is not null)
            .Select(pair => new HttpClientSetting(assignment, pair.Call, pair.Registration!)).FirstOrDefault();
    }

    /// <summary>Whether something always sets the time-out of a registration.</summary>
    public bool IsSet(Registration registration) => All().Any(other => Sets(other, registration));

    /// <summary>Whether a later place sets what this one sets.</summary>
    public bool IsReplaced(HttpClientSetting setting) => Others(setting.Assignment).Any(other => Of(other) is { } later
        ? later.IsBehind(setting) && Sets(other, setting.Registration)
        : Sets(other, setting.Registration));

    /// <summary>The other places that set a time-out behind the making of the <c>HttpClient</c>.</summary>
    public IEnumerable<ISimpleAssignmentOperation> Others(ISimpleAssignmentOperation assignment) =>
        All().Where(other => other.Syntax.Span != assignment.Syntax.Span || other.Syntax.SyntaxTree != assignment.Syntax.SyntaxTree);

    /// <summary>The <c>HttpClient</c> of an assignment: the expression in front of the dot, or the creation around it.</summary>
    public static IOperation? Receiver(ISimpleAssignmentOperation assignment) => assignment switch
    {
        { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } } => creation,
        { Target: IPropertyReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation } } => instance,
        _ => null,
    };

    private IEnumerable<ISimpleAssignmentOperation> All() => NamedUses.Of(Compilation).Assignments("Timeout").OfType<ISimpleAssignmentOperation>()
        .Where(static other => other.Target is IPropertyReferenceOperation { Property: { Name: "Timeout", ContainingType.Name: "HttpClient" }, Instance: not null });

    // A registration runs its lambdas first; the class that is given the HttpClient comes last.
    private bool Sets(ISimpleAssignmentOperation assignment, Registration registration)
    {
        if (!Position.IsAlways(assignment.Syntax))
            return false;
        if (Of(assignment) is { } setting)
            return setting.Registration.IsSame(registration);
        return Receiver(assignment) is { } receiver and not IObjectCreationOperation && _wires.TypesOf(registration)
            .Any(type => Trail.Of(receiver, Compilation).Injected.Any(parameter => SymbolEqualityComparer.Default.Equals(parameter.ContainingType, type)));
    }

    private Registration? RegistrationOf(IInvocationOperation call) =>
        Registration.Of(call, Compilation) ?? (Registration.Receiver(call) is { } receiver ? Registration.Of(receiver, Compilation).FirstOrDefault() : null);

    private IEnumerable<IInvocationOperation> Configuring(IParameterSymbol parameter, IOperation use) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } => Registration.LambdaCall(parameter, use) is { } call ? [call] : [],
        IMethodSymbol method => Registration.CallsGiven(method, ["ConfigureHttpClient", "AddHttpClient"], Compilation),
        _ => [],
    };
}

/// <summary>A time-out that a registration sets.</summary>
/// <param name="Assignment">Where it is written.</param>
/// <param name="Call">The call that is given the lambda or method with it.</param>
/// <param name="Registration">The registration that the call is, or is added to.</param>
internal sealed record HttpClientSetting(ISimpleAssignmentOperation Assignment, IInvocationOperation Call, Registration Registration)
{
    /// <summary>Whether this one is run later than another one of the same registration.</summary>
    public bool IsBehind(HttpClientSetting other) => Call.Syntax.Span.End > other.Call.Syntax.Span.End
        || (Call.Syntax.Span == other.Call.Syntax.Span && Assignment.Syntax.SpanStart > other.Assignment.Syntax.SpanStart);
}
