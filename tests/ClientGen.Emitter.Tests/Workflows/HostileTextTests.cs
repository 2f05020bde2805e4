using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClientGen.Emitter.Tests.Workflows;

/// <summary>Text of strangers in every place of a workflow document stays inside its token.</summary>
public class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "\"; } public class Evil { string s = \"", "*/ public class Evil {} /*", "a\nb } class Evil {}", "a\u2028class Evil {}", "]]></summary>", "{0} {run} $\"{evil}\"",
        "class", "await", "\\\"", "<see cref=\"Evil\"/>", "", " ", "\ud800", "// x", "run", "step", "answer", "call", "status", "inputs", "End", "1a", "é", "日本",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Stays_inside_its_token(string text)
    {
        var compilation = WorkflowContracts.Compile(WorkflowContracts.Bind(
            ("parcels.openapi.yaml", ParcelProtocol.Api, "Demo.Parcels"), ("sending.arazzo.json", Document(text), "Demo.Sending")));
        compilation.ShouldCompile();
        var types = compilation.Compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BaseTypeDeclarationSyntax>()).ToList();
        Assert.Contains(types, static type => type.Identifier.Text == "SendingWorkflows");
        Assert.DoesNotContain(types, static type => type.Identifier.Text == "Evil");
    }

    private static string Document(string text)
    {
        var id = text.Length == 0 ? "x" : text;
        return JsonSerializer.Serialize(new
        {
            arazzo = "1.1.0",
            info = new { title = text, version = "1", description = text },
            sourceDescriptions = new[] { new { name = id, url = "parcels.openapi.yaml", type = "openapi" } },
            workflows = new object[]
            {
                new
                {
                    workflowId = id,
                    summary = text,
                    description = text,
                    inputs = new { type = "object", properties = new Dictionary<string, object> { [id] = new { type = "string", description = text } } },
                    steps = new object[]
                    {
                        new
                        {
                            stepId = id,
                            description = text,
                            operationId = "checkDepot",
                            parameters = new object[]
                            {
                                new Dictionary<string, object> { ["name"] = "depot", ["in"] = "path", ["value"] = 7 },
                                new Dictionary<string, object> { ["name"] = "X-Trace", ["in"] = "header", ["value"] = text },
                                new Dictionary<string, object> { ["name"] = "X-Key", ["in"] = "header", ["value"] = text + "{$inputs." + id + "}" },
                            },
                            successCriteria = new[] { new { condition = "$response.body#/why == '" + text.Replace("'", "''") + "'" } },
                            onSuccess = new object[] { new { name = id, type = "goto", stepId = id, criteria = new[] { new { condition = "$response.header.X == '" + text.Replace("'", "''") + "'" } } } },
                            onFailure = new object[] { new { name = id, type = "retry", retryLimit = 2 } },
                            outputs = new Dictionary<string, string> { [id] = "$response.body#/why" },
                        },
                    },
                    outputs = new Dictionary<string, string> { [id] = $"$steps.{id}.outputs.{id}" },
                },
            },
        });
    }
}
