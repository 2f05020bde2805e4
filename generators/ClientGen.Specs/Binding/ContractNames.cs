using ClientGen.Specs.Names;

namespace ClientGen.Specs.Binding;

/// <summary>Names that follow from a contract's file name: titles are prose and change, files are what builds refer to.</summary>
public static class ContractNames
{
    private static readonly string[] Kinds = ["openapi", "asyncapi", "arazzo"];

    /// <summary><c>cc-messaging.openapi.yaml</c> → <c>CcMessaging</c>.</summary>
    public static string Contract(string fileName)
    {
        var parts = fileName.Split('.').ToList();
        if (parts.Count > 1)
            parts.RemoveAt(parts.Count - 1);
        if (parts.Count > 1 && Kinds.Contains(parts[parts.Count - 1].ToLowerInvariant()))
            parts.RemoveAt(parts.Count - 1);
        return Naming.Pascal(string.Join(".", parts), "Contract");
    }

    /// <summary><c>cc-messaging.openapi.yaml</c> → <c>CcMessagingClient</c>.</summary>
    public static string Client(string fileName) => Contract(fileName) + "Client";

    /// <summary>The client's name, taken together with that of its interface; contracts of one namespace may have one file name.</summary>
    public static string TakeClient(BindingContext context)
    {
        var wanted = Client(context.FileName);
        var name = wanted;
        for (var number = 2; context.TypeNames.IsTaken(name) || context.TypeNames.IsTaken("I" + name); number++)
            name = wanted + Naming.Number(number);
        context.TypeNames.Take("I" + name);
        return context.TypeNames.Take(name);
    }
}
