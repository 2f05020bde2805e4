namespace ClientGen.Emitter.Support;

/// <summary>Types that the C# compiler asks for by name in generated code. Frameworks before .NET 7 lack some or all of them.</summary>
[Flags]
public enum CompilerSupport
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>For <c>init</c> accessors.</summary>
    Init = 1,

    /// <summary>For <c>required</c> members.</summary>
    Required = 2,

    /// <summary>For <c>required</c> members too: keeps older compilers from making half an object.</summary>
    FeatureRequired = 4,

    /// <summary>For constructors that set every required member.</summary>
    SetsRequired = 8,
}
