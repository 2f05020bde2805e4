using ClientGen.Emitter.Types;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Clients;

/// <summary>C# for a path into a body, safe against whatever is absent or null on the way.</summary>
public static class MemberPath
{
    private const int LastIndex = 1_000_000;

    /// <summary>An expression of the value at the end of a path, null (or default) when something on the way is absent.</summary>
    /// <param name="body">An expression of the body.</param>
    /// <param name="bodyMayBeNull">Whether the body itself may be null.</param>
    /// <param name="operand">The path and the type at its end.</param>
    /// <param name="scope">Names of types and locals.</param>
    /// <param name="locals">Counts the locals introduced so far.</param>
    public static string Value(string body, bool bodyMayBeNull, Operand operand, ConditionScope scope, ref int locals)
    {
        var text = body;
        var mayBeNull = bodyMayBeNull;
        for (var i = 0; i < operand.Members.Count; i++)
        {
            var step = operand.Members[i];
            if (step.OnCase is { } onCase)
            {
                text = $"({text} as {scope.TypeNameOf(onCase)})";
                mayBeNull = true;
            }

            if (step.Name is { } name)
            {
                text += (mayBeNull ? "?." : ".") + CSharp.Identifier(name) + (step.IsOptional ? ".Value" : "");
            }
            else
            {
                var local = scope.LocalPrefix + CSharp.Literal(++locals);
                var nothing = i == operand.Members.Count - 1 && operand.Type is { IsValueType: true } type
                    ? $"default({TypeName.NotNull(type, scope.Namespace)}?)"
                    : "null";
                text = TryIndex(step.JsonName, out var index)
                    ? $"({text} is {{ Count: > {CSharp.Literal(index)} }} {local} ? {local}[{CSharp.Literal(index)}] : {nothing})"
                    : $"({text} is {{ }} {local} && {local}.TryGetValue({CSharp.Literal(step.JsonName)}, out var {local}m) ? {local}m : {nothing})";
            }

            mayBeNull |= step.MayBeNull || step.IsOptional || step.Name is null;
        }

        return text;
    }

    /// <summary>
    /// The conditions, to be joined by <c>&amp;&amp;</c>, under which the value at the end of a path passes a test. The first is a pattern that the body must match.
    /// </summary>
    internal static List<string> Test(EquatableArray<MemberStep> members, LeafTest leaf, ConditionScope scope, ref int locals)
    {
        var conditions = new List<string>();
        var subject = "";
        var start = 0;
        for (var i = 0; i <= members.Count; i++)
        {
            var atEnd = i == members.Count;
            if (!atEnd && members[i].Name is not null)
                continue;

            var local = scope.LocalPrefix + CSharp.Literal(++locals);
            if (atEnd)
            {
                var pattern = leaf.Guard is null ? leaf.Pattern! : leaf.Pattern + " " + local;
                conditions.Add(subject + Wrap(members, start, i, pattern, scope));
                if (leaf.Guard is { } guard)
                    conditions.Add(guard.Replace("{0}", local));
                break;
            }

            if (TryIndex(members[i].JsonName, out var index))
            {
                conditions.Add(subject + Wrap(members, start, i, $"{{ Count: > {CSharp.Literal(index)} }} {local}", scope));
                subject = $"{local}[{CSharp.Literal(index)}] is ";
            }
            else
            {
                conditions.Add(subject + Wrap(members, start, i, $"{{ }} {local}", scope));
                conditions.Add($"{local}.TryGetValue({CSharp.Literal(members[i].JsonName)}, out var {local}m)");
                subject = local + "m is ";
            }

            start = i + 1;
        }

        return conditions;
    }

    /// <summary>Wraps a pattern into the members <paramref name="from"/> to <paramref name="to"/>, outermost first.</summary>
    private static string Wrap(EquatableArray<MemberStep> members, int from, int to, string pattern, ConditionScope scope)
    {
        var dotted = "";
        for (var i = to - 1; i >= from; i--)
        {
            var step = members[i];
            var member = CSharp.Identifier(step.Name!) + (step.IsOptional ? ".Value" : "");
            dotted = dotted.Length == 0 ? member : member + "." + dotted;
            // A case test ends the dotted chain: it needs a pattern of its own.
            if (step.OnCase is not null || i == from)
            {
                pattern = (step.OnCase is { } onCase ? scope.TypeNameOf(onCase) + " " : "") + $"{{ {dotted}: {pattern} }}";
                dotted = "";
            }
        }

        return pattern;
    }

    private static bool TryIndex(string jsonName, out int index)
    {
        index = 0;
        if (jsonName.Length is 0 or > 7)
            return false;
        foreach (var c in jsonName)
        {
            if (c is < '0' or > '9')
                return false;
            index = index * 10 + (c - '0');
        }

        return index <= LastIndex;
    }
}
