using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Payloads;

public sealed class NumberFitsContractTests
{
    [Theory]
    [InlineData("""_ = first with { Times = {|CG6002:10|} };""")]
    [InlineData("""_ = first with { Times = {|CG6002:-1|} };""")]
    [InlineData("""_ = first with { Times = {|CG6002:5 * 2|} };""")]
    [InlineData("""var often = 10; _ = first with { Times = {|CG6002:often|} };""")]
    [InlineData("""_ = first with { Times = many ? {|CG6002:99|} : 3 };""")]
    [InlineData("""_ = first with { Times = {|CG6002:Most|} };""")]
    [InlineData("""_ = new WhatsappContent { Longitude = {|CG6002:180.5|} };""")]
    [InlineData("""_ = new WhatsappContent { Latitude = {|CG6002:-91|} };""")]
    [InlineData("""Above({|CG6002:0.0|});""")]
    [InlineData("""_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = {|CG6002:(MediaAbility)9|} };""")]
    [InlineData("""var ability = (MediaAbility)9; _ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = {|CG6002:ability|} };""")]
    [InlineData("""_ = new VoiceOnlyInputs { MediaAbility = {|CG6002:(VoiceOnlyInputsMediaAbility)0|} };""")]
    public Task A_value_outside_is_reported(string body) => Check.Members(Method(body));

    [Theory]
    [InlineData("""_ = first with { Times = 9 };""")]
    [InlineData("""_ = first with { Times = 0 };""")]
    [InlineData("""_ = first with { Times = times };""")]
    [InlineData("""_ = first with { Times = times + 10 };""")]
    [InlineData("""_ = first with { Times = Math.Clamp(times, 0, 9) };""")]
    [InlineData("""_ = first with { Times = Math.Min(99, 9) };""")]
    [InlineData("""var several = 10; several = times; _ = first with { Times = several };""")]
    [InlineData("""for (var i = 10; i-- > 0;) { _ = first with { Times = i }; }""")]
    [InlineData("""_ = first with { Times = many ? 9 : 3 };""")]
    [InlineData("""_ = first.Times == 10;""")]
    [InlineData("""_ = first is { Times: > 10 };""")]
    [InlineData("""_ = new WhatsappContent { Longitude = 180, Latitude = -90 };""")]
    [InlineData("""_ = new WhatsappContent { Longitude = null };""")]
    [InlineData("""_ = new WhatsappContent { Longitude = double.Parse("181") };""")]
    [InlineData("""Above(0.1);""")]
    [InlineData("""_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = MediaAbility.Video };""")]
    [InlineData("""_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = (MediaAbility)1 };""")]
    [InlineData("""_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = (MediaAbility)times };""")]
    [InlineData("""_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = Enum.Parse<MediaAbility>("Video") };""")]
    [InlineData("""_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = many ? MediaAbility.Video : MediaAbility.Voice };""")]
    [InlineData("""_ = (ClickToCallEventId)168104 == ClickToCallEventId.CallConnected;""")]
    [InlineData("""_ = new HashSet<ClickToCallEventId> { (ClickToCallEventId)168104 };""")]
    [InlineData("""_ = new CallData { Sid = first.PreTone, MsgType = (VideoControlCode)20999 };""")]
    [InlineData("""var unknown = (MediaAbility)9; _ = unknown.IsKnown();""")]
    [InlineData("""Own((MediaAbility)9);""")]
    [InlineData("""_ = first with { LanguageType = (LanguageType)times };""")]
    [InlineData("""Below(1e300);""")]
    public Task A_value_inside_or_not_known_is_fine(string body) => Check.Members(Method(body));

    private static string Method(string body) => $$"""
        private const int Most = 42;

        private static void Above([ValueRange(0, double.PositiveInfinity, ExclusiveMinimum = true)] double number) => GC.KeepAlive(number);

        private static void Below([ValueRange(0, double.PositiveInfinity)] double number) => GC.KeepAlive(number);

        private static void Own(MediaAbility ability) => GC.KeepAlive(ability);

        public void Run(CallVerifyRequest first, int times, bool many)
        {
            {{body}}
            Above(times); Below(times); Own(MediaAbility.Voice); _ = (first, many, Most);
        }
        """;

    [Theory]
    [InlineData("_ = first with { Times = {|CG6002:10|} };", "_ = first with { Times = 9 };")]
    [InlineData("_ = first with { Times = {|CG6002:-1|} /* often */ };", "_ = first with { Times = 0 /* often */ };")]
    [InlineData("_ = new WhatsappContent { Longitude = {|CG6002:180.5|}, Latitude = {|CG6002:-91.5|} };", "_ = new WhatsappContent { Longitude = 180, Latitude = -90 };")]
    [InlineData("_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = {|CG6002:(MediaAbility)9|} };", "_ = new CreateClickToCallRequest { Channel = Channel.WEB, MediaAbility = MediaAbility.Video };")]
    [InlineData("_ = new VoiceOnlyInputs { MediaAbility = {|CG6002:(VoiceOnlyInputsMediaAbility)0|} };", "_ = new VoiceOnlyInputs { MediaAbility = VoiceOnlyInputsMediaAbility.Value0 };")]
    public Task The_nearest_value_is_used(string before, string after) => CheckFix.Members(Method(before), Method(after));

    [Fact]
    public Task Next_to_an_excluded_bound_nothing_is_offered() => CheckFix.IsNotOffered(Check.Class(Method("Above({|CG6002:0.0|});")));
}
