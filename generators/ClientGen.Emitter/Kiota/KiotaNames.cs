namespace ClientGen.Emitter.Kiota;

/// <summary>Names that nothing in a contract can hide.</summary>
internal static class KiotaNames
{
    public const string Serialization = "global::Microsoft.Kiota.Abstractions.Serialization.";

    public const string Parsable = Serialization + "IParsable";

    public const string AdditionalDataHolder = Serialization + "IAdditionalDataHolder";

    public const string Composed = Serialization + "IComposedTypeWrapper";

    public const string Node = Serialization + "IParseNode";

    public const string Writer = Serialization + "ISerializationWriter";

    public const string Factory = "CreateFromDiscriminatorValue";

    /// <summary>Our own helpers, which the generator adds to the consuming compilation.</summary>
    public const string Json = "global::ClientGen.Kiota.KiotaJson.";
}
