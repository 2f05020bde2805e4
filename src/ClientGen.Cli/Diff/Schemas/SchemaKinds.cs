namespace ClientGen.Cli.Diff.Schemas;

/// <summary>Schemas that are <c>false</c>, and tuples.</summary>
internal static class SchemaKinds
{
    /// <summary>A schema became <c>false</c>.</summary>
    public static ChangeKind Forbidden { get; } = new("value-forbidden", "A value may no longer be there");

    /// <summary>A schema is no longer <c>false</c>.</summary>
    public static ChangeKind Allowed { get; } = new("value-allowed", "A value may now be there");

    /// <summary>The kinds of this family.</summary>
    public static IReadOnlyList<ChangeKind> Kinds { get; } = [Forbidden, Allowed];
}
