using System.Reflection;
using System.Text;
using System.Text.Json;
using ClientGen.Emitter.Types;
using ClientGen.Specs.Model;
using ClientGen.Testing;

namespace ClientGen.Emitter.Tests.Types;

/// <summary>Generated types, compiled as a strict consumer would and loaded.</summary>
internal sealed class LiveTypes
{
    private readonly Assembly _assembly;

    private LiveTypes(Assembly assembly) => _assembly = assembly;

    public static LiveTypes Of(params TypeModel[] types) => new(Compile(types).Load());

    public static GeneratedCompilation Compile(params TypeModel[] types) => Compile(Model.Contract(types));

    public static GeneratedCompilation Compile(ContractModel contract, params string[] companions) =>
        GeneratedCompilation.Of(Files(contract).Select(static file => (file.HintName, file.Text)), companions);

    public static EquatableArray<GeneratedFile> Files(ContractModel contract, bool kiota = false) => TypeEmitter.Emit(contract, "1.2.3", CancellationToken.None, kiota);

    public static string Text(params TypeModel[] types) => string.Join("\n", Files(Model.Contract(types)).Select(static file => file.Text));

    public Type Type(string name) => _assembly.GetType($"{Model.Namespace}.{name}", throwOnError: true)!;

    /// <summary>Reads JSON with the type's codec.</summary>
    /// <exception cref="JsonException">The codec refuses the JSON.</exception>
    public dynamic Read(string type, string json) => Read(type, Encoding.UTF8.GetBytes(json));

    /// <summary>Reads bytes with the type's codec.</summary>
    /// <exception cref="JsonException">The codec refuses the JSON.</exception>
    public dynamic Read(string type, byte[] json) => Call(nameof(Json.JsonText.Parse), Type(type), json);

    /// <summary>Writes a value with a type's codec; by default that of its own type.</summary>
    public string Write(object value, string? type = null) => (string)Call(nameof(Json.JsonText.ToJson), type is null ? value.GetType() : Type(type), value);

    /// <summary>Reads and writes.</summary>
    public string RoundTrip(string type, string json) => Write((object)Read(type, json), type);

    private object Call(string method, Type type, object argument)
    {
        var codec = Codec(type);
        var helper = GetType().GetMethod(method + "With", BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type);
        return helper.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [codec, argument], null)!;
    }

    private object Codec(Type type) =>
        Type("Serialization." + type.Name + "Json").GetField("Instance")!.GetValue(null)!;

    private static object ParseWith<T>(Json.JsonCodec<T> codec, byte[] json) => Json.JsonText.Parse(codec, json)!;

    private static object ToJsonWith<T>(Json.JsonCodec<T> codec, T value) => Json.JsonText.ToJson(codec, value);
}
