namespace ClientGen.Cli.Tests.Diff;

/// <summary>A small contract with one of each thing that can change.</summary>
internal static class Library
{
    public const string OpenApi =
        """
        openapi: 3.1.0
        info: { title: Library, version: 1.4.2 }
        servers: [{ url: https://books.example }]
        security: [{ key: [] }]
        paths:
          /books/{bookId}:
            get:
              operationId: getBook
              tags: [books]
              parameters:
                - { name: bookId, in: path, required: true, schema: { type: string, maxLength: 20 } }
                - { name: sort, in: query, schema: { type: string, enum: [title, year], default: title } }
                - { name: page, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
              responses:
                '200':
                  description: The book.
                  headers: { ETag: { required: true, schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
                '404': { description: No such book. }
          /books:
            post:
              operationId: addBook
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/NewBook' } }
              responses: { '201': { description: Added. } }
        webhooks:
          lent:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Lent' } } } }
              responses: { '200': { description: Heard. } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
          schemas:
            Book:
              type: object
              required: [id, title]
              properties:
                id: { type: string, format: uuid }
                title: { type: string, minLength: 1 }
                pages: { type: integer, format: int32 }
                state: { type: string, enum: [here, lent, lost] }
                shelf: { oneOf: [{ $ref: '#/components/schemas/Room' }, { $ref: '#/components/schemas/Box' }] }
            NewBook:
              type: object
              required: [title]
              properties:
                title: { type: string, minLength: 1, maxLength: 200, pattern: '^[A-Z]' }
                copies: { type: integer, minimum: 1, default: 1 }
                kind: { type: string, enum: [novel, atlas] }
                tags: { type: array, items: { type: string }, maxItems: 5 }
            Room: { type: object, required: [room], properties: { room: { type: string } } }
            Box: { type: object, required: [box], properties: { box: { type: integer } } }
            Lent: { type: object, required: [book], properties: { book: { type: string }, until: { type: string, format: date } } }

        """;
}
