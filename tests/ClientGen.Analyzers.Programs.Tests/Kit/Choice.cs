using System.Text.RegularExpressions;

namespace ClientGen.Analyzers.Programs.Tests.Kit;

/// <summary>
/// A correct program in which single places have wrong alternatives: <c>«right¦CG1002→wrong¦CG1001,CG1002→also wrong»</c>.
/// One text thus gives the correct program and all of its misused twins, each with the rules of which one must speak.
/// </summary>
internal sealed partial class Choice
{
    private readonly string _text;

    private Choice(string name, string text) => (Name, _text) = (name, text);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The correct program.</summary>
    public string Correct => Place().Replace(_text, static place => place.Groups["right"].Value);

    /// <summary>The twins, each with one misuse.</summary>
    public IEnumerable<Misuse> Misuses
    {
        get
        {
            var places = Place().Matches(_text);
            for (var i = 0; i < places.Count; i++)
            {
                var place = places[i];
                for (var j = 0; j < place.Groups["wrong"].Captures.Count; j++)
                {
                    var (wrong, n) = (place.Groups["wrong"].Captures[j].Value, -1);
                    var text = Place().Replace(_text, match => ++n == i ? wrong : match.Groups["right"].Value);
                    yield return new Misuse(Name, $"{Shown(place.Groups["right"].Value)}  =>  {Shown(wrong)}", place.Groups["ids"].Captures[j].Value, text);
                }
            }
        }
    }

    /// <summary>Reads a text.</summary>
    public static Choice Parse(string name, string text) => new(name, text);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Shown(string text) => text.Trim() is { Length: > 0 } some ? Blanks().Replace(some, " ") : "(nothing)";

    [GeneratedRegex("«(?<right>[^«»¦]*)(?:¦(?<ids>(?:CG\\d{4},?)+)→(?<wrong>[^«»¦]*))+»")]
    private static partial Regex Place();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

/// <summary>A correct program with one misuse in it.</summary>
/// <param name="Program">The program's name.</param>
/// <param name="Edit">What was changed.</param>
/// <param name="Ids">The rules, of which one must speak.</param>
/// <param name="Text">The program.</param>
internal sealed record Misuse(string Program, string Edit, string Ids, string Text);
