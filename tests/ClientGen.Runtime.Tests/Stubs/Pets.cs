using System.Text.Json;
using ClientGen.Http;
using ClientGen.Json;

namespace ClientGen.Tests.Stubs;

/// <summary>A small contract of the tests' own, as the generator would compile it.</summary>
internal sealed record Pet(string Name, int Age)
{
    public string? ResultCode { get; init; }
}

internal sealed class PetJson : JsonCodec<Pet>
{
    public static readonly PetJson Instance = new();

    public override Pet ReadValue(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        string? name = null, code = null;
        int? age = null;
        while (JsonRead.NextMember(ref reader, out var member))
        {
            if (member.SequenceEqual("name"u8))
                name = JsonRead.String(ref reader);
            else if (member.SequenceEqual("age"u8))
                age = JsonRead.Int32(ref reader);
            else if (member.SequenceEqual("resultCode"u8))
                code = JsonRead.String(ref reader);
            else
                JsonRead.Skip(ref reader);
        }

        return new(name ?? throw JsonRead.Missing("Pet", "name"), age ?? throw JsonRead.Missing("Pet", "age")) { ResultCode = code };
    }

    public override void WriteValue(Utf8JsonWriter writer, Pet value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        writer.WriteNumber("age"u8, value.Age);
        writer.WriteEndObject();
    }
}

internal sealed record PetError(string Reason);

internal sealed class PetErrorJson : JsonCodec<PetError>
{
    public static readonly PetErrorJson Instance = new();

    public override PetError ReadValue(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
        string? reason = null;
        while (JsonRead.NextMember(ref reader, out var member))
        {
            if (member.SequenceEqual("reason"u8))
                reason = JsonRead.String(ref reader);
            else
                JsonRead.Skip(ref reader);
        }

        return new(reason ?? throw JsonRead.Missing("PetError", "reason"));
    }

    public override void WriteValue(Utf8JsonWriter writer, PetError value) => throw new NotSupportedException();
}

internal static class Pets
{
    public const string Server = "https://pets.example/v1";
    public const string Json = """{"name":"Rex","age":3}""";

    public static readonly OperationInfo Get = new("getPet", HttpMethod.Get, "/pets/{id}") { Accept = "application/json" };
    public static readonly OperationInfo List = new("listPets", HttpMethod.Get, "/pets");
    public static readonly OperationInfo Create = new("createPet", HttpMethod.Post, "/pets");
    public static readonly OperationInfo Secured = new("securedPet", HttpMethod.Post, "/secured") { Security = [["token", "key"]], RenewOn = [401, 403] };

    public static readonly AnswerRule<Pet> Rule = new(AnswerBody.Json(PetJson.Instance))
    {
        Statuses = [200],
        Success = new(static pet => pet.ResultCode is null or "0", static pet => pet.ResultCode, static pet => "too " + pet.Name),
        Errors = [ErrorRule.Json(404, PetErrorJson.Instance), new(new(400, 499)), ErrorRule.Text(503)],
    };

    public static readonly ClientInfo Client = new("PetsClient")
    {
        Servers = [new("main", Server), new("files", "https://files.example")],
        Schemes =
        [
            new("token", SecurityKind.Bearer) { RotatedByHeader = "X-Fresh-Token", LifetimeSeconds = 600 },
            new("key", SecurityKind.ApiKeyHeader, "X-Key"),
            new("queryKey", SecurityKind.ApiKeyQuery, "api key"),
            new("cookieKey", SecurityKind.ApiKeyCookie, "session"),
            new("login", SecurityKind.Basic),
            new("digest", SecurityKind.Custom),
        ],
        LongestPollMilliseconds = 60_000,
    };

    public static ApiPipeline Pipeline(HttpMessageHandler server, Action<ApiClientOptions>? configure = null)
    {
        var options = new ApiClientOptions { Jitter = static () => 0 };
        configure?.Invoke(options);
        return new(new HttpMessageInvoker(server), Client, options);
    }

    public static Task<Pet> GetPetAsync(this ApiPipeline pipeline, string id = "7", CancellationToken cancellationToken = default)
    {
        var request = pipeline.Request(Get);
        request.Path("id", id);
        return pipeline.SendAsync(request, Rule, cancellationToken);
    }

    public static Task<Pet> SecuredAsync(this ApiPipeline pipeline, CancellationToken cancellationToken = default)
    {
        var request = pipeline.Request(Secured);
        request.JsonBody(PetJson.Instance, new("Rex", 3));
        return pipeline.SendAsync(request, Rule, cancellationToken);
    }
}
