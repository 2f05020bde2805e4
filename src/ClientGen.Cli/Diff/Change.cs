using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Cli.Diff;

/// <summary>A kind of change. Ids are stable: people filter by them.</summary>
/// <param name="Id">Words with dashes, such as <c>parameter-removed</c>.</param>
/// <param name="Title">What happened, in general.</param>
internal sealed record ChangeKind(string Id, string Title);

/// <summary>A part of a contract that generated members come from.</summary>
/// <param name="Source">Where the part is declared, as models say it: <c>file#/pointer</c>.</param>
/// <param name="Part">Which part of it: the JSON name of a member, the name of a parameter, the text of a value; empty for the whole.</param>
internal readonly record struct Touch(string Source, string Part = "")
{
    /// <summary>A whole contract.</summary>
    public static Touch OfRoot(ContractModel contract) => new(contract.SpecPath + "#");

    /// <summary>A node.</summary>
    public static Touch Of(Located node, string part = "") => new(BindingContext.FileNameOf(node.Document) + "#" + node.Node.Pointer, part);
}

/// <summary>One change between two contracts.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="Message">What happened, as a sentence.</param>
internal sealed record Change(ChangeKind Kind, string Message)
{
    /// <summary>What it means on the wire.</summary>
    public Impact Wire { get; init; }

    /// <summary>What it means for code that is compiled again.</summary>
    public Impact Source { get; init; }

    /// <summary>What it means for code that is not compiled again.</summary>
    public Impact Binary { get; init; }

    /// <summary>Whether it adds something that callers may use.</summary>
    public bool IsAddition { get; init; }

    /// <summary>Which way the values travel that it concerns.</summary>
    public Traffic Traffic { get; init; }

    /// <summary>Where it is in the old contract, or where it would be.</summary>
    public Place? Old { get; init; }

    /// <summary>Where it is in the new contract, or where it would be.</summary>
    public Place? New { get; init; }

    /// <summary>The parts of both contracts that it touches, for finding the C# members.</summary>
    public IReadOnlyList<Touch> Touches { get; init; } = [];

    /// <summary>The C# members that it touches.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The operations whose messages it changes, when it lies in a schema that several use.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>The worst of the three.</summary>
    public Impact Worst => (Impact)Math.Max((int)Wire, Math.Max((int)Source, (int)Binary));
}

/// <summary>A place in a file.</summary>
/// <param name="Path">The file as people call it.</param>
/// <param name="Span">The stretch of it.</param>
internal sealed record Place(string Path, SourceSpan Span)
{
    /// <summary>The line, one-based.</summary>
    public int Line => Span.From.Line + 1;

    /// <summary>The place as compilers print it.</summary>
    public override string ToString() => $"{Path}({Span.From})";
}
