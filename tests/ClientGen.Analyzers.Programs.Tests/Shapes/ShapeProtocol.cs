using System.Text.RegularExpressions;
using ClientGen.Analyzers.Programs.Tests.Kit;

namespace ClientGen.Analyzers.Programs.Tests.Shapes;

/// <summary>The words of a template in a protocol: <c>[1:s]</c> is the test of the first flag of the answer <c>s</c>, <c>[Create]</c> the statement that opens a call.</summary>
internal sealed partial record ShapeProtocol(string Name, string Head, IReadOnlyDictionary<string, string> Words)
{
    /// <summary>The generated client of a contact center: nullable flags, a closed hierarchy of events.</summary>
    public static readonly ShapeProtocol Messaging = new("Messaging", "using ContactCenter.Messaging;", new Dictionary<string, string>
    {
        ["Client"] = "ICcMessagingClient",
        ["Check"] = "await client.CheckClickToCallSupportAsync(Channel.WEB, ct)",
        ["CheckTask"] = "client.CheckClickToCallSupportAsync(Channel.WEB, ct)",
        ["Support"] = "ClickToCallSupport",
        ["1"] = "$.WebRTCSupported == true",
        ["2"] = "$.ClickToCallSupported == true",
        ["!1"] = "$.WebRTCSupported is not true",
        ["!2"] = "$.ClickToCallSupported is not true",
        ["Both"] = "{ WebRTCSupported: true, ClickToCallSupported: true }",
        ["Only1"] = "{ WebRTCSupported: true }",
        ["Only2"] = "{ ClickToCallSupported: true }",
        ["Create"] = "await client.CreateClickToCallAsync(new() { Channel = Channel.WEB, MediaAbility = MediaAbility.Voice }, ct);",
        ["Drop"] = "await client.DropClickToCallAsync(new() { Channel = Channel.WEB }, CancellationToken.None);",
        ["Poll"] = "var $ = await client.GetClickToCallEventsAsync(Channel.WEB, ct);",
        ["Event"] = "ClickToCallEvent",
        ["Terminal"] = "($ is QueueTimedOut or CallFailed or CallReleased)",
        ["TerminalBut"] = "($ is CallFailed or CallReleased)",
        ["TerminalAnd"] = "($ is QueueTimedOut or CallFailed or CallReleased or CallTransferred)",
        ["Wrong"] = "($ is CallConnected)",
        ["Arms"] = "QueueTimedOut or CallFailed or CallReleased",
        ["ArmsBut"] = "QueueTimedOut or CallReleased",
        ["ArmsAnd"] = "QueueTimedOut or CallFailed or CallReleased or CallQueued",
        ["Subject"] = "$",
        ["Failure"] = "catch (ClientGenException)",
        ["Filtered"] = "catch (ClientGenException) when ($)",
        ["Helpers"] = "",
    });

    /// <summary>An invented service: flags of two types, the result inside the answer.</summary>
    public static readonly ShapeProtocol Harbour = new("Harbour", "using Harbour;", new Dictionary<string, string>
    {
        ["Client"] = "IHarbourClient",
        ["Check"] = "await client.AskClearanceAsync(7, cancellationToken: ct)",
        ["CheckTask"] = "client.AskClearanceAsync(7, cancellationToken: ct)",
        ["Support"] = "Clearance",
        ["1"] = "$.TugsReady",
        ["2"] = "$.Weather == ClearanceWeather.Calm",
        ["!1"] = "!$.TugsReady",
        ["!2"] = "$.Weather != ClearanceWeather.Calm",
        ["Both"] = "{ TugsReady: true, Weather: ClearanceWeather.Calm }",
        ["Only1"] = "{ TugsReady: true }",
        ["Only2"] = "{ Weather: ClearanceWeather.Calm }",
        ["Create"] = "await client.MoorShipAsync(7, new() { Name = \"Aurora\", Cargo = [] }, ct);",
        ["Drop"] = "await client.CastOffAsync(7, CancellationToken.None);",
        ["Poll"] = "var $ = await client.WatchBerthAsync(7, ct);",
        ["Event"] = "BerthEvent",
        ["Terminal"] = "($ is BerthLost)",
        ["TerminalBut"] = "($ is BerthLost { Cause: \"storm\" })",
        ["TerminalAnd"] = "($ is BerthLost or TideTurned)",
        ["Wrong"] = "($ is ShipSighted)",
        ["Arms"] = "BerthLost",
        ["ArmsBut"] = "BerthLost { Cause: \"storm\" }",
        ["ArmsAnd"] = "BerthLost or ShipSighted",
        ["Subject"] = "$",
        ["Failure"] = "catch (ClientGenException)",
        ["Filtered"] = "catch (ClientGenException) when ($)",
        ["Helpers"] = "",
    });

    /// <summary>Declared by hand: flat answers that the caller must look at, events by a code that may be absent.</summary>
    public static readonly ShapeProtocol Ferry = new("Ferry", "using Ferry;", new Dictionary<string, string>
    {
        ["Client"] = "IFerryClient",
        ["Check"] = "await client.AskPermitAsync(\"north\", ct)",
        ["CheckTask"] = "client.AskPermitAsync(\"north\", ct)",
        ["Support"] = "Permit",
        ["1"] = "($.ResultCode == \"0\" && $.DeckFree)",
        ["2"] = "$.CrewReady",
        ["!1"] = "($.ResultCode != \"0\" || !$.DeckFree)",
        ["!2"] = "!$.CrewReady",
        ["Both"] = "{ ResultCode: \"0\", DeckFree: true, CrewReady: true }",
        ["Only1"] = "{ ResultCode: \"0\", DeckFree: true }",
        ["Only2"] = "{ ResultCode: \"0\", CrewReady: true }",
        ["Create"] = "Fine((await client.BookAsync(\"north\", 2, ct)).ResultCode);",
        ["Drop"] = "Fine((await client.CancelAsync(\"north\", CancellationToken.None)).ResultCode);",
        ["Poll"] = "var $ = await client.NextCallAsync(\"north\", ct); if ($.ResultCode != \"0\") throw new HttpRequestException(\"The ferry says no.\");",
        ["Event"] = "FerryCall",
        ["Terminal"] = "($.Code is FerryCode.Arrived or FerryCode.Sunk)",
        ["TerminalBut"] = "($.Code == FerryCode.Sunk)",
        ["TerminalAnd"] = "($.Code is FerryCode.Arrived or FerryCode.Sunk or null)",
        ["Wrong"] = "($.Code == FerryCode.Delayed)",
        ["Arms"] = "FerryCode.Arrived or FerryCode.Sunk",
        ["ArmsBut"] = "FerryCode.Arrived",
        ["ArmsAnd"] = "FerryCode.Arrived or FerryCode.Sunk or FerryCode.Boarding",
        ["Subject"] = "$.Code",
        ["Failure"] = "catch (Exception problem) when (problem is HttpRequestException || problem is TaskCanceledException && !ct.IsCancellationRequested)",
        ["Filtered"] = "catch (Exception problem) when ((problem is HttpRequestException || problem is TaskCanceledException && !ct.IsCancellationRequested) && $)",
        ["Helpers"] = "private static void Fine(string? code) { if (code != \"0\") throw new InvalidOperationException($\"The ferry says {code}.\"); }",
    });

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<ShapeProtocol> All = [Messaging, Harbour, Ferry];

    /// <summary>A template in this protocol.</summary>
    /// <param name="shape">The template's name.</param>
    /// <param name="template">Members of a class, or of several when it begins with a type.</param>
    public Choice Say(string shape, string template)
    {
        var isWhole = template.TrimStart().StartsWith("public sealed class", StringComparison.Ordinal);
        var body = Word().Replace(template, match => Words[match.Groups["word"].Value].Replace("$", match.Groups["of"].Value, StringComparison.Ordinal));
        var type = isWhole ? body : $$"""
            public sealed class Desk({{Words["Client"]}} client)
            {
            {{body}}
            {{Words["Helpers"]}}
            }
            """;
        return Choice.Parse($"{shape} ({Name})", $"{Head}\n\nnamespace Shaped;\n\n{type}\n");
    }

    [GeneratedRegex(@"\[(?<word>Client|CheckTask|Check|Support|!?[12]|Both|Only[12]|Create|Drop|Poll|Event|Terminal(But|And)?|Wrong|Arms(But|And)?|Subject|Failure|Filtered|Helpers)(:(?<of>[^\[\]]*))?\]")]
    private static partial Regex Word();
}
