using System.Collections.Immutable;
using System.Globalization;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using ClientGen.Analyzers.Wiring;
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
        NamedOperations.Register(context, new NameSet(() => facts.Names.Operations.Concat(facts.Names.EnumProperties)), (operation, file) =>
        {
            foreach (var (target, value) in GivenValue.Of(operation))
            {
                if (IsSent(target, facts, requests) && !GivenValue.IsOfSetup(operation))
                    Analyze(file, target.Name, value);
            }
        });
    }

    private static bool IsSent(ISymbol target, ProtocolFacts facts, RequestTypes requests) => target switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter => Generated.EnumOf(parameter.Type) is not null && facts.Operation(method) is not null,
        IPropertySymbol property => Generated.EnumOf(property.Type) is not null && requests.Contains(property.ContainingType),
        _ => false,
    };

    private static void Analyze(SemanticModelAnalysisContext context, string name, IOperation value)
    {
        foreach (var found in Alternative.Of(value, context.SemanticModel.Compilation))
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

    private static double Number(IFieldSymbol member) => ConstantValue.AsNumber(member.ConstantValue) ?? double.NaN;
}
