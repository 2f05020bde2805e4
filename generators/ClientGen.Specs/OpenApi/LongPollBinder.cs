using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.OpenApi;

/// <summary>Binds <c>x-clientgen-long-poll</c>. What ends the polling, and retries, come from the workflows later.</summary>
internal static class LongPollBinder
{
    /// <summary>The long poll that an operation declares itself to be; null for ordinary ones.</summary>
    public static LongPollModel? Bind(BindingContext context, Located operation, string name)
    {
        if (operation.Child("x-clientgen-long-poll") is not { Mapping: not null } extension)
            return null;

        if (extension.Mapping?["minTimeout"] is not SpecScalar scalar || !scalar.TryGetInt64(out var milliseconds) || milliseconds is < 1 or > 86_400_000)
        {
            context.Report(BindingRules.Shape, FindingSeverity.Error, extension,
                "`x-clientgen-long-poll` needs `minTimeout`, the shortest client time-out in milliseconds (1 to 86,400,000). The operation is generated as an ordinary one.");
            return null;
        }

        return new LongPollModel(StreamName(name), (int)milliseconds, extension.Flag("single"), default, null, 0);
    }

    /// <summary><c>GetClickToCallEvents</c> → <c>ClickToCallEvents</c>; a name without a verb gets <c>Stream</c> behind it.</summary>
    public static string StreamName(string operation) =>
        operation.StartsWith("Get", StringComparison.Ordinal) && operation.Length > 3 && char.IsUpper(operation[3]) ? operation.Substring(3) : Naming.Pascal(operation) + "Stream";
}
