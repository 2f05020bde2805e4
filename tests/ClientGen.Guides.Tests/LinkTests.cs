using System.Text.RegularExpressions;
using ClientGen.Analyzers.Tests.Docs;

namespace ClientGen.Guides.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => ["README.md", .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
        .Select(static file => Path.GetRelativePath(Repository.PathOf(), file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_links_to_is_there(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        var lost = Link().Matches(File.ReadAllText(Repository.PathOf(page))).Where(link => !IsThere(Path.Combine(folder, link.Groups["file"].Value), link.Groups["heading"].Value));
        Assert.Empty(lost.Select(static link => link.Value));
    }

    private static bool IsThere(string path, string heading) =>
        File.Exists(path) ? heading.Length == 0 || Heading().Matches(File.ReadAllText(path)).Any(found => Anchor(found.Groups["text"].Value) == heading) : Directory.Exists(path);

    // As GitHub makes anchors: lower case, hyphens for spaces, punctuation left out.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Replace(' ', '-').Where(static c => char.IsLetterOrDigit(c) || c is '-' or '_'));

    [GeneratedRegex(@"\]\((?!https?:)(?<file>[^)#]+)(#(?<heading>[^)]*))?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+?)\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();
}
