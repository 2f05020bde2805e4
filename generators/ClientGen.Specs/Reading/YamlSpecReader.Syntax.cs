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
            _ended = true;
            ReportSyntax(Offset(exception.Start), exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The parser is not ours and not total; a text that confuses it is a finding like any other.
            _ended = true;
            ReportSyntax(_lastEnd, exception.Message);
        }
    }

    private void ReportSyntax(int at, string message)
    {
        var line = _source.Position(at).Line;
        var lineEnd = _text.IndexOfAny(['\r', '\n'], at);
        var length = Math.Max(0, (lineEnd < 0 ? _text.Length : lineEnd) - at);
        var indentation = _text.Substring(_source.LineStart(line), at - _source.LineStart(line));
        if (at < _text.Length && _text[at] == '\t' && indentation.Trim(' ').Length == 0)
        {
            Error(at, 1, "YAML does not allow a tab for indentation. Replace it by spaces.");
            return;
        }

        Error(at, length, $"This is not well-formed YAML: {Sentence(message)} Check indentation, quotes and brackets here and just above.");
    }

    private static string Sentence(string message)
    {
        var shown = Shown.Line(message).Trim();
        return shown.EndsWith(".", StringComparison.Ordinal) ? shown : shown + ".";
    }
}
