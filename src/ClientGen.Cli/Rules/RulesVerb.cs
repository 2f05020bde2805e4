namespace ClientGen.Cli.Rules;

/// <summary><c>clientgen rules</c>: what the analyzers and the contract findings look at, and how severe they are.</summary>
internal sealed class RulesVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "rules";

    /// <inheritdoc/>
    public override string Description => "Lists the rules with the severities that hold in a folder, and sets them.";

    /// <inheritdoc/>
    public override IReadOnlyList<Verb> Verbs { get; } = [new RulesListVerb(), new RulesSetVerb()];

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples => [.. Verbs.SelectMany(static verb => verb.Examples)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Exits => Verbs[^1].Exits;
}
