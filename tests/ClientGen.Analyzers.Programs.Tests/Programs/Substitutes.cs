using ContactCenter.Messaging;
using Ferry;
using Moq;
using NSubstitute;

namespace Fakes;

/// <summary>Substitutes of clients, shared by several test projects; this library has no tests itself.</summary>
public static class FakeClients
{
    public static ICcMessagingClient WithoutCalls()
    {
        var client = Substitute.For<ICcMessagingClient>();
        client.CheckClickToCallSupportAsync(Arg.Any<Channel>(), Arg.Any<CancellationToken>())
            .Returns(new ClickToCallSupport { ResultCode = ResultCode.Success, WebRTCSupported = false });
        client.CreateClickToCallAsync(Arg.Any<CreateClickToCallRequest>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromResult(new CreateClickToCallResponse { ResultCode = CreateClickToCallResultCode.NotSupportedByChannel }));
        client.GetClickToCallEventsAsync(default, default).ReturnsForAnyArgs(Task.FromException<ClickToCallEvent>(new InvalidOperationException()));
        return client;
    }

    public static async Task MustNotHaveCalledAsync(ICcMessagingClient client)
    {
        await client.DidNotReceive().CreateClickToCallAsync(Arg.Any<CreateClickToCallRequest>());
        _ = client.DidNotReceive().DropClickToCallAsync(Arg.Any<DropClickToCallRequest>());
        await client.DidNotReceiveWithAnyArgs().GetClickToCallEventsAsync(default);
    }

    public static async Task MustHaveHungUpAsync(ICcMessagingClient client)
    {
        await client.Received(1).CreateClickToCallAsync(Arg.Any<CreateClickToCallRequest>(), Arg.Any<CancellationToken>());
        await client.Received(1).DropClickToCallAsync(Arg.Is<DropClickToCallRequest>(request => request.Channel == Channel.WEB), Arg.Any<CancellationToken>());
        Received.InOrder(() =>
        {
            client.CheckClickToCallSupportAsync(Channel.WEB);
            client.CreateClickToCallAsync(Arg.Any<CreateClickToCallRequest>());
            client.DropClickToCallAsync(Arg.Any<DropClickToCallRequest>());
        });
    }

    public static Mock<IFerryClient> Ferry(string pier)
    {
        var mock = new Mock<IFerryClient>(MockBehavior.Strict);
        mock.Setup(ferry => ferry.BookAsync(pier, It.IsAny<int>(), It.IsAny<CancellationToken>())).ReturnsAsync(new Receipt { ResultCode = "0" });
        mock.Setup(ferry => ferry.NextCallAsync(pier, It.IsAny<CancellationToken>())).ReturnsAsync(new FerryCall { ResultCode = "0", Code = FerryCode.Arrived });
        mock.SetupSequence(ferry => ferry.CancelAsync(pier, default)).ReturnsAsync(new Receipt { ResultCode = "0" }).ThrowsAsync(new HttpRequestException());
        return mock;
    }

    public static void Verify(Mock<IFerryClient> mock, string pier)
    {
        mock.Verify(ferry => ferry.BookAsync(pier, 1, It.IsAny<CancellationToken>()), Times.Once);
        mock.Verify(ferry => ferry.CancelAsync(pier, It.IsAny<CancellationToken>()), Times.AtLeastOnce());
        mock.VerifyNoOtherCalls();
    }

    /// <summary>A ferry that always comes, written by hand.</summary>
    public sealed class GoodFerry : IFerryClient
    {
        public List<string> Calls { get; } = [];

        public Task<Permit> AskPermitAsync(string pier, CancellationToken cancellationToken = default) =>
            Note(new Permit { ResultCode = "0", DeckFree = true, CrewReady = true });

        public Task<Receipt> BookAsync(string pier, int vehicles, CancellationToken cancellationToken = default) => Note(new Receipt { ResultCode = "0" });

        public Task<FerryCall> NextCallAsync(string pier, CancellationToken cancellationToken = default) =>
            Note(new FerryCall { ResultCode = "0", Code = Calls.Count > 4 ? FerryCode.Arrived : FerryCode.Boarding });

        public Task<Receipt> CancelAsync(string pier, CancellationToken cancellationToken = default) => Note(new Receipt { ResultCode = "0" });

        private Task<T> Note<T>(T answer, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
        {
            Calls.Add(name);
            return Task.FromResult(answer);
        }
    }
}
