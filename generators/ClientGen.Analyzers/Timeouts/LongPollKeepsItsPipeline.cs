using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>CG3002: a resilience handler around a client with long polls gives up on each attempt too early.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongPollKeepsItsPipeline() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG3002", Rules.Retries,
        title: "A resilience handler cuts the long poll off",
        message: "'{0}' ends each attempt after {1}, and the server may hold '{2}' for {3}. Set {4} above that, or keep the handler away from this client.",
        description: "The standard resilience handler gives each attempt 10 seconds and the whole request 30. A long poll needs more.");

    // Microsoft.Extensions.Http.Resilience: HttpStandardResilienceOptions and HttpStandardHedgingResilienceOptions.
    private const double UsualAttempt = 10_000;
    private const double UsualTotal = 30_000;

    private static readonly string[] Names = ["AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler"];

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        NamedOperations.Register(context, Names, (operation, file) => Look(operation as IInvocationOperation, facts, file));

    private static void Look(IInvocationOperation? call, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (call is null || Registration.Receiver(call) is not { } builder || !Registration.IsBuilder(builder.Type) || PollOf(builder, facts) is not { } poll)
            return;
        var needed = poll.Poll!.MinTimeoutMilliseconds;
        var settings = call.TargetMethod.Name == "AddResilienceHandler" ? Own(call, facts.Compilation) : Standard(call, facts.Compilation);
        if (settings is not { } found)
            return;
        var (name, limit) = found.Attempt < needed ? (found.AttemptName, found.Attempt) : found.Total < needed ? ("TotalRequestTimeout", found.Total) : ("", needed);
        if (limit >= needed)
            return;
        file.ReportDiagnostic(Diagnostic.Create(Rule, ResilienceHandler.Place(call), call.TargetMethod.Name, Seconds(limit), poll.Method.Name, Seconds(needed), name));
    }

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.###", CultureInfo.InvariantCulture) + " s";

    private static OperationFacts? PollOf(IOperation builder, ProtocolFacts facts)
    {
        var wires = PollingWires.Of(facts);
        return Registration.Of(builder, facts.Compilation).Select(wires.Of).FirstOrDefault(static poll => poll is not null);
    }

    private sealed record Limits(double Attempt, double Total, string AttemptName);

    /// <summary>The limits of a standard handler; null when they come from somewhere that cannot be seen.</summary>
    private static Limits? Standard(IInvocationOperation call, Compilation compilation)
    {
        var attemptName = call.TargetMethod.Name == "AddStandardHedgingHandler" ? "Endpoint.Timeout" : "AttemptTimeout";
        var limits = new Limits(UsualAttempt, UsualTotal, attemptName);
        foreach (var configuration in ResilienceHandler.Configurations(call))
        {
            if (Returns.Lambda(configuration) is not { } lambda)
                return null;
            foreach (var assignment in lambda.Descendants().OfType<ISimpleAssignmentOperation>())
            {
                var path = assignment.Target.Syntax.ToString();
                var isAttempt = path.EndsWith("AttemptTimeout.Timeout", StringComparison.Ordinal) || path.EndsWith("Endpoint.Timeout.Timeout", StringComparison.Ordinal);
                var isTotal = path.EndsWith("TotalRequestTimeout.Timeout", StringComparison.Ordinal);
                if (!isAttempt && !isTotal)
                {
                    // A whole part that is replaced may say anything.
                    if (path.EndsWith(".AttemptTimeout", StringComparison.Ordinal) || path.EndsWith(".TotalRequestTimeout", StringComparison.Ordinal))
                        return null;
                    continue;
                }

                if (ConstantValue.Time(assignment.Value, compilation) is not { } time)
                    return null;
                var milliseconds = time == System.Threading.Timeout.InfiniteTimeSpan ? double.MaxValue : time.TotalMilliseconds;
                limits = isAttempt ? limits with { Attempt = milliseconds } : limits with { Total = milliseconds };
            }
        }

        return limits;
    }

    /// <summary>The limit of a pipeline of one's own; null when it has none in sight.</summary>
    private static Limits? Own(IInvocationOperation call, Compilation compilation)
    {
        double? least = null;
        foreach (var timeout in call.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()).OfType<IInvocationOperation>().Where(static each => each.TargetMethod.Name == "AddTimeout"))
        {
            var time = timeout.Arguments.Select(argument => ConstantValue.Time(argument.Value, compilation)).FirstOrDefault(static found => found is not null)
                ?? timeout.Descendants().OfType<ISimpleAssignmentOperation>().Where(static assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "Timeout" })
                    .Select(assignment => ConstantValue.Time(assignment.Value, compilation)).FirstOrDefault(static found => found is not null);
            if (time is { } known && known > TimeSpan.Zero)
                least = Math.Min(least ?? double.MaxValue, known.TotalMilliseconds);
        }

        return least is { } limit ? new Limits(limit, double.MaxValue, "AddTimeout") : null;
    }
}
