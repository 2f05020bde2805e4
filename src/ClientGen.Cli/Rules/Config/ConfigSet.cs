namespace ClientGen.Cli.Rules.Config;

/// <summary>The settings that hold for a C# file, put together from the files around it as the compiler does.</summary>
internal sealed class ConfigSet
{
    /// <summary>The name of the files that speak of files by pattern.</summary>
    public const string EditorName = ".editorconfig";

    private readonly string _file;
    private readonly IReadOnlyList<ConfigFile> _editor;
    private readonly IReadOnlyList<ConfigFile> _global;

    private ConfigSet(string file, IReadOnlyList<ConfigFile> editor, IReadOnlyList<ConfigFile> global) => (_file, _editor, _global) = (file, editor, global);

    /// <summary>Finds the settings of a folder or file.</summary>
    /// <param name="path">A file, or a folder, which stands for any C# file in it.</param>
    /// <param name="changed">Files as they are going to be, in place of those on disk.</param>
    public static ConfigSet Of(string path, params IReadOnlyList<ConfigFile> changed)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        var file = folder == path ? Path.Combine(folder, "AnyFile.cs") : path;
        var editor = new List<ConfigFile>();
        var global = new List<ConfigFile>();
        for (var next = folder; next is not null; next = Path.GetDirectoryName(next))
        {
            // Nothing above a root counts, but for what counts for the whole project.
            if ((editor.Count == 0 || !editor[^1].IsRoot) && Find(Path.Combine(next, EditorName)) is { } found)
                (found.IsGlobal ? global : editor).Add(found);
            if (Find(Path.Combine(next, ConfigFile.GlobalName)) is { } whole)
                global.Add(whole);
        }

        global.AddRange(changed.Where(other => other.IsGlobal && global.All(known => known.Path != other.Path)));
        return new ConfigSet(file, editor, global);

        ConfigFile? Find(string candidate) => changed.FirstOrDefault(other => other.Path == candidate) ?? (File.Exists(candidate) ? ConfigFile.Read(candidate) : null);
    }

    /// <summary>What holds for a key: the nearest file that speaks of the C# file, else what counts for the whole project.</summary>
    public ConfigSetting? Find(string key) => InEditor(key) ?? InGlobal(key);

    /// <summary>What counts for the whole project, and is said by one file; two of the same level unsay it.</summary>
    public ConfigSetting? InGlobal(string key)
    {
        var said = _global.Select(file => (File: file, Entry: file.Entries.LastOrDefault(entry => entry.Section is null && Is(entry, key)))).Where(static found => found.Entry is not null).ToList();
        var top = said.Count == 0 ? 0 : said.Max(static found => found.File.GlobalLevel);
        return said.Where(found => found.File.GlobalLevel == top).ToList() is [var only] ? Setting(only.File, only.Entry!) : null;
    }

    private ConfigSetting? InEditor(string key)
    {
        foreach (var file in _editor)
        {
            var path = Path.GetRelativePath(Path.GetDirectoryName(file.Path)!, _file).Replace('\\', '/');
            if (file.Entries.LastOrDefault(entry => Is(entry, key) && entry.Section is { } section && SectionName.Matches(section, path)) is { } found)
                return Setting(file, found);
        }

        return null;
    }

    private static bool Is(ConfigEntry entry, string key) => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    private static ConfigSetting Setting(ConfigFile file, ConfigEntry entry) => new(entry.Value, file.Path, entry.At + 1);
}
