using System.Runtime.CompilerServices;
using ClientGen.Emitter;
using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Receivers, endpoints and registration in use (Companions/PetCallbacks.cs).</summary>
public sealed class PetCallbackTests
{
    private static readonly EmitOptions Options = Contracts.Options with { AspNetCore = true, DependencyInjection = true };
    private static readonly Lazy<Companion> Calls = new(static () => Companion.Load(Contracts.Pets, "PetCallbacks", Options));

    [Fact]
    public void Receivers_read_well() => Snapshot.Verify(File("Webhooks.g.cs"));

    [Fact]
    public void Endpoints_read_well() => Snapshot.Verify(File("Webhooks-AspNetCore.g.cs"));

    [Fact]
    public void Registration_reads_well() => Snapshot.Verify(File("Client-DependencyInjection.g.cs"));

    [Fact]
    public async Task Each_event_has_its_method() => Assert.Equal("""200 {"ok":true}; 200 {"ok":true} => born Rex; sold 5""", await Run());

    [Fact]
    public async Task Events_on_the_wrong_URL_find_their_method() => Assert.Equal("""200 {"ok":true} => bill 3 / 204 => sold 5""", await Run());

    [Fact]
    public async Task Unknown_events_are_handed_on() => Assert.Equal(
        """200 {"ok":true}; 200 {"ok":true}; 200 {"ok":true} => unknown petNews {"type":"fed"}; unknown petNews [1]; unknown petNews 7""", await Run());

    [Fact]
    public async Task Bad_JSON_is_refused() => Assert.Equal("400; 400 =>", (await Run()).TrimEnd());

    [Fact]
    public async Task Repeats_are_acknowledged_once() => Assert.Equal("204; 204; 204 => bill 3; bill 4", await Run());

    [Fact]
    public async Task What_failed_may_come_again() => Assert.Equal("500 204 2", await Run());

    [Fact]
    public async Task Without_a_verifier_nobody_is_believed() => Assert.Equal("401", await Run());

    [Fact]
    public async Task Another_method_is_refused() => Assert.Equal("405", await Run());

    [Fact]
    public async Task Endpoints_serve_them() => Assert.Equal(
        """/petNews 200 application/json {"ok":true}; /money 204 => born Rex; born Rex""", await Run());

    [Fact]
    public async Task A_registered_client_is_one_object() => Assert.Equal("True", await Run());

    private static Task<string> Run([CallerMemberName] string method = "") => Calls.Value.Run(method);

    private static string File(string name) =>
        ContractEmitter.Emit(Contracts.Pets, Options, TestContext.Current.CancellationToken).Single(file => file.HintName == name).Text;
}
