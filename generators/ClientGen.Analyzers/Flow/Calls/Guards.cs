using ClientGen.Analyzers.Facts;
using Microsoft.CodeAnalysis;

namespace ClientGen.Analyzers.Flow;

internal sealed partial class Explorer
{
    /// <summary>A member whose value vouches for evidence: by an attribute, or because all that its class writes into it does.</summary>
    private List<Flow> Guarded(ISymbol member, ITypeSymbol? type, State state, Value value, Frame frame)
    {
        var vouched = ProtocolAttributes.All(member, "EvidenceGuard").Select(static attribute => ProtocolAttributes.Text(attribute, 0)).ToList();
        var isTruth = type?.SpecialType == SpecialType.System_Boolean;
        // Where all evidence is there already, no member adds to it.
        if (vouched.Count == 0 && value is Unknown && !_program.EvidenceNames.All(name => IsProven(state, name)) && _program.InvariantOf(member) is { } invariant)
        {
            if (invariant.IsOpaque)
                return One(state, Value.Of(value.Topics | Topics.Evidence));
            vouched.AddRange(invariant.Implied);
        }

        if (vouched.Count == 0)
            return One(state, value);
        var proven = vouched.Aggregate(state, static (known, name) => known.With(new EvidenceKey(name), Value.True));
        return isTruth
            ? [new Flow(proven.With(member, Value.True), Value.True), new Flow(state.With(member, Value.False), Value.False)]
            : [new Flow(proven.With(member, new Something(Topics.None)), new Something(Topics.None)), new Flow(state.With(member, Value.Null), Value.Null)];
    }

    /// <summary>What follows from a member being true, or not null, by all that is ever written into it.</summary>
    public static Invariant? InvariantOf(SourceProgram program, ISymbol member, IEnumerable<IMethodSymbol> writers, CancellationToken cancellationToken)
    {
        HashSet<string>? implied = null;
        var isOpaque = false;
        foreach (var writer in writers)
        {
            var explorer = new Explorer(program, RuleOptions.Usual, cancellationToken);
            explorer._findings.Watch(member);
            try
            {
                explorer.Enter(writer);
            }
            catch (Exception e) when (e is BudgetException || (e is not OperationCanceledException && !IsStrict))
            {
                return new Invariant([], IsOpaque: true);
            }

            foreach (var (value, state) in explorer._findings.Stores)
            {
                if (value is Constant { Content: false or null })
                    continue;
                if ((value.Topics & Topics.Evidence) != 0 && value is not Answer || (state.Policy & Topics.Evidence) != 0)
                    isOpaque = true;
                var names = program.EvidenceNames.Where(name => explorer.IsProven(state, name));
                if (implied is null)
                    implied = [.. names];
                else
                    implied.IntersectWith(names);
            }
        }

        return new Invariant([.. implied ?? []], isOpaque && implied is not { Count: > 0 });
    }
}

/// <summary>What follows from a member being true, or not null.</summary>
/// <param name="Implied">Evidence that holds then.</param>
/// <param name="IsOpaque">Whether protocol data decides about it in a way that cannot be seen.</param>
internal sealed record Invariant(IReadOnlyList<string> Implied, bool IsOpaque);
