using ClientGen.Specs.Names;

namespace ClientGen.Specs.Tests.Names;

public sealed class NamingTests
{
    [Theory]
    [InlineData("webRTCSupported", "WebRTCSupported")]
    [InlineData("app_key", "AppKey")]
    [InlineData("X-Token-Expire", "XTokenExpire")]
    [InlineData("zh-CN", "ZhCN")]
    [InlineData("createcall", "Createcall")]
    [InlineData("2fa", "Value2fa")]
    // Otherwise x1_2 and x12 would be one name.
    [InlineData("x1_2", "X1_2")]
    [InlineData("größe", "Größe")]
    [InlineData("名称", "名称")]
    [InlineData("", "Value")]
    [InlineData("---", "Value")]
    public void Pascal(string name, string expected) => Assert.Equal(expected, Naming.Pascal(name));

    [Theory]
    [InlineData("X-Token-Expire", "xTokenExpire")]
    [InlineData("URL", "url")]
    [InlineData("URLText", "urlText")]
    [InlineData("ID", "id")]
    [InlineData("petId", "petId")]
    [InlineData("class", "class")]
    [InlineData("", "value")]
    public void Camel(string name, string expected) => Assert.Equal(expected, Naming.Camel(name));

    [Theory]
    [InlineData("call_stop", "CallStop")]
    [InlineData("", "Empty")]
    [InlineData("168101", "Value168101")]
    [InlineData("-1", "ValueMinus1")]
    [InlineData("+1", "ValuePlus1")]
    [InlineData("<=", "ValueLessEqual")]
    [InlineData("*", "ValueStar")]
    [InlineData("1.5", "Value1_5")]
    public void EnumMember(string value, string expected) => Assert.Equal(expected, Naming.EnumMember(value));

    [Fact]
    public void The_first_free_candidate_is_taken_and_numbers_are_the_last_resort()
    {
        var names = new NameScope("Taken");

        Assert.Equal(["A", "AKind", "A2", "A3", "B"], new[] { names.Take("A", "AKind"), names.Take("A", "AKind"), names.Take("A", "AKind"), names.Take("A"), names.Take("Taken", "B") });
        Assert.True(names.IsTaken("A3"));
        Assert.False(names.IsTaken("A4"));
    }

    [Fact]
    public void Very_long_names_are_cut() => Assert.Equal(256, Naming.Pascal(new string('a', 5000)).Length);
}
