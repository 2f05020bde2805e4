using ClientGen.Specs.Binding;
using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Arazzo;

/// <summary>Parses Arazzo's simple conditions: literals, runtime expressions, comparisons, <c>!</c>, <c>&amp;&amp;</c>, <c>||</c> and parentheses.</summary>
internal sealed class ConditionParser(string text)
{
    private const int LongestText = 4096;
    private const int DeepestNesting = 64;

    private int _at;
    private int _depth;
    private TextProblem _problem;

    /// <summary>Parses a whole condition.</summary>
    /// <returns>Its tree; null with a problem when it is none.</returns>
    public static ConditionSyntax? Parse(string text, out TextProblem problem)
    {
        var parser = new ConditionParser(text);
        var condition = text.Length > LongestText
            ? parser.Fail("This condition is longer than 4,096 characters. Split it into several criteria.", 0, text.Length)
            : parser.Whole();
        problem = parser._problem;
        return condition;
    }

    private ConditionSyntax? Whole()
    {
        var condition = Or();
        SkipSpace();
        return condition is not null && _at < text.Length
            ? Fail($"`{Shown.Short(text.Substring(_at))}` does not belong to the condition before it.", _at, text.Length - _at)
            : condition;
    }

    private ConditionSyntax? Or() => Join(isAnd: false, "||", And);

    private ConditionSyntax? And() => Join(isAnd: true, "&&", Unary);

    private ConditionSyntax? Join(bool isAnd, string separator, Func<ConditionSyntax?> part)
    {
        var first = part();
        if (first is null)
            return null;

        var parts = new List<ConditionSyntax> { first };
        while (TryTake(separator))
        {
            if (part() is not { } next)
                return null;
            parts.Add(next);
        }

        return parts.Count == 1 ? first : new LogicalSyntax(isAnd, parts, first.Start, _at - first.Start);
    }

    private ConditionSyntax? Unary()
    {
        SkipSpace();
        var start = _at;
        if (!Peek("!=") && TryTake("!"))
        {
            if (!Enter(start))
                return null;
            var part = Unary();
            _depth--;
            return part is null ? null : new NotSyntax(part, start, _at - start);
        }

        if (TryTake("("))
        {
            if (!Enter(start))
                return null;
            var inner = Or();
            _depth--;
            if (inner is null)
                return null;
            return TryTake(")") ? inner : Fail("This parenthesis is not closed.", start, 1);
        }

        return Comparison();
    }

    private ConditionSyntax? Comparison()
    {
        if (Value() is not { } left)
            return null;
        SkipSpace();
        var at = _at;
        if (TakeOperator() is not { } comparison)
        {
            return at < text.Length && text[at] == '='
                ? Fail("Write `==` to compare.", at, 1)
                : left;
        }

        return Value() is { } right ? new ComparisonSyntax(comparison, left, right, left.Start, _at - left.Start) : null;
    }

    private ConditionSyntax? Value()
    {
        SkipSpace();
        var start = _at;
        if (start == text.Length)
            return Fail("A value is missing here: a runtime expression, a number, 'text', true, false or null.", start, 0);

        if (text[start] is '\'' or '"')
            return Quoted(start, text[start]);

        var word = Word();
        if (word.Length == 0)
            return Fail($"`{text[start]}` is no value.", start, 1);
        if (word[0] == '$')
        {
            var expression = ExpressionParser.Parse(word, start, out _problem);
            return expression is null ? null : new ExpressionSyntax(expression, start, word.Length);
        }

        if (word is "true" or "false" or "null")
            return new LiteralSyntax(word, start, word.Length);
        return NumberLiteral(word) is { } number
            ? new LiteralSyntax(number, start, word.Length)
            : Fail($"`{Shown.Short(word)}` is no value. Text stands in single quotes: '{Shown.Short(word)}'.", start, word.Length);
    }

    private ConditionSyntax? Quoted(int start, char quote)
    {
        var value = new System.Text.StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != quote)
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == quote)
            {
                // "escape the literal single quote using an additional single quote"
                value.Append(quote);
                at++;
            }
            else
            {
                _at = at + 1;
                return new LiteralSyntax(JsonLiteral.Of(value.ToString()), start, _at - start);
            }
        }

        return Fail("This text has no closing quote.", start, text.Length - start);
    }

    /// <summary>The characters up to white space, a parenthesis or an operator.</summary>
    private string Word()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or '<' or '>' or '=')
            && !Here("!=") && !Here("&&") && !Here("||"))
            _at++;
        return text.Substring(start, _at - start);
    }

    private string? TakeOperator()
    {
        foreach (var candidate in new[] { "==", "!=", "<=", ">=", "<", ">" })
        {
            if (TryTake(candidate))
                return candidate;
        }

        return null;
    }

    private static string? NumberLiteral(string word) =>
        JsonNumber.KindOf(word) is ScalarKind.Integer or ScalarKind.Number ? word : null;

    private bool Enter(int start)
    {
        if (++_depth <= DeepestNesting)
            return true;
        Fail("This condition is nested more than 64 levels deep.", start, 1);
        return false;
    }

    private bool Peek(string token)
    {
        SkipSpace();
        return Here(token);
    }

    private bool TryTake(string token)
    {
        if (!Peek(token))
            return false;
        _at += token.Length;
        return true;
    }

    private bool Here(string token) => string.CompareOrdinal(text, _at, token, 0, token.Length) == 0;

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private ConditionSyntax? Fail(string message, int start, int length)
    {
        _problem = new TextProblem(message, start, length);
        return null;
    }
}
