using ClientGen.Http;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Http;

/// <summary>The table "Style Examples" of OpenAPI 3.1, with its own values.</summary>
public class ParameterStyleTests
{
    private static readonly string[] Array = ["blue", "black", "brown"];
    private static readonly Dictionary<string, string> Object = new() { ["R"] = "100", ["G"] = "200", ["B"] = "150" };

    [Theory]
    [InlineData(ParameterStyle.Matrix, false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Matrix, true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150")]
    [InlineData(ParameterStyle.Label, false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Label, true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150")]
    [InlineData(ParameterStyle.Simple, false, "blue", "blue,black,brown", "R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Simple, true, "blue", "blue,black,brown", "R=100,G=200,B=150")]
    public async Task Path(ParameterStyle style, bool explode, string text, string array, string @object)
    {
        Assert.Equal("/c/" + text, await TargetAsync(request => request.Path("color", "blue", style)));
        Assert.Equal("/c/" + array, await TargetAsync(request => request.Path("color", Array, style, explode)));
        Assert.Equal("/c/" + @object, await TargetAsync(request => request.Path("color", Object, style, explode)));
    }

    [Theory]
    [InlineData(ParameterStyle.Form, false, "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.Form, true, "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, false, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.DeepObject, true, null, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    public async Task Query(ParameterStyle style, bool explode, string? array, string @object)
    {
        if (array is not null)
            Assert.Equal("/c/x?" + array, await TargetAsync(request => request.Query("color", Array, style, explode)));
        Assert.Equal("/c/x?" + @object, await TargetAsync(request => request.Query("color", Object, style, explode)));
    }

    [Fact]
    public async Task Query_of_a_scalar_and_of_an_empty_one()
    {
        Assert.Equal("/c/x?color=blue", await TargetAsync(request => request.Query("color", "blue")));
        Assert.Equal("/c/x?color=", await TargetAsync(request => request.Query("color", "")));
        Assert.Equal("/c/x", await TargetAsync(request => request.Query("color", (string?)null)));
        Assert.Equal("/c/x", await TargetAsync(request => request.Query("color", System.Array.Empty<string>(), ParameterStyle.Form, explode: false)));
    }

    [Fact]
    public async Task Headers_and_cookies_have_commas()
    {
        var seen = await SendAsync(request =>
        {
            request.Header("X-List", Array);
            request.Header("X-Object", Object, explode: false);
            request.Header("X-Exploded", Object, explode: true);
            request.Cookie("color", Array);
            request.Cookie("size", "a b");
        });
        Assert.Equal("blue,black,brown", seen.Header("X-List"));
        Assert.Equal("R,100,G,200,B,150", seen.Header("X-Object"));
        Assert.Equal("R=100,G=200,B=150", seen.Header("X-Exploded"));
        Assert.Equal("color=blue,black,brown; size=a%20b", seen.Header("Cookie"));
    }

    [Fact]
    public async Task Everything_that_could_mean_something_else_is_escaped()
    {
        Assert.Equal("/c/a%2Fb%3Fc%23d%20%25%2C", await TargetAsync(request => request.Path("color", "a/b?c#d %,")));
        Assert.Equal("/c/x?q=a%26b%3D%2B%20%E4%B8%AD%F0%9F%90%95", await TargetAsync(request => request.Query("q", "a&b=+ 中🐕")));
        Assert.Equal("/c/x?q%26=1", await TargetAsync(request => request.Query("q&", "1")));
        // Half of a surrogate pair is no text; U+FFFD stands for it.
        Assert.Equal("/c/x?q=%EF%BF%BD!", await TargetAsync(request => request.Query("q", "\ud83d!", allowReserved: true)));
    }

    [Fact]
    public async Task Allowed_reserved_characters_stay_where_a_query_may_have_them() =>
        Assert.Equal("/c/x?u=https://h/p?a=b;c%26d%23%2B%5B", await TargetAsync(request => request.Query("u", "https://h/p?a=b;c&d#+[", allowReserved: true)));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_path_value_that_would_name_another_path_is_refused(string value)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => TargetAsync(request => request.Path("color", value)));
        Assert.Equal("color", error.ParamName);
    }

    [Fact]
    public async Task A_path_value_that_is_missing_is_refused()
    {
        var pipeline = Pets.Pipeline(new StubServer());
        var error = await Assert.ThrowsAsync<ArgumentException>(() => pipeline.SendAsync(pipeline.Request(Pets.Get), Pets.Rule, default));
        Assert.Equal("id", error.ParamName);
    }

    [Theory]
    [InlineData("x\r\nHost: evil")]
    [InlineData("x\0")]
    [InlineData("中")]
    public async Task A_header_value_cannot_become_another_header(string value)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(request => request.Header("X-Name", value)));
        Assert.DoesNotContain(value, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@evil.example/x", "https://pets.example/v1/@evil.example/x")]
    [InlineData("/a b/{x", "https://pets.example/v1/a%20b/%7Bx")]
    [InlineData("/a%20b%zz#f", "https://pets.example/v1/a%20b%25zz%23f")]
    [InlineData("//double//slash", "https://pets.example/v1//double//slash")]
    public async Task A_template_stays_on_its_server(string template, string url)
    {
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server);
        await pipeline.SendAsync(pipeline.Request(new("op", HttpMethod.Get, template)), Pets.Rule, default);
        Assert.Equal(url, server.Requests[0].Url);
    }

    [Fact]
    public async Task A_template_with_a_query_of_its_own_goes_on_with_an_ampersand()
    {
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server);
        var request = pipeline.Request(new("op", HttpMethod.Get, "/blob?comp=list"));
        request.Query("a", "1");
        await pipeline.SendAsync(request, Pets.Rule, default);
        Assert.Equal("https://pets.example/v1/blob?comp=list&a=1", server.Requests[0].Url);
    }

    private static async Task<string> TargetAsync(Action<ApiRequest> fill) => (await SendAsync(fill)).Url[Pets.Server.Length..];

    private static async Task<Seen> SendAsync(Action<ApiRequest> fill)
    {
        var server = new StubServer().Answers(200, Pets.Json);
        var pipeline = Pets.Pipeline(server);
        var request = pipeline.Request(new("op", HttpMethod.Get, "/c/{color}"));
        request.Path("color", "x");
        fill(request);
        await pipeline.SendAsync(request, Pets.Rule, default);
        return server.Requests[0];
    }
}
