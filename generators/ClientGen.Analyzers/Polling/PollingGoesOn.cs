using System.Collections.Concurrent;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Polling;

/// <summary>CG2003: a project polls once for what takes many polls.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PollingGoesOn() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Info("CG2003", Rules.Polling,
        title: "A poll that has to be repeated is sent once",
        message: "'{0}' tells one event of many, and nothing in this project sends it again. Poll until a terminal event, or read the generated stream.",
        description: "Each poll ends with one event, or with none. What follows it is lost on a program that asks once.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var loops = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        NamedOperations.Register(context, PollNames.Of(facts), (operation, file) => Look(operation, facts, loops, file));
    }

    private static void Look(IOperation operation, ProtocolFacts facts, ConcurrentDictionary<string, bool> loops, SemanticModelAnalysisContext file)
    {
        if (operation is not IInvocationOperation call || facts.Operation(call.TargetMethod) is not { Poll: not null } poll || Substitutes.IsSetup(call)
            || poll.AnswerType is not { } answer || facts.Answer(answer).Events is null || IsHandedOut(call) || !BeginsHere(poll, facts))
            return;
        if (!loops.GetOrAdd(poll.Id, _ => IsRepeated(poll, facts, file.CancellationToken)))
            file.ReportDiagnostic(Diagnostic.Create(Rule, call.Syntax.GetLocation(), poll.Method.Name));
    }

    // Only who begins what the poll is about has to follow it to its end.
    private static bool BeginsHere(OperationFacts poll, ProtocolFacts facts)
    {
        var index = NamedUses.Of(facts.Compilation);
        return LongPolls.Of(facts).Operations.Where(each => each.Starts.Count > 0 && facts.Of(poll.Method).RequiresOperation.Contains(each.Id))
            .Any(each => index.Calls(each.Method.Name).Any(call => facts.Operation(call.TargetMethod)?.Id == each.Id));
    }

    private static bool IsRepeated(OperationFacts poll, ProtocolFacts facts, CancellationToken cancellationToken)
    {
        var polls = LongPolls.Of(facts);
        var names = polls.Operations.Where(each => each.Id == poll.Id).Select(static each => each.Method.Name);
        return polls.Streams.Select(static stream => stream.Name).Concat(Workflows(facts)).Any(IsMentioned) || Rounds.Contain(names, facts.Compilation, cancellationToken);

        bool IsMentioned(string name) => facts.Compilation.SyntaxTrees.Any(tree => !tree.IsGenerated() && TreeIndex.Of(tree).Has(name));
    }

    // Generated workflows poll by themselves.
    private static IEnumerable<string> Workflows(ProtocolFacts facts) => LongPolls.TypesOf(facts.Compilation)
        .Where(static type => type is { TypeKind: TypeKind.Class, IsRecord: false } && Generated.Is(type))
        .Where(static type => type.Constructors.Any(static constructor => constructor.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Interface && Generated.Is(parameter.Type))))
        .Select(static type => type.Name);

    // What is returned may be asked for again by whoever gets it.
    private static bool IsHandedOut(IInvocationOperation call) => TreeIndex.MemberOf(call.Syntax) switch
    {
        MethodDeclarationSyntax { ReturnType: GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax } } => true,
        MethodDeclarationSyntax { ReturnType: IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } or PredefinedTypeSyntax { Keyword.ValueText: "void" or "int" } } => false,
        CompilationUnitSyntax => false,
        _ => true,
    };
}
