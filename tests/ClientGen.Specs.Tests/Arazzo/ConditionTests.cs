using ClientGen.Specs.Arazzo;
using ClientGen.Specs.Model;

namespace ClientGen.Specs.Tests.Arazzo;

/// <summary>Simple conditions, bound to the C# shape of an answer.</summary>
public class ConditionTests
{
    private static readonly TypeRef Text = TypeRef.String;
    private static readonly TypeRef Number = new(TypeKind.Int32);

    /// <summary>A pet shop's answer: a union told apart by <c>kind</c>, with an untagged case.</summary>
    private static readonly ModelIndex Types = new(
    [
        new UnionModel("Visit", "", "", "", UnionKind.Tagged, "kind", EquatableArray.Of(Member("code", Text)),
            EquatableArray.Of(Case("Sold", "\"sold\""), Case("Fed", "\"fed\""), Case("Nothing", null)), "UnknownVisit"),
        new ObjectModel("Sold", "", "", "", EquatableArray.Of(Member("kind", Text, constant: "\"sold\""), Member("price", Number), Member("pet", new(TypeKind.Named, "Pet"))), TypeRef.Json, "Visit"),
        new ObjectModel("Fed", "", "", "", EquatableArray.Of(Member("kind", Text, constant: "\"fed\""), Member("price", Number, required: false)), TypeRef.Json, "Visit"),
        new ObjectModel("Nothing", "", "", "", default, TypeRef.Json, "Visit"),
        new ObjectModel("Pet", "", "", "", EquatableArray.Of(
            Member("name", Text),
            Member("alive", new(TypeKind.Boolean)),
            Member("weight", new(TypeKind.Int32, Form: TextForm.Text)),
            Member("mood", new(TypeKind.Enum, "Mood")),
            Member("legs", new(TypeKind.Enum, "Legs")),
            Member("tags", new(TypeKind.List, Element: Text)),
            Member("free", TypeRef.Json)), TypeRef.Json),
        new EnumModel("Mood", "", "", "", false, false, "Unknown", EquatableArray.Of(new EnumMemberModel("Good", "good", ""))),
        new EnumModel("Legs", "", "", "", true, false, null, EquatableArray.Of(new EnumMemberModel("Four", "4", ""))),
    ]);

    [Theory]
    [InlineData("$response.body#/name == 'Rex'", "Name == \"Rex\"")]
    [InlineData("$response.body.name == 'Rex'", "Name == \"Rex\"")]
    [InlineData("$message.payload#/name == 'it''s'", "Name == \"it's\"")]
    [InlineData("'Rex' == $response.body#/name", "Name == \"Rex\"")]
    [InlineData("4 < $response.body#/legs", "Legs > 4")]
    [InlineData("$response.body#/alive", "Alive == true")]
    [InlineData("!$response.body#/alive", "not(Alive == true)")]
    [InlineData("$response.body#/name != null", "not(Name == null)")]
    [InlineData("$response.body#/tags/0 == 'small'", "Tags[0] == \"small\"")]
    [InlineData("$response.body.tags[0] == 'small'", "Tags[0] == \"small\"")]
    [InlineData("$response.body#/weight == 12", "Weight == \"12\"")]
    [InlineData("$response.body#/weight >= '12'", "Weight >= \"12\"")]
    [InlineData("$statusCode == 200 && ($response.body#/mood == 'good' || $response.header.X-Mood == 'good')", "and(status == 200, or(Mood == \"good\", header X-Mood == \"good\"))")]
    [InlineData("$statusCode == '200'", "status == 200")]
    [InlineData("$statusCode==200||$statusCode==201", "or(status == 200, status == 201)")]
    [InlineData("$response.body#/free == 1", "Free == 1")]
    [InlineData("true", "true")]
    public void Is_bound(string condition, string bound) => Assert.Equal(bound, Show(Bind(condition, "Pet").Condition!.Expression));

    [Theory]
    [InlineData("$response.body#/kind == 'sold'", "Sold.Kind == \"sold\"")]
    [InlineData("$response.body#/kind != 'sold'", "not(Sold.Kind == \"sold\")")]
    [InlineData("$response.body#/price > 3", "or(Sold.Price > 3, Fed.Price > 3)")]
    [InlineData("$response.body#/pet/name == 'Rex'", "Sold.Pet.Name == \"Rex\"")]
    [InlineData("$response.body#/code == '0'", "Code == \"0\"")]
    // An unknown case has a kind, though not one that we know: that is not "no kind".
    [InlineData("$response.body#/kind == null", "and(Sold.Kind == null, Fed.Kind == null, UnknownVisit.Raw == null)")]
    public void Follows_the_cases_of_a_union(string condition, string bound) => Assert.Equal(bound, Show(Bind(condition, "Visit").Condition!.Expression));

    [Theory]
    [InlineData("$response.body#/nam == 'Rex'", "$response.body#/nam", "Did you mean `name`?")]
    [InlineData("$response.body#/name == 0", "$response.body#/name == 0", "Write '0'.")]
    [InlineData("$response.body#/legs == '4'", "$response.body#/legs == '4'", "Write 4.")]
    [InlineData("$response.body#/mood == 'gut'", "$response.body#/mood == 'gut'", "has no value `gut`")]
    [InlineData("$response.body#/name > 3", "$response.body#/name > 3", "compares numbers")]
    [InlineData("$response.body#/name", "$response.body#/name", "Compare it")]
    [InlineData("$response.body#/alive == tru", "tru", "single quotes")]
    [InlineData("$response.body#/alive == true &&", "", "missing")]
    [InlineData("($statusCode == 200", "(", "not closed")]
    [InlineData("$statusCode = 200", "=", "Write `==`")]
    [InlineData("$statusCode == 'abc", "'abc", "closing quote")]
    [InlineData("$statusCode == 200 or true", "or true", "does not belong")]
    [InlineData("$respose.body#/name == 'Rex'", "$respose.body#/name", "no runtime expression")]
    [InlineData("1 == 1", "1 == 1", "fixed values")]
    [InlineData("$inputs.x == 1", "$inputs.x", "no meaning here")]
    [InlineData("", "", "missing")]
    public void Says_what_is_wrong_and_where(string condition, string place, string message)
    {
        var problem = Bind(condition, "Pet").Problem!.Value;
        Assert.Equal(place, condition.Substring(problem.Start, problem.Length));
        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public void Survives_deep_and_long_text()
    {
        Assert.NotNull(Bind(new string('(', 1000) + "true" + new string(')', 1000), "Pet").Problem);
        Assert.NotNull(Bind(new string('!', 3000) + "true", "Pet").Problem);
        Assert.NotNull(Bind(string.Join("||", Enumerable.Repeat("$statusCode == 200", 400)), "Pet").Problem);
    }

    [Fact]
    public void Broken_text_never_throws()
    {
        var random = new Random(1);
        const string Letters = "$()!=<>&|'\"#/.[]{} \nstatusCode response body 0129";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)]));
            var result = Bind(text, i % 2 == 0 ? "Pet" : "Visit");
            Assert.True(result.Condition is null != result.Problem is null, text);
            if (result.Problem is { } problem)
                Assert.True(problem.Start >= 0 && problem.Length >= 0 && problem.Start + problem.Length <= text.Length, text);
        }
    }

    private static ConditionResult Bind(string condition, string body) => ConditionBinder.Bind(condition, new BodyShape(Types, new TypeRef(TypeKind.Named, body)));

    private static PropertyModel Member(string name, TypeRef type, bool required = true, string? constant = null) =>
        new(name, char.ToUpperInvariant(name[0]) + name[1..], type, required, "", ValueLimits.None, Constant: constant);

    private static UnionCaseModel Case(string name, string? tag) =>
        new(name, new TypeRef(TypeKind.Named, name), false, tag is null ? default : EquatableArray.Of(tag), tag is null, default, default, default, "");

    internal static string Show(ConditionNode node) => node.Kind switch
    {
        ConditionKind.And => $"and({string.Join(", ", node.Children.Select(Show))})",
        ConditionKind.Or => $"or({string.Join(", ", node.Children.Select(Show))})",
        ConditionKind.Not => $"not({Show(node.Children[0])})",
        ConditionKind.Constant => node.Truth ? "true" : "false",
        _ => $"{Show(node.Left!)} {node.Operator} {Show(node.Right!)}",
    };

    private static string Show(Operand operand) => operand.Kind switch
    {
        OperandKind.Literal => operand.Text!,
        OperandKind.Status => "status",
        OperandKind.Header => "header " + operand.Text,
        OperandKind.Expression => operand.Text + string.Concat(operand.Members.Select(static step => "." + step.Name)),
        _ => string.Concat(operand.Members.Select(static step => (step.OnCase is null ? "" : "." + step.OnCase) + (step.Name is null ? $"[{step.JsonName}]" : "." + step.Name))).TrimStart('.'),
    };
}
