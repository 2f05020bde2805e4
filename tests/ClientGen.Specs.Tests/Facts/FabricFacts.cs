using ClientGen.Specs.Model;
using ClientGen.Specs.Tests.Schemas;

namespace ClientGen.Specs.Tests.Facts;

/// <summary>What is known of the token service appears in its contract. The tables were typed from the fact sheet, not from the contract.</summary>
public sealed class FabricFacts
{
    private static readonly Contract Bound = Contract.Ours("fabric.openapi.yaml");

    public static IEnumerable<TheoryDataRow<string>> Members => FactRows.Of("""
        tokenByAkSk in app_key string Y
        tokenByAkSk in app_secret string Y
        # T9: every value is a string, numbers included.
        tokenByAkSk out AccessToken string Y
        tokenByAkSk out ApplyType string Y =Bearer
        tokenByAkSk out CreateTime string Y
        tokenByAkSk out Expires string Y
        tokenByAkSk out Scope string ?
        tokenByAkSk out AppKey string ?
        tokenByAkSk out UserID string ?
        """);

    [Theory]
    [MemberData(nameof(Members))]
    public void Member(string row) => new WireModel(Bound).Check(row);

    [Fact]
    public void The_call_is_as_documented()
    {
        var token = Assert.Single(Bound.Client.Operations);
        Assert.Equal(("POST", "/apigovernance/api/oauth/tokenByAkSk"), (token.Method, token.Path));
        var lifetime = Assert.Single(token.Parameters);
        Assert.Equal(("X-Token-Expire", ParameterPlace.Header, true, "3600"), (lifetime.WireName, lifetime.Place, lifetime.Required, lifetime.Limits.Maximum));
        // T5: the token's answer has no result code, so the status alone decides.
        Assert.Null(token.Success);
        Assert.All(token.Security, static alternative => Assert.Empty(alternative));
    }

    [Fact]
    public void Secrets_are_marked()
    {
        var wire = new WireModel(Bound);
        Assert.True(wire.Member(wire.Body("tokenByAkSk", "in"), "app_secret").IsSecret);
        Assert.True(wire.Member(wire.Body("tokenByAkSk", "out"), "AccessToken").IsSecret);
    }

    [Fact]
    public void Errors_carry_two_texts_and_may_lack_both()
    {
        var answers = Assert.Single(Bound.Client.Operations).Answers.Where(static answer => !answer.IsSuccess).ToList();
        Assert.NotEmpty(answers);
        Assert.Contains(answers, static answer => answer.Form == BodyForm.Json);
        Assert.Equal("record ApiFabricError { errorCode?: string, exceptionInfo?: string }", ModelText.Of(Bound.Type("ApiFabricError")));
    }
}
