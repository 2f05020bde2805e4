using System.ComponentModel;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ClientGen.Json;
using ContactCenter.Rtc.Serialization;

namespace Benchmarks.Fees;

/// <summary>A fee callback, JSON → typed. NSwag's times stay text, as its types say.</summary>
[Description("fee body, read")]
public class ReadFees : Fees
{
    [Benchmark(Baseline = true, Description = "limit")]
    public object Limit() => LimitFeeReader.Read(Json);

    [Benchmark(Description = "ClientGen")]
    public object ClientGen() => JsonText.Parse(FeeNotificationJson.Instance, Json);

    [Benchmark(Description = "System.Text.Json source-gen")]
    public object? SourceGen() => JsonSerializer.Deserialize(Json, FeeJson.Default.FeeBody);

    [Benchmark(Description = "NSwag")]
    public object? NSwagTypes() => JsonSerializer.Deserialize<NSwag.Rtc.FeeNotification>(Json, NSwagOptions);
}
