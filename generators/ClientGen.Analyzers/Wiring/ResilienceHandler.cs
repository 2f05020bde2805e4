using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Wiring;

/// <summary>Calls that put a resilience handler before an HttpClient.</summary>
internal static class ResilienceHandler
{
    private const int Deepest = 8;

    private static readonly string[] Removals = ["RemoveAllResilienceHandlers", "ConfigureAdditionalHttpMessageHandlers"];

    /// <summary>Where such a call is reported: at its name, since the chain before it may be long.</summary>
    public static Location Place(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } ? access.Name.GetLocation() : call.Syntax.GetLocation();

    /// <summary>What sets the options of a standard handler, in order: an argument of the call itself, then <c>Configure</c> behind it.</summary>
    /// <returns>Delegates and sections of configuration, each with the call that is given it.</returns>
    public static IEnumerable<(IOperation Value, IInvocationOperation By)> Configurations(IInvocationOperation call, Compilation compilation)
    {
        // The lambda of a hedging handler is about routes, not options.
        var own = call.TargetMethod.Name == "AddStandardHedgingHandler" ? [] : call.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0 && !argument.IsImplicit).Select(argument => (argument.Value, call));
        var behind = NamedUses.Of(compilation).Calls("Configure").Where(configure => Registration.Receiver(configure) is { } receiver && IsBuilder(receiver.Type) && LeadsTo(receiver, call, compilation, 0))
            .SelectMany(static configure => configure.Arguments.Where(static argument => argument.Parameter?.Ordinal > 0).Select(argument => (argument.Value, configure)));
        return own.Concat(behind);
    }

    /// <summary>Whether a registration takes its handlers away again, or may: by a call behind the one that adds the handler.</summary>
    /// <param name="registration">The registration.</param>
    /// <param name="added">The call; null for handlers that are there before all calls of the registration.</param>
    /// <param name="compilation">Where calls are looked for.</param>
    public static bool IsRemoved(Registration registration, IInvocationOperation? added, Compilation compilation) => Removals.SelectMany(NamedUses.Of(compilation).Calls)
        .Where(call => added is null || call.Syntax.SyntaxTree != added.Syntax.SyntaxTree || call.Syntax.Span.End > added.Syntax.Span.End)
        .Any(call => Registration.Receiver(call) is { } receiver && Registration.Of(receiver, compilation).Any(registration.IsSame));

    private static bool IsBuilder(ITypeSymbol? type) => type?.Name is "IHttpStandardResiliencePipelineBuilder" or "IStandardHedgingHandlerBuilder";

    // Through the chain, a local, or a helper that hands the builder on.
    private static bool LeadsTo(IOperation builder, IInvocationOperation call, Compilation compilation, int depth)
    {
        if (depth > Deepest || Origin.Of(builder, compilation) is not IInvocationOperation maker)
            return false;
        if (maker.Syntax == call.Syntax)
            return true;
        if (Registration.Receiver(maker) is { } receiver && IsBuilder(receiver.Type) && LeadsTo(receiver, call, compilation, depth + 1))
            return true;
        return Returns.Of(maker.TargetMethod, compilation).Any(returned => LeadsTo(returned, call, compilation, depth + 1));
    }
}
