using static ClientGen.Cli.Diff.Impact;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>Changes of values: <c>NewBook</c> is sent, <c>Book</c> is received.</summary>
internal static class SchemaEdits
{
    private static readonly Sample Library = Sample.Library;

    public static IEnumerable<Edit> All => [.. Types, .. Values, .. Limits, .. Members, .. Choices, .. Keywords];

    private static IEnumerable<Edit> Types =>
    [
        .. Edit.Both(Library, "type-widened", Compatible, "type-narrowed", Breaking, "copies: { type: integer,", "copies: { type: [integer, string],"),
        .. Edit.Both(
            Library, "type-widened", Breaking, "type-narrowed", Compatible, "pages: { type: integer, format: int32 }",
            "pages: { type: [integer, boolean], format: int32 }"),
        Edit.Of(Library, "type-changed", Breaking, "pages: { type: integer, format: int32 }", "pages: { type: string }"),
        .. Edit.Both(Library, "format-widened", Breaking, "format-narrowed", Compatible, "format: int32", "format: int64"),
        Edit.Of(Library, "format-changed", Breaking, "format: uuid", "format: uri"),
        .. Edit.Both(Library, "became-nullable", Breaking, "became-not-nullable", Compatible, "pages: { type: integer,", "pages: { type: [integer, 'null'],"),
        .. Edit.Both(Library, "value-forbidden", Breaking, "value-allowed", Compatible, "kind: { type: string, enum: [novel, atlas] }", "kind: false"),
    ];

    private static IEnumerable<Edit> Values =>
    [
        .. Edit.Both(Library, "enum-value-added", Compatible, "enum-value-removed", Breaking, "enum: [novel, atlas]", "enum: [novel, atlas, comic]"),
        .. Edit.Both(Library, "enum-value-added", Risky, "enum-value-removed", Compatible, "enum: [here, lent, lost]", "enum: [here, lent, lost, sold]"),
        // The order of an enum is nobody's business but that of compiled callers.
        Edit.Of(Library, "csharp-changed", Compatible, "enum: [novel, atlas]", "enum: [atlas, novel]"),
        .. Edit.Both(Library, "became-not-enum", Compatible, "became-enum", Breaking, "kind: { type: string, enum: [novel, atlas] }", "kind: { type: string }"),
        .. Edit.Both(
            Library.With("note: { type: string,", "note: { type: string, x-extensible-enum: [a, b],"), "extensible-enum-value-added", Compatible, "extensible-enum-value-removed", Breaking, "[a, b]", "[a, b, c]"),
        .. Edit.Both(Library, "const-added", Breaking, "const-removed", Compatible, "note: { type: string,", "note: { type: string, const: x,"),
        Edit.Of(Library.With("note: { type: string,", "note: { type: string, const: x,"), "const-changed", Breaking, "const: x,", "const: y,"),
        Edit.Of(Library, "default-changed", Risky, "default: 1 }", "default: 2 }"),
    ];

    private static IEnumerable<Edit> Limits =>
    [
        .. Edit.Both(Library, "minimum-tightened", Breaking, "minimum-loosened", Compatible, "copies: { type: integer, minimum: 1", "copies: { type: integer, minimum: 2"),
        .. Edit.Both(
            Library, "minimum-tightened", Breaking, "minimum-loosened", Compatible, "copies: { type: integer, minimum: 1",
            "copies: { type: integer, exclusiveMinimum: 1"),
        .. Edit.Both(Library, "maximum-loosened", Compatible, "maximum-tightened", Breaking, "maximum: 9", "maximum: 10"),
        .. Edit.Both(
            Library, "min-length-loosened", Risky, "min-length-tightened", Compatible,
            "id: { type: string, format: uuid }\n        title: { type: string, minLength: 1 }",
            "id: { type: string, format: uuid }\n        title: { type: string }"),
        .. Edit.Both(Library, "max-length-loosened", Compatible, "max-length-tightened", Breaking, "maxLength: 200", "maxLength: 300"),
        .. Edit.Both(Library, "min-items-tightened", Breaking, "min-items-loosened", Compatible, "minItems: 1", "minItems: 2"),
        .. Edit.Both(Library, "max-items-loosened", Compatible, "max-items-tightened", Breaking, "maxItems: 5", "maxItems: 6"),
        .. Edit.Both(Library, "min-properties-tightened", Breaking, "min-properties-loosened", Compatible, "minProperties: 1", "minProperties: 2"),
        .. Edit.Both(Library, "max-properties-loosened", Compatible, "max-properties-tightened", Breaking, "maxProperties: 4", "maxProperties: 5"),
        .. Edit.Both(Library, "min-contains-tightened", Breaking, "min-contains-loosened", Compatible, "minContains: 1", "minContains: 2"),
        .. Edit.Both(Library, "max-contains-loosened", Compatible, "max-contains-tightened", Breaking, "maxContains: 2", "maxContains: 3"),
        .. Edit.Both(Library, "pattern-removed", Compatible, "pattern-added", Breaking, ", pattern: '^[A-Z]'", ""),
        Edit.Of(Library, "pattern-changed", Breaking, "pattern: '^[A-Z]'", "pattern: '^[A-Z][a-z]'"),
        .. Edit.Both(Library, "unique-items-added", Breaking, "unique-items-removed", Compatible, "minItems: 1", "minItems: 1, uniqueItems: true"),
        .. Edit.Both(Library, "multiple-of-removed", Compatible, "multiple-of-added", Breaking, " multipleOf: 1,", ""),
        Edit.Of(Library, "multiple-of-changed", Breaking, "multipleOf: 1", "multipleOf: 3"),
    ];

    private static IEnumerable<Edit> Members =>
    [
        .. Edit.Both(Library, "optional-property-added", Compatible, "optional-property-removed", Risky, "copies: {", "weight: { type: number }\n        copies: {"),
        .. Edit.Both(Library, "required-property-added", Compatible, "required-property-removed", Breaking, "required: [id, title]", "required: [id, title, weight]"),
        .. Edit.Both(Library, "property-became-required", Breaking, "property-became-optional", Compatible, "required: [title]", "required: [title, kind]"),
        .. Edit.Both(Library, "property-became-required", Compatible, "property-became-optional", Breaking, "required: [id, title]", "required: [id, title, pages]"),
        .. Edit.Both(Library, "property-became-read-only", Risky, "property-became-not-read-only", Compatible, "copies: {", "copies: { readOnly: true,"),
        .. Edit.Both(Library, "property-became-write-only", Breaking, "property-became-not-write-only", Compatible, "pages: {", "pages: { writeOnly: true,"),
        .. Edit.Both(Library, "property-deprecated", Compatible, "property-reactivated", Compatible, "copies: {", "copies: { deprecated: true,"),
        .. Edit.Both(Library, "sunset-changed", Risky, "sunset-changed", Compatible, "copies: {", "copies: { x-sunset: '2031-01-01',"),
        .. Edit.Both(
            Library, "additional-properties-opened", Compatible, "additional-properties-closed", Breaking, "additionalProperties: { type: string }",
            "additionalProperties: true"),
        .. Edit.Both(
            Library, "prefix-item-added", Breaking, "prefix-item-removed", Compatible, "[{ type: string }, { type: integer }]",
            "[{ type: string }, { type: integer }, { type: boolean }]"),
    ];

    private static IEnumerable<Edit> Choices =>
    [
        .. Edit.Both(Library, "variant-added", Risky, "variant-removed", Compatible, Shelf("Box' }]"), Shelf("Box' }, { $ref: '#/components/schemas/Lent' }]")),
        .. Edit.Both(Library, "became-single", Compatible, "became-choice", Breaking, Shelf("Box' }] }"), "shelf: { $ref: '#/components/schemas/Room' }"),
        Edit.Of(Library, "choice-keyword-changed", Risky, "shelf: { oneOf:", "shelf: { anyOf:"),
        .. Edit.Both(
            Library, "discriminator-removed", Compatible, "discriminator-added", Risky,
            ", discriminator: { propertyName: is, mapping: { room: '#/components/schemas/Room' } }", ""),
        Edit.Of(Library, "discriminator-property-changed", Breaking, "propertyName: is", "propertyName: kind"),
        .. Edit.Both(
            Library, "discriminator-mapping-added", Compatible, "discriminator-mapping-removed", Breaking, "mapping: {",
            "mapping: { box: '#/components/schemas/Box',"),
        Edit.Of(Library, "discriminator-mapping-changed", Breaking, "mapping: { room: '#/components/schemas/Room' }", "mapping: { room: '#/components/schemas/Box' }"),
    ];

    private static IEnumerable<Edit> Keywords =>
    [
        .. Keyword("not", "not: { maxLength: 2 }", "not: { maxLength: 3 }"),
        .. Keyword("if", "if: { minLength: 2 }", "if: { minLength: 3 }"),
        .. Keyword("then", "then: { minLength: 2 }", "then: { minLength: 3 }"),
        .. Keyword("else", "else: { minLength: 2 }", "else: { minLength: 3 }"),
        .. Keyword("dependent-schemas", "dependentSchemas: { a: { minProperties: 2 } }", "dependentSchemas: { a: { minProperties: 3 } }"),
        .. Keyword("dependent-required", "dependentRequired: { a: [b] }", "dependentRequired: { a: [c] }"),
        .. Keyword("dependencies", "dependencies: { a: [b] }", "dependencies: { a: [c] }"),
        .. Keyword("pattern-properties", "patternProperties: { '^a': { type: string } }", "patternProperties: { '^b': { type: string } }"),
        .. Keyword("property-names", "propertyNames: { maxLength: 2 }", "propertyNames: { maxLength: 3 }"),
        .. Keyword("contains", "contains: { const: a }", "contains: { const: b }"),
        .. Keyword("unevaluated-properties", "unevaluatedProperties: false", "unevaluatedProperties: { type: string }"),
        .. Keyword("unevaluated-items", "unevaluatedItems: false", "unevaluatedItems: { type: string }"),
        .. Keyword("content-schema", "contentSchema: { type: string }", "contentSchema: { type: integer }"),
        Edit.Of(Library, "content-encoding-changed", Breaking, "contentEncoding: base64", "contentEncoding: base32"),
        Edit.Of(Library, "content-media-type-changed", Breaking, "contentMediaType: audio/ogg", "contentMediaType: audio/wav"),
        .. Edit.Both(
            Library, "stability-increased", Compatible, "stability-decreased", Risky, "note: { type: string, x-stability-level: beta",
            "note: { type: string, x-stability-level: stable"),
    ];

    /// <summary>A keyword that comes, goes and changes on something that is sent.</summary>
    private static IEnumerable<Edit> Keyword(string name, string value, string other)
    {
        const string Note = "note: { type: string,";
        var without = Library.With(Note, "note: {");
        return
        [
            .. Edit.Both(without, name + "-added", Breaking, name + "-removed", Compatible, "note: {", $"note: {{ {value},"),
            Edit.Of(without.With("note: {", $"note: {{ {value},"), name + "-changed", Risky, value, other),
        ];
    }

    private static string Shelf(string last) => $"shelf: {{ oneOf: [{{ $ref: '#/components/schemas/Room' }}, {{ $ref: '#/components/schemas/{last}";
}
