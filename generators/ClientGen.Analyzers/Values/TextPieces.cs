using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClientGen.Analyzers.Values;

/// <summary>What is known of a text that is put together: its constant pieces.</summary>
internal static class TextPieces
{
    /// <summary>The constant pieces of an interpolated or concatenated text in order; empty for other expressions.</summary>
    public static IReadOnlyList<string> Of(IOperation operation, Compilation compilation)
    {
        var pieces = new List<string>();
        Add(operation, compilation, pieces, isWhole: true);
        return pieces;
    }

    private static void Add(IOperation operation, Compilation compilation, List<string> pieces, bool isWhole)
    {
        switch (operation)
        {
            case IInterpolatedStringOperation text:
                foreach (var part in text.Parts)
                {
                    if (part is IInterpolatedStringTextOperation literal)
                        Add(literal.Text, compilation, pieces, isWhole: false);
                    else if (part is IInterpolationOperation { Alignment: null, FormatString: null } hole)
                        Add(hole.Expression, compilation, pieces, isWhole: false);
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Add(sum.LeftOperand, compilation, pieces, isWhole: false);
                Add(sum.RightOperand, compilation, pieces, isWhole: false);
                break;
            default:
                if (!isWhole && ConstantValue.Text(operation, compilation) is { } known)
                    pieces.Add(known);
                break;
        }
    }
}
