using System.Reflection;
using ClientGen.Protocol;
using Harbour;

namespace ClientGen.Harbour.Tests;

/// <summary>The invented protocol stands as attributes on interface and class, ready for the analyzers.</summary>
public class FactTests
{
    [Theory]
    [InlineData(typeof(IHarbourClient))]
    [InlineData(typeof(HarbourClient))]
    public void Order_evidence_and_polling_stand_on_the_methods(Type client)
    {
        Assert.Equal("askClearance", client.GetMethod("MoorShipAsync")!.GetCustomAttribute<RequiresEvidenceAttribute>()!.Name);
        Assert.Equal("moorShip", client.GetMethod("WatchBerthAsync")!.GetCustomAttribute<RequiresOperationAttribute>()!.Id);
        Assert.Equal(45000, client.GetMethod("WatchBerthAsync")!.GetCustomAttribute<PollAttribute>()!.MinTimeoutMs);
        Assert.Equal(2, client.GetMethod("WatchBerthAsync")!.GetCustomAttribute<RetryBoundAttribute>()!.Limit);
        Assert.Null(client.GetMethod("CastOffAsync")!.GetCustomAttribute<RequiresEvidenceAttribute>());
    }

    [Fact]
    public void Evidence_stands_on_the_answers_members()
    {
        Assert.NotNull(typeof(Clearance).GetCustomAttribute<EvidenceResultAttribute>());
        Assert.Equal(true, typeof(Clearance).GetProperty("TugsReady")!.GetCustomAttribute<EvidenceFlagAttribute>()!.Value);
        Assert.NotNull(typeof(Clearance).GetProperty("Weather")!.GetCustomAttribute<EvidenceFlagAttribute>());
    }

    [Fact]
    public void A_mooring_is_an_obligation()
    {
        Assert.Equal("mooring", typeof(IHarbourClient).GetMethod("MoorShipAsync")!.GetCustomAttribute<StartsObligationAttribute>()!.Name);
        Assert.Equal("mooring", typeof(IHarbourClient).GetMethod("CastOffAsync")!.GetCustomAttribute<EndsObligationAttribute>()!.Name);
    }
}
