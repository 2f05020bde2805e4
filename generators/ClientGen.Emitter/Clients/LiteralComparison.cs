using ClientGen.Specs.Reading;

namespace ClientGen.Emitter.Clients;

/// <summary>Compares two literals while the code is printed.</summary>
internal static class LiteralComparison
{
    public static bool Holds(SpecScalar? left, string @operator, SpecScalar? right)
    {
        if (left is null || right is null)
            return false;
        if (left.TryGetDecimal(out var a) && right.TryGetDecimal(out var b))
        {
            return @operator switch
            {
                "<" => a < b,
                "<=" => a <= b,
                ">" => a > b,
                ">=" => a >= b,
                _ => a == b,
            };
        }

        return @operator == "==" && left.Kind == right.Kind && left.Text == right.Text;
    }
}
