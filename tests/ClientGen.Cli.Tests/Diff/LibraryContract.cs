namespace ClientGen.Cli.Tests.Diff;

/// <summary>A contract with one of each thing that can change.</summary>
internal static class LibraryContract
{
    public const string Text =
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
                  content:
                    application/json: { schema: { $ref: '#/components/schemas/Book' } }
                '404': { description: No such book. }
            delete:
              operationId: dropBook
              x-stability-level: beta
              security: [{ staff: [books] }]
              responses: { '204': { description: Gone. } }
          /books:
            post:
              operationId: addBook
              requestBody:
                required: true
                content:
                  application/json: { schema: { $ref: '#/components/schemas/NewBook' } }
              responses: { '201': { description: Added. } }
          /covers:
            post:
              operationId: addCover
              requestBody:
                content:
                  multipart/form-data:
                    schema: { type: object, properties: { picture: { type: string, format: binary }, note: { type: string } } }
              responses: { '201': { description: Added., content: { text/plain: { schema: { type: string } } } } }
        webhooks:
          lent:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Lent' } } } }
              responses: { '200': { description: Heard. } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            staff: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://books.example/token, scopes: { books: Books., money: Money. } } } }
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
                sound: { type: string, contentEncoding: base64, contentMediaType: audio/ogg }
            NewBook:
              type: object
              required: [title]
              properties:
                title: { type: string, minLength: 1, maxLength: 200, pattern: '^[A-Z]' }
                copies: { type: integer, minimum: 1, maximum: 9, multipleOf: 1, default: 1 }
                kind: { type: string, enum: [novel, atlas] }
                tags: { type: array, items: { type: string }, minItems: 1, maxItems: 5 }
                place: { oneOf: [{ $ref: '#/components/schemas/Room' }, { $ref: '#/components/schemas/Box' }], discriminator: { propertyName: is, mapping: { room: '#/components/schemas/Room' } } }
                extra: { type: object, minProperties: 1, maxProperties: 4, additionalProperties: { type: string } }
                signs: { type: array, prefixItems: [{ type: string }, { type: integer }], contains: { const: x }, minContains: 1, maxContains: 2 }
                note: { type: string, x-stability-level: beta }
            Room: { type: object, required: [is, room], properties: { is: { type: string }, room: { type: string } } }
            Box: { type: object, required: [is, box], properties: { is: { type: string }, box: { type: integer } } }
            Lent: { type: object, required: [book], properties: { book: { type: string }, until: { type: string, format: date } } }

        """;
}
