using System.Text.Json;

namespace ClientGen.Cli.Contracts;

/// <summary>Asks MSBuild about a project, so that imports, conditions and globs count as they do in a build.</summary>
internal static class MsBuild
{
    /// <summary>Evaluates a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="properties">Properties to ask for.</param>
    /// <param name="items">Items to ask for.</param>
    /// <param name="more">Further arguments, such as targets to run first.</param>
    /// <param name="cancellationToken">Ends the other process.</param>
    /// <returns>The answer: <c>Properties</c> and <c>Items</c>.</returns>
    public static JsonElement Ask(
        string project, IEnumerable<string> properties, IEnumerable<string> items, IEnumerable<string> more, CancellationToken cancellationToken)
    {
        string[] arguments =
            ["msbuild", project, "-nologo", .. items.Select(static name => "-getItem:" + name), .. properties.Select(static name => "-getProperty:" + name), .. more];
        var (code, output, error) = OtherProcess.Run("dotnet", arguments, Path.GetDirectoryName(project)!, cancellationToken);
        // Errors of the project itself come on standard output.
        if (code != 0)
            throw new WrongInputException($"MSBuild cannot evaluate {project}:{Environment.NewLine}{(output + error).Trim()}");
        using var json = JsonDocument.Parse(output);
        return json.RootElement.Clone();
    }

    /// <summary>The items of a name.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement answer, string name) =>
        answer.GetProperty("Items").TryGetProperty(name, out var found) ? found.EnumerateArray() : [];

    /// <summary>Metadata of an item; null where it has none.</summary>
    public static string? Metadata(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A property; empty where it is not set.</summary>
    public static string Property(JsonElement answer, string name) => answer.GetProperty("Properties").GetProperty(name).GetString() ?? "";
}
