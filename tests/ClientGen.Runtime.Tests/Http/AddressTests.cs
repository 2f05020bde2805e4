using ClientGen.Http;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Http;

/// <summary>Addresses go out as they are written, and handlers that take addresses apart, as test servers do, can.</summary>
public class AddressTests
{
    [Theory]
    [InlineData("x", "/c/x")]
    [InlineData("a/b?c#d %,", "/c/a%2Fb%3Fc%23d%20%25%2C")]
    [InlineData("漢字 🐋", "/c/%E6%BC%A2%E5%AD%97%20%F0%9F%90%8B")]
    public async Task A_handler_may_take_an_address_apart(string color, string path)
    {
        var address = await AddressAsync("/c/{color}", color);
        Assert.Equal("/v1" + path + "?q=%26", address.GetComponents(UriComponents.PathAndQuery, UriFormat.UriEscaped));
        Assert.Equal("/v1" + path, address.AbsolutePath);
    }

#if !NETSTANDARD_RUNTIME
    [Theory]
    [InlineData("/a/../{color}")]
    [InlineData("/a/%2e%2E/{color}")]
    public async Task An_address_that_reading_would_change_goes_out_all_the_same(string template)
    {
        var address = await AddressAsync(template, "x");
        Assert.Equal($"/v1{template.Replace("{color}", "x", StringComparison.Ordinal)}?q=%26", address.PathAndQuery);
    }
#endif

    private static async Task<Uri> AddressAsync(string template, string color)
    {
        var line = new Line();
        using var invoker = new HttpMessageInvoker(line);
        var pipeline = new ApiPipeline(invoker, new("Pets"), new ApiClientOptions { BaseAddress = new("https://pets.example/v1") });
        var request = pipeline.Request(new("op", HttpMethod.Get, template));
        request.Path("color", color);
        request.Query("q", "&");
        await pipeline.SendAsync(request, Pets.Rule, TestContext.Current.CancellationToken);
        return line.Address!;
    }

    private sealed class Line : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Pets.Json, null, "application/json") });
        }
    }
}
