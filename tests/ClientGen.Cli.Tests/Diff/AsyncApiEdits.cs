using static ClientGen.Cli.Diff.Impact;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>Changes of channels and messages.</summary>
internal static class AsyncApiEdits
{
    private const string Storm = "      storm: { payload: { type: object, required: [type], properties: { type: { const: storm }, force: { type: integer } } } }\n";
    private const string Reply = "    reply: { channel: { $ref: '#/channels/lamp' }, messages: [{ $ref: '#/channels/lamp/messages/turned' }] }\n";

    private static readonly Sample Lighthouse = Sample.Lighthouse;

    public static IEnumerable<Edit> All =>
    [
        .. Edit.Both(
            Lighthouse, "channel-operation-added", Compatible, "channel-operation-removed", Breaking, "operations:\n",
            "operations:\n  dimLamp: { action: send, channel: { $ref: '#/channels/lamp' }, messages: [{ $ref: '#/channels/lamp/messages/turn' }], bindings: { http: { method: PUT } } }\n"),
        Edit.Of(Lighthouse, "channel-action-changed", Breaking, "action: send", "action: receive"),
        Edit.Of(Lighthouse, "channel-address-changed", Breaking, "address: /lamp", "address: /lamps"),
        .. Edit.Both(Lighthouse, "message-removed", Risky, "message-added", Risky, Storm, ""),
        Edit.Of(Lighthouse, "channel-binding-changed", Breaking, "method: POST", "method: PUT"),
        .. Edit.Both(Lighthouse, "reply-removed", Breaking, "reply-added", Risky, Reply, ""),
        Edit.Of(Lighthouse, "stream-changed", Risky, "resume: true", "resume: false"),
        Edit.Of(
            Lighthouse, "channel-security-changed", Risky, "security: [{ $ref: '#/components/securitySchemes/keeper' }]",
            "security: [{ $ref: '#/components/securitySchemes/guest' }]"),
        // What travels is compared as in OpenAPI: here a command that is sent, there an event that is heard.
        Edit.Of(Lighthouse, "maximum-tightened", Breaking, "maximum: 360", "maximum: 180"),
        Edit.Of(Lighthouse, "optional-property-removed", Risky, ", name: { type: string }", ""),
        Edit.Of(Lighthouse, "server-removed", Risky, "host: tower.example", "host: rock.example"),
    ];
}
