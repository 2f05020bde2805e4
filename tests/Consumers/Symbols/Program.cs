// Usage: Symbols FEED VERSION
// Says of each package where the source of its assembly can be had from: embedded in its symbols, or at an address.
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.Json;

var (feed, version) = (args[0], args[1]);
Show("ContactCenter.Messaging", "nupkg");
Show("ContactCenter.Messaging", "snupkg");
Show("ClientGen.Runtime", "snupkg");

void Show(string package, string kind)
{
    var symbols = Read($"{package}.{version}.{kind}", $"lib/netstandard2.0/{package}.pdb");
    using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
    var reader = provider.GetMetadataReader();
    var links = JsonDocument.Parse(Information(reader, EntityHandle.ModuleDefinition, Kinds.SourceLink) ?? """{"documents":{}}"""u8.ToArray())
        .RootElement.GetProperty("documents").EnumerateObject().ToList();

    var (embedded, documented, linked, lost) = (0, 0, 0, 0);
    foreach (var handle in reader.Documents)
    {
        var path = reader.GetString(reader.GetDocument(handle).Name);
        if (Information(reader, handle, Kinds.EmbeddedSource) is { } source)
        {
            embedded++;
            documented += Text(source).Contains("/// <summary>", StringComparison.Ordinal) ? 1 : 0;
        }
        else if (links.Any(link => path.StartsWith(link.Name.TrimEnd('*'), StringComparison.Ordinal) && link.Value.GetString()!.StartsWith("https://", StringComparison.Ordinal)))
        {
            linked++;
        }
        else
        {
            lost++;
        }
    }

    Console.WriteLine($"{package} ({kind}): {embedded} embedded, {documented} documented, {linked} linked, {lost} lost");
}

byte[] Read(string file, string entry)
{
    using var archive = ZipFile.OpenRead(Path.Combine(feed, file));
    using var stream = (archive.GetEntry(entry) ?? throw new InvalidOperationException($"{file} has no {entry}.")).Open();
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}

static byte[]? Information(MetadataReader reader, EntityHandle owner, Guid kind) => reader.GetCustomDebugInformation(owner)
    .Select(reader.GetCustomDebugInformation)
    .Where(information => reader.GetGuid(information.Kind) == kind)
    .Select(information => reader.GetBlobBytes(information.Value))
    .FirstOrDefault();

// The format of embedded source: four bytes with the size of the text, 0 where it is not compressed.
static string Text(byte[] source)
{
    if (BitConverter.ToInt32(source, 0) == 0)
        return Encoding.UTF8.GetString(source, 4, source.Length - 4);
    using var text = new StreamReader(new DeflateStream(new MemoryStream(source, 4, source.Length - 4), CompressionMode.Decompress));
    return text.ReadToEnd();
}

internal static class Kinds
{
    public static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    public static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
}
