using System.Globalization;

namespace ClientGen.Specs.Reading;

/// <summary>Says what a document is, from its version field.</summary>
internal static class SpecIdentity
{
    private const string Supported =
        "ClientGen reads OpenAPI 3.0 and 3.1, AsyncAPI 3.0, and Arazzo 1.0 and 1.1";

    private delegate SpecKind Versions(int major, int minor, out string? readAs);

    /// <summary>The kind and the version as written; reports a missing or unknown version.</summary>
    public static (SpecKind Kind, string Version) Identify(SpecNode root, FindingList findings)
    {
        if (root is SpecScalar scalar)
        {
            // What was wrong is already said for a text that could not be read.
            if (findings.Items.Count == 0)
            {
                findings.Error(ReadingRules.Version, scalar.Start, scalar.Length, scalar.IsNull
                    ? $"The file holds no contract. {Supported}; start with a line such as `openapi: 3.1.0`."
                    : $"A contract is a mapping, but this is a single value. {Supported}; start with a line such as `openapi: 3.1.0`.");
            }

            return (SpecKind.Unknown, "");
        }

        if (root is not SpecMapping mapping)
            return (SpecKind.Schema, "");

        return
            Identify(mapping, "openapi", "OpenAPI", OpenApi, findings)
            ?? Identify(mapping, "asyncapi", "AsyncAPI", AsyncApi, findings)
            ?? Identify(mapping, "arazzo", "Arazzo", Arazzo, findings)
            ?? Identify(mapping, "swagger", "OpenAPI (Swagger)", None, findings)
            ?? WithoutVersion(mapping, findings);
    }

    private static (SpecKind, string)? Identify(
        SpecMapping root, string field, string standard, Versions versions, FindingList findings)
    {
        if (root.Find(field) is not { } entry)
            return null;

        if (entry.Value is not SpecScalar { IsNull: false, Text.Length: > 0 } version)
        {
            findings.Error(ReadingRules.Version, entry.KeyStart, entry.KeyLength,
                $"The version of this {standard} document is missing. {Supported}; write it as text behind `{field}:`.");
            return (SpecKind.Unknown, "");
        }

        string? readAs = null;
        var kind = TryMajorMinor(version.Text, out var major, out var minor) ? versions(major, minor, out readAs) : SpecKind.Unknown;
        if (kind == SpecKind.Unknown)
        {
            findings.Error(ReadingRules.Version, version.Start, version.Length,
                $"{standard} `{Shown.Short(version.Text)}` is not supported. {Supported}. Convert the document first.");
        }
        else if (readAs is not null)
        {
            findings.Warning(ReadingRules.Version, version.Start, version.Length,
                $"{standard} `{version.Text}` is read as {readAs}; what is new since then is not seen. {Supported}.");
        }

        return (kind, version.Text);
    }

    private static (SpecKind, string) WithoutVersion(SpecMapping root, FindingList findings)
    {
        var (field, standard, example) =
            root.Contains("info") && (root.Contains("paths") || root.Contains("webhooks")) ? ("openapi", "OpenAPI", "3.1.0")
            : root.Contains("info") && root.Contains("channels") ? ("asyncapi", "AsyncAPI", "3.0.0")
            : root.Contains("workflows") && root.Contains("sourceDescriptions") ? ("arazzo", "Arazzo", "1.1.0")
            : (null, null, null);
        if (field is null)
            return (SpecKind.Schema, "");

        findings.Error(ReadingRules.Version, root.Entries[0].KeyStart, root.Entries[0].KeyLength,
            $"This looks like an {standard} document, but its version is missing. {Supported}; add `{field}: {example}` as the first line.");
        return (SpecKind.Unknown, "");
    }

    private static SpecKind OpenApi(int major, int minor, out string? readAs)
    {
        readAs = (major, minor) == (3, 2) ? "OpenAPI 3.1" : null;
        return (major, minor) switch
        {
            (3, 0) => SpecKind.OpenApi30,
            (3, 1 or 2) => SpecKind.OpenApi31,
            _ => SpecKind.Unknown,
        };
    }

    private static SpecKind AsyncApi(int major, int minor, out string? readAs)
    {
        // AsyncAPI promises that minor versions only add.
        readAs = major == 3 && minor > 0 ? "AsyncAPI 3.0" : null;
        return major == 3 ? SpecKind.AsyncApi30 : SpecKind.Unknown;
    }

    private static SpecKind Arazzo(int major, int minor, out string? readAs)
    {
        readAs = major == 1 && minor > 1 ? "Arazzo 1.1" : null;
        return (major, minor) switch
        {
            (1, 0) => SpecKind.Arazzo10,
            (1, _) => SpecKind.Arazzo11,
            _ => SpecKind.Unknown,
        };
    }

    private static SpecKind None(int major, int minor, out string? readAs)
    {
        readAs = null;
        return SpecKind.Unknown;
    }

    private static bool TryMajorMinor(string version, out int major, out int minor)
    {
        major = minor = 0;
        var parts = version.Split('.');
        return parts.Length >= 2 && TryNumber(parts[0], out major) && TryNumber(parts[1], out minor);
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
