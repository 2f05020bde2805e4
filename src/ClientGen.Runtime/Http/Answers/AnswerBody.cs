using ClientGen.Json;

namespace ClientGen.Http;

/// <summary>What the body of a successful answer is.</summary>
/// <typeparam name="T">Its type in C#.</typeparam>
public abstract class AnswerBody<T>
{
    private protected AnswerBody()
    {
    }

    internal abstract T Read(Answer answer);
}

/// <summary>The kinds of body.</summary>
public static class AnswerBody
{
    /// <summary>No body, or one that nobody looks at.</summary>
    public static AnswerBody<Nothing> None { get; } = new NoBody();

    /// <summary>Text.</summary>
    public static AnswerBody<string> Text { get; } = new TextBody();

    /// <summary>Bytes, handed on as a stream; for operations that stream their answer.</summary>
    public static AnswerBody<BinaryAnswer> Binary { get; } = new BinaryBody();

    /// <summary>JSON.</summary>
    /// <typeparam name="T">Its type in C#.</typeparam>
    /// <param name="codec">Reads it.</param>
    /// <returns>The kind of body.</returns>
    public static AnswerBody<T> Json<T>(JsonCodec<T> codec) => new JsonBody<T>(codec);

    /// <summary>JSON, where an empty body is allowed too.</summary>
    /// <typeparam name="T">Its type in C#.</typeparam>
    /// <param name="codec">Reads it.</param>
    /// <returns>The kind of body; an empty one is the type's default.</returns>
    public static AnswerBody<T?> JsonOrNothing<T>(JsonCodec<T> codec) => new MaybeJsonBody<T>(codec);

    private sealed class NoBody : AnswerBody<Nothing>
    {
        internal override Nothing Read(Answer answer) => default;
    }

    private sealed class TextBody : AnswerBody<string>
    {
        internal override string Read(Answer answer) => answer.Text();
    }

    private sealed class BinaryBody : AnswerBody<BinaryAnswer>
    {
        internal override BinaryAnswer Read(Answer answer) => answer.Binary();
    }

    private sealed class JsonBody<T>(JsonCodec<T> codec) : AnswerBody<T>
    {
        internal override T Read(Answer answer) => answer.Json(codec);
    }

    private sealed class MaybeJsonBody<T>(JsonCodec<T> codec) : AnswerBody<T?>
    {
        internal override T? Read(Answer answer) => answer.JsonOrNothing(codec);
    }
}

/// <summary>The result of a call without a result.</summary>
public readonly record struct Nothing;
