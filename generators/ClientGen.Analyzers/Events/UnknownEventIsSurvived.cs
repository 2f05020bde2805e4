using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>CG2005: an event that the contract does not name yet ends a loop by an exception.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownEventIsSurvived() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Info("CG2005", Rules.Polling,
        title: "A value that the contract does not name ends the loop",
        message: "{0}, and the loop over the events ends with it. The contract says that values it does not name may arrive: log them and go on.",
        description: "Services add events. A client that throws at one it has never heard of stops listening in the middle of a session, on the day the service is updated.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts) =>
        EventSources.Register(context, facts, type => facts.Events.OfOpen(type), (choice, file) => Analyze(choice, facts, file));

    private static void Analyze(EventChoice choice, ProtocolFacts facts, SemanticModelAnalysisContext context)
    {
        if (choice.Family.Unknown is null || choice.Branches.Count < 2 || Thrown(choice) is not var (place, what) || !EndsLoop(choice, place, facts))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Rule, place.GetLocation(), what));
    }

    // The first way that takes what nobody has named; where none does, a switch expression throws by itself.
    private static (SyntaxNode Place, string What)? Thrown(EventChoice choice)
    {
        foreach (var branch in choice.Branches)
        {
            if (branch.Unknown == Fit.Maybe)
                return null;
            if (branch.Unknown == Fit.Yes)
                return Throw(branch) is { } thrown ? (thrown, "What this default is for throws") : null;
        }

        return choice.Parts[0] is SwitchExpressionSyntax ? (choice.Value.Syntax, "This switch throws at what it has no arm for") : null;
    }

    private static SyntaxNode? Throw(EventBranch branch) => branch switch
    {
        { Body: ThrowExpressionSyntax thrown } => thrown,
        { Last: ThrowStatementSyntax { Expression: not null } thrown } => thrown,
        _ => null,
    };

    private static bool EndsLoop(EventChoice choice, SyntaxNode place, ProtocolFacts facts)
    {
        var exception = TypeOf(place, facts.Compilation);
        if (EventLoop.Around(place, choice.Subject, facts) is { } loop)
            return !IsCaught(exception, place, loop, facts.Compilation);
        // What a handler throws ends the loop that calls it; what translates events for others may well refuse some.
        if (choice.Family.HasCodes || choice.Subject is not { Root: IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter, Path.Count: 1 }
            || !IsHandler(method) || IsCaught(exception, place, null, facts.Compilation))
            return false;
        return EventCallers.Of(method, facts.Compilation).Any(call => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is { Value: { } given }
            && EventLoop.Around(call.Syntax, Subject.Of(given, facts.Compilation), facts) is { } around && !IsCaught(exception, call.Syntax, around, facts.Compilation));
    }

    private static bool IsHandler(IMethodSymbol method) => method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0 };

    // A switch expression without a fitting arm has an exception of its own.
    private static ITypeSymbol? TypeOf(SyntaxNode place, Compilation compilation) => place switch
    {
        ThrowStatementSyntax { Expression: { } exception } => SourceModels.Operation(exception, compilation)?.Type,
        ThrowExpressionSyntax { Expression: var exception } => SourceModels.Operation(exception, compilation)?.Type,
        _ => compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.SwitchExpressionException"),
    };

    // By a handler between the place and the loop that takes such exceptions and does not throw them again.
    private static bool IsCaught(ITypeSymbol? exception, SyntaxNode place, SyntaxNode? loop, Compilation compilation) => place.Ancestors()
        .TakeWhile(each => each != loop && each is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax) or GlobalStatementSyntax)
        .OfType<TryStatementSyntax>().Where(each => each.Block.Span.Contains(place.Span)).SelectMany(static each => each.Catches)
        .Any(handler => Takes(handler, exception, compilation) && handler.Block.Statements.LastOrDefault() is not ThrowStatementSyntax);

    private static bool Takes(CatchClauseSyntax handler, ITypeSymbol? exception, Compilation compilation)
    {
        if (handler.Declaration is null || exception is null)
            return true;
        var taken = SourceModels.Of(handler.SyntaxTree, compilation)?.GetTypeInfo(handler.Declaration.Type).Type;
        for (var each = exception; each is not null; each = each.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(each, taken))
                return true;
        }

        return false;
    }
}
