using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Benchmarks.Transport;
using ClientGen.Json;
using ContactCenter.Rtc;
using ContactCenter.Rtc.Serialization;

namespace Benchmarks.Fees;

/// <summary>What reading and writing a fee callback share: one body of 50 records with 30 members each.</summary>
public abstract class Fees
{
    private const int Records = 50;

    private protected static readonly JsonSerializerOptions NSwagOptions = new();

    private readonly ArrayBufferWriter<byte> _target = new(256 * 1024);

    private protected byte[] Json { get; private set; } = [];

    private protected FeeBody Typed { get; private set; } = null!;

    private protected NSwag.Rtc.FeeNotification NSwagTyped { get; private set; } = null!;

    private protected FeeNotification ClientGenTyped { get; private set; } = null!;

    private protected Utf8JsonWriter Writer { get; private set; } = null!;

    [GlobalSetup]
    public void Setup()
    {
        Json = FeeBodies.Of(Records);
        // One writer for every peer. What people send has no needless escapes, and code that was tested needs no check of its braces.
        Writer = new(_target, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        Typed = LimitFeeReader.Read(Json);
        NSwagTyped = JsonSerializer.Deserialize<NSwag.Rtc.FeeNotification>(Json, NSwagOptions)!;
        ClientGenTyped = JsonText.Parse(FeeNotificationJson.Instance, Json);
        CheckAgreement();
    }

    /// <summary>Begins a body in the same memory as the last one.</summary>
    private protected Utf8JsonWriter NewBody()
    {
        _target.ResetWrittenCount();
        Writer.Reset(_target);
        return Writer;
    }

    // Each peer writes what it read; if any lost or changed something, the texts differ from the body that came in.
    private void CheckAgreement()
    {
        var sourceGen = JsonSerializer.Deserialize(Json, FeeJson.Default.FeeBody)!;
        Agreement.Check(
            "The fee body",
            ("as it came", Normal(Json)),
            ("limit", Written(writer => LimitFeeWriter.Write(writer, Typed))),
            ("source-gen", Written(writer => JsonSerializer.Serialize(writer, sourceGen, FeeJson.Default.FeeBody))),
            ("NSwag", Written(writer => JsonSerializer.Serialize(writer, NSwagTyped, NSwagOptions))),
            ("ClientGen", Written(writer => FeeNotificationJson.Instance.WriteValue(writer, ClientGenTyped))));
    }

    private string Written(Action<Utf8JsonWriter> write)
    {
        write(NewBody());
        Writer.Flush();
        return Normal(_target.WrittenSpan);
    }

    // Members in order of their names, without nulls, which NSwag writes for what is absent.
    private static string Normal(ReadOnlySpan<byte> json)
    {
        var body = JsonNode.Parse(json)!;
        var records = body["feeLst"]!.AsArray().Select(static record => string.Join(
            ", ", record!.AsObject().Where(static m => m.Value is not null).OrderBy(static m => m.Key, StringComparer.Ordinal).Select(static m => $"{m.Key}={m.Value!.ToJsonString()}")));
        return $"{body["eventType"]}\n{string.Join("\n", records)}";
    }
}
