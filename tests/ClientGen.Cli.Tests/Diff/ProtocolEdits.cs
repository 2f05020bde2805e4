using static ClientGen.Cli.Diff.Impact;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>Changes of what a protocol demands: order, waiting, ending, repeating, credentials, state machines, workflows.</summary>
internal static class ProtocolEdits
{
    private static readonly Sample Harbour = Sample.Harbour;

    public static IEnumerable<Edit> All => [.. Facts, .. Polls, .. Events, .. Credentials, .. Machines, .. Workflows, .. Contracts];

    private static IEnumerable<Edit> Facts =>
    [
        .. Edit.Both(Harbour, "prerequisite-removed", Compatible, "prerequisite-added", Breaking, "        dependsOn: [clearance]\n", ""),
        .. Edit.Both(Harbour, "required-evidence-removed", Compatible, "required-evidence-added", Breaking, "        dependsOn: [clearance]\n", ""),
        .. Edit.Both(Harbour, "obligation-removed", Compatible, "obligation-added", Risky, "moored: { mustLeave: true }", "moored: {}"),
        .. Edit.Both(Harbour, "obligation-end-removed", Breaking, "obligation-end-added", Compatible, "      - { on: castOff, from: [moored], to: gone }\n", ""),
        .. Edit.Both(
            Harbour, "success-criterion-removed", Risky, "success-criterion-added", Risky,
            "\"criteria\": [ \"$response.body#/verdict/state == 'GRANTED'\" ]", "\"criteria\": []"),
        .. Edit.Both(Harbour, "retry-limit-lowered", Risky, "retry-limit-raised", Compatible, "retryLimit: 2", "retryLimit: 1"),
        .. Edit.Both(Harbour, "retry-pause-longer", Risky, "retry-pause-shorter", Compatible, "retryAfter: 0.5", "retryAfter: 2"),
        // What is repeated by another method may have had its effect already.
        .. Edit.Both(
            Harbour, "resend-forbidden", Risky, "resend-allowed", Compatible, "\"put\": {\n        \"operationId\": \"moorShip\"",
            "\"post\": {\n        \"operationId\": \"moorShip\""),
        .. Edit.Both(Harbour, "evidence-flag-removed", Compatible, "evidence-flag-added", Breaking, "          - condition: $response.body#/tugsReady == true\n", ""),
    ];

    private static IEnumerable<Edit> Polls =>
    [
        .. Edit.Both(
            Harbour, "became-long-poll", Breaking, "became-ordinary-call", Risky, "\"operationId\": \"fetchLogbook\",",
            "\"operationId\": \"fetchLogbook\", \"x-clientgen-long-poll\": { \"minTimeout\": 30000 },"),
        .. Edit.Both(Harbour, "deadline-longer", Breaking, "deadline-shorter", Compatible, "\"minTimeout\": 45000", "\"minTimeout\": 60000"),
        .. Edit.Both(Harbour, "single-poll-removed", Compatible, "single-poll-added", Risky, ", \"single\": true", ""),
        .. Edit.Both(Harbour, "poll-end-removed", Breaking, "poll-end-added", Breaking, "$response.body#/what == 'lost'", "$response.body#/what == 'ship'"),
        .. Edit.Both(Harbour, "renewal-status-removed", Compatible, "renewal-status-added", Risky, "\"$statusCode == 419\"", "\"$statusCode == 401\""),
    ];

    private static IEnumerable<Edit> Events =>
    [
        .. Edit.Both(
            Harbour, "terminal-event-added", Breaking, "terminal-event-removed", Breaking, "\"enum\": [ \"grain\",",
            "\"x-clientgen-events\": { \"terminal\": [ \"ore\" ] }, \"enum\": [ \"grain\","),
    ];

    private static IEnumerable<Edit> Credentials =>
    [
        .. Edit.Both(Harbour, "credential-lifetime-shorter", Risky, "credential-lifetime-longer", Compatible, "\"lifetime\": 120", "\"lifetime\": 60"),
        Edit.Of(Harbour, "credential-renewal-changed", Risky, "X-New-Pilot", "X-Next-Pilot"),
    ];

    private static IEnumerable<Edit> Machines =>
    [
        .. Edit.Both(Harbour, "lifecycle-removed", Breaking, "lifecycle-added", Compatible, Mooring, ""),
        Edit.Of(Harbour, "initial-state-changed", Breaking, "initial: at-sea", "initial: gone"),
        .. Edit.Both(Harbour, "state-added", Risky, "state-removed", Breaking, "states: { at-sea: {},", "states: { at-sea: {}, waiting: {},"),
        .. Edit.Both(Harbour, "state-may-stay", Compatible, "state-must-be-left", Risky, "moored: { mustLeave: true }", "moored: {}"),
        Edit.Of(Harbour, "final-state-changed", Risky, "gone: { final: true }", "gone: {}"),
        .. Edit.Both(Harbour, "move-removed", Breaking, "move-added", Compatible, "from: [at-sea, gone], to: moored", "from: [at-sea], to: moored"),
        Edit.Of(Harbour, "move-target-changed", Risky, "from: [moored], to: gone", "from: [moored], to: at-sea"),
    ];

    private static IEnumerable<Edit> Workflows =>
    [
        .. Edit.Both(Harbour, "workflow-removed", Compatible, "workflow-added", Compatible, SignOn, "workflows:\n"),
        Edit.Of(Harbour, "workflow-normative-changed", Risky, "x-clientgen-normative: true", "x-clientgen-normative: false"),
        .. Edit.Both(
            Harbour, "step-added", Risky, "step-removed", Compatible, "      - stepId: watch\n",
            "      - { stepId: log, operationId: fetchLogbook }\n      - stepId: watch\n"),
        Edit.Of(WithSteps, "step-operation-changed", Risky, "{ stepId: log, operationId: fetchLogbook }", "{ stepId: log, operationId: listenToRadio }"),
        Edit.Of(WithSteps, "step-order-changed", Risky, Log + Radio, Radio + Log),
        Edit.Of(Recipe, "step-timeout-changed", Risky, "timeout: 45000", "timeout: 60000"),
        Edit.Of(Recipe, "step-actions-changed", Risky, "retryLimit: 2", "retryLimit: 3"),
        Edit.Of(Recipe, "step-dependency-changed", Risky, "        dependsOn: [moor]\n", ""),
        .. Edit.Both(Harbour, "step-criterion-removed", Compatible, "step-criterion-added", Risky, "          - condition: $response.body#/weather == 'calm'\n", ""),
    ];

    private static IEnumerable<Edit> Contracts =>
    [
        new(
            "contract-removed", Breaking, Harbour,
            new(Harbour.Files.Where(static file => file.Key.StartsWith("harbour", StringComparison.Ordinal)).ToDictionary()),
            "docking.arazzo.yaml →"),
        new(
            "contract-added", Compatible,
            new(Harbour.Files.Where(static file => file.Key.StartsWith("harbour", StringComparison.Ordinal)).ToDictionary()), Harbour,
            "→ docking.arazzo.yaml"),
    ];

    private const string Log = "      - { stepId: log, operationId: fetchLogbook }\n";
    private const string Radio = "      - { stepId: radio, operationId: listenToRadio }\n";

    private static Sample WithSteps => Harbour.With("      - stepId: watch\n", Log + Radio + "      - stepId: watch\n");

    /// <summary>The same workflows as a way to go that nobody must take.</summary>
    private static Sample Recipe => Harbour.With("x-clientgen-normative: true", "x-clientgen-normative: false");

    private static string Mooring => Between("x-clientgen-lifecycle:", "workflows:");

    private static string SignOn => Between("workflows:\n", "  - workflowId: dock\n");

    private static string Between(string from, string to)
    {
        var text = Harbour.Files["docking.arazzo.yaml"];
        return text[text.IndexOf(from, StringComparison.Ordinal)..text.IndexOf(to, StringComparison.Ordinal)];
    }
}
