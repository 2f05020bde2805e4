using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Lifecycle;

public sealed class SessionIdComesFromEventTests
{
    [Theory]
    [InlineData("""_ = new SidCommand { Sid = {|CG5102:"s-1"|} };""")]
    [InlineData("""_ = new SidCommand { Sid = {|CG5102:""|} };""")]
    [InlineData("""_ = new SidCommand { Sid = {|CG5102:string.Empty|} };""")]
    [InlineData("""_ = new SidCommand { Sid = {|CG5102:Guid.NewGuid().ToString()|} };""")]
    [InlineData("""_ = new SidCommand { Sid = {|CG5102:Guid.NewGuid().ToString("N")|} };""")]
    [InlineData("""_ = new SidCommand { Sid = {|CG5102:$"{Guid.NewGuid()}"|} };""")]
    [InlineData("""_ = new SidCommand { Sid = {|CG5102:Guid.Empty.ToString()|} };""")]
    [InlineData("""var sid = Guid.NewGuid(); _ = new SidCommand { Sid = {|CG5102:sid.ToString()|} };""")]
    [InlineData("""const string sid = "s-1"; _ = new Invitation { Sid = {|CG5102:sid|}, Newer = "ann@example.com" };""")]
    [InlineData("""_ = new HandOverInputs { Sid = {|CG5102:"s-1"|}, Newer = "ann@example.com" };""")]
    [InlineData("""var first = new SidCommand { Sid = Console.ReadLine()! }; _ = first with { Sid = {|CG5102:"s-1"|} };""")]
    public Task An_id_that_is_made_up_is_reported(string body) => Check.Body(body);

    [Theory]
    [InlineData("""_ = new SidCommand { Sid = ringing.Data.Sid };""")]
    [InlineData("""var sid = ringing.Data.Sid; _ = new SidCommand { Sid = sid };""")]
    [InlineData("""var (sid, at) = (ringing.Data.Sid, DateTime.UtcNow); _ = new SidCommand { Sid = sid }; _ = at;""")]
    [InlineData("""string? sid = null; sid = ringing.Data.Sid; _ = new SidCommand { Sid = sid };""")]
    [InlineData("""var sid = ""; sid = ringing.Data.Sid; _ = new SidCommand { Sid = sid };""")]
    [InlineData("""_ = new SidCommand { Sid = other?.Data.Sid ?? "" };""")]
    [InlineData("""_ = new SidCommand { Sid = other is null ? ringing.Data.Sid : other.Data.Sid };""")]
    [InlineData("""_ = new SidCommand { Sid = _sid };""")]
    [InlineData("""_sid = ringing.Data.Sid; _ = new SidCommand { Sid = _sid };""")]
    [InlineData("""_ = new SidCommand { Sid = Current() };""")]
    [InlineData("""_ = new SidCommand { Sid = await SidAsync() };""")]
    [InlineData("""_ = new SidCommand { Sid = calls["first"] };""")]
    [InlineData("""_ = new Invitation { Sid = ringing.Data.Sid, Newer = "ann@example.com" };""")]
    [InlineData("""_ = new HandOverInputs { Sid = ringing.Data.Sid, Newer = "ann@example.com" };""")]
    [InlineData("""foreach (var sid in calls.Values) { _ = new SidCommand { Sid = sid }; }""")]
    [InlineData("""_ = new IncomingCall { Data = new() { Sid = Guid.NewGuid().ToString() } };""")]
    [InlineData("""_ = new IncomingCall { Data = new() { Sid = "s-1" } };""")]
    [InlineData("""_ = ringing.Data.Sid == "s-1";""")]
    [InlineData("""if (ringing is { Data.Sid: "s-1" }) { _ = new SidCommand { Sid = ringing.Data.Sid }; }""")]
    [InlineData("""_ = new SidCommand { Sid = Console.ReadLine()! };""")]
    [InlineData("""_ = new SidCommand { Sid = args.Length > 0 ? args[0] : ringing.Data.Sid };""")]
    [InlineData("""_ = new SidCommand { Sid = Guid.Parse(ringing.Data.Sid).ToString("N") };""")]
    [InlineData("""_ = new SidCommand { Sid = ringing.Data.Sid.Trim() };""")]
    [InlineData("""_ = new SidCommand { Sid = $"{ringing.Data.Sid}" };""")]
    [InlineData("""_ = new LeaveMessageRequest { CallId = "call-1", Caller = "ann", LeaveMessage = "hello", Channel = Channel.WEB };""")]
    public Task An_id_that_somebody_told_is_fine(string body) => Check.Members($$"""
        private string _sid = "";

        public async Task RunAsync(IncomingCall ringing, RecoveryCall? other, Dictionary<string, string> calls, string[] args)
        {
            await Task.Yield();
            _sid = args.Length > 3 ? args[3] : _sid;
            {{body}}
            string Current() => ringing.Data.Sid;
            Task<string> SidAsync() => Task.FromResult(ringing.Data.Sid);
            _ = Current() + await SidAsync() + other + calls;
        }
        """);
}
