using System.Diagnostics;

namespace ClientGen.Cli.Tests.Diff;

/// <summary>Where the two versions can be: files, folders, revisions of git; and what is said when they cannot be read.</summary>
public sealed class VersionsTests
{
    private static readonly string Before = LibraryContract.Text;
    private static readonly string After = Before.Replace("        pages: { type: integer, format: int32 }\n", "");

    [Fact]
    public async Task Two_files_of_different_names_are_compared_under_the_new_name()
    {
        using var run = new CommandRun().With("library-v1.yaml", Before).With("library-v2.yaml", After);
        Assert.Equal(ExitCodes.Found, await run.RunAsync("diff", "library-v1.yaml", "library-v2.yaml"));
        Assert.StartsWith("library-v2.yaml(", run.Text);
        Assert.Contains("was at library-v1.yaml(", run.Text);
        // The names of C# types follow from the file name, which is no change of the contract.
        Assert.DoesNotContain("csharp-changed", run.Text);
    }

    [Fact]
    public async Task A_file_is_compared_with_what_it_was_in_a_revision()
    {
        using var run = new CommandRun().With("spec/library.yaml", Before);
        Commit(run.Folder);
        run.With("spec/library.yaml", After);
        Assert.Equal(ExitCodes.Found, await run.RunAsync("diff", "HEAD:spec/library.yaml", "spec/library.yaml"));
        Assert.Contains("was at HEAD:spec/library.yaml(58,", run.Text);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("diff", "HEAD:spec/library.yaml", "HEAD:spec/library.yaml"));
    }

    [Fact]
    public async Task A_folder_is_compared_with_a_revision_and_two_revisions_with_each_other()
    {
        using var run = new CommandRun().With("spec/library.yaml", Before);
        Commit(run.Folder);
        run.With("spec/library.yaml", After);
        Assert.Equal(ExitCodes.Found, await run.RunAsync("diff", "spec", "--git", "HEAD"));
        Assert.Contains("`Book.pages` is gone.", run.Text);
        Commit(run.Folder);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("diff", "spec", "--git", "HEAD"));
        Assert.Equal(ExitCodes.Found, await run.RunAsync("diff", "--git", "HEAD~1", "HEAD"));
        Assert.Contains("HEAD:spec/library.yaml(", run.Text);
    }

    [Fact]
    public async Task A_path_in_the_place_of_a_revision_is_told_as_one()
    {
        using var run = new CommandRun().With("spec/library.yaml", Before);
        Commit(run.Folder);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("diff", "--git", "HEAD", "spec"));
        Assert.EndsWith("It is a path; write paths before --git.\n", run.Notes);
    }

    [Theory]
    [InlineData("`nowhere` is no revision", "--git", "nowhere")]
    [InlineData("`nowhere` is no revision", "nowhere:library.yaml", "library.yaml")]
    [InlineData("HEAD:missing.yaml does not exist.", "HEAD:missing.yaml", "library.yaml")]
    [InlineData("`--upload-pack=x` is no revision", "library.yaml", "--git=--upload-pack=x")]
    [InlineData("missing.yaml does not exist.", "missing.yaml", "library.yaml")]
    [InlineData("empty holds no contract.", "empty", "library.yaml")]
    [InlineData("Name an old and a new version", "library.yaml")]
    [InlineData("With --git there is one path at most.", "a.yaml", "b.yaml", "--git", "HEAD")]
    public async Task What_cannot_be_read_is_said(string message, params string[] arguments)
    {
        using var run = new CommandRun().With("library.yaml", Before).With("empty/readme.yaml", "{}");
        Commit(run.Folder);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync(["diff", .. arguments]));
        Assert.StartsWith(message, run.Notes);
        Assert.Empty(run.Text);
    }

    [Fact]
    public async Task Outside_a_repository_there_are_no_revisions()
    {
        using var run = new CommandRun().With("library.yaml", Before);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("diff", "--git", "HEAD"));
        Assert.StartsWith("`HEAD` is no revision of a git repository at ", run.Notes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\uFFFD\uFFFD")]
    [InlineData("swagger: '2.0'")]
    [InlineData("openapi: 9.0.0")]
    public async Task What_is_no_contract_is_not_taken_for_one_without_changes(string text)
    {
        using var run = new CommandRun().With("library.yaml", Before).With("odd.yaml", text);
        Assert.Equal(ExitCodes.WrongInput, await run.RunAsync("diff", "odd.yaml", "library.yaml"));
        Assert.StartsWith("odd.yaml is no contract: ", run.Notes);
    }

    [Fact]
    public async Task Two_files_that_refer_to_each_other_are_compared()
    {
        using var run = new CommandRun()
            .With("a.yaml", "openapi: 3.1.0\ninfo: { title: A, version: 1.0.0 }\ncomponents: { schemas: { A: { $ref: 'b.yaml#/components/schemas/A' } } }")
            .With("b.yaml", "openapi: 3.1.0\ninfo: { title: B, version: 1.0.0 }\ncomponents: { schemas: { A: { $ref: 'a.yaml#/components/schemas/A' } } }");
        Assert.InRange(await run.RunAsync("diff", "a.yaml", "b.yaml"), ExitCodes.Ok, ExitCodes.Found);
    }

    [Fact]
    public async Task Parts_that_are_all_parts_of_each_other_are_compared_soon()
    {
        using var run = new CommandRun().With("old.yaml", Tangle("a7")).With("new.yaml", Tangle("b7"));
        Assert.Equal(ExitCodes.Found, await run.RunAsync("diff", "old.yaml", "new.yaml"));
        Assert.Contains("`S7.a7` is gone.", run.Text);
    }

    /// <summary>Schemas that each contain all others, with members that each may be two of them.</summary>
    private static string Tangle(string seventh)
    {
        const int Count = 30;
        var parts = string.Join(", ", Enumerable.Range(0, Count).Select(static i => $"{{ $ref: '#/components/schemas/S{i}' }}"));
        var schemas = Enumerable.Range(0, Count).Select(i =>
            $"    S{i}: {{ allOf: [{parts}, {{ properties: {{ {(i == 7 ? seventh : $"a{i}")}: {{ oneOf: [{{ $ref: '#/components/schemas/S{(i + 1) % Count}' }}, {{ $ref: '#/components/schemas/S{(i + 2) % Count}' }}] }} }} }}] }}");
        return $"openapi: 3.1.0\ninfo: {{ title: Tangle, version: 1.0.0 }}\ncomponents:\n  schemas:\n{string.Join('\n', schemas)}\n";
    }

    [Theory]
    [InlineData("openapi: 3.1.0\npaths: [")]
    [InlineData("openapi: 3.1.0\npaths: { /a: { $ref: '#/paths/~1a' } }\ncomponents: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } }")]
    [InlineData("openapi: 3.1.0\ncomponents: { schemas: { A: { allOf: [{ $ref: '#/components/schemas/A' }], properties: { a: { $ref: '#/components/schemas/A' } } } } }")]
    [InlineData("asyncapi: 3.0.0\nchannels: { a: { $ref: '#/channels/a' } }\noperations: { b: { action: send, channel: { $ref: '#/operations/b' } } }")]
    [InlineData("arazzo: 1.0.1\nworkflows: [{ workflowId: a, dependsOn: [a], steps: [{ stepId: b, workflowId: a, dependsOn: [b] }] }]")]
    public async Task Whatever_a_file_holds_it_is_compared(string text)
    {
        using var run = new CommandRun().With("library.yaml", Before).With("odd.yaml", text);
        Assert.InRange(await run.RunAsync("diff", "library.yaml", "odd.yaml"), ExitCodes.Ok, ExitCodes.Found);
        Assert.InRange(await run.RunAsync("diff", "odd.yaml", "library.yaml"), ExitCodes.Ok, ExitCodes.Found);
        Assert.Equal(ExitCodes.Ok, await run.RunAsync("diff", "odd.yaml", "odd.yaml"));
    }

    private static void Commit(string folder)
    {
        if (!Directory.Exists(Path.Combine(folder, ".git")))
            Git("init", "--quiet");
        Git("add", "--all");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "State", "--no-gpg-sign");

        void Git(params string[] arguments)
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
            git.WaitForExit();
            Assert.Equal(0, git.ExitCode);
        }
    }
}
