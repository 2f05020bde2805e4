using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactCenter.NSwag.Tests;

/// <summary>NSwag's controllers understand what our clients send as it was meant.</summary>
public sealed class OurRequestTests : IAsyncLifetime
{
    private const int Tests = 60;

    private readonly Recorder _recorder = new();
    private WebApplication _app = null!;
    private OurClients _clients = null!;

    public static TheoryData<string> Compared => [.. Operations.Compared];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddMvcCore(mvc => mvc.Filters.Add(_recorder)).ConfigureApplicationPartManager(static parts =>
        {
            parts.ApplicationParts.Clear();
            parts.ApplicationParts.Add(new AssemblyPart(typeof(OurRequestTests).Assembly));
        });
        _app = builder.Build();
        _app.MapControllers();
        await _app.StartAsync();
        _clients = new(_app.GetTestServer().CreateHandler());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Compared))]
    public void Arrives_as_it_was_meant(string operation)
    {
        var method = Operations.OfOurs(operation);
        Holds.ForAll(Tests, async seed =>
        {
            var samples = new Samples(seed);
            var sent = method.GetParameters().SkipLast(1).Select(parameter => (parameter.Name, Value: Known.InQuery(parameter, samples.Argument(parameter)))).ToList();
            var call = await CallAsync(method, [.. sent.Select(static argument => argument.Value)]);
            Assert.Equal(Canonical.Name(operation), Canonical.Name(call.Action));
            Assert.Empty(call.Faults);
            Assert.Equal(
                Canonical.Text(new Map(sent.Select(static argument => (Canonical.Name(argument.Name!), Canonical.Of(argument.Value))))),
                Canonical.Text(new Map(call.Arguments.Select(static argument => (Canonical.Name(argument.Key), Canonical.Of(argument.Value))))));
        });
    }

    /// <summary>Sends a request and says what the controller was called with.</summary>
    internal async Task<Call> CallAsync(MethodInfo operation, params object?[] arguments)
    {
        await _clients.SendAsync(operation, arguments);
        return _recorder.Take();
    }
}
