namespace ClientGen.Specs.Tests.Schemas;

/// <summary>Objects, lists, maps and enums: the schemas, and the types that they become.</summary>
public sealed class StructureShapeTests
{
    [Theory]
    [InlineData("{ type: array, items: { type: string } }", "[string]")]
    [InlineData("{ type: array, items: { type: [string, 'null'] } }", "[string?]")]
    [InlineData("{ type: array, minItems: 1, maxItems: 5, items: { type: integer } }", "[long] #1..5")]
    [InlineData("{ type: array }", "[json?]")]
    [InlineData("{ type: array, items: true }", "[json?]")]
    [InlineData("{ type: array, items: { type: array, items: { $ref: '#/components/schemas/O' } } }", "[[O]]")]
    // A tuple has a type for each place; a C# list has one.
    [InlineData("{ type: array, prefixItems: [{ type: string }, { type: integer }] }", "[json?]")]
    [InlineData("{ type: array, prefixItems: [{ type: string }], items: { type: integer } }", "[json?]")]
    [InlineData("{ type: object }", "{json?}")]
    [InlineData("{ type: object, additionalProperties: false }", "{json?}")]
    [InlineData("{ additionalProperties: { type: integer, format: int32 } }", "{int}")]
    [InlineData("{ type: object, unevaluatedProperties: { type: string } }", "{string}")]
    [InlineData("{ type: object, additionalProperties: true }", "{json?}")]
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: false }", "{string}")]
    // Names that fit no pattern may have values of any kind.
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string } } }", "{json?}")]
    [InlineData("{ type: object, patternProperties: { '^a': { type: string }, '^b': { type: integer } }, additionalProperties: false }", "{json?}")]
    public void Lists_and_maps(string schema, string type) => Assert.Equal(type, Shapes.OfMember("3.1.0", schema));

    [Fact]
    public void A_record_has_the_members_of_its_schema_in_their_order() => Assert.Equal(
        "record Pet { id: long, name?: string, tag?: string? }",
        Shapes.Of("3.1.0", """
            Pet:
              type: object
              required: [id]
              properties:
                id: { type: integer }
                name: { type: string }
                tag: { type: [string, 'null'] }
            """));

    [Fact]
    public void AllOf_gathers_members_bases_first() => Assert.Equal(
        """
        record Base { id: long }
        record Named { name?: string }
        record Pet { id: long, name: string, age?: long }
        """.ReplaceLineEndings("\n"),
        Shapes.Of("3.0.3", """
            Base: { type: object, required: [id], properties: { id: { type: integer } } }
            Named: { type: object, properties: { name: { type: string } } }
            Pet:
              allOf:
                - $ref: '#/components/schemas/Base'
                - $ref: '#/components/schemas/Named'
                - { type: object, required: [name], properties: { age: { type: integer } } }
            """));

    [Fact]
    public void The_outermost_description_of_a_member_that_says_something_wins() => Assert.Equal(
        """
        record Base { kind?: string, size?: double, any?: json? }
        enum Kind { Big | Unknown }
        record Pet { kind?: Kind, size?: long, any?: bool }
        """.ReplaceLineEndings("\n"),
        Shapes.Of("3.1.0", """
            Base: { type: object, properties: { kind: { type: string }, size: { type: number }, any: {} } }
            Kind: { type: string, enum: [big] }
            Pet:
              allOf: [{ $ref: '#/components/schemas/Base' }]
              properties: { kind: { $ref: '#/components/schemas/Kind' }, size: { type: integer }, any: { type: boolean } }
            """));

    [Fact]
    public void Members_that_are_called_like_what_every_record_has_make_way() => Assert.Equal(
        "record Pet { Pet? as PetValue: string, equals? as EqualsValue: string, additionalProperties? as AdditionalPropertiesValue: string, a-b?: string, a_b? as ABValue: string }",
        Shapes.Of("3.1.0", """
            Pet:
              type: object
              properties:
                Pet: { type: string }
                equals: { type: string }
                additionalProperties: { type: string }
                a-b: { type: string }
                a_b: { type: string }
            """));

    [Fact]
    public void Typed_additional_members_are_kept_beside_the_named_ones() => Assert.Equal(
        "record Pet { name?: string, ...: long }",
        Shapes.Of("3.1.0", "Pet: { type: object, properties: { name: { type: string } }, additionalProperties: { type: integer } }"));

    [Theory]
    [InlineData("{ type: string, enum: [a, b-c, '7', '', '+', 'x y'] }", "enum E { A, BC, Value7, Empty, ValuePlus, XY | Unknown }")]
    [InlineData("{ type: string, enum: [a, A] }", "enum E { A, AValue = A | Unknown }")]
    [InlineData("{ type: string, enum: [unknown] }", "enum E { Unknown | Unrecognized }")]
    [InlineData("{ type: string, enum: [a, a, b] }", "enum E { A, B | Unknown }")]
    [InlineData("{ enum: [a, null] }", "enum E { A | Unknown }")]
    [InlineData("{ type: integer, enum: [1, -2] }", "enum E : int { Value1 = 1, ValueMinus2 = -2 }")]
    [InlineData("{ type: integer, enum: [3000000000] }", "enum E : long { Value3000000000 = 3000000000 }")]
    [InlineData("{ type: [integer, string], enum: [1] }", "enum E : int~text { Value1 = 1 }")]
    [InlineData("{ type: string, enum: ['0'], x-clientgen-events: { names: { '0': Voice }, terminal: ['0'] } }", "enum E { Voice = 0 terminal | Unknown }")]
    [InlineData("{ type: string, enum: [a, b], x-enum-varnames: [First, Second] }", "enum E { First = a, Second = b | Unknown }")]
    // A list of named values beside "any text" is an open enum, which ours are anyway.
    [InlineData("{ anyOf: [{ type: string, enum: [a] }, { type: string }] }", "enum E { A | Unknown }")]
    [InlineData("{ oneOf: [{ const: 1, title: One }, { const: 2, title: Two }] }", "enum E : int { One = 1, Two = 2 }")]
    public void Enums(string schema, string type) => Assert.Equal(type, Shapes.Of("3.1.0", "E: " + schema));

    [Fact]
    public void Inline_types_are_called_after_their_place() => Assert.Equal(
        """
        record Pet { status?: PetStatus, petKind?: PetKind, toys?: [PetToysItem], home?: {PetHomeValue}, any?: {json?} }
        enum PetStatus { Sold | Unknown }
        enum PetKind { Cat | Unknown }
        record PetToysItem { name?: string, maker?: PetToysItemMaker }
        record PetHomeValue { street?: string }
        record PetToysItemMaker { city?: string }
        """.ReplaceLineEndings("\n"),
        Shapes.Of("3.1.0", """
            Pet:
              type: object
              properties:
                status: { type: string, enum: [sold] }
                petKind: { type: string, enum: [cat] }
                toys:
                  type: array
                  items:
                    type: object
                    properties:
                      name: { type: string }
                      maker: { type: object, properties: { city: { type: string } } }
                home: { type: object, additionalProperties: { type: object, properties: { street: { type: string } } } }
                any: { type: object }
            """));

    [Fact]
    public void Definitions_inside_a_schema_are_types_too() => Assert.Equal(
        """
        record Pet { toy?: PetToy }
        record PetToy { name?: string }
        """.ReplaceLineEndings("\n"),
        Shapes.Of("3.1.0", """
            Pet:
              type: object
              properties: { toy: { $ref: '#/components/schemas/Pet/$defs/toy' } }
              $defs:
                toy: { type: object, properties: { name: { type: string } } }
            """));

    [Fact]
    public void References_reach_other_files_anchors_and_whole_files()
    {
        var contract = Contract.Bind(
            Shapes.Text("3.1.0", """
                Pet:
                  type: object
                  properties:
                    toy: { $ref: 'parts.yaml#/definitions/Toy' }
                    bare: { $ref: 'parts.yaml#/Bare' }
                    owner: { $ref: 'owner.json' }
                    home: { $ref: '#home' }
                Home: { $anchor: home, type: object, properties: { street: { type: string } } }
                """),
            ("parts.yaml", """
                definitions:
                  Toy: { type: object, properties: { maker: { type: object, properties: { city: { type: string } } } } }
                Bare: { type: object, properties: { size: { type: string, enum: [big] } } }
                """),
            ("owner.json", """{ "type": "object", "properties": { "name": { "type": "string" }, "role": { "enum": ["boss"] } } }"""));

        Assert.Empty(contract.Findings);
        Assert.Equal(
            """
            record Pet { toy?: Toy, bare?: Bare, owner?: Owner, home?: Home }
            record Home { street?: string }
            record Toy { maker?: ToyMaker }
            record Bare { size?: BareSize }
            record Owner { name?: string, role?: OwnerRole }
            record ToyMaker { city?: string }
            enum BareSize { Big | Unknown }
            enum OwnerRole { Boss | Unknown }
            """.ReplaceLineEndings("\n"),
            ModelText.Of(contract.Types));
    }

    [Fact]
    public void What_has_no_type_in_C_sharp_is_a_finding_and_JSON()
    {
        var contract = Contract.BindMarked(Shapes.Text("3.1.0", """
            Node:
              type: object
              properties:
                next: {|CG9011:{ $dynamicRef: '#node' }|}
                list: { $ref: '#/components/schemas/List' }
            List: {|CG9011:{ type: array, items: { $ref: '#/components/schemas/List' } }|}
            """));

        Assert.Equal("record Node { next?: json?, list?: [json?] }", ModelText.Of(contract.Types));
    }

    [Fact]
    public void Names_that_are_one_in_C_sharp_are_a_finding_and_the_one_written_so_has_it()
    {
        var contract = Contract.BindMarked(Shapes.Text("3.1.0", """
            {|CG9014:order|}: { type: object, properties: { a: { type: string } } }
            Order: { type: object, properties: { b: { type: string } } }
            """));

        Assert.Equal("record OrderModel { a?: string }\nrecord Order { b?: string }", ModelText.Of(contract.Types));
    }

    [Fact]
    public void References_that_lead_nowhere_or_in_a_circle_are_findings_and_JSON()
    {
        var contract = Contract.BindMarked(Shapes.Text("3.1.0", """
            Pet:
              type: object
              properties:
                lost: { $ref: {|CG9105:'#/components/schemas/Pot'|} }
                round: { $ref: '#/components/schemas/Round' }
            Round: {|CG9105:{ $ref: '#/components/schemas/Round' }|}
            """));

        Assert.Equal("record Pet { lost?: json?, round?: json? }", ModelText.Of(contract.Types));
    }

    [Fact]
    public void A_base_that_derives_from_itself_is_read_once() => Assert.Equal(
        "record A { y?: string, x?: string }\nrecord B { x?: string, y?: string }",
        Shapes.Of("3.0.3", """
            A: { allOf: [{ $ref: '#/components/schemas/B' }], properties: { x: { type: string } } }
            B: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { y: { type: string } } }
            """));
}
