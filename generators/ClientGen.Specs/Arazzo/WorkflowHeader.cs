using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>What a workflow says of itself before its steps.</summary>
internal static class WorkflowHeader
{
    /// <summary>Reads <c>x-clientgen-normative</c>.</summary>
    public static NormativeAspects Normative(BindingContext context, Located workflow)
    {
        if (workflow.Child("x-clientgen-normative") is not { } extension)
            return NormativeAspects.None;
        switch (extension.Node)
        {
            case SpecScalar scalar when scalar.TryGetBoolean(out var all):
                return all ? NormativeAspects.All : NormativeAspects.None;
            case SpecSequence list:
                var aspects = NormativeAspects.None;
                foreach (var item in list.Items)
                    aspects |= Aspect(context, extension.At(item));
                return aspects;
            default:
                context.Report(BindingRules.UnknownExtension, FindingSeverity.Warning, extension,
                    "`x-clientgen-normative` is true, false or a list of order, success, retry, loop, auth.");
                return NormativeAspects.None;
        }
    }

    private static NormativeAspects Aspect(BindingContext context, Located item)
    {
        switch ((item.Node as SpecScalar)?.Text)
        {
            case "order": return NormativeAspects.Order;
            case "success": return NormativeAspects.Success;
            case "retry": return NormativeAspects.Retry;
            case "loop": return NormativeAspects.Loop;
            case "auth": return NormativeAspects.Auth;
            default:
                context.Report(BindingRules.UnknownExtension, FindingSeverity.Warning, item, "An aspect is one of order, success, retry, loop, auth.");
                return NormativeAspects.None;
        }
    }

    /// <summary>Reports <c>x-clientgen-*</c> keys that do not belong here.</summary>
    public static void CheckKeys(BindingContext context, Located node, params string[] known)
    {
        foreach (var (entry, _) in node.Entries())
        {
            if (!entry.Key.StartsWith("x-clientgen-", StringComparison.Ordinal) || known.Contains(entry.Key))
                continue;
            context.Report(BindingRules.UnknownExtension, FindingSeverity.Warning, node.Document, entry.KeySpan,
                $"`{Shown.Short(entry.Key)}` is not known here.{(known.Length == 0 ? "" : $" Known: {string.Join(", ", known)}.")}");
        }
    }
}
