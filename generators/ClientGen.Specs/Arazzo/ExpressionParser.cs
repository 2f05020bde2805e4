using ClientGen.Specs.Model;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Parses runtime expressions: the grammar of Arazzo 1.1, and the dotted form (<c>$response.body.count</c>) of its examples.</summary>
public static class ExpressionParser
{
    private const int LongestText = 4096;
    private const int MostTokens = 64;

    private static readonly (string Prefix, ExpressionRoot Root)[] Named =
    [
        ("$request.header.", ExpressionRoot.RequestHeader),
        ("$request.query.", ExpressionRoot.RequestQuery),
        ("$request.path.", ExpressionRoot.RequestPath),
        ("$response.header.", ExpressionRoot.Header),
        ("$message.header.", ExpressionRoot.Header),
    ];

    private static readonly (string Prefix, ExpressionRoot Root)[] Bodies =
    [
        ("$request.body", ExpressionRoot.RequestBody),
        ("$request.payload", ExpressionRoot.RequestBody),
        ("$response.body", ExpressionRoot.Body),
        ("$response.payload", ExpressionRoot.Body),
        ("$message.payload", ExpressionRoot.Body),
        ("$message.body", ExpressionRoot.Body),
    ];

    /// <summary>Whether a text is meant as a runtime expression.</summary>
    public static bool LooksLikeOne(string text) => text.Length > 1 && text[0] == '$' && char.IsLetter(text[1]);

    /// <summary>Parses a whole text.</summary>
    /// <param name="text">The expression, from <c>$</c> to its end.</param>
    /// <param name="start">Where it begins in the text that holds it.</param>
    /// <param name="problem">What is wrong with it; offsets count in the holding text.</param>
    /// <returns>The expression; null when it is none.</returns>
    public static RuntimeExpression? Parse(string text, int start, out TextProblem problem)
    {
        problem = default;
        var parsed = text.Length > LongestText ? null : Read(text, start);
        if (parsed is null)
        {
            problem = new TextProblem(
                $"`{Shown.Short(text)}` is no runtime expression. It begins with one of $statusCode, $response.body#/…, $response.header.…, "
                    + "$message.payload#/…, $request.…, $inputs.…, $steps.<stepId>.outputs.…, $workflows.<workflowId>.….",
                start,
                text.Length);
        }

        return parsed;
    }

    private static RuntimeExpression? Read(string text, int start)
    {
        switch (text)
        {
            case "$url": return Plain(ExpressionRoot.Url);
            case "$method": return Plain(ExpressionRoot.Method);
            case "$statusCode": return Plain(ExpressionRoot.StatusCode);
            case "$self": return Plain(ExpressionRoot.Self);
        }

        foreach (var (prefix, root) in Named)
        {
            if (After(text, prefix) is { Length: > 0 } name)
                return new RuntimeExpression(root, "", name, default, text, start);
        }

        foreach (var (prefix, root) in Bodies)
        {
            if (After(text, prefix) is { } rest && PathOf(rest) is { } path)
                return new RuntimeExpression(root, "", "", path, text, start);
        }

        if (After(text, "$inputs.") is { } input)
            return WithPointer(ExpressionRoot.Input, "", input);
        if (After(text, "$outputs.") is { } output)
            return WithPointer(ExpressionRoot.Output, "", output);
        if (After(text, "$steps.") is { } step && Cut(step, ".outputs.") is var (stepId, stepOutput))
            return WithPointer(ExpressionRoot.StepOutput, stepId, stepOutput);
        if (After(text, "$workflows.") is { } workflow)
        {
            if (Cut(workflow, ".outputs.") is var (workflowId, value))
                return WithPointer(ExpressionRoot.WorkflowOutput, workflowId, value);
            if (Cut(workflow, ".inputs.") is var (inputOwner, inputName))
                return WithPointer(ExpressionRoot.WorkflowInput, inputOwner, inputName);
            return null;
        }

        // A name of an operation may hold anything, so only the first dot counts.
        if (After(text, "$sourceDescriptions.") is { } source && Cut(source, ".") is var (sourceName, member))
            return new RuntimeExpression(ExpressionRoot.SourceDescription, sourceName, member, default, text, start);
        if (After(text, "$components.") is { } component && Cut(component, ".") is var (kind, componentName))
            return new RuntimeExpression(ExpressionRoot.Component, kind, componentName, default, text, start);
        return null;

        RuntimeExpression Plain(ExpressionRoot root) => new(root, "", "", default, text, start);

        RuntimeExpression? WithPointer(ExpressionRoot root, string owner, string rest)
        {
            var hash = rest.IndexOf('#');
            var name = hash < 0 ? rest : rest.Substring(0, hash);
            return name.Length > 0 && PathOf(hash < 0 ? "" : rest.Substring(hash)) is { } path
                ? new RuntimeExpression(root, owner, name, path, text, start)
                : null;
        }
    }

    /// <summary>The tokens of <c>#/a/0</c>, <c>.a[0]</c> or nothing at all; null when it is neither.</summary>
    private static EquatableArray<string>? PathOf(string rest)
    {
        if (rest.Length == 0 || rest == "#")
            return default(EquatableArray<string>);
        if (rest[0] == '#')
            return PointerTokens(rest.Substring(1));
        return DottedTokens(rest);
    }

    /// <summary>The tokens of a JSON pointer (RFC 6901); null when it is none.</summary>
    /// <param name="pointer">Empty, or beginning with a slash.</param>
    public static EquatableArray<string>? PointerTokens(string pointer)
    {
        if (pointer.Length == 0)
            return default(EquatableArray<string>);
        if (pointer[0] != '/')
            return null;
        var parts = pointer.Substring(1).Split('/');
        return parts.Length > MostTokens ? null : parts.Select(SpecPointer.Unescape).ToEquatableArray();
    }

    // Examples of the specification write `$response.body.count`; its operators name `.` and `[]`, although its grammar has pointers only.
    private static EquatableArray<string>? DottedTokens(string rest)
    {
        var tokens = new List<string>();
        for (var at = 0; at < rest.Length;)
        {
            if (tokens.Count == MostTokens)
                return null;
            var isIndex = rest[at] == '[';
            if (!isIndex && rest[at] != '.')
                return null;
            var end = isIndex ? rest.IndexOf(']', at) : rest.IndexOfAny(['.', '['], at + 1);
            if (end < 0)
                end = isIndex ? at : rest.Length;
            var token = rest.Substring(at + 1, Math.Max(0, end - at - 1)).Trim('\'', '"');
            if (token.Length == 0)
                return null;
            tokens.Add(token);
            at = isIndex ? end + 1 : end;
        }

        return tokens.ToEquatableArray();
    }

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length) : null;

    private static (string Left, string Right)? Cut(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at > 0 && at + separator.Length < text.Length ? (text.Substring(0, at), text.Substring(at + separator.Length)) : null;
    }
}
