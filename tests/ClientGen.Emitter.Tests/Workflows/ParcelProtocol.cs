namespace ClientGen.Emitter.Tests.Workflows;

/// <summary>An invented protocol with everything that workflows have: sign-in, evidence, polling, retries, renewal, events, data flow, an obligation.</summary>
internal static class ParcelProtocol
{
    public const string Api = """
        openapi: 3.1.0
        info: { title: Parcels, version: '1' }
        servers: [ { url: 'https://parcels.example' } ]
        x-clientgen-success: { criteria: [ "$response.body#/ok == true" ], message: '#/why' }
        paths:
          /token:
            post:
              operationId: signIn
              tags: [Parcels]
              security: []
              x-clientgen-success: []
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Login' } } } }
              responses: { '200': { description: A token., content: { application/json: { schema: { $ref: '#/components/schemas/Token' } } } } }
          /depots/{depot}:
            get:
              operationId: checkDepot
              tags: [Parcels]
              parameters:
                - { name: depot, in: path, required: true, schema: { type: integer, format: int64 } }
                - { name: X-Trace, in: header, schema: { type: string } }
              responses:
                '200': { description: The depot., content: { application/json: { schema: { $ref: '#/components/schemas/Depot' } } } }
                '503': { description: Busy. }
          /parcels:
            post:
              operationId: bookParcel
              tags: [Parcels]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Booking' } } } }
              responses:
                '201':
                  description: Booked.
                  headers: { Location: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Booked' } } }
          /parcels/{id}/next:
            get:
              operationId: nextNews
              tags: [Parcels]
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: News., content: { application/json: { schema: { $ref: '#/components/schemas/News' } } } } }
          /parcels/{id}:
            delete:
              operationId: cancelParcel
              tags: [Parcels]
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '204': { description: Gone. } }
        security: [ { key: [] } ]
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
          schemas:
            Login:
              type: object
              required: [user, secret]
              properties: { user: { type: string }, secret: { type: string, format: password } }
            Token:
              type: object
              required: [value]
              properties: { value: { type: string, format: password } }
            Depot:
              type: object
              required: [ok]
              properties: { ok: { type: boolean }, why: { type: string }, open: { type: boolean }, size: { $ref: '#/components/schemas/Size' } }
            Size: { type: string, enum: [small, large] }
            Booking:
              type: object
              required: [depot, size, lines]
              properties:
                depot: { type: integer, format: int64 }
                size: { $ref: '#/components/schemas/Size' }
                lines: { type: array, items: { type: string } }
                labels: { type: object, additionalProperties: { type: string } }
                priority: { type: integer, format: int32, default: 1 }
            Booked:
              type: object
              required: [ok, id]
              properties: { ok: { type: boolean }, why: { type: string }, id: { type: string } }
            News:
              oneOf: [ { $ref: '#/components/schemas/Moved' }, { $ref: '#/components/schemas/Delivered' }, { $ref: '#/components/schemas/Quiet' } ]
            Moved:
              type: object
              required: [ok, code, place]
              properties: { ok: { type: boolean }, code: { const: 7 }, place: { type: string } }
            Delivered:
              type: object
              required: [ok, code, door]
              properties: { ok: { type: boolean }, code: { const: 9 }, door: { type: integer, format: int32 } }
            Quiet:
              type: object
              required: [ok]
              properties: { ok: { type: boolean } }
              not: { required: [code] }
        """;

    public const string Workflows = """
        arazzo: 1.1.0
        info: { title: Sending parcels, version: '1', description: Sends parcels. }
        sourceDescriptions: [ { name: parcels, url: parcels.openapi.yaml, type: openapi } ]
        x-clientgen-lifecycle:
          parcel:
            key: client
            initial: none
            states: { none: {}, booked: { mustLeave: true }, done: { final: true } }
            moves:
              - { on: bookParcel, from: [none], to: booked }
              - { on: cancelParcel, from: [booked], to: done }
              - { on: nextNews, when: '$response.body#/code == 9', from: [booked], to: done }
        workflows:
          - workflowId: login
            inputs: { $ref: '#/components/inputs/Account' }
            steps:
              - stepId: token
                operationId: signIn
                requestBody: { payload: '{ "user": "{$inputs.user}", "secret": "{$inputs.secret}" }' }
                outputs: { key: $response.body#/value }
            outputs: { key: $steps.token.outputs.key }
          - workflowId: send
            summary: Sends one parcel and waits until it is delivered.
            x-clientgen-normative: true
            inputs:
              type: object
              required: [user, secret, depot]
              properties:
                user: { type: string }
                secret: { type: string, format: password }
                depot: { type: integer, format: int64 }
                lines: { type: array, items: { type: string } }
                label: { type: string }
            parameters: [ { name: X-Trace, in: header, value: 'send-{$inputs.depot}-{$inputs.user}' } ]
            failureActions: [ { reference: $components.failureActions.again } ]
            steps:
              - stepId: login
                workflowId: login
                parameters: [ { name: user, value: $inputs.user }, { name: secret, value: $inputs.secret } ]
                outputs: { key: $outputs.key }
              - stepId: check
                description: Is the depot open?
                operationId: checkDepot
                dependsOn: [login]
                parameters:
                  - { name: depot, in: path, value: $inputs.depot }
                  - { name: X-Key, in: header, value: $steps.login.outputs.key }
                successCriteria: [ { condition: $statusCode == 200 }, { condition: $response.body#/open == true } ]
                onFailure:
                  - { name: busy, type: retry, retryAfter: 2, retryLimit: 2, criteria: [ { condition: $statusCode == 503 } ] }
                outputs: { size: $response.body#/size }
              - stepId: book
                operationId: bookParcel
                dependsOn: [check]
                parameters: [ { name: X-Key, in: header, value: $steps.login.outputs.key } ]
                requestBody:
                  payload:
                    depot: $inputs.depot
                    size: $steps.check.outputs.size
                    lines: [ first, $inputs.user ]
                    labels: { who: $inputs.user, fixed: "it's \"quoted\"" }
                successCriteria: [ { context: $statusCode, type: regex, condition: '^2\d{2}$' } ]
                outputs: { id: $response.body#/id, where: $response.header.Location }
              - stepId: news
                operationId: nextNews
                dependsOn: [book]
                timeout: 5000
                parameters:
                  - { name: id, in: path, value: $steps.book.outputs.id }
                  - { name: X-Key, in: header, value: $steps.login.outputs.key }
                onSuccess:
                  - { name: delivered, type: end, criteria: [ { condition: $response.body#/code == 9 } ] }
                  - { name: more, type: goto, stepId: news }
                onFailure:
                  - { name: later, type: retry, retryAfter: 1, retryLimit: 3 }
                  - { name: lost, type: end }
                outputs: { door: $response.body#/door }
              - stepId: cancel
                operationId: cancelParcel
                parameters:
                  - { name: id, in: path, value: $steps.book.outputs.id }
                  - { name: X-Key, in: header, value: $steps.login.outputs.key }
            outputs: { id: $steps.book.outputs.id, where: $steps.book.outputs.where, door: $steps.news.outputs.door, key: $workflows.login.outputs.key }
        components:
          inputs:
            Account:
              type: object
              required: [user, secret]
              properties: { user: { type: string }, secret: { type: string, format: password } }
          failureActions:
            again: { name: again, type: retry, workflowId: login, retryLimit: 1, criteria: [ { condition: $statusCode == 401 } ] }
        """;
}
