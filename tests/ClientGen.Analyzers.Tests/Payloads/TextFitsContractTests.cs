using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Payloads;

public sealed class TextFitsContractTests
{
    [Theory]
    [InlineData("""VerifyCode = {|CG6001:"12a4"|}""")]
    [InlineData("""VerifyCode = {|CG6001:"123456789"|}""")]
    [InlineData("""VerifyCode = {|CG6001:"1"|}""")]
    [InlineData("""VerifyCode = {|CG6001:""|}""")]
    [InlineData("""VerifyCode = {|CG6001:" 1234 "|}""")]
    [InlineData("""VerifyCode = {|CG6001:"一二三四"|}""")]
    [InlineData("""VerifyCode = {|CG6001:"12" + "-34"|}""")]
    [InlineData("""VerifyCode = {|CG6001:$"A{code}"|}""")]
    [InlineData("""VerifyCode = {|CG6001:"A" + code|}""")]
    [InlineData("""VerifyCode = {|CG6001:$"{code}123456789"|}""")]
    [InlineData("""VerifyCode = isLong ? {|CG6001:"123456789"|} : code""")]
    [InlineData("""VerifyCode = isLong switch { true => {|CG6001:"123456789"|}, _ => code }""")]
    [InlineData("""VerifyCode = {|CG6001:Wrong|}""")]
    [InlineData("""VerifyCode = code, PosTone = {|CG6001:""|}""")]
    [InlineData("""VerifyCode = code, StatusUrl = {|CG6001:new Uri("https://callbacks.example.com/an/address/that/is/too/long/when/it/is/written/as/base64/since/that/takes/a/third/more/room")|}""")]
    public Task A_text_that_can_never_fit_is_reported(string members) => Check.Members(Request(members));

    [Fact]
    public Task Assignments_and_arguments_count_too() => Check.Members("""
        public CallVerifyRequest Again(CallVerifyRequest first) => first with { VerifyCode = {|CG6001:"12a4"|} };

        private static void Send([ValuePattern("^[a-z]{3}$")] string code) => GC.KeepAlive(code);

        public void Run() => Send({|CG6001:"ABC"|});
        """);

    [Theory]
    [InlineData("""VerifyCode = "1234" """)]
    [InlineData("""VerifyCode = "12345678" """)]
    [InlineData("""VerifyCode = "12" """)]
    [InlineData("""VerifyCode = code""")]
    [InlineData("""VerifyCode = code.Trim()""")]
    [InlineData("""VerifyCode = $"{code}" """)]
    [InlineData("""VerifyCode = $"00{code}" """)]
    [InlineData("""VerifyCode = $"{code}12345678" """)]
    [InlineData("""VerifyCode = "00" + code""")]
    [InlineData("""VerifyCode = Random.Shared.Next(1000, 9999).ToString()""")]
    [InlineData("""VerifyCode = Random.Shared.Next(0, 9999).ToString("D4")""")]
    [InlineData("""VerifyCode = $"{Random.Shared.Next(0, 9999):D4}" """)]
    [InlineData("""VerifyCode = isLong ? "12345678" : "1234" """)]
    [InlineData("""VerifyCode = maybe ?? "" """)]
    [InlineData("""VerifyCode = Right""")]
    [InlineData("""VerifyCode = _code""")]
    [InlineData("""VerifyCode = new string('1', 4)""")]
    [InlineData("""VerifyCode = null!""")]
    [InlineData("""VerifyCode = code, PosTone = null""")]
    [InlineData("""VerifyCode = code, PosTone = "bye.wav" """)]
    [InlineData("""VerifyCode = code, UserData = "😀" """)]
    [InlineData("""VerifyCode = code, StatusUrl = new Uri("https://callbacks.example.com/status")""")]
    [InlineData("""VerifyCode = code, StatusUrl = new Uri(code)""")]
    [InlineData("""VerifyCode = code, StatusUrl = new Uri(new Uri("https://callbacks.example.com"), "status")""")]
    public Task A_text_that_fits_or_is_not_known_is_fine(string members) => Check.Members(Request(members));

    [Theory]
    [InlineData("""_ = code == "12a4";""")]
    [InlineData("""_ = request.VerifyCode == "12a4";""")]
    [InlineData("""_ = request is { VerifyCode: "12a4" };""")]
    [InlineData("""Plain("12a4");""")]
    [InlineData("""Doubtful("anything (at all)");""")]
    [InlineData("""Broken("anything");""")]
    [InlineData("""Longest("😀😀😀");""")]
    [InlineData("""Slow(new string('a', 40) + "!");""")]
    [InlineData("""_ = new WhatsappContent { ImageUrl = "", Text = "" };""")]
    public Task Other_code_is_left_alone(string body) => Check.Members($$"""
        private static void Plain(string code) => GC.KeepAlive(code);
        private static void Doubtful([ValuePattern("^\\p{L}.*$")] string code) => GC.KeepAlive(code);
        private static void Broken([ValuePattern("(")] string code) => GC.KeepAlive(code);
        private static void Longest([ValueLength(1, 3)] string code) => GC.KeepAlive(code);
        private static void Slow([ValuePattern("^(a+)+$")] string code) => GC.KeepAlive(code);

        public void Run(string code, CallVerifyRequest request)
        {
            {{body}}
            Plain(code); Doubtful(code); Broken(code); Longest(code); Slow(code); _ = request;
        }
        """);

    private static string Request(string members) => $$"""
        private const string Wrong = "12a4";
        private const string Right = "1234";
        private string _code = "12a4";

        public CallVerifyRequest Make(string code, string? maybe, bool isLong)
        {
            _code = maybe ?? Right + Wrong + _code + isLong;
            return new() { DisplayNbr = "+861012345678", CalleeNbr = code, LanguageType = LanguageType.Chinese, PreTone = "tone.wav", {{members}} };
        }
        """;

    [Fact]
    public Task Blanks_around_the_text_are_removed() => CheckFix.Members(
        """public CallVerifyRequest Again(CallVerifyRequest first) => first with { VerifyCode = /* typed */ {|CG6001:" 1234 "|} };""",
        """public CallVerifyRequest Again(CallVerifyRequest first) => first with { VerifyCode = /* typed */ "1234" };""");

    [Fact]
    public Task Other_texts_are_left_to_people() => CheckFix.IsNotOffered(Check.Class(
        """public CallVerifyRequest Again(CallVerifyRequest first) => first with { VerifyCode = {|CG6001:" 12a4 "|} };"""));
}
