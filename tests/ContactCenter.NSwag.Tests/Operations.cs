using System.Reflection;
using System.Text.RegularExpressions;

namespace ContactCenter.NSwag.Tests;

/// <summary>The operations of the contracts as the files list them, and their methods in clients of both compilers.</summary>
internal static partial class Operations
{
    /// <summary>Operations of which no request is compared, each with its reason.</summary>
    public static readonly Dictionary<string, string> Left = new(StringComparer.Ordinal)
    {
        ["receiveMessages"] = "a webhook: the server calls, and NSwag ignores webhooks",
        ["onCallStatus"] = "a webhook: the server calls, and NSwag ignores webhooks",
        ["onCallFee"] = "a webhook: the server calls, and NSwag ignores webhooks",
        ["getSatisfactionSurveyMode"] = "the language '' has no name in NSwag's enum, so its type can neither be read nor written",
    };

    /// <summary>Operations of which NSwag makes no client.</summary>
    public static readonly Dictionary<string, string> LeftByNSwagsClient = new(StringComparer.Ordinal)
    {
        ["sendAsync"] = "NSwag drops Async from names, so it would be a second SendAsync with the same parameters",
        ["getRecordLink"] = "the range 3XX of its answers becomes the C# expression 3XX, which does not compile",
    };

    private static readonly Type[] Ours = [typeof(Fabric.FabricClient), typeof(Messaging.CcMessagingClient), typeof(Rtc.RtcVoiceClient)];

    private static readonly Type[] Theirs = [typeof(Generated.Fabric.NSwagFabricClient), typeof(Generated.Messaging.NSwagMessagingClient), typeof(Generated.Rtc.NSwagRtcClient)];

    /// <summary>Every operationId of every OpenAPI contract.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "spec"), "*.openapi.yaml").Order(StringComparer.Ordinal)
            .SelectMany(static path => OperationId().Matches(File.ReadAllText(path))).Select(static match => match.Groups[1].Value),
    ];

    /// <summary>Those whose requests are compared.</summary>
    public static IEnumerable<string> Compared => All.Except(Left.Keys);

    /// <summary>The method of our client.</summary>
    public static MethodInfo OfOurs(string operation) => Find(Ours, operation);

    /// <summary>The method of NSwag's client.</summary>
    public static MethodInfo OfNSwag(string operation) => Find(Theirs, operation);

    // Of overloads, the one that takes a token.
    private static MethodInfo Find(Type[] clients, string operation) => clients.SelectMany(static client => client.GetMethods())
        .Single(method => Canonical.Name(method.Name) == Canonical.Name(operation) + "async"
            && method.GetParameters() is [.., { ParameterType: var last }] && last == typeof(CancellationToken));

    [GeneratedRegex(@"^\s+operationId: (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex OperationId();
}
