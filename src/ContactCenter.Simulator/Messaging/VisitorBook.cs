using System.Collections.Concurrent;
using ContactCenter.Simulator.Hosting;

namespace ContactCenter.Simulator.Messaging;

/// <summary>The customers of one world, by application and user id. A customer who signs in again keeps chat and call.</summary>
internal sealed class VisitorBook(World world)
{
    private readonly ConcurrentDictionary<(string Application, string UserId), Visitor> _visitors = new();
    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);

    public Visitor Enter(string application, string userId, string channelId) =>
        _visitors.GetOrAdd((application, userId), key => new Visitor(world, key.UserId, channelId));

    public Visitor? Find(string application, string userId) => _visitors.GetValueOrDefault((application, userId));

    /// <summary>Keeps a file.</summary>
    /// <returns>The object key under which it can be fetched.</returns>
    public string Store(StoredFile file)
    {
        var key = $"files/{world.NextNumber()}.{file.Type}";
        _files[key] = file;
        return key;
    }

    public StoredFile? Fetch(string key) => _files.GetValueOrDefault(key);
}

/// <summary>A file that a customer uploaded.</summary>
/// <param name="Type">File name extension.</param>
/// <param name="Base64">The file as it was sent.</param>
internal sealed record StoredFile(string Type, string Base64);

/// <summary>One customer: who it is, the chat, and the call.</summary>
internal sealed class Visitor(World world, string userId, string channelId)
{
    public string UserId { get; } = userId;

    public string ChannelId { get; } = channelId;

    public Chat Chat { get; } = new(world, userId, channelId);

    public ClickToCallLine Line { get; } = new(world);
}
