namespace ClientGen.Cli.Tests.Diff;

/// <summary>A contract of messages: one stream of events that is heard, and one command that is sent and answered.</summary>
internal static class LighthouseContract
{
    public const string Text =
        """
        asyncapi: 3.0.0
        info: { title: Lighthouse, version: 2.0.0 }
        servers:
          tower: { host: tower.example, pathname: /light, protocol: https }
        channels:
          sightings:
            address: /sightings
            x-clientgen-sse: { resume: true }
            messages:
              ship: { payload: { $ref: '#/components/schemas/Ship' } }
              storm: { payload: { type: object, required: [type], properties: { type: { const: storm }, force: { type: integer } } } }
          lamp:
            address: /lamp
            messages:
              turn: { payload: { $ref: '#/components/schemas/Turn' } }
              turned: { payload: { type: object, properties: { angle: { type: integer } } } }
        operations:
          watch: { action: receive, channel: { $ref: '#/channels/sightings' }, bindings: { http: { method: GET } } }
          turnLamp:
            action: send
            channel: { $ref: '#/channels/lamp' }
            bindings: { http: { method: POST } }
            security: [{ $ref: '#/components/securitySchemes/keeper' }]
            messages: [{ $ref: '#/channels/lamp/messages/turn' }]
            reply: { channel: { $ref: '#/channels/lamp' }, messages: [{ $ref: '#/channels/lamp/messages/turned' }] }
        components:
          securitySchemes:
            keeper: { type: httpApiKey, in: header, name: X-Keeper }
            guest: { type: httpApiKey, in: header, name: X-Guest }
          schemas:
            Ship: { type: object, required: [type], properties: { type: { const: ship }, name: { type: string } } }
            Turn: { type: object, required: [angle], properties: { angle: { type: integer, maximum: 360 } } }

        """;
}
