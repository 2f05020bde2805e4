namespace ClientGen.Protocol;

/// <summary>The text matches a regular expression (ECMA 262, as JSON Schema has it).</summary>
/// <param name="regex">The expression.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ValuePatternAttribute(string regex) : Attribute
{
    /// <summary>The expression.</summary>
    public string Regex { get; } = regex;
}

/// <summary>The text has so many characters (Unicode code points), or the list so many items.</summary>
/// <param name="minimum">Fewest; 0 or more.</param>
/// <param name="maximum">Most; <see cref="int.MaxValue"/> when unlimited.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ValueLengthAttribute(int minimum, int maximum) : Attribute
{
    /// <summary>Fewest.</summary>
    public int Minimum { get; } = minimum;

    /// <summary>Most; <see cref="int.MaxValue"/> when unlimited.</summary>
    public int Maximum { get; } = maximum;
}

/// <summary>The number lies in a range.</summary>
/// <param name="minimum">Smallest; <see cref="double.NegativeInfinity"/> when unlimited.</param>
/// <param name="maximum">Largest; <see cref="double.PositiveInfinity"/> when unlimited.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ValueRangeAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>Smallest.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>Largest.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>Whether the smallest number itself is excluded.</summary>
    /// <value>Default <c>false</c>.</value>
    public bool ExclusiveMinimum { get; init; }

    /// <summary>Whether the largest number itself is excluded.</summary>
    /// <value>Default <c>false</c>.</value>
    public bool ExclusiveMaximum { get; init; }
}

/// <summary>What the member of an enum is on the wire.</summary>
/// <param name="text">The text.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class WireValueAttribute(string text) : Attribute
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;
}

/// <summary>The value comes from an event of the protocol: nobody can make it up.</summary>
/// <param name="expression">Where the event carries it, as the contract writes it.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class FromEventAttribute(string expression) : Attribute
{
    /// <summary>Where the event carries it.</summary>
    public string Expression { get; } = expression;
}

/// <summary>On the wire the value is Base64 text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class Base64ValueAttribute : Attribute;

/// <summary>The list may carry several records in one message, so code that looks at the first only is wrong.</summary>
/// <param name="maximum">Most records in one message.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BatchAttribute(int maximum) : Attribute
{
    /// <summary>Most records in one message.</summary>
    public int Maximum { get; } = maximum;
}
