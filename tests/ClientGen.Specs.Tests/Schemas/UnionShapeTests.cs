using ClientGen.Specs.Model;

namespace ClientGen.Specs.Tests.Schemas;

/// <summary>Alternatives: which hierarchy they become, what chooses a case, and what stands on the base.</summary>
public sealed class UnionShapeTests
{
    private const string CatAndDog = """
        Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
        Dog: { type: object, required: [kind], properties: { kind: { type: string }, barks: { type: boolean } } }

        """;

    [Fact]
    public void A_discriminator_without_a_mapping_takes_the_names_of_the_schemas() => Assert.Equal(
        Lines(
            "record Cat : Pet { kind = \"Cat\": string, lives?: long }",
            "record Dog : Pet { kind = \"Dog\": string, barks?: bool }",
            "union Pet by kind: string { Cat \"Cat\" | Dog \"Dog\" | UnknownPet }"),
        Shapes.Of("3.0.3", CatAndDog + "Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }"));

    [Fact]
    public void A_mapping_may_name_schemas_by_reference_or_by_name_and_one_of_them_twice() => Assert.Equal(
        Lines(
            "record Cat : Pet { kind: string, lives?: long }",
            "record Dog : Pet { kind = \"d\": string, barks?: bool }",
            "union Pet by kind: string { Cat \"c\",\"kitten\" | Dog \"d\" | UnknownPet }"),
        Shapes.Of("3.0.3", CatAndDog + """
            Pet:
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
              discriminator: { propertyName: kind, mapping: { c: Cat, d: '#/components/schemas/Dog', kitten: Cat } }
            """));

    [Fact]
    public void Keys_of_a_mapping_are_numbers_where_the_tag_is() => Assert.Equal(
        Lines(
            "record Moved : Event { code = 100: long }",
            "record Gone : Event { code = 200: long }",
            "union Event by code: long { Moved 100 | Gone 200 | UnknownEvent }"),
        Shapes.Of("3.1.0", """
            Moved: { type: object, properties: { code: { type: integer } } }
            Gone: { type: object, properties: { code: { type: integer } } }
            Event:
              oneOf: [{ $ref: '#/components/schemas/Moved' }, { $ref: '#/components/schemas/Gone' }]
              discriminator: { propertyName: code, mapping: { '100': Moved, '200': Gone } }
            """));

    [Fact]
    public void A_tag_that_a_case_forgot_to_declare_is_written_all_the_same() => Assert.Equal(
        Lines(
            "record Cat : Pet { lives?: long, kind = \"Cat\": string }",
            "record Dog : Pet { barks?: bool, kind = \"Dog\": string }",
            "union Pet by kind: string { Cat \"Cat\" | Dog \"Dog\" | UnknownPet }"),
        Shapes.Of("3.0.3", """
            Cat: { type: object, properties: { lives: { type: integer } } }
            Dog: { type: object, properties: { barks: { type: boolean } } }
            Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }
            """));

    [Fact]
    public void Constants_that_differ_are_a_tag_which_one_case_may_lack() => Assert.Equal(
        Lines(
            "enum Code : int { Value1 = 1, Value2 = 2 }",
            "record Moved : Event { id: string inherited, code = 1: Code }",
            "record Gone : Event { id: string inherited, code = 2: Code }",
            "record Quiet : Event { id: string inherited }",
            "union Event by code: Code? { Moved 1 | Gone 2 | Quiet untagged | UnknownEvent } shares id: string"),
        Shapes.Of("3.1.0", """
            Code: { type: integer, enum: [1, 2] }
            Moved: { type: object, required: [id, code], properties: { id: { type: string }, code: { $ref: '#/components/schemas/Code', const: 1 } } }
            Gone: { type: object, required: [id, code], properties: { id: { type: string }, code: { $ref: '#/components/schemas/Code', const: 2 } } }
            Quiet: { type: object, required: [id], properties: { id: { type: string } } }
            Event: { oneOf: [{ $ref: '#/components/schemas/Moved' }, { $ref: '#/components/schemas/Gone' }, { $ref: '#/components/schemas/Quiet' }] }
            """));

    [Fact]
    public void The_base_shows_no_tag_that_its_cases_type_differently() => Assert.Null(
        Assert.IsType<UnionModel>(Contract.Bind(Shapes.Text("3.1.0", """
            A: { type: object, properties: { t: { const: 1 } } }
            B: { type: object, properties: { t: { const: b } } }
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            """)).Type("U")).Tag);

    [Fact]
    public void A_member_called_like_a_case_makes_way_on_the_base_and_in_every_case() => Assert.Equal(
        Lines(
            "record Cat : Pet { cat as CatValue: string inherited, kind as KindValue = \"c\": string }",
            "record Kind : Pet { cat as CatValue: string inherited, kind as KindValue = \"k\": string }",
            "union Pet by kind: string { Cat \"c\" | Kind \"k\" | UnknownPet } shares cat as CatValue: string"),
        Shapes.Of("3.1.0", """
            Cat: { type: object, required: [cat, kind], properties: { cat: { type: string }, kind: { const: c } } }
            Kind: { type: object, required: [cat, kind], properties: { cat: { type: string }, kind: { const: k } } }
            Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Kind' }] }
            """));

    [Fact]
    public void Heirs_of_a_base_with_a_discriminator_are_its_cases_grandchildren_too() => Assert.Equal(
        Lines(
            "union Pet by kind: string { Cat \"Cat\" | Dog \"Dog\" | Tiger \"Tiger\" | UnknownPet } shares name?: string",
            "record Cat : Pet { kind = \"Cat\": string, name?: string inherited, lives?: long }",
            "record Tiger : Pet { kind = \"Tiger\": string, name?: string inherited, lives?: long, stripes?: long }",
            "record Dog : Pet { kind = \"Dog\": string, name?: string inherited }"),
        Shapes.Of("3.0.3", """
            Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string }, name: { type: string } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
            Tiger: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { stripes: { type: integer } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            """));

    [Fact]
    public void An_heir_that_is_a_base_itself_is_one_case_chosen_by_the_tags_of_all_its_own() => Assert.Equal(
        Lines(
            "union Pet by kind { PetCatCase(Cat) \"Tiger\" | Dog \"Dog\" | UnknownPet }",
            "union Cat by kind: string { Tiger \"Tiger\" | UnknownCat } shares stripes?: long",
            "record Tiger : Cat { kind = \"Tiger\": string, stripes?: long inherited }",
            "record Dog : Pet { kind = \"Dog\": string }"),
        Shapes.Of("3.0.3", """
            Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
            Cat: { discriminator: { propertyName: kind }, allOf: [{ $ref: '#/components/schemas/Pet' }] }
            Tiger: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { stripes: { type: integer } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            """));

    [Fact]
    public void Members_beside_alternatives_belong_to_every_case() => Assert.Equal(
        Lines(
            "union Shape by kind: string { ShapeCircle \"c\" | ShapeSquare \"s\" | UnknownShape } shares id: string",
            "record ShapeCircle : Shape { id: string inherited, kind = \"c\": string, radius?: double }",
            "record ShapeSquare : Shape { id: string inherited, kind = \"s\": string, side?: double }"),
        Shapes.Of("3.1.0", """
            Shape:
              type: object
              required: [id]
              properties: { id: { type: string } }
              oneOf:
                - { title: Circle, properties: { kind: { const: c }, radius: { type: number } } }
                - { title: Square, properties: { kind: { const: s }, side: { type: number } } }
            """));

    [Fact]
    public void A_base_under_allOf_beside_alternatives_is_not_lost() => Assert.Equal(
        Lines(
            "record Base { id: string }",
            "union Shape { ShapeWithRadius needs id+radius | ShapeWithSide needs id+side | UnknownShape } shares id: string",
            "record ShapeWithRadius : Shape { id: string inherited, radius: double }",
            "record ShapeWithSide : Shape { id: string inherited, side: double }"),
        Shapes.Of("3.1.0", """
            Base: { type: object, required: [id], properties: { id: { type: string } } }
            Shape:
              allOf: [{ $ref: '#/components/schemas/Base' }]
              oneOf:
                - { required: [radius], properties: { radius: { type: number } } }
                - { required: [side], properties: { side: { type: number } } }
            """));

    [Fact]
    public void Without_a_tag_the_most_demanding_case_is_tried_first() => Assert.Equal(
        Lines(
            "record Small : Size { a: string inherited }",
            "record Big : Size { a: string inherited, b: string }",
            "union Size { Big needs a+b | Small needs a | UnknownSize } shares a: string"),
        Shapes.Of("3.1.0", """
            Small: { type: object, required: [a], properties: { a: { type: string } } }
            Big: { type: object, required: [a, b], properties: { a: { type: string }, b: { type: string } } }
            Size: { anyOf: [{ $ref: '#/components/schemas/Small' }, { $ref: '#/components/schemas/Big' }] }
            """));

    [Fact]
    public void Values_that_are_no_objects_are_wrapped() => Assert.Equal(
        Lines(
            "record Pet : Choice { name?: string }",
            "union Choice { Pet | ChoiceString(string) | ChoiceInt64(long) | ChoiceStringList([string]) | ChoicePetList([Pet]) | ChoiceBooleanMap({bool}) | UnknownChoice }"),
        Shapes.Of("3.1.0", """
            Pet: { type: object, properties: { name: { type: string } } }
            Choice:
              oneOf:
                - $ref: '#/components/schemas/Pet'
                - type: string
                - type: integer
                - { type: array, items: { type: string } }
                - { type: array, items: { $ref: '#/components/schemas/Pet' } }
                - { type: object, additionalProperties: { type: boolean } }
            """));

    [Fact]
    public void A_case_of_two_unions_with_equal_claims_is_wrapped_in_both() => Assert.Equal(
        Lines(
            "record A { x: string }",
            "record B : U { y: string }",
            "record C : V { z: string }",
            "union U { UACase(A) needs x | B needs y | UnknownU }",
            "union V { VACase(A) needs x | C needs z | UnknownV }"),
        Shapes.Of("3.1.0", """
            A: { type: object, required: [x], properties: { x: { type: string } } }
            B: { type: object, required: [y], properties: { y: { type: string } } }
            C: { type: object, required: [z], properties: { z: { type: string } } }
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            V: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/C' }] }
            """));

    [Fact]
    public void A_union_written_in_place_takes_no_case_away_from_a_named_one() => Assert.Equal(
        Lines(
            "record Cat : Pet { kind = \"Cat\": string, lives?: long }",
            "record Dog : Pet { kind = \"Dog\": string, barks?: bool }",
            "union Pet by kind: string { Cat \"Cat\" | Dog \"Dog\" | UnknownPet }",
            "record Home { any?: HomeAny }",
            "union HomeAny { HomeAnyCatCase(Cat) needs kind | HomeAnyDogCase(Dog) needs kind | UnknownHomeAny }"),
        Shapes.Of("3.0.3", CatAndDog + """
            Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }
            Home: { type: object, properties: { any: { anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] } } }
            """));

    [Fact]
    public void Cases_in_another_file_derive_from_the_union_too()
    {
        var contract = Contract.Bind(
            Shapes.Text("3.1.0", "Pet: { oneOf: [{ $ref: 'pets.yaml#/Cat' }, { $ref: 'pets.yaml#/Dog' }], discriminator: { propertyName: kind } }"),
            ("pets.yaml", CatAndDog));

        Assert.Empty(contract.Findings);
        Assert.Equal(
            Lines(
                "union Pet by kind: string { Cat \"Cat\" | Dog \"Dog\" | UnknownPet }",
                "record Cat : Pet { kind = \"Cat\": string, lives?: long }",
                "record Dog : Pet { kind = \"Dog\": string, barks?: bool }"),
            ModelText.Of(contract.Types));
    }

    [Fact]
    public void Cases_that_nothing_tells_apart_are_a_finding()
    {
        Contract.BindMarked(Shapes.Text("3.1.0", """
            A: { type: object, required: [x], properties: { x: { type: string } } }
            B: { type: object, required: [x], properties: { x: { type: integer } } }
            C: { type: object, required: [x], properties: { x: { type: integer }, y: { type: integer } } }
            U: {|CG9019:{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }] }|}
            """));
    }

    [Theory]
    // One alternative, or null and one, is no choice; numbers and texts have a type for all.
    [InlineData("{ oneOf: [{ type: string }] }", "string")]
    [InlineData("{ anyOf: [{ type: integer }, { type: number }] }", "double")]
    [InlineData("{ anyOf: [{ type: string, format: date }, { type: string }] }", "string")]
    [InlineData("{ oneOf: [{ type: string, format: date-time }, { type: string, format: date }] }", "string")]
    [InlineData("{ anyOf: [{ type: string, maxLength: 3 }, { type: string, pattern: a }] }", "string")]
    [InlineData("{ type: object, properties: { a: { type: string } }, anyOf: [{ required: [a] }, { required: [b] }] }", "ThingM")]
    public void What_is_no_choice_becomes_no_union(string schema, string type) => Assert.Equal(type, Shapes.OfMember("3.1.0", schema));

    [Fact]
    public void A_union_may_be_a_case_of_another_and_of_itself() => Assert.Equal(
        Lines(
            "record Leaf : Tree { v?: string }",
            "union Tree { Leaf | TreeTreeList([Tree]) | UnknownTree }",
            "union Wood { WoodTreeCase(Tree) | WoodBoolean(bool) | UnknownWood }"),
        Shapes.Of("3.1.0", """
            Leaf: { type: object, properties: { v: { type: string } } }
            Tree: { oneOf: [{ $ref: '#/components/schemas/Leaf' }, { type: array, items: { $ref: '#/components/schemas/Tree' } }] }
            Wood: { oneOf: [{ $ref: '#/components/schemas/Tree' }, { type: boolean }] }
            """));

    private static string Lines(params string[] lines) => string.Join("\n", lines);
}
