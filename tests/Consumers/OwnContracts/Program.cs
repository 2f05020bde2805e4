using System.Net;
using System.Net.Sockets;
using System.Text;
using ClientGen;
using Contoso.Lamps;
using Contoso.Pets;

using var server = new HttpListener();
var address = new Uri($"http://127.0.0.1:{FreePort()}/");
server.Prefixes.Add(address.AbsoluteUri);
server.Start();
var serving = Task.Run(ServeAsync);

using var http = new HttpClient();
var pets = new PetsClient(http, new ApiClientOptions { BaseAddress = address });
var lamps = new LampsClient(http, new ApiClientOptions { BaseAddress = address });

var pet = await pets.GetPetAsync(12);
Console.WriteLine($"pet: {pet.Name}, {pet.Mood}, born {pet.Born:yyyy}");
Console.WriteLine($"no pet: {await pets.GetPetOutcomeAsync(13) is GetPetOutcome.NotFound}");
var lamp = await lamps.SwitchLampAsync(new() { Room = "hall", On = true });
Console.WriteLine($"lamp: {lamp.Room}, {lamp.On}");

server.Stop();
await serving;

// Answers as the two services would: one pet, and each lamp as it was sent.
async Task ServeAsync()
{
    while (server.IsListening)
    {
        HttpListenerContext call;
        try
        {
            call = await server.GetContextAsync();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            return;
        }

        using var body = new StreamReader(call.Request.InputStream);
        var answer = call.Request.Url!.AbsolutePath switch
        {
            "/pets/12" => """{"name":"Rex","mood":"hungry","born":"2020-05-01"}""",
            "/lamps" => await body.ReadToEndAsync(),
            _ => null,
        };
        call.Response.StatusCode = answer is null ? 404 : 200;
        call.Response.ContentType = "application/json";
        await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer ?? ""));
        call.Response.Close();
    }
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
