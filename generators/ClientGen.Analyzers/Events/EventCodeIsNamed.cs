using System.Collections.Immutable;
using ClientGen.Analyzers.Facts;
using ClientGen.Analyzers.Names;
using ClientGen.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Events;

/// <summary>CG2006: a number or text is compared with a value that the contract has a name for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventCodeIsNamed() : ClientAnalyzer(Rule)
{
    /// <summary>The property with the enum's name in metadata.</summary>
    internal const string Enum = "enum";

    /// <summary>The property with the name of its member.</summary>
    internal const string Member = "member";

    internal static readonly DiagnosticDescriptor Rule = Rules.Warning("CG2006", Rules.Polling,
        title: "A code of the contract is written as a number or text",
        message: "{0} is what the contract calls {1}. Ask for {2} instead.",
        description: "The generated code has names for the codes of a contract. A number or text in their place says nothing to readers, is not found by a search for the name, and stays as it is when the contract changes.");

    /// <inheritdoc/>
    internal override void Register(CompilationStartAnalysisContext context, ProtocolFacts facts)
    {
        var constants = new NameSet(() => Constants(context.Compilation, facts.Codes));
        context.RegisterSemanticModelAction(file =>
        {
            var index = TreeIndex.Of(file.SemanticModel.SyntaxTree);
            var hasValues = index.HasAny(facts.Names.OfEnums);
            if (!hasValues && !index.HasAnyLiteral(facts.Codes.Unmistakable) && !index.HasAny(constants))
                return;
            var comparisons = index.Tree.GetRoot(file.CancellationToken).DescendantNodes().OfType<ExpressionSyntax>()
                .Where(expression => IsCandidate(expression, facts.Codes, constants, hasValues)).Select(CodeComparison.Of).OfType<CodeComparison>().Distinct();
            foreach (var comparison in comparisons)
                Analyze(comparison, facts, file);
        });
    }

    // Beside a value of an enum every constant may be one of its numbers; elsewhere only what cannot be anything else.
    private static bool IsCandidate(ExpressionSyntax expression, CodeNames codes, NameSet constants, bool hasValues) => expression switch
    {
        LiteralExpressionSyntax literal => TreeIndex.LiteralText(literal.Token) is { } text && (hasValues ? codes.Of(text).Count > 0 : codes.Unmistakable.Contains(text)),
        IdentifierNameSyntax name => hasValues || constants.Contains(name.Identifier.ValueText),
        _ => false,
    };

    // What people call the codes where they give them names of their own.
    private static IEnumerable<string> Constants(Compilation compilation, CodeNames codes) => compilation.SyntaxTrees
        .Where(tree => TreeIndex.Of(tree).HasAnyLiteral(codes.Unmistakable))
        .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>())
        .Where(literal => TreeIndex.LiteralText(literal.Token) is { } text && codes.Unmistakable.Contains(text))
        .Select(CodeComparison.NameGivenTo).OfType<string>();

    private static void Analyze(CodeComparison comparison, ProtocolFacts facts, SemanticModelAnalysisContext context)
    {
        var (model, compilation) = (context.SemanticModel, context.SemanticModel.Compilation);
        if (Operation(comparison.Other, model, context.CancellationToken) is not { } other || CodeOperand.Of(other, compilation) is not { } operand
            || model.GetOperation(comparison.Constant, context.CancellationToken) is not { } constant)
            return;
        var code = Values(constant, compilation).Select(value => Named(value, operand, facts.Codes, comparison)).FirstOrDefault(static found => found is not null);
        if (code is null)
            return;
        var name = code.IsCode ? $"{code.Type.Name}.{code.Member}" : code.Member;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, comparison.Constant.GetLocation(), operand.Source == CodeSource.Generated ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, null,
            code.IsCode ? Properties(code) : ImmutableDictionary<string, string?>.Empty,
            comparison.Constant.ToString(), name, code.IsCode ? "the member" : "the type"));
    }

    private static ImmutableDictionary<string, string?> Properties(NamedCode code) => ImmutableDictionary<string, string?>.Empty
        .Add(Enum, code.Type.ContainingNamespace.IsGlobalNamespace ? code.Type.MetadataName : $"{code.Type.ContainingNamespace.ToDisplayString()}.{code.Type.MetadataName}")
        .Add(Member, code.Member);

    // A property pattern names the property only; its owner is of no interest here.
    private static IOperation? Operation(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        expression.Parent is BaseExpressionColonSyntax { Parent: SubpatternSyntax { Pattern: var pattern } }
            ? (model.GetOperation(expression.Parent.Parent!, cancellationToken) as IPropertySubpatternOperation)?.Member ?? (model.GetOperation(pattern, cancellationToken)?.Parent as IPropertySubpatternOperation)?.Member
            : model.GetOperation(expression, cancellationToken);

    // A constant that is made from the generated name is as good as the name.
    private static IEnumerable<object> Values(IOperation constant, Compilation compilation)
    {
        var origin = Origin.Of(constant, compilation);
        if (IsNamed(constant) || IsNamed(origin))
            return [];
        if (ConstantValue.Of(constant, compilation) is { HasValue: true, Value: { } value })
            return Initializer(constant, compilation) is { } initializer && IsNamed(initializer) ? [] : [value];
        return origin is IArrayCreationOperation or IObjectCreationOperation || origin.Syntax is CollectionExpressionSyntax
            ? origin.DescendantsAndSelf().Where(each => each.ConstantValue.HasValue && each.Syntax is LiteralExpressionSyntax && !IsNamed(each)).Select(static each => each.ConstantValue.Value!)
            : [];
    }

    private static IOperation? Initializer(IOperation constant, Compilation compilation)
    {
        ISymbol? symbol = constant switch
        {
            IFieldReferenceOperation field => field.Field,
            ILocalReferenceOperation local => local.Local,
            _ => null,
        };
        if (constant is IConversionOperation conversion)
            return Initializer(conversion.Operand, compilation);
        return symbol?.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } ? SourceModels.Operation(value, compilation) : null;
    }

    private static bool IsNamed(IOperation operation) => operation.DescendantsAndSelf().Any(static each => each is IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType: { TypeKind: TypeKind.Enum } type } } && Generated.Is(type))
        || operation.DescendantsAndSelf().Any(static each => each is INameOfOperation);

    private static NamedCode? Named(object value, CodeOperand operand, CodeNames codes, CodeComparison comparison)
    {
        var text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return codes.Of(text).FirstOrDefault(code => IsMeant(code, text, value is string, operand, codes, comparison));
    }

    private static bool IsMeant(NamedCode code, string text, bool isText, CodeOperand operand, CodeNames codes, CodeComparison comparison)
    {
        if (operand.Enum is { } @enum)
            return SymbolEqualityComparer.Default.Equals(code.Type, @enum) && (isText ? code.Text == text || (operand.IsText && code.Member == text) : code.IsNumber && code.Text == text);
        if (code.Text != text || code.IsNumber == isText || !code.JsonNames.Contains(CodeNames.Plain(operand.Name ?? "")))
            return false;
        if (operand.Source == CodeSource.Generated)
            return code.IsEvent;
        if (code.Value is long number)
            return CodeNames.IsUnmistakable(number);
        return code.IsEvent && (operand.Source == CodeSource.Json || HasCompany(code, codes, comparison));
    }

    // A text that is only called like the contract's member is meant by it when other texts of the contract stand near.
    private static bool HasCompany(NamedCode code, CodeNames codes, CodeComparison comparison) =>
        TreeIndex.MemberOf(comparison.Constant) is { } member
        && member.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Select(static literal => TreeIndex.LiteralText(literal.Token)).OfType<string>().Distinct(StringComparer.Ordinal)
            .Count(text => codes.Of(text).Any(other => other.Text == text && other.IsEvent && other.JsonNames.SequenceEqual(code.JsonNames))) > 1;
}
