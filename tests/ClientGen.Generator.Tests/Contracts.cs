namespace ClientGen.Generator.Tests;

/// <summary>Small contracts of an invented service.</summary>
internal static class Contracts
{
    public const string Path = "spec/tides.openapi.yaml";

    /// <summary>Two operations, two schemas, nothing to complain about.</summary>
    public const string Tides =
        """
        openapi: 3.1.0
        info: { title: Tides, version: 1.0.0 }
        paths:
          /harbours/{harbourId}:
            get:
              operationId: getHarbour
              summary: One harbour.
              parameters:
                - { name: harbourId, in: path, required: true, schema: { type: string } }
              responses:
                '200':
                  description: The harbour.
                  content: { application/json: { schema: { $ref: '#/components/schemas/Harbour' } } }
          /tides:
            get:
              operationId: listTides
              summary: All tides.
              responses:
                '200':
                  description: The tides.
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Tide' } } } }
        components:
          schemas:
            Harbour:
              type: object
              required: [name]
              properties:
                name: { type: string }
                depth: { type: number }
            Tide:
              type: object
              required: [height]
              properties:
                height: { type: number }
                kind: { type: string, enum: [ebb, flood] }
        """;

    /// <summary>The same with a reference that leads nowhere, which is a finding.</summary>
    public static readonly string WithFinding = Tides.Replace("items: { $ref: '#/components/schemas/Tide' }", "items: { $ref: '#/components/schemas/Tides' }");
}
