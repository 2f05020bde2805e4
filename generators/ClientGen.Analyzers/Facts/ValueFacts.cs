using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Facts;

/// <summary>What the contract says about the values of a property, field or parameter.</summary>
internal sealed record ValueFacts
{
    /// <summary>The attributes that say something of values, without their suffix.</summary>
    public static readonly IReadOnlyList<string> Attributes = ["Secret", "ValuePattern", "ValueLength", "ValueRange", "Base64Value", "Batch", "FromEvent"];

    /// <summary>What is known of a value that is called a secret and nothing else.</summary>
    public static readonly ValueFacts Secret = new() { IsSecret = true };

    /// <summary>Whether they are credentials.</summary>
    public bool IsSecret { get; private init; }

    /// <summary>The regular expression that they match; null when there is none.</summary>
    public string? Pattern { get; private init; }

    /// <summary>How long they are; null when the contract does not say.</summary>
    public LengthFacts? Length { get; private init; }

    /// <summary>Between which numbers they lie; null when the contract does not say.</summary>
    public RangeFacts? Range { get; private init; }

    /// <summary>Whether they are Base64 text on the wire.</summary>
    public bool IsBase64 { get; private init; }

    /// <summary>How many records come in one message at most; null for what is no batch.</summary>
    public int? Batch { get; private init; }

    /// <summary>Where an event carries them, as the contract writes it; null when they come from anywhere.</summary>
    public string? FromEvent { get; private init; }

    /// <summary>Reads a member or parameter; null when the contract says nothing.</summary>
    public static ValueFacts? Read(ISymbol symbol)
    {
        var own = ReadOwn(symbol);
        // The parameter of a positional record stands for its property.
        return own is null && symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record } }
            ? record.GetMembers(symbol.Name).OfType<IPropertySymbol>().Select(ReadOwn).FirstOrDefault()
            : own;
    }

    private static ValueFacts? ReadOwn(ISymbol symbol)
    {
        ValueFacts? facts = null;
        foreach (var attribute in symbol.GetAttributes())
        {
            facts = ProtocolAttributes.NameOf(attribute) switch
            {
                "Secret" => (facts ?? new()) with { IsSecret = true },
                "ValuePattern" => (facts ?? new()) with { Pattern = ProtocolAttributes.Text(attribute, 0) },
                "ValueLength" => (facts ?? new()) with { Length = LengthFacts.Read(attribute) },
                "ValueRange" => (facts ?? new()) with { Range = RangeFacts.Read(attribute) },
                "Base64Value" => (facts ?? new()) with { IsBase64 = true },
                "Batch" => (facts ?? new()) with { Batch = ProtocolAttributes.Value(attribute, 0) as int? },
                "FromEvent" => (facts ?? new()) with { FromEvent = ProtocolAttributes.Text(attribute, 0) },
                _ => facts,
            };
        }

        return facts;
    }
}

/// <summary>How long text may be.</summary>
/// <param name="Minimum">Fewest characters.</param>
/// <param name="Maximum">Most characters.</param>
internal sealed record LengthFacts(int Minimum, int Maximum)
{
    /// <summary>Reads the attribute; null when it is incomplete.</summary>
    public static LengthFacts? Read(AttributeData attribute) =>
        ProtocolAttributes.Value(attribute, 0) is int minimum && ProtocolAttributes.Value(attribute, 1) is int maximum ? new(minimum, maximum) : null;
}

/// <summary>Between which numbers a value lies.</summary>
/// <param name="Minimum">Smallest.</param>
/// <param name="Maximum">Largest.</param>
/// <param name="ExcludesMinimum">Whether the smallest itself is not allowed.</param>
/// <param name="ExcludesMaximum">Whether the largest itself is not allowed.</param>
internal sealed record RangeFacts(double Minimum, double Maximum, bool ExcludesMinimum, bool ExcludesMaximum)
{
    /// <summary>Reads the attribute; null when it is incomplete.</summary>
    public static RangeFacts? Read(AttributeData attribute) =>
        ProtocolAttributes.Value(attribute, 0) is double minimum && ProtocolAttributes.Value(attribute, 1) is double maximum
            ? new(minimum, maximum, ProtocolAttributes.Named<bool>(attribute, "ExclusiveMinimum"), ProtocolAttributes.Named<bool>(attribute, "ExclusiveMaximum"))
            : null;

    /// <summary>Whether a number is too small.</summary>
    public bool IsBelow(double number) => number < Minimum || (ExcludesMinimum && number == Minimum);

    /// <summary>Whether a number is too large.</summary>
    public bool IsAbove(double number) => number > Maximum || (ExcludesMaximum && number == Maximum);
}
