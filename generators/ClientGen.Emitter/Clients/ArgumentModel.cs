using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>One argument of a generated method.</summary>
/// <param name="Name">Its C# name, ready to print.</param>
/// <param name="Type">Its C# type, ready to print.</param>
/// <param name="Optional">Whether it may be left out, and is then null.</param>
/// <param name="Documentation">What the contract says of it with limits and default; raw text.</param>
/// <param name="Attributes">Facts of its value, each with brackets.</param>
internal sealed record ArgumentModel(string Name, string Type, bool Optional, string Documentation, IReadOnlyList<string> Attributes)
{
    /// <summary>The parameter it comes from; null for bodies.</summary>
    public ParameterModel? Parameter { get; init; }

    /// <summary>The part of a form that it comes from; null for others.</summary>
    public BodyPartModel? Part { get; init; }

    /// <summary>As written in a signature.</summary>
    public string Declaration => $"{string.Concat(Attributes.Select(static a => a + " "))}{Type} {Name}{(Optional ? " = null" : "")}";
}
