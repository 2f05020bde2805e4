using System.Reflection;
using ClientGen.Emitter.Kiota;
using ClientGen.Emitter.Tests.Clients;
using ClientGen.Specs.Model;
using ClientGen.Testing;
using NullableContextOptions = Microsoft.CodeAnalysis.NullableContextOptions;

namespace ClientGen.Emitter.Tests.Types;

/// <summary>What generated code has more where Kiota is referenced. What it does is tested in ClientGen.Kiota.Tests.</summary>
public sealed class KiotaTests
{
    private static readonly EmitOptions Options = Contracts.Options with { AspNetCore = true, DependencyInjection = true, Kiota = true, KiotaHttp = true };

    [Fact]
    public void The_part_of_an_object_reads_well() => Snapshot.Verify(Part(Samples.Parcel, Samples.Speed, Samples.Size));

    [Fact]
    public void The_part_of_a_union_reads_well() => Snapshot.Verify(Part(Samples.Place, Samples.Warehouse, Samples.Address, Samples.Speed));

    [Fact]
    public void The_part_of_a_client_reads_well() =>
        Snapshot.Verify(ContractEmitter.Emit(Contracts.Doors, Options, CancellationToken.None).Single(static file => file.HintName.EndsWith("Client-Kiota.g.cs", StringComparison.Ordinal)).Text);

    [Theory]
    [InlineData("cc-messaging.openapi.yaml")]
    [InlineData("video-signalling.asyncapi.yaml")]
    public void A_contract_compiles(string file) => Compile(Contracts.Own(file), NullableContextOptions.Enable).ShouldCompile();

    [Fact]
    public void Every_type_compiles_in_every_place()
    {
        var forms = typeof(CompilationTests).GetMethod(nameof(CompilationTests.Every_type_compiles_in_every_place))!.GetCustomAttributes<InlineDataAttribute>()
            .Select(static row => CompilationTests.Plain((TypeKind)row.Data[0]!, row.Data.Length > 1 ? (TextForm)row.Data[1]! : TextForm.Ordinary)).ToList();
        var types = forms.SelectMany(static (plain, i) => new TypeModel[]
        {
            Model.Object($"Holder{i}", [.. CompilationTests.Places(plain)]),
            Model.Object($"Free{i}", Model.Optional("speed", Model.Enum("Speed"))) with { AdditionalProperties = plain },
            Model.Structural($"Any{i}", Model.Wrapper($"AnyOne{i}", plain), Model.Wrapper($"AnyList{i}", Model.List(plain))),
            Model.Tagged($"Told{i}", "kind", Model.Case($"Case{i}", "\"a\"")) with { Shared = CompilationTests.Places(plain).ToEquatableArray() },
            Model.Object($"Case{i}", [.. CompilationTests.Places(plain).Select(static property => property with { IsInherited = true })]) with { Base = $"Told{i}" },
        });

        Assert.True(forms.Count > 20);
        Compile([.. types, Model.Object("Box", Model.Optional("x", Model.Text)), Samples.Speed]).ShouldCompile();
    }

    [Fact]
    public void An_invented_contract_compiles_where_nullable_is_off() => Compile(Contracts.Pets, NullableContextOptions.Disable).ShouldCompile();

    [Fact]
    public void Without_Kiota_nothing_speaks_of_it() =>
        Assert.DoesNotContain(
            ContractEmitter.Emit(Contracts.Pets, Options with { Kiota = false, KiotaHttp = false }, CancellationToken.None),
            static file => file.Text.Contains("Kiota", StringComparison.Ordinal) || file.HintName.Contains("Kiota", StringComparison.Ordinal));

    [Fact]
    public void Beside_the_types_only_files_are_added()
    {
        var without = ContractEmitter.Emit(Contracts.Pets, Options with { Kiota = false }, CancellationToken.None).ToDictionary(static file => file.HintName, static file => file.Text);
        var with = ContractEmitter.Emit(Contracts.Pets, Options, CancellationToken.None);

        Assert.Empty(without.Keys.Except(with.Select(static file => file.HintName)));
        Assert.All(
            with.Where(file => !without.TryGetValue(file.HintName, out var text) || text != file.Text),
            static file => Assert.True(file.HintName.Contains("Kiota", StringComparison.Ordinal) || file.HintName.StartsWith("Types.", StringComparison.Ordinal), file.HintName));
    }

    /// <summary>Types with their part for Kiota, and the helpers that it calls.</summary>
    internal static GeneratedCompilation Compile(params TypeModel[] types) => Compile(LiveTypes.Files(Model.Contract(types), kiota: true), NullableContextOptions.Enable);

    private static GeneratedCompilation Compile(ContractModel contract, NullableContextOptions nullable) =>
        Compile(ContractEmitter.Emit(contract, Options, CancellationToken.None), nullable);

    // Without Kiota's HTTP library, which the tests do not have.
    private static GeneratedCompilation Compile(EquatableArray<GeneratedFile> files, NullableContextOptions nullable) => GeneratedCompilation.Of(
        files.Concat(KiotaSupportEmitter.Emit(Options with { KiotaHttp = false })).Select(static file => (file.HintName, file.Text)), nullable: nullable);

    private static string Part(params TypeModel[] types) => string.Join(
        "\n", LiveTypes.Files(Model.Contract(types), kiota: true).Where(static file => file.HintName.EndsWith(".Kiota.g.cs", StringComparison.Ordinal)).Select(static file => file.Text));
}
