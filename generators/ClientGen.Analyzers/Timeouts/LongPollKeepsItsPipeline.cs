using System.Collections.Immutable;
using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Retries;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>CG3002: a resilience handler around a client with long polls gives up on each attempt too early.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongPollKeepsItsPipeline() : ClientAnalyzer(Rule)
{
    /// <summary>What an attempt gets beyond the contract's time, for the way there and back.</summary>
    internal const double Margin = 10_000;

    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG3002", Rules.Retries,
        title: "A resilience handler cuts the long poll off",
        message: "'{0}' ends each attempt after {1}, and the server may hold '{2}' for {3}. Set {4} above that, or keep the handler away from this client.",
        description: "The standard resilience handler gives each attempt 10 seconds and the whole request 30. A long poll needs more.");

    private static readonly NameSet Names = new(["AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "ResilienceHandler", "PolicyHttpMessageHandler"]);

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) => NamedOperations.Register(context, Names, (operation, file) =>
    {
        var found = operation switch
        {
            IInvocationOperation { TargetMethod.Name: "AddStandardResilienceHandler" or "AddStandardHedgingHandler" } standard => OfStandard(standard, facts),
            IInvocationOperation call => OfOwn(call, facts),
            IObjectCreationOperation creation => OfCreation(creation, facts),
            _ => null,
        };
        if (found is not null)
            file.ReportDiagnostic(found);
    });

    private static Diagnostic? OfStandard(IInvocationOperation call, ProtocolFacts facts)
    {
        var registrations = RegistrationsOf(call, facts);
        if (PollOf(registrations, call, facts) is not { } poll || StandardLimits.Of(call, registrations, facts.Compilation) is not { } limits)
            return null;
        var needed = poll.Poll!.MinTimeoutMilliseconds;
        var paths = OptionPaths.Of(call);
        return limits switch
        {
            _ when limits.Attempt < needed => Found(ResilienceHandler.Place(call), [], call.TargetMethod.Name, limits.Attempt, poll, paths.Attempt.Strategy, Wanted(limits, needed, paths)),
            _ when limits.Total < needed => Found(ResilienceHandler.Place(call), [], call.TargetMethod.Name, limits.Total, poll, paths.Total.Strategy, Wanted(limits, needed, paths)),
            _ => null,
        };
    }

    // What the options have to be: the attempt above the poll, the rest in the proportions that the library has by itself and insists on.
    private static ImmutableDictionary<string, string?> Wanted(StandardLimits limits, double needed, OptionPaths paths)
    {
        var wanted = ImmutableDictionary.CreateBuilder<string, string?>();
        var attempt = limits.Attempt is var known && known >= needed && known < double.MaxValue ? known : needed + Margin;
        if (attempt > limits.Attempt)
            wanted[paths.Attempt.Time] = Text(attempt);
        if (limits.Total < Math.Max(needed, attempt))
            wanted[paths.Total.Time] = Text(3 * attempt);
        if (limits.Sampling < 2 * attempt)
            wanted[paths.Sampling] = Text(2 * attempt);
        return wanted.ToImmutable();
    }

    private static Diagnostic? OfOwn(IInvocationOperation call, ProtocolFacts facts) =>
        PollOf(RegistrationsOf(call, facts), call, facts) is { } poll
            ? Shortest(Resilience.CallsBefore(call, facts.Compilation), call, ResilienceHandler.Place(call), call.TargetMethod.Name, poll, facts)
            : null;

    // A handler made by hand: for an HttpClient made by hand, or for a registration that is given it.
    private static Diagnostic? OfCreation(IObjectCreationOperation creation, ProtocolFacts facts)
    {
        if (creation is not { Arguments: [{ Value: var pipeline }, ..], Syntax: ObjectCreationExpressionSyntax { Type: var type } } || PollingWires.Of(facts).Behind(creation) is not { } poll)
            return null;
        return Shortest(Resilience.CallsOf(pipeline, facts.Compilation), creation, type.GetLocation(), creation.Type!.Name, poll, facts);
    }

    private static Diagnostic? Shortest(IEnumerable<IInvocationOperation> calls, IOperation use, Location place, string handler, OperationFacts poll, ProtocolFacts facts)
    {
        var shortest = TimeoutStrategy.Of(calls, use, facts.Compilation)
            .SelectMany(strategy => strategy.Times("", poll, facts.Compilation).Select(time => (Strategy: strategy, Time: time)))
            .OrderBy(static each => each.Time.Time).FirstOrDefault();
        if (shortest.Time is not { } found)
            return null;
        var wanted = ImmutableDictionary<string, string?>.Empty
            .Add(LongPollHasTime.Milliseconds, Text(poll.Poll!.MinTimeoutMilliseconds + Margin)).Add(LongPollHasTime.Unit, Text(found.Unit(facts.Compilation)));
        return Found(place, [found.Value.Syntax.GetLocation()], handler, found.Time.TotalMilliseconds, poll, shortest.Strategy.Place.TargetMethod.Name, wanted);
    }

    private static Diagnostic Found(Location place, IEnumerable<Location> values, string handler, double limit, OperationFacts poll, string setting, ImmutableDictionary<string, string?> wanted) =>
        Diagnostic.Create(Rule, place, values, wanted, handler, ShortTime.Shown(limit), poll.Method.Name, ShortTime.Shown(poll.Poll!.MinTimeoutMilliseconds), setting);

    private static IReadOnlyList<Registration> RegistrationsOf(IInvocationOperation call, ProtocolFacts facts) =>
        Registration.Receiver(call) is { } builder && Registration.IsBuilder(builder.Type) ? [.. Registration.Of(builder, facts.Compilation)] : [];

    private static OperationFacts? PollOf(IEnumerable<Registration> registrations, IInvocationOperation call, ProtocolFacts facts)
    {
        var wires = PollingWires.Of(facts);
        return registrations.Select(registration => registration switch
        {
            { IsDefault: true } => wires.OfDefaults(own => ResilienceHandler.IsRemoved(own, null, facts.Compilation)),
            _ when ResilienceHandler.IsRemoved(registration, call, facts.Compilation) => null,
            _ => wires.Of(registration),
        }).FirstOrDefault(static poll => poll is not null);
    }

    private static string Text(double milliseconds) => milliseconds.ToString(CultureInfo.InvariantCulture);
}
