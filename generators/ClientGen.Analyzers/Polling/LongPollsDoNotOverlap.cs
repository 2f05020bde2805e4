using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Polling;

/// <summary>CG2008: a long poll is started while another one for the same is under way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongPollsDoNotOverlap() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Info("CG2008", Rules.Polling,
        title: "Long polls overlap",
        message: "'{0}' may be under way only once, and {1} starts it again before it has ended. Poll in one loop, and hand its events on.",
        description: "The server answers one of two polls for the same, and nobody knows which: events are lost or come in another order.");

    private static readonly NameSet Names = new(["WhenAll", "WhenAny", "WhenEach", "Select", "For", "ForAsync", "ForEach", "ForEachAsync", "ForAll", "Invoke", "Timer", TreeIndex.New]);

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var polls = PollNames.OfHelpersToo(facts);
        NamedOperations.Register(context, Names, (operation, file) => Look(operation, facts, file), polls);
        NamedOperations.Register(context, polls, (operation, file) => Started(operation as IInvocationOperation, facts, file));
    }

    private static void Look(IOperation operation, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WhenAny" or "WhenEach", ContainingType.Name: "Task" } } together:
                Together(together.Arguments.SelectMany(argument => Items(argument.Value, facts.Compilation)).SelectMany(task => PollStart.Of(task, facts)), $"'Task.{together.TargetMethod.Name}'", file);
                break;
            case IInvocationOperation { TargetMethod: { Name: "Invoke", ContainingType.Name: "Parallel" } } invoke:
                Together(invoke.Arguments.SelectMany(argument => Items(argument.Value, facts.Compilation)).SelectMany(work => PollStart.By(work, facts)), "'Parallel.Invoke'", file);
                break;
            case IInvocationOperation { TargetMethod.ContainingType.Name: "Parallel" } parallel when !IsOneAtATime(parallel, facts):
                EachTime(parallel, $"'Parallel.{parallel.TargetMethod.Name}'", facts, file);
                break;
            case IInvocationOperation { TargetMethod.Name: "ForAll" } all:
                EachTime(all, "'ForAll'", facts, file);
                break;
            case IInvocationOperation { TargetMethod.Name: "Select" } select when select.TargetMethod.TypeArguments.LastOrDefault().IsTask() && AreAllStarted(select):
                EachTime(select, "'Select'", facts, file);
                break;
            case IObjectCreationOperation { Type: { Name: "Timer", ContainingNamespace.Name: "Threading" } } timer:
                Ticks(timer, facts, file);
                break;
        }
    }

    private static void Together(IEnumerable<PollStart> starts, string by, SemanticModelAnalysisContext file)
    {
        var seen = new List<PollStart>();
        foreach (var start in starts)
        {
            if (seen.Exists(start.IsSameAs))
                Report(start, by, file);
            seen.Add(start);
        }
    }

    private static void EachTime(IInvocationOperation call, string by, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        foreach (var work in call.Arguments.Select(static argument => Returns.Lambda(argument.Value)).OfType<IAnonymousFunctionOperation>())
        {
            if (PollStart.By(work, facts).FirstOrDefault(start => start.IsSameInEachRunOf(work.Syntax)) is { } start && !IsGuarded(work))
                Report(start, by, file);
        }
    }

    private static void InEachRound(IReadOnlyList<PollStart> starts, ILoopOperation loop, SemanticModelAnalysisContext file)
    {
        if (starts.FirstOrDefault(start => start.IsSameInEachRunOf(loop.Syntax)) is { } start)
            Report(start, "the loop", file);
    }

    // A tick does not wait for the one before.
    private static void Ticks(IObjectCreationOperation timer, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (timer.Arguments.Select(static argument => Returns.Lambda(argument.Value)).OfType<IAnonymousFunctionOperation>().FirstOrDefault() is not { } tick || IsGuarded(tick))
            return;
        var period = timer.Arguments.LastOrDefault(static argument => argument.Parameter?.Name == "period")?.Value;
        var milliseconds = ConstantValue.Time(period, facts.Compilation)?.TotalMilliseconds ?? ConstantValue.Number(period, facts.Compilation);
        if (PollStart.By(tick, facts).FirstOrDefault() is { Subject: not null } start && milliseconds > 0 && milliseconds < start.Poll.Poll!.MinTimeoutMilliseconds)
            Report(start, "each tick of the timer", file);
    }

    private static void Started(IInvocationOperation? call, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (call?.Type is null || !call.Type.IsTask())
            return;
        if (Collected(call) is { } add && LoopOf(add) is { } loop)
            InEachRound(PollStart.Of(call, facts), loop, file);
        else
            Kept(call, facts, file);
    }

    // tasks.Add(PollAsync())
    private static IInvocationOperation? Collected(IOperation task) => task.Parent switch
    {
        IConversionOperation conversion => Collected(conversion),
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" } add } => add,
        _ => null,
    };

    /// <summary>Two tasks in one block: the first one is kept, and nobody has looked at it when the second one starts.</summary>
    private static void Kept(IInvocationOperation call, ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        if (PollStart.Of(call, facts) is not [var second] || KeptIn(call) is not { } statement || statement.Parent is not BlockSyntax block)
            return;
        var index = block.Statements.IndexOf(statement);
        for (var i = 0; i < index; i++)
        {
            if (block.Statements[i] is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value } variable] }
                && SourceModels.Operation(value, facts.Compilation) is { } task && task.Type.IsTask() && PollStart.Of(task, facts).FirstOrDefault() is { } first && first.IsSameAs(second)
                && !block.Statements.Skip(i + 1).Take(index - i).SelectMany(static each => each.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable.Identifier.ValueText))
            {
                Report(second, $"'{second.Poll.Method.Name}'", file);
                return;
            }
        }
    }

    private static StatementSyntax? KeptIn(IInvocationOperation call) =>
        call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is LocalDeclarationStatementSyntax or ExpressionStatementSyntax ? call.Syntax.FirstAncestorOrSelf<StatementSyntax>() : null;

    // Arrays, lists and spans of tasks; the oldest compiler knows no operation of collection expressions, only what stands in them.
    private static IEnumerable<IOperation> Items(IOperation value, Compilation compilation) => Origin.Of(value.Unconverted(), compilation) switch
    {
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues,
        IObjectCreationOperation { Initializer: { } items } => items.Initializers.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments.Select(static argument => argument.Value)),
        { } other when value.Unconverted().Type.IsTask() || other is IInvocationOperation or IDelegateCreationOperation or IMethodReferenceOperation or IAnonymousFunctionOperation => [value],
        var other => other.ChildOperations.Select(Operations.Unconverted),
    };

    private static bool IsOneAtATime(IInvocationOperation parallel, ProtocolFacts facts) => parallel.Arguments
        .Select(argument => Origin.Of(argument.Value, facts.Compilation)).OfType<IObjectCreationOperation>()
        .SelectMany(static options => options.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        .Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "MaxDegreeOfParallelism" } && ConstantValue.Integer(assignment.Value, facts.Compilation) is 1 or null);

    // Lazily made tasks that are awaited one by one do not overlap.
    private static bool AreAllStarted(IInvocationOperation select)
    {
        for (var each = select.Parent; each is IInvocationOperation or IArgumentOperation or IConversionOperation; each = each.Parent)
        {
            if (each is IInvocationOperation { TargetMethod.Name: "WhenAll" or "WhenAny" or "WhenEach" or "ToList" or "ToArray" or "ToImmutableArray" })
                return true;
        }

        return false;
    }

    // Whoever asks first whether something is under way has thought of it.
    private static bool IsGuarded(IAnonymousFunctionOperation work) => work.Body.Descendants().Any(static inner => inner is IConditionalOperation or ILockOperation
        || inner is IInvocationOperation { TargetMethod.ContainingType.Name: "SemaphoreSlim" or "Interlocked" or "Monitor" or "Timer" });

    private static ILoopOperation? LoopOf(IOperation operation)
    {
        for (var each = operation.Parent; each is not (null or IAnonymousFunctionOperation); each = each.Parent)
        {
            if (each is ILoopOperation loop)
                return loop.Body.Descendants().Any(static inner => inner is IAwaitOperation or IBranchOperation or IReturnOperation) ? null : loop;
        }

        return null;
    }

    private static void Report(PollStart start, string by, SemanticModelAnalysisContext file)
    {
        if (start.Shown.Syntax.SyntaxTree == file.SemanticModel.SyntaxTree)
            file.ReportDiagnostic(Diagnostic.Create(Rule, start.Shown.Syntax.GetLocation(), start.Poll.Method.Name, by));
    }
}
