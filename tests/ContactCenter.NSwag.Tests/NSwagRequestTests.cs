using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace ContactCenter.NSwag.Tests;

/// <summary>A server that reads with our types understands what NSwag's clients send as it was meant, and they send it where ours do.</summary>
public sealed class NSwagRequestTests : IAsyncLifetime
{
    private const int Tests = 60;

    private WebApplication _app = null!;
    private OurClients _ours = null!;
    private NSwagClients _theirs = null!;
    private Arrival? _arrival;

    public static TheoryData<string> Compared => [.. Operations.Compared.Except(Operations.LeftByNSwagsClient.Keys)];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(async context =>
        {
            _arrival = await Arrival.OfAsync(context.Request);
            context.Response.StatusCode = OurClients.Answer;
        });
        await _app.StartAsync();
        _ours = new(_app.GetTestServer().CreateHandler());
        _theirs = new(_app.GetTestServer().CreateHandler());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Compared))]
    public void Arrives_as_it_was_meant(string operation)
    {
        var (ours, theirs) = (Operations.OfOurs(operation), Operations.OfNSwag(operation));
        var parameters = ours.GetParameters().SkipLast(1).ToList();
        Holds.ForAll(Tests, async seed =>
        {
            var samples = new Samples(seed);
            var meant = new Map(parameters.Select(parameter => (Canonical.Name(parameter.Name!), Canonical.Of(samples.Argument(parameter)))));
            await _theirs.SendAsync(theirs, [.. theirs.GetParameters().SkipLast(1).Select(parameter => Converted.To(parameter.ParameterType, meant.GetValueOrDefault(Canonical.Name(parameter.Name!))))]);

            var arrival = Take();
            Assert.Equal(
                Canonical.Text(meant),
                Canonical.Text(new Map(parameters.Select(parameter => (Canonical.Name(parameter.Name!), Canonical.Of(arrival.Read(parameter)))))));
        });
    }

    [Theory]
    [MemberData(nameof(Compared))]
    public void Goes_where_ours_goes(string operation)
    {
        var (ours, theirs) = (Operations.OfOurs(operation), Operations.OfNSwag(operation));
        Holds.ForAll(5, async seed =>
        {
            var samples = new Samples(seed);
            var arguments = ours.GetParameters().SkipLast(1).Select(parameter => (Name: Canonical.Name(parameter.Name!), Value: samples.Argument(parameter))).ToList();
            await _ours.SendAsync(ours, [.. arguments.Select(static argument => argument.Value)]);
            var expected = Take();
            var meant = new Map(arguments.Select(static argument => (argument.Name, Canonical.Of(argument.Value))));
            await _theirs.SendAsync(theirs, [.. theirs.GetParameters().SkipLast(1).Select(parameter => Converted.To(parameter.ParameterType, meant.GetValueOrDefault(Canonical.Name(parameter.Name!))))]);
            var actual = Take();
            Assert.Equal((expected.Method, expected.Path), (actual.Method, actual.Path));
        });
    }

    private Arrival Take() => Interlocked.Exchange(ref _arrival, null) ?? throw new InvalidOperationException("Nothing arrived.");
}
