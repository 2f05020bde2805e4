using System.Globalization;

namespace ContactCenter.Demo;

/// <summary>The parts of a line that all timelines share.</summary>
internal static class LineText
{
    /// <summary>Minutes, seconds and milliseconds.</summary>
    public static string Time(TimeSpan at) => at.ToString(@"mm\:ss\.fff", CultureInfo.InvariantCulture);

    /// <summary>Text of a server as it may be printed: what could steer a terminal is replaced.</summary>
    public static string Safe(string text) => string.Create(text.Length, text, static (line, source) =>
    {
        for (var i = 0; i < line.Length; i++)
            line[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) ? '?' : source[i];
    });

    /// <summary>Text that fits a line; what is left out is marked.</summary>
    public static string Fit(string text, int width) => text.Length <= width ? text : text[..Math.Max(width - 1, 0)] + "…";
}
