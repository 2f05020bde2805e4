using System.Globalization;
using System.Net;
using System.Text;
using ContactCenter.Simulator.Contracts;

namespace ContactCenter.Simulator.Hosting;

/// <summary>The page that says what there is: HTML for browsers, plain text for tools.</summary>
internal static class StartPage
{
    public static Task WriteAsync(HttpContext context, SimulatorState simulator)
    {
        var isHtml = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        var text = Text(simulator);
        context.Response.ContentType = isHtml ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
        return context.Response.WriteAsync(isHtml ? Html(text) : text, context.RequestAborted);
    }

    private static string Text(SimulatorState simulator)
    {
        var page = new StringBuilder("Contact center simulator\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Time      {simulator.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC\n");
        page.Append(CultureInfo.InvariantCulture, $"Scenario  {simulator.Scenario.Name}: {simulator.Scenario.Summary}\n");

        foreach (var system in ContractCatalogue.All.Operations.GroupBy(static operation => operation.System))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{system.Key.Name()} ({ContractFiles.Names[system.Key]})\n");
            foreach (var operation in system)
                page.Append(CultureInfo.InvariantCulture, $"  {operation.Method,-4} {operation.Path,-62} {operation.Id}\n");
        }

        page.Append("\nScenarios: choose one with POST /_simulator/scenario?name=… or, for a single request, with the header X-Simulator-Scenario\n");
        foreach (var scenario in simulator.Scenarios.OrderBy(static scenario => scenario.Name, StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"  {scenario.Name,-24} {scenario.Summary}\n");

        return page.Append("""

            Steering
              GET  /_simulator/journal              what happened
              GET  /_simulator/violations           what broke a contract, and where
              GET  /_simulator/routes               the routes above as JSON
              GET  /_simulator/scenarios            the scenarios above as JSON
              GET  /_simulator/scenario             the current scenario
              POST /_simulator/scenario?name=…      play another scenario
              POST /_simulator/advance?seconds=…    move virtual time
              POST /_simulator/reset                forget tokens, calls, journal and violations

            """).ToString();
    }

    private static string Html(string text) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Contact center simulator</title></head>
        <body><pre>{WebUtility.HtmlEncode(text)}</pre></body>
        </html>

        """;
}
