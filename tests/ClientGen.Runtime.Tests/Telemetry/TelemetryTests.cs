using System.Diagnostics;
using System.Diagnostics.Metrics;
using ClientGen.Http;
using ClientGen.Testing;
using ClientGen.Tests.Stubs;

namespace ClientGen.Tests.Telemetry;

/// <summary>What a client tells about its calls, and that it never tells secrets or personal data.</summary>
public class TelemetryTests
{
    private const string Secret = "s3cret";

    [Fact]
    public async Task Log_lines_name_operation_status_and_time_and_nothing_else()
    {
        var log = new ListLogger();
        var clock = new FakeClock();
        var server = new StubServer().Answers(401, Secret).Does((_, _) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(12));
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent($$"""{"name":"{{Secret}}","age":1}""") });
        }).Breaks(new HttpRequestException(Secret));
        var pipeline = Pipeline(server, options => (options.LoggerFactory, options.TimeProvider) = (log, clock));
        await CallAsync(pipeline);
        await Assert.ThrowsAsync<TransportException>(() => CallAsync(pipeline));
        Assert.Equal(
            [
                "Information: telemetry was answered 401; credentials renewed, sending once more",
                "Debug: telemetry answered 200 after 12.0 ms",
                "Debug: telemetry failed after 0.0 ms: TransportException",
            ],
            log.Lines);
    }

    [Fact]
    public async Task A_span_for_each_call()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == ClientGenTelemetry.ActivitySourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.OperationName == "telemetry")
                    spans.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var pipeline = Pipeline(new StubServer().Answers(200, Pets.Json).Answers(500, Secret));
        await CallAsync(pipeline);
        await Assert.ThrowsAsync<UndocumentedAnswerException>(() => CallAsync(pipeline));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], spans.Select(static span => span.Status));
        Assert.Equal(
            "clientgen.client=PetsClient clientgen.operation=telemetry http.request.method=POST http.response.status_code=500 error.type=UndocumentedAnswerException",
            string.Join(' ', spans[1].TagObjects.Select(static tag => $"{tag.Key}={tag.Value}")));
        Assert.DoesNotContain(Secret, string.Join(' ', spans.SelectMany(static span => span.TagObjects)), StringComparison.Ordinal);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task Durations_and_renewals_are_measured()
    {
        var measured = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == ClientGenTelemetry.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        void Add(string name, string value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var text = string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"));
            lock (measured)
            {
                if (text.Contains("telemetry", StringComparison.Ordinal))
                    measured.Add($"{name} {value} {text}");
            }
        }

        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value >= 0 ? "s" : "?", tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value.ToString(), tags));
        listener.Start();
        await CallAsync(Pipeline(new StubServer().Answers(401).Answers(200, Pets.Json)));
        Assert.Equal(
            [
                "clientgen.credential.renewals 1 clientgen.operation=telemetry",
                "clientgen.call.duration s clientgen.client=PetsClient clientgen.operation=telemetry http.response.status_code=200",
            ],
            measured);
    }

    private static ApiPipeline Pipeline(StubServer server, Action<ApiClientOptions>? configure = null) => Pets.Pipeline(server, options =>
    {
        var number = 0;
        options.Credentials = new RenewingCredentials(
            _ => new(new Dictionary<string, Credential> { ["token"] = new(Secret + ++number), ["key"] = new(Secret) }));
        configure?.Invoke(options);
    });

    private static Task<Pet> CallAsync(ApiPipeline pipeline)
    {
        var request = pipeline.Request(new("telemetry", HttpMethod.Post, "/secured") { Security = [["token", "key"]] });
        request.Query("name", Secret);
        request.JsonBody(PetJson.Instance, new(Secret, 3));
        return pipeline.SendAsync(request, Pets.Rule, default);
    }
}
