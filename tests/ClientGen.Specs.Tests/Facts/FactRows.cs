namespace ClientGen.Specs.Tests.Facts;

/// <summary>Tables of facts, written as text: a line for each fact, words in columns, <c>#</c> for comments.</summary>
internal static class FactRows
{
    public static IEnumerable<TheoryDataRow<string>> Of(string table) =>
        table.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => new TheoryDataRow<string>(line));

    public static string[] Words(string row) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
