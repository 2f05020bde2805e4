using ContactCenter.Simulator.Contracts;

namespace ContactCenter.Simulator.Tests.Contracts;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData(SimulatedSystem.Fabric, 1)]
    [InlineData(SimulatedSystem.Messaging, 21)]
    [InlineData(SimulatedSystem.Rtc, 5)]
    [InlineData(SimulatedSystem.Video, 19)]
    public void All_operations_of_the_contracts_are_known(SimulatedSystem system, int count) =>
        Assert.Equal(count, ContractCatalogue.All.Operations.Count(operation => operation.System == system));

    [Fact]
    public void The_double_slash_of_the_push_server_is_kept() =>
        Assert.Equal("/zzlp01//push-client/events", ContractCatalogue.All[SimulatedSystem.Video, "events"].Path);

    [Theory]
    [InlineData(SimulatedSystem.Messaging, "send", "appKey fabricBearer messagingToken")]
    [InlineData(SimulatedSystem.Messaging, "applyToken", "appKey fabricBearer")]
    [InlineData(SimulatedSystem.Fabric, "tokenByAkSk", "")]
    [InlineData(SimulatedSystem.Rtc, "callVerify", "aksk")]
    public void Credentials_come_from_the_contract(SimulatedSystem system, string operation, string schemes) =>
        Assert.Equal(schemes, string.Join(' ', ContractCatalogue.All[system, operation].Security.FirstOrDefault() ?? []));

    [Theory]
    [InlineData(SimulatedSystem.Messaging, "send", "resultCode")]
    [InlineData(SimulatedSystem.Messaging, "uploadFileStream", "returnCode")]
    [InlineData(SimulatedSystem.Rtc, "callVerify", "resultcode")]
    [InlineData(SimulatedSystem.Messaging, "sendWhatsappMessage", null)]
    public void The_name_of_the_result_code_comes_from_the_contract(SimulatedSystem system, string operation, string? member) =>
        Assert.Equal(member, ContractCatalogue.All[system, operation].CodeMember);
}
