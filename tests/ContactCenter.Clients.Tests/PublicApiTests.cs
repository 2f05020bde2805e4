using System.Runtime.CompilerServices;

namespace ContactCenter.Clients.Tests;

/// <summary>What users of a client package can name is written in a text file beside its project, so that a review sees what a changed contract takes away.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("ContactCenter.Fabric")]
    [InlineData("ContactCenter.Messaging")]
    [InlineData("ContactCenter.Rtc")]
    [InlineData("ContactCenter.VideoSignalling")]
    public void The_public_API_is_what_its_file_says(string package)
    {
        var file = Path.Combine(Folder(), "..", "..", "src", package, "PublicAPI.txt");
        var actual = PublicApi.Of(Path.Combine(AppContext.BaseDirectory, package + ".dll"));
        if (Environment.GetEnvironmentVariable("CLIENTGEN_ACCEPT") == "1")
            File.WriteAllText(file, string.Join("\n", actual) + "\n");
        var expected = File.Exists(file) ? File.ReadAllLines(file) : [];
        Assert.True(
            expected.SequenceEqual(actual),
            $"{package} differs from src/{package}/PublicAPI.txt; CLIENTGEN_ACCEPT=1 writes it.\n{string.Join("\n", expected.Except(actual).Select(static line => "- " + line).Concat(actual.Except(expected).Select(static line => "+ " + line)))}");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
