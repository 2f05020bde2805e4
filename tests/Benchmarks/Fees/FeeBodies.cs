using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks.Fees;

/// <summary>Fee callbacks of any size, made from the real record. Same number, same bytes.</summary>
internal static class FeeBodies
{
    /// <summary>A body of so many records, each with 30 members and values of its own.</summary>
    public static byte[] Of(int records)
    {
        var sample = JsonNode.Parse(Sample.OneFeeRecord)!;
        var body = new JsonObject { ["eventType"] = "fee" };
        var list = new JsonArray();
        for (var i = 0; i < records; i++)
            list.Add(Record(sample["feeLst"]![0]!.DeepClone().AsObject(), i));
        body["feeLst"] = list;
        return System.Text.Encoding.UTF8.GetBytes(body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private static JsonObject Record(JsonObject record, int number)
    {
        var begin = new DateTime(2019, 1, 24, 3, 4, 24, DateTimeKind.Utc).AddSeconds(37 * number);
        record["icid"] = string.Create(CultureInfo.InvariantCulture, $"CAE-{begin:yyyyMMddHHmmss}-{12019775 + number}");
        record["sessionId"] = string.Create(CultureInfo.InvariantCulture, $"1201_{612 + number}_4294967295_{begin:yyyyMMddHHmmss}@callenabler.example");
        record["calleeNum"] = string.Create(CultureInfo.InvariantCulture, $"+86138{number:00000000}");
        record["callOutStartTime"] = Text(begin);
        record["callOutAlertingTime"] = Text(begin.AddSeconds(3));
        record["callOutAnswerTime"] = Text(begin.AddSeconds(7));
        record["fwdStartTime"] = Text(begin.AddSeconds(7));
        record["fwdAlertingTime"] = Text(begin.AddSeconds(12));
        record["fwdAnswerTime"] = Text(begin.AddSeconds(14));
        record["callEndTime"] = Text(begin.AddSeconds(25 + number));
        record["fwdUnaswRsn"] = number % 5 == 4 ? 17 : 0;
        // The sample has 26 members; a recorded call has four more.
        record["recordFlag"] = 1;
        record["recordStartTime"] = Text(begin.AddSeconds(14));
        record["recordObjectName"] = string.Create(CultureInfo.InvariantCulture, $"{begin:yyyyMMdd}/{number:0000}.wav");
        record["recordBucketName"] = "record-example";
        record["recordDomain"] = "records.example";
        return record;
    }

    private static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
