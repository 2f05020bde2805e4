using ClientGen.Emitter;
using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>Generated clients as a person sees them, and as the compiler does.</summary>
public sealed class ClientTests
{
    [Fact]
    public void Operations_of_a_tag_read_well() => Snapshot.Verify(File("Client.Pets.g.cs"));

    [Fact]
    public void Bodies_of_every_form_read_well() => Snapshot.Verify(File("Client.Files.g.cs"));

    [Fact]
    public void The_rest_of_the_client_reads_well() => Snapshot.Verify(File("Client.g.cs"));

    [Fact]
    public void Everything_compiles() => Generated.Of(Contracts.Pets).ShouldCompile();

    [Theory]
    [InlineData("fabric.openapi.yaml"), InlineData("cc-messaging.openapi.yaml"), InlineData("rtc-voice.openapi.yaml"), InlineData("video-signalling.asyncapi.yaml")]
    public void Our_own_contracts_compile(string file) => Generated.Of(Contracts.Own(file)).ShouldCompile();

    private static string File(string name) =>
        ContractEmitter.Emit(Contracts.Pets, Contracts.Options, TestContext.Current.CancellationToken).Single(file => file.HintName == name).Text;
}
