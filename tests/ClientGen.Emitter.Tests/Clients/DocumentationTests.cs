using ClientGen.Emitter;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Tests.Clients;

/// <summary>The protocol stands in the documentation of the methods, and as facts on interface and class.</summary>
public sealed class DocumentationTests
{
    private static readonly ProtocolFact[] PutFacts =
    [
        Fact("ProtocolOperation", "\"putPet\""),
        Fact("RequiresOperation", "\"getPet\""),
        Fact("RequiresEvidence", "\"named\""),
        Fact("StartsObligation", "\"pet\""),
        Fact("NotRetryable"),
    ];

    private static readonly ProtocolFact[] PollFacts =
    [
        Fact("ProtocolOperation", "\"getPetEvents\""),
        Fact("RequiresOperation", "\"putPet\""),
        Fact("EndsObligation", "\"pet\""),
        Fact("Poll", "MinTimeoutMs=60000", "Single=true"),
        Fact("RetryBound", "3", "AfterMs=0"),
        Fact("RenewOn", "[401,403]", "\"getPet\""),
        Fact("LifecycleMove", "\"shop\"", "[\"open\",\"busy\"]", "\"shut\""),
    ];

    private static readonly string Text = string.Concat(
        ContractEmitter.EmitClients(WithFacts(), Contracts.Options, CancellationToken.None).Single(static file => file.HintName == "Client.Pets.g.cs").Text
            .Split('\n').Select(static line => line.Trim().Replace("/// ", "", StringComparison.Ordinal) + " "));

    public static TheoryData<string> Sentences =>
    [
        "Requires GetPetAsync with Name Rex and Color red.",
        "Afterwards call GetPetEventsAsync, unless an event has ended it.",
        "Never send it again blindly: a failed call may have had its effect.",
        "Requires that PutPetAsync has succeeded.",
        "Ends what PutPetAsync began.",
        "The server may hold the call: wait at least 60 s. Only one may be under way.",
        "Give up after 3 retries in a row.",
        "After status 401 or 403 the credentials are renewed and the call is sent once more.",
        "Allowed in the state open or busy of shop; leads to shut.",
        "Null after status 204, which has no body.",
        "Polls again and again until you stop; gives up when more than 3 polls in a row have failed.",
    ];

    [Theory, MemberData(nameof(Sentences))]
    public void Facts_become_sentences(string sentence) => Assert.Contains(sentence, Text, StringComparison.Ordinal);

    [Fact]
    public void Evidence_says_more_than_the_order_does() => Assert.DoesNotContain("Requires that GetPetAsync", Text, StringComparison.Ordinal);

    [Fact]
    public void Facts_stand_on_interface_and_class_of_every_variant() =>
        Assert.Equal(4, Count("[global::ClientGen.Protocol.RequiresEvidence(\"named\")]"));

    [Fact]
    public void A_stream_polls_by_itself_and_has_no_facts_of_the_single_poll()
    {
        Assert.Equal(4, Count("[global::ClientGen.Protocol.Poll(MinTimeoutMs = 60000, Single = true)]"));
        Assert.Equal(4, Count("[global::ClientGen.Protocol.RetryBound(3, AfterMs = 0)]"));
        Assert.Equal(6, Count("[global::ClientGen.Protocol.EndsObligation(\"pet\")]"));
    }

    [Fact]
    public void Code_with_facts_compiles() => Generated.Of(WithFacts()).ShouldCompile();

    private static int Count(string text) => Text.Split(text).Length - 1;

    private static ProtocolFact Fact(string name, params string[] arguments) => new(name, EquatableArray.Of(arguments));

    private static ContractModel WithFacts() => Contracts.Pets with
    {
        Client = Contracts.Pets.Client! with
        {
            Operations = Contracts.Pets.Client.Operations.Select(static operation => operation.Id switch
            {
                "putPet" => operation with { Facts = EquatableArray.Of(PutFacts) },
                "getPetEvents" => operation with { Facts = EquatableArray.Of(PollFacts) },
                _ => operation,
            }).ToEquatableArray(),
        },
        Types = Contracts.Pets.Types.Select(static type => type is ObjectModel { Name: "Pet" } pet
            ? pet with
            {
                Facts = EquatableArray.Of(Fact("EvidenceResult", "\"named\"")),
                Properties = pet.Properties.Select(static property => property.Name switch
                {
                    "Name" => property with { Facts = EquatableArray.Of(Fact("EvidenceFlag", "\"named\"", "\"Rex\"")) },
                    "Color" => property with { Facts = EquatableArray.Of(Fact("EvidenceFlag", "\"named\"", "\"red\"")) },
                    _ => property,
                }).ToEquatableArray(),
            }
            : type).ToEquatableArray(),
    };
}
