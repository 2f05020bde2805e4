namespace ClientGen.Cli.Diff.Schemas;

/// <summary>What people call parts of schemas.</summary>
internal static class SchemaNames
{
    /// <summary>A member of something with a name: `Pet` and name become `Pet.name`; the body of GET /pets keeps its words.</summary>
    public static string Member(string holder, string name) => name == "*" ? $"any other member of {holder}" : holder[^1] == '`' && holder[0] == '`' ? $"`{holder[1..^1]}.{name}`" : $"`{name}` in {holder}";

    /// <summary>The items of something with a name.</summary>
    public static string Items(string holder) => holder[^1] == '`' && holder[0] == '`' ? $"`{holder[1..^1]}[]`" : $"an item of {holder}";
}
