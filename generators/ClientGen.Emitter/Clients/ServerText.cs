using System.Text;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;
using ClientGen.Specs.Names;

namespace ClientGen.Emitter.Clients;

/// <summary>Servers of a contract: constants, and methods where the URL has variables.</summary>
internal static class ServerText
{
    /// <summary>The member of the <c>Servers</c> class.</summary>
    public static void Write(SourceWriter writer, ServerModel server, string container)
    {
        var name = ClientNames.Constant(server.Name, container);
        var variables = Variables(server);
        if (variables.Count == 0)
        {
            writer.Line($"public const string {name} = {CSharp.Literal(server.Url)};");
            return;
        }

        foreach (var variable in variables)
            OperationDocs.Lines(writer, $"param name=\"{variable.Local.TrimStart('@')}\"", $"The variable {variable.Name}. Default: {variable.Default}.");
        var parameters = string.Join(", ", variables.Select(static v => $"string {v.Local} = {CSharp.Literal(v.Default)}"));
        var parts = string.Join(" + ", Parts(server.Url, variables));
        writer.Line($"public static string {name}({parameters}) => {(parts.Length > 0 ? parts : "\"\"")};");
    }

    /// <summary>The server with the defaults of its variables filled in.</summary>
    public static string Info(ServerModel server)
    {
        var url = server.Url;
        foreach (var variable in Variables(server))
            url = url.Replace("{" + variable.Name + "}", variable.Default);
        return $"new({CSharp.Literal(server.Name)}, {CSharp.Literal(url)})";
    }

    private static List<(string Name, string Default, string Local)> Variables(ServerModel server)
    {
        var locals = new NameScope();
        return server.Variables
            .Select(static text => (Text: text, At: text.IndexOf('=')))
            .Where(static split => split.At > 0)
            .Select(split => (Name: split.Text.Substring(0, split.At), Default: split.Text.Substring(split.At + 1)))
            .Where(variable => server.Url.Contains("{" + variable.Name + "}"))
            .Select(variable => (variable.Name, variable.Default, CSharp.Identifier(locals.Take(Naming.Camel(variable.Name)))))
            .ToList();
    }

    /// <summary>Literals and locals in the order of the URL.</summary>
    private static IEnumerable<string> Parts(string url, List<(string Name, string Default, string Local)> variables)
    {
        var literal = new StringBuilder();
        var at = 0;
        while (at < url.Length)
        {
            var here = at;
            var variable = variables.FirstOrDefault(v => string.CompareOrdinal(url, here, "{" + v.Name + "}", 0, v.Name.Length + 2) == 0);
            if (variable.Name is null)
            {
                literal.Append(url[at++]);
                continue;
            }

            if (literal.Length > 0)
                yield return CSharp.Literal(literal.ToString());
            literal.Clear();
            yield return variable.Local;
            at += variable.Name.Length + 2;
        }

        if (literal.Length > 0)
            yield return CSharp.Literal(literal.ToString());
    }
}
