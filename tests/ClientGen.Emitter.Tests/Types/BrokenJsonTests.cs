using System.Text;
using System.Text.Json;
using static ClientGen.Emitter.Tests.Types.Model;

namespace ClientGen.Emitter.Tests.Types;

/// <summary>Whatever arrives, a codec gives a value or a <see cref="JsonException"/>.</summary>
public sealed class BrokenJsonTests
{
    private static readonly LiveTypes Live = LiveTypes.Of(
        Samples.Parcel, Samples.Speed, Samples.Size, Samples.Event, Samples.Moved, Samples.Delivered, Samples.Quiet, Samples.EventCode,
        Samples.Place, Samples.Warehouse, Samples.Address);

    public static readonly TheoryData<string, string> Whole = new()
    {
        { "Parcel", """{"id":"A\u00e9\n1","weight":0.5,"size":1,"speed":"warp","note":null,"pieces":3,"speeds":["slow","x"],"speedOf":{"a":["slow",null]},"sentAt":"2026-03-01T10:00:00Z","seenAt":"2026-03-01 10:00:00","day":"2026-03-01","key":"6f9619ff-8b86-d011-b42d-00c04fc964ff","link":"aHR0cHM6Ly9leGFtcGxlLm9yZy8=","photo":"AQID","count":"12","price":1.10,"x":{"y":[1,2]}}""" },
        { "Event", """{"at":"x","from":"y","code":100,"to":null}""" },
        { "Event", """{"code":200,"at":"x","signature":"s"}""" },
        { "Event", """{"code":"300","at":{"a":[1]}}""" },
        { "Place", """[{"depot":"d","country":"c"},{"street":"s"},"slow","2026-03-01",7,[{"x":1}]]""" },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void Json_that_ends_too_early_is_refused(string type, string json)
    {
        for (var length = 0; length < json.Length; length++)
        {
            var part = json[..length];
            Assert.ThrowsAny<JsonException>(() => (object)Live.Read(type, part));
        }
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_changed_byte_gives_a_value_or_an_error_that_names_the_json(string type, string json)
    {
        var random = new Random(7);
        var refused = 0;
        for (var run = 0; run < 2000; run++)
        {
            var bytes = Encoding.UTF8.GetBytes(json);
            for (var change = 0; change <= run % 3; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                Live.Write((object)Live.Read(type, bytes), type);
            }
            catch (JsonException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 1999);
    }
}
