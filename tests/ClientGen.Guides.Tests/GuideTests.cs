using ClientGen.Analyzers.Tests.Docs;

namespace ClientGen.Guides.Tests;

/// <summary>A reader types a page from the top. At each block the project so far builds, and nothing is said but what the comments announce.</summary>
public sealed class GuideTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Files("docs/guides", SearchOption.TopDirectoryOnly),
        // What package lists show.
        .. Files("src", SearchOption.AllDirectories),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_a_page_shows_is_true(string page)
    {
        var blocks = Block.In(Repository.Read(page.Split('/'))!).ToList();
        var programs = new Queue<IReadOnlyList<string>>(GuideProgram.Of([.. blocks.Where(static block => block.Language == "csharp").Select(static block => block.Text)]));
        var project = new GuideProject();
        var problems = new List<string>();
        foreach (var block in blocks)
        {
            var found = block.Language switch
            {
                "xml" => await project.AddProjectFile(block.Text).ProblemsAsync([]),
                "yaml" or "json" when block.File.Length > 0 => await project.AddContract(block.File, block.Text).ProblemsAsync([]),
                "yaml" => project.Quotes(block.Text) ? [] : ["These lines stand in no contract, neither of this page nor in spec/."],
                "csharp" => await project.ProblemsAsync(programs.Dequeue()),
                _ => [],
            };
            problems.AddRange(found.Select(problem => $"{page}({block.Line}): {problem}"));
        }

        problems.AddRange(project.Unlisted().Select(file => $"{page}: {file} is shown, and no ClientGenSpec lists it."));
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static IEnumerable<string> Files(string folder, SearchOption depth) => Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", depth)
        .Select(static file => Path.GetRelativePath(Repository.PathOf(), file).Replace('\\', '/')).Where(static file => !file.Contains("/obj/") && !file.Contains("/bin/"))
        .Order(StringComparer.Ordinal);
}
