using ClientGen.Specs.AsyncApi;
using ClientGen.Specs.Binding;
using ClientGen.Specs.Model;
using ClientGen.Specs.OpenApi;
using ClientGen.Specs.Reading;
using ClientGen.Testing;

namespace ClientGen.Specs.Tests.Schemas;

/// <summary>A contract that was bound for a test.</summary>
/// <param name="Model">What it means.</param>
/// <param name="Findings">What is wrong with it, reading included.</param>
internal sealed record Contract(ContractModel Model, IReadOnlyList<Finding> Findings)
{
    public EquatableArray<TypeModel> Types => Model.Types;

    public ClientModel Client => Model.Client ?? throw new InvalidOperationException("Nothing to call.");

    public OperationModel Operation(string id) => Client.Operations.Single(operation => operation.Id == id);

    public TypeModel Type(string name) => Types.Single(type => type.Name == name);

    /// <summary>Binds a contract; other files of the build may stand beside it.</summary>
    public static Contract Bind(string text, params (string Path, string Text)[] others) => BindFile("contract.yaml", text, others);

    public static Contract BindFile(string path, string text, params (string Path, string Text)[] others) =>
        BindFile(path, text, TestContext.Current.CancellationToken, others);

    public static Contract BindFile(string path, string text, CancellationToken token, params (string Path, string Text)[] others)
    {
        var document = SpecReader.Read(path, text, token);
        var specs = new SpecSet([document, .. others.Select(other => SpecReader.Read(other.Path, other.Text, token))]);
        var context = new BindingContext(specs, document, "Contract", token);
        var model = document.Kind == SpecKind.AsyncApi30 ? AsyncApiBinder.Bind(context) : OpenApiBinder.Bind(context);
        return new Contract(model, [.. document.Findings, .. context.Findings]);
    }

    /// <summary>A contract of the repository.</summary>
    public static Contract Ours(string fileName) => BindFile(fileName, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "spec", fileName)));

    /// <summary>Binds a text with marks and compares the findings with them.</summary>
    public static Contract BindMarked(string marked, params (string Path, string Text)[] others)
    {
        var plain = MarkedText.Plain(marked);
        var contract = Bind(plain, others);
        Assert.Equal(marked, MarkedText.Mark(plain, contract.Findings.Select(static f => (f.Id, f.Span.Start, f.Span.Length))));
        return contract;
    }
}
