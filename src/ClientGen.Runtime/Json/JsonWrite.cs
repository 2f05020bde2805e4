using System.ComponentModel;
using System.Text.Json;

namespace ClientGen.Json;

/// <summary>The steps of generated JSON writers that <see cref="Utf8JsonWriter"/> does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWrite
{
    /// <summary>Writes kept members back.</summary>
    /// <param name="writer">Stands inside the object.</param>
    /// <param name="extra">The members; <c>null</c> for none.</param>
    public static void Extra(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement>? extra) => Extra(writer, extra, Codecs.Json);

    /// <summary>Writes kept members of a known type back.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="writer">Stands inside the object.</param>
    /// <param name="extra">The members; <c>null</c> for none.</param>
    /// <param name="codec">Writes the values.</param>
    public static void Extra<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? extra, JsonCodec<T> codec)
    {
        if (extra is null)
            return;
        if (extra is Dictionary<string, T> ours)
        {
            // The enumerator of the class itself makes no garbage.
            foreach (var (name, value) in ours)
            {
                writer.WritePropertyName(name);
                codec.WriteValue(writer, value);
            }

            return;
        }

        foreach (var (name, value) in extra)
        {
            writer.WritePropertyName(name);
            codec.WriteValue(writer, value);
        }
    }
}
