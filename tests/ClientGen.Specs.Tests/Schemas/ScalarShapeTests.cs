namespace ClientGen.Specs.Tests.Schemas;

/// <summary>Text, numbers and Booleans: the schema of a member, and its C# type with limits.</summary>
public sealed class ScalarShapeTests
{
    [Theory]
    [InlineData("{ type: string }", "string")]
    [InlineData("{ type: string, format: date-time }", "datetime")]
    [InlineData("{ type: string, format: date }", "date")]
    [InlineData("{ type: string, format: uuid }", "guid")]
    [InlineData("{ type: string, format: uri }", "uri")]
    [InlineData("{ type: string, format: byte }", "bytes~base64")]
    [InlineData("{ type: string, format: base64url }", "bytes~base64url")]
    [InlineData("{ type: string, format: int32 }", "int~text")]
    [InlineData("{ type: string, format: int64 }", "long~text")]
    [InlineData("{ type: string, format: decimal }", "decimal~text")]
    [InlineData("{ type: string, format: something }", "string")]
    // Bytes cannot stand in JSON; what a contract calls binary there arrives as text.
    [InlineData("{ type: string, format: binary }", "string")]
    [InlineData("{ type: string, format: password }", "string secret")]
    [InlineData("{ type: integer }", "long")]
    [InlineData("{ type: integer, format: int32 }", "int")]
    [InlineData("{ type: integer, format: int64 }", "long")]
    [InlineData("{ type: integer, format: uint64 }", "decimal")]
    [InlineData("{ type: integer, minimum: 0, maximum: 9 }", "int [0..9]")]
    [InlineData("{ type: integer, minimum: 0, maximum: 3000000000 }", "long [0..3000000000]")]
    [InlineData("{ type: number }", "double")]
    [InlineData("{ type: number, format: float }", "float")]
    [InlineData("{ type: number, format: decimal }", "decimal")]
    [InlineData("{ type: boolean }", "bool")]
    [InlineData("{ type: string, enum: ['true', 'false'] }", "bool~text")]
    [InlineData("{ type: string, pattern: '^a', minLength: 1, maxLength: 3 }", "string /^a/ #1..3")]
    [InlineData("{ type: string, default: a }", "default \"a\": string")]
    [InlineData("{ type: integer, default: 3 }", "default 3: long")]
    [InlineData("{ type: string, readOnly: true, deprecated: true }", "string deprecated readOnly")]
    [InlineData("{ type: string, writeOnly: true, x-clientgen-personal: true }", "string personal writeOnly")]
    [InlineData("{}", "json?")]
    public void Alike_in_every_version(string schema, string type)
    {
        Assert.Equal(type, Shapes.OfMember("3.0.3", schema));
        Assert.Equal(type, Shapes.OfMember("3.1.0", schema));
    }

    [Theory]
    [InlineData("{ type: string, nullable: true }", "string?")]
    [InlineData("{ nullable: true, $ref: '#/components/schemas/O' }", "O?")]
    [InlineData("{ nullable: true, allOf: [{ $ref: '#/components/schemas/O' }] }", "O?")]
    [InlineData("{ type: string, enum: [a, null], nullable: true }", "ThingM?")]
    [InlineData("{ type: number, minimum: 0, exclusiveMinimum: true }", "double ]0..]")]
    [InlineData("{ type: number, maximum: 1, exclusiveMaximum: false }", "double [..1]")]
    // "any sibling elements of a $ref are ignored": the members are not added.
    [InlineData("{ $ref: '#/components/schemas/O', properties: { c: { type: string } } }", "O")]
    public void Version_3_0(string schema, string type) => Assert.Equal(type, Shapes.OfMember("3.0.3", schema));

    [Theory]
    [InlineData("{ type: [string, 'null'] }", "string?")]
    [InlineData("{ type: [string, null] }", "string?")]
    [InlineData("{ type: 'null' }", "json?")]
    [InlineData("{ oneOf: [{ type: string }, { type: 'null' }] }", "string?")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/O' }, { type: 'null' }] }", "O?")]
    [InlineData("{ type: number, exclusiveMinimum: 5 }", "double ]5..]")]
    // Of two limits the stricter counts.
    [InlineData("{ type: number, minimum: 1, exclusiveMinimum: 5 }", "double ]5..]")]
    [InlineData("{ type: number, minimum: 7, exclusiveMinimum: 5 }", "double [7..]")]
    [InlineData("{ type: number, maximum: 7, exclusiveMaximum: 7 }", "double [..7[")]
    [InlineData("{ type: [integer, string], format: int64 }", "long~numberOrText")]
    [InlineData("{ type: [integer, number] }", "double")]
    // No C# type holds either; JSON loses nothing.
    [InlineData("{ type: [boolean, string] }", "json?")]
    [InlineData("{ type: [integer, string] }", "json?")]
    [InlineData("{ type: string, contentEncoding: base64 }", "bytes~base64")]
    [InlineData("{ type: string, contentEncoding: base64, contentMediaType: text/uri-list }", "uri~base64")]
    [InlineData("{ type: string, contentMediaType: application/json, contentSchema: { type: object } }", "string")]
    [InlineData("{ type: string, x-clientgen-date-time: 'yyyy-MM-dd HH:mm:ss' }", "datetime~'yyyy-MM-dd HH:mm:ss'")]
    [InlineData("{ pattern: a }", "string /a/")]
    [InlineData("{ enum: [1.5, 2] }", "double")]
    [InlineData("{ enum: [true] }", "bool")]
    [InlineData("true", "json?")]
    [InlineData("false", "json?")]
    [InlineData("{ $ref: '#/components/schemas/O', description: Mine. }", "O")]
    public void Version_3_1(string schema, string type) => Assert.Equal(type, Shapes.OfMember("3.1.0", schema));

    [Theory]
    [InlineData("{ const: a }", "= \"a\": string")]
    [InlineData("{ const: 1 }", "= 1: long")]
    [InlineData("{ const: 1.5 }", "= 1.5: double")]
    [InlineData("{ const: true }", "= true: bool")]
    [InlineData("{ const: null }", "json?")]
    [InlineData("{ type: [string, 'null'], const: a }", "= \"a\": string")]
    [InlineData("{ $ref: '#/components/schemas/T', const: x }", "= \"x\": T")]
    public void Constants(string schema, string type) => Assert.Equal(type, Shapes.OfMember("3.1.0", schema));
}
