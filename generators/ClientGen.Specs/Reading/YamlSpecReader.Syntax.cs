using YamlDotNet.Core;

namespace ClientGen.Specs.Reading;

/// <content>What happens when the text is no YAML.</content>
internal sealed partial class YamlSpecReader
{
    private void Next()
    {
        if (_ended)
            return;

        try
        {
            _ended = !_parser.MoveNext();
        }
        catch (YamlException exception)
        {
            Fail(Offset(exception.Start), exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The parser is not ours and not total; a text that confuses it is a finding like any other.
            Fail(_lastEnd, "The text cannot be understood from here on.");
        }
    }

    private void Fail(int start, string message)
    {
        _ended = true;
        // The parser blames the whole mapping for a tab in it.
        Failure = message.Contains(" tab ") && FindTab(start) is { } tab
            ? new YamlFailure(tab, 1, "YAML does not allow a tab for indentation. Replace it by spaces.")
            : new YamlFailure(start, EndOfLine(start) - start,
                $"This is not well-formed YAML: {Sentence(message)} Check indentation, quotes and brackets here and just above.");
    }

    /// <summary>The first tab, from an offset on, that indents text.</summary>
    private int? FindTab(int start)
    {
        for (var tab = _text.IndexOf('\t', start); tab >= 0; tab = _text.IndexOf('\t', tab + 1))
        {
            var line = _source.LineStart(_source.Position(tab).Line);
            var isIndentation = _text.Substring(line, tab - line).Trim(' ').Length == 0;
            if (isIndentation && _text.Substring(tab, EndOfLine(tab) - tab).Trim().Length > 0)
                return tab;
            // Any further tab of this line is no indentation either; a line full of tabs is looked at once.
            tab = Math.Max(tab, EndOfLine(tab) - 1);
        }

        return null;
    }

    private int EndOfLine(int at)
    {
        var end = _text.IndexOfAny(['\r', '\n'], at);
        return end < 0 ? _text.Length : end;
    }

    private static string Sentence(string message)
    {
        var shown = Shown.Line(message).Trim();
        return shown.EndsWith(".", StringComparison.Ordinal) ? shown : shown + ".";
    }
}
