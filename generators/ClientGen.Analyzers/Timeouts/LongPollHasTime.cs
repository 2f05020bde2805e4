using System.Collections.Immutable;
using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Timeouts;

/// <summary>CG3001: a client, an option or a token gives up before a long poll may end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LongPollHasTime() : ClientAnalyzer(Rule)
{
    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG3001", Rules.Retries,
        title: "A time-out is shorter than the long poll",
        message: "{0} ends '{1}' after {2}; the server may hold it for {3}. Give it at least {3}.",
        description: "A long poll is held by the server until there is news. A client that gives up earlier never hears of it, and the contract says how long to wait.");

    private static readonly string[] Names = ["Timeout", "Deadline", "Deadlines", "WithDeadline", "WaitAsync", "WhenAny"];

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var polls = new Lazy<LongPolls>(() => LongPolls.Of(facts));
        NamedOperations.Register(context, Names, (operation, file) => Look(operation, new Finder(facts, file)));
        NamedOperations.Register(context, new LazyNames(() => polls.Value.Operations.Where(static each => each.Poll is not null).Select(static each => each.Method.Name)), (operation, file) =>
        {
            if (operation is IInvocationOperation call && facts.Operation(call.TargetMethod) is { Poll.MinTimeoutMilliseconds: > 0 } poll)
                new Finder(facts, file).Token(call, poll);
        });
    }

    private static void Look(IOperation operation, Finder finder)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Timeout", ContainingType.Name: "HttpClient" } } target } assignment:
                finder.HttpClient(assignment, target);
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "Deadline", ContainingType: { Name: "CallOptions", ContainingNamespace.Name: "ClientGen" } } } } assignment:
                finder.CallOptions(assignment);
                break;
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }], Instance: IPropertyReferenceOperation { Property: { Name: "Deadlines", ContainingType: { Name: "ApiClientOptions" } } } } } assignment:
                finder.Deadlines(assignment, key);
                break;
            case IInvocationOperation { TargetMethod.Name: "WaitAsync" } wait:
                finder.WaitAsync(wait);
                break;
            case IInvocationOperation { TargetMethod.Name: "WhenAny" } any:
                finder.WhenAny(any);
                break;
        }
    }

    /// <summary>Names that are only asked for when a file is looked at.</summary>
    private sealed class LazyNames(Func<IEnumerable<string>> make) : IReadOnlyCollection<string>
    {
        private readonly Lazy<HashSet<string>> _names = new(() => [.. make()]);

        public int Count => _names.Value.Count;

        public IEnumerator<string> GetEnumerator() => _names.Value.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Judges one place.</summary>
    private sealed class Finder(ProtocolFacts facts, SemanticModelAnalysisContext file)
    {
        private Compilation Compilation => facts.Compilation;

        public void HttpClient(ISimpleAssignmentOperation assignment, IPropertyReferenceOperation target)
        {
            if (Short(assignment.Value) is not { } time)
                return;
            var wires = PollingWires.Of(facts);
            var poll = target.Instance switch
            {
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when Creation(assignment) is { } creation => wires.Through(creation.Syntax),
                IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter } use when Registration.LambdaCall(parameter, use) is { } call => Registered(call, wires),
                { } instance => wires.Of(Trail.Of(instance, Compilation)),
                _ => null,
            };
            if (poll is not null)
                Report(assignment.Value, "The HttpClient's Timeout", poll, time);
        }

        // The lambda of a registration, or of ConfigureHttpClient behind one.
        private OperationFacts? Registered(IInvocationOperation call, PollingWires wires)
        {
            var own = Registration.Of(call, Compilation);
            var registrations = own is not null ? [own] : Registration.Receiver(call) is { } receiver ? Registration.Of(receiver, Compilation) : [];
            // A generated registration sets the time-out itself, so that defaults cannot shorten it.
            return registrations.Where(registration => !registration.IsDefault || wires.Registered.Any(static each => !each.SetsTimeout))
                .Select(wires.Of).FirstOrDefault(static poll => poll is not null);
        }

        public void CallOptions(ISimpleAssignmentOperation assignment)
        {
            if (Short(assignment.Value) is not { } time || Creation(assignment) is not { } creation || WithOf(creation) is not { } with)
                return;
            if (CallsOn(with).Select(call => facts.Operation(call.TargetMethod)).FirstOrDefault(static operation => operation?.Poll is not null) is { } poll)
                Report(assignment.Value, "The Deadline of CallOptions", poll, time);
        }

        public void Deadlines(ISimpleAssignmentOperation assignment, IOperation key)
        {
            if (ConstantValue.Text(key, Compilation) is { } id && Short(assignment.Value) is { } time && LongPolls.Of(facts).Operations.FirstOrDefault(each => each.Id == id && each.Poll is not null) is { } poll)
                Report(assignment.Value, "The deadline", poll, time);
        }

        public void WaitAsync(IInvocationOperation wait)
        {
            if (Receiver(wait) is { } task && PollIn(task) is { } poll && wait.Arguments.Select(argument => (argument.Value, Time: Short(argument.Value))).FirstOrDefault(static each => each.Time is not null) is { Time: { } time } found)
                Report(found.Value, "WaitAsync", poll, time);
        }

        public void WhenAny(IInvocationOperation any)
        {
            var tasks = any.Arguments.SelectMany(static argument => argument.Value is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues.ToArray() : new[] { argument.Value }).ToList();
            if (tasks.Select(PollIn).FirstOrDefault(static found => found is not null) is not { } poll || IsAskedAgain(any, tasks))
                return;
            foreach (var delay in tasks.Select(Unwrapped).OfType<IInvocationOperation>().Where(static call => call.TargetMethod is { Name: "Delay", ContainingType.Name: "Task" }))
            {
                if (delay.Arguments.Length > 0 && Short(delay.Arguments[0].Value) is { } time)
                    Report(delay.Arguments[0].Value, "Task.WhenAny", poll, time);
            }
        }

        /// <summary>The token of a poll: of a source that cancels too early.</summary>
        public void Token(IInvocationOperation call, OperationFacts poll)
        {
            if (Substitutes.IsSetup(call) || call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.Name == "CancellationToken") is not { } token || SourceOf(token.Value) is not { } source)
                return;
            var made = Origin.Of(source, Compilation);
            if (made is IObjectCreationOperation { Arguments: [{ Value: var delay }, ..] } && Short(delay, poll) is { } time)
                Report(delay, "The CancellationTokenSource", poll, time);
            foreach (var after in Cancellations(source, call))
            {
                if (Short(after, poll) is { } later)
                    Report(after, "CancelAfter", poll, later);
            }
        }

        private IEnumerable<IOperation> Cancellations(IOperation source, IInvocationOperation call)
        {
            if (SymbolOf(source) is not { } symbol || ClientGen.Analyzers.Flow.TreeIndex.MemberOf(call.Syntax) is not { } member)
                return [];
            return SourceModels.Operation(member, Compilation)?.Descendants().OfType<IInvocationOperation>()
                .Where(each => each is { TargetMethod.Name: "CancelAfter", Instance: { } instance, Arguments.Length: 1 } && SymbolEqualityComparer.Default.Equals(SymbolOf(instance), symbol))
                .Select(static each => each.Arguments[0].Value) ?? [];
        }

        private IOperation? SourceOf(IOperation token) => Origin.Of(token, Compilation) is IPropertyReferenceOperation { Property: { Name: "Token", ContainingType.Name: "CancellationTokenSource" }, Instance: { } source } ? source : null;

        private static ISymbol? SymbolOf(IOperation operation) => operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation field => field.Field,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };

        // The same task is looked at again and again: nobody gives up on it.
        private static bool IsAskedAgain(IOperation any, List<IOperation> tasks)
        {
            for (var each = any.Parent; each is not null; each = each.Parent)
            {
                if (each is ILoopOperation loop)
                    return tasks.Any(task => Unwrapped(task) is ILocalReferenceOperation local && !loop.Syntax.Span.Contains(local.Local.Locations[0].SourceSpan) && !Writes.Of(local.Local.Name, loop.Syntax).Any());
            }

            return false;
        }

        private OperationFacts? PollIn(IOperation task) => Origin.Of(Unwrapped(task), Compilation) is IInvocationOperation call && facts.Operation(call.TargetMethod) is { Poll.MinTimeoutMilliseconds: > 0 } poll ? poll : null;

        private static IOperation Unwrapped(IOperation operation) => operation switch
        {
            IConversionOperation conversion => Unwrapped(conversion.Operand),
            IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" } wrapper when Receiver(wrapper) is { } inner => Unwrapped(inner),
            _ => operation,
        };

        private static IOperation? Receiver(IInvocationOperation call) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value;

        private static IObjectCreationOperation? Creation(IOperation assignment) => assignment.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } ? creation : null;

        private static IInvocationOperation? WithOf(IOperation creation)
        {
            var parent = creation.Parent;
            while (parent is IConversionOperation or IArgumentOperation)
                parent = parent.Parent;
            return parent is IInvocationOperation { TargetMethod.Name: "With" } with ? with : null;
        }

        // The copy that With returns, used where it is made or from the local that keeps it.
        private static IEnumerable<IInvocationOperation> CallsOn(IInvocationOperation with)
        {
            if (with.Parent is IInvocationOperation direct)
                return [direct];
            if (with.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
            {
                IOperation scope = declarator;
                while (scope.Parent is not null)
                    scope = scope.Parent;
                return scope.Descendants().OfType<IInvocationOperation>().Where(call => call.Instance is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, declarator.Symbol));
            }

            return [];
        }

        private TimeSpan? Short(IOperation value) => (ConstantValue.Time(value, Compilation) ?? Milliseconds(value)) is { } known && known > TimeSpan.Zero ? known : null;

        private TimeSpan? Short(IOperation value, OperationFacts poll) => Short(value) is { } time && time.TotalMilliseconds < poll.Poll!.MinTimeoutMilliseconds ? time : null;

        private TimeSpan? Milliseconds(IOperation value) => ConstantValue.Integer(value, Compilation) is { } number and > 0 ? TimeSpan.FromMilliseconds(number) : null;

        private void Report(IOperation value, string what, OperationFacts poll, TimeSpan time)
        {
            var least = TimeSpan.FromMilliseconds(poll.Poll!.MinTimeoutMilliseconds);
            if (time >= least || value.Syntax.SyntaxTree != file.SemanticModel.SyntaxTree)
                return;
            var properties = ImmutableDictionary<string, string?>.Empty.Add("Milliseconds", poll.Poll.MinTimeoutMilliseconds.ToString(CultureInfo.InvariantCulture));
            file.ReportDiagnostic(Diagnostic.Create(Rule, value.Syntax.GetLocation(), properties, what, poll.Method.Name, Shown(time), Shown(least)));
        }

        private static string Shown(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + " s";
    }
}
