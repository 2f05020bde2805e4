using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Payloads;

public sealed class Base64IsWrittenOnceTests
{
    [Theory]
    [InlineData("""Send({|CG6003:"http://host/cb"|});""")]
    [InlineData("""const string url = "https://callbacks.example.com/status"; Send({|CG6003:url|});""")]
    [InlineData("""Send({|CG6003:$"https://{host}/status"|});""")]
    [InlineData("""Send({|CG6003:"https://" + host|});""")]
    [InlineData("""_ = new Own { StatusUrl = {|CG6003:"http://host/cb"|} };""")]
    [InlineData("""_ = request with { StatusUrl = {|CG6003:new Uri("aHR0cDovL2hvc3QvY2I=", UriKind.RelativeOrAbsolute)|} };""")]
    [InlineData("""_ = request with { StatusUrl = {|CG6003:new Uri(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(host)))|} };""")]
    [InlineData("""_ = file with { FileStream = {|CG6003:System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes))|} };""")]
    [InlineData("""var text = Convert.ToBase64String(bytes); _ = file with { FileStream = {|CG6003:System.Text.Encoding.UTF8.GetBytes(text)|} };""")]
    public Task The_wrong_form_is_reported(string body) => Check.Members(Method(body));

    [Theory]
    [InlineData("""Send("aHR0cDovL2hvc3QvY2I=");""")]
    [InlineData("""Send("aHR0cDovL2hvc3QvY2I");""")]
    [InlineData("""Send("-_-_");""")]
    [InlineData("""Send("");""")]
    [InlineData("""Send(host);""")]
    [InlineData("""Send(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("http://host/cb")));""")]
    [InlineData("""Send(Encode("http://host/cb"));""")]
    [InlineData("""Send($"{host}");""")]
    [InlineData("""Send($"aHR0{host}");""")]
    [InlineData("""_ = new Own { StatusUrl = "aHR0cDovL2hvc3QvY2I=" };""")]
    [InlineData("""_ = new Own { StatusUrl = null };""")]
    [InlineData("""_ = new Own { OtherUrl = "http://host/cb" };""")]
    [InlineData("""_ = request with { StatusUrl = new Uri("http://host/cb") };""")]
    [InlineData("""_ = request with { StatusUrl = new Uri("status", UriKind.Relative) };""")]
    [InlineData("""_ = request with { StatusUrl = new Uri(host) };""")]
    [InlineData("""_ = request with { StatusUrl = new UriBuilder("http", host).Uri };""")]
    [InlineData("""_ = request with { StatusUrl = null };""")]
    [InlineData("""_ = file with { FileStream = bytes };""")]
    [InlineData("""_ = file with { FileStream = Convert.FromBase64String(host) };""")]
    [InlineData("""_ = file with { FileStream = System.Text.Encoding.UTF8.GetBytes("aGVsbG8gd29ybGQh") };""")]
    [InlineData("""_ = file with { FileStream = await File.ReadAllBytesAsync(host) };""")]
    [InlineData("""_ = file with { FileStream = [1, 2, 3] };""")]
    [InlineData("""Console.WriteLine(Convert.ToBase64String(file.FileStream) == "http://host/cb");""")]
    [InlineData("""_ = request.StatusUrl == new Uri("http://host/cb");""")]
    [InlineData("""var url = host; url = Encode(url); Send(url);""")]
    [InlineData("""_ = new Own { StatusUrl = System.Buffers.Text.Base64Url.EncodeToString(bytes) };""")]
    [InlineData("""Console.WriteLine("http://host/cb");""")]
    public Task The_right_form_is_fine(string body) => Check.Members(Method(body));

    private static string Method(string body) => $$"""
        public sealed class Own
        {
            [Base64Value] public string? StatusUrl { get; init; }

            public string? OtherUrl { get; init; }
        }

        private static void Send([Base64Value] string url) => GC.KeepAlive(url);

        private static string Encode(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));

        public async Task RunAsync(CallVerifyRequest request, UploadFileRequest file, string host, byte[] bytes)
        {
            await Task.Yield();
            {{body}}
            _ = (request, file, Encode(host), bytes);
        }
        """;

    [Theory]
    [InlineData("""Send({|CG6003:"http://host/cb"|});""", """Send(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("http://host/cb")));""")]
    [InlineData("""Send({|CG6003:$"https://{host}/status"|}); // of calls""", """Send(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"https://{host}/status"))); // of calls""")]
    [InlineData("""_ = request with { StatusUrl = {|CG6003:new Uri("aHR0cDovL2hvc3QvY2I=")|} };""", """_ = request with { StatusUrl = new Uri("http://host/cb") };""")]
    [InlineData("""_ = file with { FileStream = {|CG6003:System.Text.Encoding.UTF8.GetBytes(Convert.ToBase64String(bytes))|} };""", """_ = file with { FileStream = bytes };""")]
    public Task The_value_is_encoded_once(string before, string after) => CheckFix.Members(Method(before), Method(after));
}
