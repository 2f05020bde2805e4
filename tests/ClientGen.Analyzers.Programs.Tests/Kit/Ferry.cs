namespace ClientGen.Analyzers.Programs.Tests.Kit;

/// <summary>A third protocol, declared by hand: flat answers, events by the codes of an enum, results that the caller must look at.</summary>
internal static class Ferry
{
    /// <summary>The declarations, as a source file of the programs.</summary>
    public const string Source = """
        namespace Ferry;

        public interface IFerryClient
        {
            [ProtocolOperation("askPermit")]
            Task<Permit> AskPermitAsync(string pier, CancellationToken cancellationToken = default);

            [ProtocolOperation("book"), RequiresOperation("askPermit"), RequiresEvidence("permit"), StartsObligation("booking"), NotRetryable]
            [LifecycleMove("booking", new[] { "free", "over" }, "booked")]
            Task<Receipt> BookAsync(string pier, int vehicles, CancellationToken cancellationToken = default);

            [ProtocolOperation("nextCall"), RequiresOperation("book"), Poll(MinTimeoutMs = 40000, Single = true), RetryBound(3, AfterMs = 1000)]
            Task<FerryCall> NextCallAsync(string pier, CancellationToken cancellationToken = default);

            [ProtocolOperation("cancel"), RequiresOperation("book"), EndsObligation("booking"), NotRetryable]
            [LifecycleMove("booking", new[] { "booked", "over" }, "over")]
            Task<Receipt> CancelAsync(string pier, CancellationToken cancellationToken = default);
        }

        [EvidenceResult("permit"), SuccessWhen("ResultCode", "0")]
        public sealed record Permit
        {
            public string? ResultCode { get; init; }
            [EvidenceFlag("permit", true)] public bool DeckFree { get; init; }
            [EvidenceFlag("permit", true)] public bool CrewReady { get; init; }
        }

        [SuccessWhen("ResultCode", "0")]
        public sealed record Receipt
        {
            public string? ResultCode { get; init; }
        }

        [SuccessWhen("ResultCode", "0")]
        public sealed record FerryCall
        {
            public string? ResultCode { get; init; }
            public FerryCode? Code { get; init; }
            public string? Text { get; init; }
        }

        [OpenEnum]
        public enum FerryCode
        {
            Boarding = 11,
            Delayed = 12,
            [ProtocolEvent(Terminal = true)] Arrived = 20,
            [ProtocolEvent(Terminal = true)] Sunk = 21,
        }
        """;
}
