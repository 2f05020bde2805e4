using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>What the C# around a condition calls the things that the condition speaks of.</summary>
/// <param name="FindEnum">Finds a generated enum by its C# name; null when there is none.</param>
public sealed record ConditionScope(Func<string, EnumModel?> FindEnum)
{
    /// <summary>The namespace of the generated types that the condition speaks of; empty where their short names mean them.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Whether the names that the condition mentions have their namespace already, as where types of several contracts meet.</summary>
    public bool HasQualifiedNames { get; init; }

    /// <summary>The C# expression of the body; it may be null.</summary>
    public string Body { get; init; } = "answer";

    /// <summary>The type of the body; null when unknown, which counts as a class.</summary>
    public TypeRef? BodyType { get; init; }

    /// <summary>The C# expression of the HTTP status, an <c>int</c>; null when there is none, and every comparison with it is false.</summary>
    public string? Status { get; init; }

    /// <summary>Makes the C# expression, a <c>string?</c>, of a header; null when there are none.</summary>
    public Func<string, string>? Header { get; init; }

    /// <summary>Resolves other runtime expressions of a workflow; null result when one is unknown.</summary>
    public Func<Operand, ConditionValue?>? Expression { get; init; }

    /// <summary>What local names that a condition introduces begin with, so that two conditions of one method do not clash.</summary>
    public string LocalPrefix { get; init; } = "v";

    /// <summary>A scope over the generated types of one contract.</summary>
    public static ConditionScope Of(ContractModel contract)
    {
        var enums = new Dictionary<string, EnumModel>(StringComparer.Ordinal);
        foreach (var type in contract.Types)
        {
            if (type is EnumModel model)
                enums[model.Name] = model;
        }

        return new ConditionScope(name => enums.TryGetValue(name, out var found) ? found : null);
    }

    internal string TypeNameOf(string name) => HasQualifiedNames ? "global::" + CSharp.QualifiedName(name) : TypeName.Generated(name, Namespace);
}

/// <summary>A C# expression with its type.</summary>
/// <param name="Text">The expression; it may be null at run time.</param>
/// <param name="Type">Its type.</param>
public sealed record ConditionValue(string Text, TypeRef Type);
