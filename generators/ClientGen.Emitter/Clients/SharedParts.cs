using ClientGen.Emitter.Writing;

namespace ClientGen.Emitter.Clients;

/// <summary>What several operations say alike (documented errors, credentials) is written once.</summary>
internal sealed class SharedParts
{
    private const int Fewest = 2;

    private readonly Dictionary<string, (string Type, int Uses, string? Name)> _parts = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Counts a use of an expression.</summary>
    /// <param name="kind">What its name begins with.</param>
    /// <param name="type">Its C# type.</param>
    /// <param name="expression">The expression.</param>
    public void Count(string kind, string type, string expression)
    {
        _parts.TryGetValue(expression, out var part);
        if (part.Uses == 0)
            _order.Add(expression);
        var name = part.Name;
        if (part.Uses + 1 == Fewest)
            name = kind + CSharp.Literal(1 + _parts.Values.Count(other => other.Name is not null && other.Type == type));
        _parts[expression] = (type, part.Uses + 1, name);
    }

    /// <summary>The expression itself, or the field that holds it.</summary>
    /// <param name="container">The class of the fields.</param>
    /// <param name="expression">The expression.</param>
    public string Refer(string container, string expression) =>
        _parts.TryGetValue(expression, out var part) && part.Name is { } name ? $"{container}.{name}" : expression;

    /// <summary>Declarations of the fields, in the order of first use.</summary>
    public IEnumerable<string> Declarations() =>
        _order.Select(expression => (Expression: expression, Part: _parts[expression])).Where(static item => item.Part.Name is not null)
            .Select(static item => $"internal static readonly {item.Part.Type} {item.Part.Name} = {item.Expression};");
}
