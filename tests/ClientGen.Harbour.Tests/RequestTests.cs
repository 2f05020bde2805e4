using System.Text;
using Harbour;

namespace ClientGen.Harbour.Tests;

/// <summary>What an invented contract says of requests is what arrives.</summary>
public class RequestTests : HarbourTest
{
    private const string Granted = """{"verdict":{"state":"GRANTED"},"tugsReady":true,"weather":"calm"}""";

    [Fact]
    public async Task Parameters_travel_in_their_styles_and_credentials_in_their_places()
    {
        Server.Answers(Granted);
        await Client.AskClearanceAsync(7, [Cargo.Grain, Cargo.LiveStock], new ShipSize { Length = 90, Beam = 12 }, 4.5, "dog watch", Token);

        var arrival = Assert.Single(Server.Arrivals);
        Assert.Equal("GET /berths/.7/clearance?cargo=grain|live-stock&size%5Blength%5D=90&size%5Bbeam%5D=12&key=k%261", arrival.ToString().Replace("%7C", "|"));
        Assert.Equal("4.5", arrival.Headers["X-Draught"]);
        Assert.Equal("watch=dog%20watch", arrival.Headers["Cookie"]);
        Assert.Equal("Bearer first", arrival.Headers["Authorization"]);
    }

    [Fact]
    public async Task What_is_not_given_is_not_sent()
    {
        Server.Answers(Granted);
        await Client.AskClearanceAsync(7, cancellationToken: Token);

        var arrival = Assert.Single(Server.Arrivals);
        Assert.Equal("GET /berths/.7/clearance?key=k%261", arrival.ToString());
        Assert.DoesNotContain("X-Draught", arrival.Headers.Keys);
        Assert.DoesNotContain("Cookie", arrival.Headers.Keys);
    }

    [Fact]
    public async Task A_form_is_encoded_field_by_field()
    {
        Server.Answers("""{"token":"t"}""", 201);
        var session = await Client.OpenPilotSessionAsync("Ahab & co", "white whale", Token);

        Assert.Equal("t", session.Token);
        Assert.Equal("pilot=Ahab+%26+co&pass-phrase=white+whale", Assert.Single(Server.Arrivals).Body.Replace("%20", "+"));
    }

    [Fact]
    public async Task A_multipart_body_carries_text_and_a_file()
    {
        Server.Answers("", 202);
        await Client.FileLogbookAsync("Pequod", new FilePart(new MemoryStream("call me"u8.ToArray()), "log.txt", "text/plain"), cancellationToken: Token);

        var body = Assert.Single(Server.Arrivals).Body;
        Assert.Contains("name=ship", body.Replace("\"", ""));
        Assert.Contains("Pequod", body);
        Assert.Contains("filename=log.txt", body.Replace("\"", ""));
        Assert.Contains("call me", body);
        Assert.DoesNotContain("remarks", body);
    }

    [Fact]
    public async Task Bytes_come_down_as_a_stream()
    {
        Server.Answers(static async context =>
        {
            context.Response.ContentType = "application/octet-stream";
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("ink"));
        });
        await using var logbook = await Client.FetchLogbookAsync(Token);
        using var reader = new StreamReader(logbook.Content);
        Assert.Equal("ink", await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task Null_and_absent_are_two_things_in_a_patch()
    {
        Server.Answers(Granted).Answers(Granted).Answers(Granted);
        await Client.AmendShipAsync(1, new ShipPatch { Name = "Rachel" }, Token);
        await Client.AmendShipAsync(1, new ShipPatch { Built = null }, Token);
        await Client.AmendShipAsync(1, new ShipPatch { Built = new DateOnly(1841, 1, 3) }, Token);

        Assert.Equal(["""{"name":"Rachel"}""", """{"built":null}""", """{"built":"1841-01-03"}"""], Server.Arrivals.Select(static arrival => arrival.Body));
    }

    [Fact]
    public async Task A_case_of_a_union_is_written_as_its_own_schema()
    {
        Server.Answers(Granted).Answers(Granted);
        var issued = new DateTimeOffset(1841, 1, 3, 8, 30, 0, TimeSpan.Zero);
        await Client.MoorShipAsync(1, new Ship { Name = "a", Cargo = [Cargo.Ore], Papers = new Licence { Number = "12", Issued = issued } }, Token);
        await Client.MoorShipAsync(1, new Ship { Name = "b", Cargo = [], Papers = new ShipPapersString("lost at sea"), Tender = new Ship { Name = "c", Cargo = [] } }, Token);

        Assert.Equal(
            [
                """{"name":"a","cargo":["ore"],"papers":{"number":"12","issued":"03.01.1841 08:30"}}""",
                """{"name":"b","cargo":[],"tender":{"name":"c","cargo":[]},"papers":"lost at sea"}""",
            ],
            Server.Arrivals.Select(static arrival => arrival.Body));
    }
}
