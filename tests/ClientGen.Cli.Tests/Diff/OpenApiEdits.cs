using static ClientGen.Cli.Diff.Impact;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>Changes of operations, parameters, bodies, answers, credentials and servers.</summary>
internal static class OpenApiEdits
{
    private static readonly Sample Library = Sample.Library;

    public static IEnumerable<Edit> All =>
    [
        .. Operations, .. Parameters, .. Bodies, .. Answers, .. Credentials,
        .. Edit.Both(Library, "server-added", Compatible, "server-removed", Risky, "servers: [", "servers: [{ url: https://backup.example }, "),
        .. Edit.Both(
            Library, "webhook-added", Compatible, "webhook-removed", Breaking, "webhooks:\n",
            "webhooks:\n  lost: { post: { responses: { '200': { description: Heard. } } } }\n"),
    ];

    private static IEnumerable<Edit> Operations =>
    [
        .. Edit.Both(Library, "operation-added", Compatible, "operation-removed", Breaking, "webhooks:\n", Path("") + "webhooks:\n"),
        Edit.Of(Library.With("webhooks:\n", Path("deprecated: true, ") + "webhooks:\n"), "deprecated-operation-removed", Breaking, Path("deprecated: true, "), ""),
        // With its last operation the whole client goes.
        Edit.Of(Library, "operation-removed", Breaking, "\npaths:\n", "\nx-paths:\n"),
        Edit.Of(Library, "operation-moved", Breaking, "  /books:\n", "  /volumes:\n"),
        Edit.Of(Library, "operation-id-changed", Compatible, "operationId: addBook", "operationId: takeBook"),
        .. Edit.Both(Library, "operation-tag-added", Compatible, "operation-tag-removed", Compatible, "tags: [books]", "tags: [books, reading]"),
        .. Edit.Both(Library, "operation-deprecated", Compatible, "operation-reactivated", Compatible, "operationId: addBook", "operationId: addBook\n      deprecated: true"),
        .. Edit.Both(Library, "sunset-changed", Risky, "sunset-changed", Compatible, "operationId: addBook", "operationId: addBook\n      x-sunset: '2031-01-01'"),
        .. Edit.Both(
            Library, "operation-stability-increased", Compatible, "operation-stability-decreased", Risky, "dropBook\n      x-stability-level: beta",
            "dropBook\n      x-stability-level: stable"),
    ];

    private static IEnumerable<Edit> Parameters =>
    [
        .. Edit.Both(
            Library, "optional-parameter-added", Compatible, "parameter-removed", Risky, "      responses:\n",
            "        - { name: lang, in: query, schema: { type: string } }\n      responses:\n"),
        Edit.Of(
            Library, "required-parameter-added", Breaking, "      responses:\n",
            "        - { name: lang, in: query, required: true, schema: { type: string } }\n      responses:\n"),
        Edit.Of(Library, "parameter-moved", Breaking, "name: page, in: query", "name: page, in: header"),
        Edit.Of(Library, "path-parameter-renamed", Compatible, "bookId", "book"),
        .. Edit.Both(
            Library, "parameter-became-required", Breaking, "parameter-became-optional", Compatible, "name: page, in: query",
            "name: page, in: query, required: true"),
        Edit.Of(Library, "parameter-serialization-changed", Breaking, "name: page, in: query", "name: page, in: query, allowReserved: true"),
        .. Edit.Both(Library, "parameter-deprecated", Compatible, "parameter-reactivated", Compatible, "name: page, in: query", "name: page, in: query, deprecated: true"),
        .. Edit.Both(
            Library.With("name: page, in: query", "name: page, in: query, x-stability-level: alpha"), "parameter-stability-increased", Compatible, "parameter-stability-decreased", Risky,
            "x-stability-level: alpha", "x-stability-level: stable"),
    ];

    private static IEnumerable<Edit> Bodies =>
    [
        .. Edit.Both(
            Library, "required-request-body-added", Breaking, "request-body-removed", Breaking, "operationId: dropBook",
            "operationId: dropBook\n      requestBody: { required: true, content: { text/plain: {} } }"),
        Edit.Of(Library, "optional-request-body-added", Compatible, "operationId: dropBook", "operationId: dropBook\n      requestBody: { content: { text/plain: {} } }"),
        .. Edit.Both(
            Library, "request-body-became-optional", Compatible, "request-body-became-required", Breaking, "required: true\n        content:",
            "required: false\n        content:"),
        .. Edit.Both(
            Library, "request-media-type-added", Compatible, "request-media-type-removed", Breaking,
            "          application/json: { schema: { $ref: '#/components/schemas/NewBook",
            "          text/plain: {}\n          application/json: { schema: { $ref: '#/components/schemas/NewBook"),
        .. Edit.Both(
            Library, "media-type-schema-removed", Compatible, "media-type-schema-added", Breaking,
            "application/json: { schema: { $ref: '#/components/schemas/NewBook' } }", "application/json: {}"),
        Edit.Of(
            Library, "encoding-changed", Risky, "          multipart/form-data:\n",
            "          multipart/form-data:\n            encoding: { note: { contentType: text/markdown } }\n"),
    ];

    private static IEnumerable<Edit> Answers =>
    [
        .. Edit.Both(
            Library, "success-response-added", Risky, "success-response-removed", Breaking, "'204': { description: Gone. }",
            "'204': { description: Gone. }, '202': { description: Soon. }"),
        .. Edit.Both(
            Library, "failure-response-added", Compatible, "failure-response-removed", Compatible, "'204': { description: Gone. }",
            "'204': { description: Gone. }, '409': { description: Lent. }"),
        .. Edit.Both(
            Library, "response-media-type-added", Compatible, "response-media-type-removed", Breaking,
            "content:\n            application/json: { schema: { $ref: '#/components/schemas/Book' } }",
            "content:\n            text/plain: {}\n            application/json: { schema: { $ref: '#/components/schemas/Book' } }"),
        .. Edit.Both(
            Library, "response-schema-removed", Breaking, "response-schema-added", Compatible,
            "application/json: { schema: { $ref: '#/components/schemas/Book' } }", "application/json: {}"),
        .. Edit.Both(
            Library, "response-header-added", Compatible, "optional-response-header-removed", Risky, "headers: {",
            "headers: { X-Shelf: { schema: { type: string } },"),
        Edit.Of(Library, "required-response-header-removed", Breaking, "headers: { ETag: { required: true, schema: { type: string } } }", "headers: {}"),
        .. Edit.Both(Library, "response-header-became-optional", Breaking, "response-header-became-required", Compatible, "ETag: { required: true,", "ETag: {"),
    ];

    private static IEnumerable<Edit> Credentials =>
    [
        .. Edit.Both(
            Library, "security-alternative-added", Compatible, "security-alternative-removed", Breaking, "security: [{ key: [] }]",
            "security: [{ key: [] }, { staff: [] }]"),
        .. Edit.Both(Library, "security-removed", Compatible, "security-added", Breaking, "security: [{ staff: [books] }]", "security: []"),
        .. Edit.Both(
            Library, "security-scope-added", Breaking, "security-scope-removed", Compatible, "security: [{ staff: [books] }]",
            "security: [{ staff: [books, money] }]"),
        .. Edit.Both(
            Library, "security-scheme-added", Compatible, "security-scheme-removed", Compatible, "securitySchemes:\n",
            "securitySchemes:\n    card: { type: http, scheme: bearer }\n"),
        Edit.Of(Library, "security-scheme-changed", Breaking, "in: header, name: X-Key", "in: query, name: X-Key"),
        Edit.Of(Library, "security-flow-changed", Risky, "tokenUrl: https://books.example/token", "tokenUrl: https://login.example/token"),
        .. Edit.Both(Library, "security-scheme-scope-added", Compatible, "security-scheme-scope-removed", Breaking, "money: Money.", "money: Money., doors: Doors."),
    ];

    private static string Path(string before) => $"  /shelves:\n    get: {{ {before}operationId: listShelves, responses: {{ '204': {{ description: None. }} }} }}\n";
}
