using System.Collections.Immutable;
using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Payloads;

/// <summary>CG6002: a number is sent as a value of an enum that the contract does not name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnumValueIsNamed() : ClientAnalyzer(NumberFitsContract.Rule)
{
    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var requests = new RequestTypes();
        context.RegisterOperationAction(
            found =>
            {
                if (Sent(found.Operation, facts, requests) is var (name, value))
                    Analyze(found, name, value);
            },
            OperationKind.Argument,
            OperationKind.SimpleAssignment);
    }

    private static (string Name, IOperation Value)? Sent(IOperation operation, ProtocolFacts facts, RequestTypes requests) => operation switch
    {
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { ContainingSymbol: IMethodSymbol method } parameter } argument
            when EnumOf(parameter.Type) is not null && facts.Operation(method) is not null && !(argument.Parent is IInvocationOperation call && Substitutes.IsSetup(call)) => (parameter.Name, argument.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
            when EnumOf(property.Type) is not null && requests.Contains(property.ContainingType) => (property.Name, assignment.Value),
        _ => null,
    };

    private static void Analyze(OperationAnalysisContext context, string name, IOperation value)
    {
        foreach (var found in Alternative.Of(value, context.Compilation))
        {
            if (found.Source is not { ConstantValue: { HasValue: true, Value: { } constant }, Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } type } || !IsCast(found.Source) || ConstantValue.AsNumber(constant) is not { } number)
                continue;
            var members = Generated.NamedMembers(type);
            if (members.Count == 0 || members.Any(member => Number(member) == number))
                continue;
            var nearest = members.OrderBy(member => Math.Abs(Number(member) - number)).First();
            context.ReportDiagnostic(Diagnostic.Create(
                NumberFitsContract.Rule,
                found.Shown.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(NumberFitsContract.Nearest, nearest.Name),
                name,
                $"{number.ToString("R", CultureInfo.InvariantCulture)} is no value of {type.Name}."));
        }
    }

    // The member for unknown values can be named on purpose: where something is passed on, it is kept with its JSON.
    private static bool IsCast(IOperation source) => source is not IFieldReferenceOperation;

    private static INamedTypeSymbol? EnumOf(ITypeSymbol type)
    {
        var inner = type is INamedTypeSymbol { Name: "Optional", TypeArguments: [var wrapped] } ? wrapped : type;
        return EventFacts.EnumOf(inner) is { } @enum && Generated.Is(@enum) ? @enum : null;
    }

    private static double Number(IFieldSymbol member) => ConstantValue.AsNumber(member.ConstantValue) ?? double.NaN;
}
