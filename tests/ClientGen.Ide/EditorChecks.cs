using Microsoft.CodeAnalysis;

namespace ClientGen.Ide;

/// <summary>What somebody sees who types, in C# and in contracts. Each check begins with the project as it was opened.</summary>
internal sealed class EditorChecks(OpenProject opened)
{
    private const string Client = "lighthouse.openapi.yaml";
    private const string Night = "night.arazzo.yaml";
    private const string Hasty = "CG1001 Apprentice.cs: await lighthouse.LightLampAsync(ct); // CG1001";
    private const string Impatient = "CG3001 Keeper.cs: patience.CancelAfter(TimeSpan.FromSeconds(30));";

    /// <summary>The one misuse in the project is marked, and nothing else.</summary>
    public async Task Only_the_misuse_is_marked()
    {
        Checks.Same([Hasty], await opened.ComplaintsAsync());
        Checks.Same([], await opened.FindingsAsync());
    }

    /// <summary>F12 on a member of a client opens its generated source; the tooltip is the contract's text.</summary>
    public async Task Go_to_definition_opens_documented_source()
    {
        var member = await MemberAsync(opened, "ILighthouseClient", "LightLampAsync");
        var document = opened.Project.Solution.GetDocument(member.Locations.Single().SourceTree);
        Checks.That(document is SourceGeneratedDocument, $"{member} stands in {document?.GetType().Name ?? "no document"}.");
        Checks.That(member.GetDocumentationCommentXml()!.Contains("Lights the lamp.", StringComparison.Ordinal), $"{member} is not documented.");
        Checks.Same(["LightLampAsync"], [(await document!.GetTextAsync()).ToString(member.Locations.Single().SourceSpan)]);
    }

    /// <summary>An operation that is added to a contract can be called at once, before anything is saved or built.</summary>
    public async Task A_new_operation_is_a_new_member()
    {
        var calling = await opened.EditAsync("Keeper.cs", "await WatchAsync(ct);", "await lighthouse.SoundHornAsync(ct);\n            await WatchAsync(ct);");
        Checks.Same(["CS1061 Keeper.cs: await lighthouse.SoundHornAsync(ct);", Hasty], (await calling.ComplaintsAsync()).Order(StringComparer.Ordinal).Reverse());
        var added = await calling.EditAsync(Client, "  /signals:", """
              /horn:
                post:
                  operationId: soundHorn
                  summary: Sounds the horn.
                  responses: { '204': { description: It was heard. } }
              /signals:
            """);
        Checks.Same([Hasty], await added.ComplaintsAsync());
        var member = await MemberAsync(added, "ILighthouseClient", "SoundHornAsync");
        Checks.That(member.GetDocumentationCommentXml()!.Contains("Sounds the horn.", StringComparison.Ordinal), $"{member} is not documented.");
    }

    /// <summary>What is wrong with a contract is shown at its place in the contract, and the rest of it can still be used.</summary>
    public async Task A_broken_contract_is_marked_in_the_contract()
    {
        var twice = await opened.EditAsync(Client, "operationId: douseLamp", "operationId: lightLamp");
        Checks.Same([$"CG9010 {Client}(19,20)"], await twice.FindingsAsync());
        var lost = await opened.EditAsync(Client, "kind: { $ref: '#/components/schemas/SignalKind' }", "kind: { $ref: '#/components/schemas/SignalKinds' }");
        Checks.Same([$"CG9105 {Client}(44,23)"], await lost.FindingsAsync());
        await MemberAsync(lost, "ILighthouseClient", "LightLampAsync");
    }

    /// <summary>A longer deadline in a contract makes a time-out in C# too short.</summary>
    public async Task A_longer_deadline_marks_a_short_patience()
    {
        var longer = await opened.EditAsync(Night, "timeout: 20000", "timeout: 60000");
        Checks.Same([Hasty, Impatient], await longer.ComplaintsAsync());
        var shorter = await longer.EditAsync(Night, "timeout: 60000", "timeout: 5000");
        Checks.Same([Hasty], await shorter.ComplaintsAsync());
    }

    /// <summary>A loop that ends on the contract's last events is wrong once the contract has others.</summary>
    public async Task Other_last_events_mark_the_loop()
    {
        var another = await opened.EditAsync(Night, "$response.body#/kind == 'fire'", "$response.body#/kind == 'fog'");
        Checks.Same([Hasty, "CG2001 Keeper.cs: signal = await lighthouse.AwaitSignalAsync(patience.Token);"], await another.ComplaintsAsync());
    }

    /// <summary>What a contract no longer asks for is no longer asked of C#.</summary>
    public async Task A_dropped_prerequisite_is_forgotten()
    {
        Checks.Same([Hasty], await opened.ComplaintsAsync());
        var free = await opened.EditAsync(Night, "\n        dependsOn: [inspect]", "");
        Checks.Same([], await free.ComplaintsAsync());
    }

    /// <summary>C# that stops testing an answer is marked, and no longer when it tests it again.</summary>
    public async Task Typing_marks_and_unmarks()
    {
        var half = await opened.EditAsync("Keeper.cs", "!condition.Clean || !condition.Fuelled", "!condition.Clean");
        Checks.Same([Hasty, "CG1002 Keeper.cs: await lighthouse.LightLampAsync(ct);"], await half.ComplaintsAsync());
        var whole = await half.EditAsync("Keeper.cs", "!condition.Clean)", "!(condition.Clean && condition.Fuelled))");
        Checks.Same([Hasty], await whole.ComplaintsAsync());
    }

    /// <summary>The light bulb mends what is marked, in the file on disk too.</summary>
    public async Task The_light_bulb_mends()
    {
        var mended = await LightBulb.MendAsync(opened, (await opened.DiagnosticsAsync()).Single());
        Checks.Same([], await mended.ComplaintsAsync());
        Checks.That(mended.Project.Solution.Workspace.TryApplyChanges(mended.Project.Solution), "The workspace refuses the change.");
        var file = opened.Find("Apprentice.cs").FilePath!;
        Checks.That((await File.ReadAllTextAsync(file)).Contains("InspectLampAsync", StringComparison.Ordinal), $"{file} is as it was.");
    }

    /// <summary>Typing C# generates nothing again; an edit to one schema makes the files of that schema again and no others.</summary>
    public async Task Only_what_an_edit_touches_is_generated_again()
    {
        var before = await GeneratedAsync(opened);
        var typed = await GeneratedAsync(await opened.EditAsync("Keeper.cs", "var failures = 0;", "var failures = 1;"));
        Checks.Same([], Other(before, typed));
        var widened = await GeneratedAsync(await opened.EditAsync(Client, "enum: [sail, fog, fire, dawn]", "enum: [sail, fog, fire, dawn, whale]"));
        Checks.Same(["lighthouse.openapi.Types.SignalKind.g.cs"], Other(before, widened));
    }

    private static async Task<ISymbol> MemberAsync(OpenProject project, string type, string member) =>
        (await project.CompileAsync()).GetTypeByMetadataName($"Sea.{type}")?.GetMembers(member).FirstOrDefault()
            ?? throw new CheckException($"There is no {type}.{member}.");

    // By name, the tree of each generated file: an editor parses and binds again whatever has another tree.
    private static async Task<Dictionary<string, SyntaxTree>> GeneratedAsync(OpenProject project)
    {
        var trees = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (var document in await project.Project.GetSourceGeneratedDocumentsAsync())
            trees.Add(document.HintName, (await document.GetSyntaxTreeAsync())!);
        return trees;
    }

    private static IEnumerable<string> Other(Dictionary<string, SyntaxTree> before, Dictionary<string, SyntaxTree> after) =>
        after.Where(file => !ReferenceEquals(before.GetValueOrDefault(file.Key), file.Value)).Select(static file => file.Key).Order(StringComparer.Ordinal);
}
