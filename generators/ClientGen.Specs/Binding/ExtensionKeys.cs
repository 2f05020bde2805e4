using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Binding;

/// <summary>
/// Checks the <c>x-clientgen-*</c> keys of a contract: known names, values of the right kind, no unknown members. Their shapes are closed,
/// so that a typing error cannot pass for a fact that is silently missing.
/// </summary>
internal static class ExtensionKeys
{
    private const string Prefix = "x-clientgen-";

    [Flags]
    private enum Kinds
    {
        Boolean = 1,
        Text = 2,
        List = 4,
        Mapping = 8,
    }

    private sealed record Shape(Kinds Kinds, string Says, params string[] Members);

    // As docs/contract-extensions.md lists them. A mapping without members here has names of the contract's own as keys.
    private static readonly Dictionary<string, Shape> Known = new(StringComparer.Ordinal)
    {
        ["x-clientgen-normative"] = new(Kinds.Boolean | Kinds.List, "true, false or a list of aspects"),
        ["x-clientgen-requires"] = new(Kinds.List, "a list of prerequisites"),
        ["x-clientgen-lifecycle"] = new(Kinds.Mapping, "a mapping of state machines"),
        ["x-clientgen-long-poll"] = new(Kinds.Mapping, "a mapping", "minTimeout", "single"),
        ["x-clientgen-events"] = new(Kinds.Mapping, "a mapping", "open", "names", "terminal"),
        ["x-clientgen-credential"] = new(Kinds.Mapping, "a mapping", "acquire", "token", "expiresIn", "lifetime", "expiredWhen", "together", "rotatedBy"),
        ["x-clientgen-success"] = new(Kinds.List | Kinds.Mapping, "a list of conditions, or a mapping", "criteria", "code", "message"),
        ["x-clientgen-sse"] = new(Kinds.Mapping, "a mapping", "resume"),
        ["x-clientgen-date-time"] = new(Kinds.Text, "text in the letters of .NET's date and time formats"),
        ["x-clientgen-personal"] = new(Kinds.Boolean, "true or false"),
    };

    /// <summary>Looks through the whole contract.</summary>
    public static void Check(BindingContext context)
    {
        foreach (var mapping in ContractWalk.Mappings(context, context.Document))
        {
            foreach (var entry in mapping.Entries)
            {
                if (entry.Key.StartsWith(Prefix, StringComparison.Ordinal))
                    Check(context, entry);
            }
        }
    }

    private static void Check(BindingContext context, SpecEntry entry)
    {
        if (!Known.TryGetValue(entry.Key, out var shape))
        {
            var meant = Suggestion.For(entry.Key, Known.Keys);
            Report(context, entry.KeySpan, $"There is no `{Shown.Short(entry.Key)}`, so it is not read." + (meant is null ? "" : $" Did you mean `{meant}`?"));
            return;
        }

        if ((KindOf(entry.Value) & shape.Kinds) == 0)
        {
            Report(context, entry.KeySpan, $"`{entry.Key}` is {shape.Says}. It is not read.");
            return;
        }

        if (shape.Members.Length > 0 && entry.Value is SpecMapping members)
            CheckMembers(context, members, entry.Key, shape.Members);
    }

    /// <summary>Reports members that a mapping does not have.</summary>
    /// <param name="context">The contract that is bound.</param>
    /// <param name="mapping">The mapping.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="members">The members that it can have.</param>
    public static void CheckMembers(BindingContext context, SpecMapping mapping, string name, params string[] members)
    {
        foreach (var entry in mapping.Entries)
        {
            if (!members.Contains(entry.Key))
                Report(context, entry.KeySpan, $"`{name}` has no `{Shown.Short(entry.Key)}`; it knows {string.Join(", ", members)}. The member is not read.");
        }
    }

    private static Kinds KindOf(SpecNode value) => value switch
    {
        SpecMapping => Kinds.Mapping,
        SpecSequence => Kinds.List,
        SpecScalar { Kind: ScalarKind.Boolean } => Kinds.Boolean,
        SpecScalar { Kind: ScalarKind.String, Text.Length: > 0 } => Kinds.Text,
        _ => 0,
    };

    private static void Report(BindingContext context, SourceSpan at, string message) =>
        context.Report(BindingRules.UnknownExtension, FindingSeverity.Warning, context.Document, at, message);
}
