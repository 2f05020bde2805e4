using System.ComponentModel;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ContactCenter.Rtc.Serialization;

namespace Benchmarks.Fees;

/// <summary>A fee callback, typed → JSON, into memory and through a writer that are used again.</summary>
[Description("fee body, write")]
public class WriteFees : Fees
{
    [Benchmark(Baseline = true, Description = "limit")]
    public void Limit()
    {
        var writer = NewBody();
        LimitFeeWriter.Write(writer, Typed);
        writer.Flush();
    }

    [Benchmark(Description = "ClientGen")]
    public void ClientGen()
    {
        var writer = NewBody();
        FeeNotificationJson.Instance.WriteValue(writer, ClientGenTyped);
        writer.Flush();
    }

    [Benchmark(Description = "System.Text.Json source-gen")]
    public void SourceGen() => JsonSerializer.Serialize(NewBody(), Typed, FeeJson.Default.FeeBody);

    [Benchmark(Description = "NSwag")]
    public void NSwag() => JsonSerializer.Serialize(NewBody(), NSwagTyped, NSwagOptions);
}
