using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Binding;

/// <summary>Checks the closed shapes of <c>x-clientgen-*</c> extensions.</summary>
internal static class ExtensionShape
{
    /// <summary>Reports members that an extension does not have.</summary>
    public static void Check(BindingContext context, Located extension, string name, params string[] members)
    {
        foreach (var (entry, _) in extension.Entries())
        {
            if (!members.Contains(entry.Key))
            {
                context.Report(BindingRules.UnknownExtension, FindingSeverity.Warning, extension.Document, entry.KeySpan,
                    $"`{name}` has no `{entry.Key}`; it knows {string.Join(", ", members)}. The member is not read.");
            }
        }
    }
}
