using ClientGen.Emitter.Clients;
using ClientGen.Emitter.Writing;
using ClientGen.Specs.Model;

namespace ClientGen.Emitter.Types;

/// <summary>Prints how a tagged union is read: in one pass where the tag stands before what only some cases have, else by looking ahead.</summary>
internal sealed class TaggedChoiceEmitter
{
    private readonly UnionModel _model;
    private readonly EmitScope _scope;
    private readonly SharedStart _start;
    private readonly Func<UnionCaseModel, string> _read;
    private readonly Dictionary<string, MemberCode> _members;

    private TaggedChoiceEmitter(UnionModel model, SharedStart start, EmitScope scope, CodecFields fields, Func<UnionCaseModel, string> read)
    {
        _model = model;
        _scope = scope;
        _start = start;
        _read = read;
        _members = start.Members.ToDictionary(static member => member.Name, member => new MemberCode(member, scope, fields), StringComparer.Ordinal);
    }

    /// <summary>Prints <c>ReadValue</c> and what it needs.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="start">The union with what all its cases share.</param>
    /// <param name="scope">The file's types.</param>
    /// <param name="fields">The codec's composed codecs.</param>
    /// <param name="read">Makes the expression that reads a case from its first token on.</param>
    public static void Emit(SourceWriter writer, SharedStart start, EmitScope scope, CodecFields fields, Func<UnionCaseModel, string> read) =>
        new TaggedChoiceEmitter(start.Union, start, scope, fields, read).Emit(writer);

    private string Tag => CSharp.Utf8Literal(_model.TagName!);

    private int Untagged => _model.Cases.ToList().FindIndex(static place => place.IsUntagged);

    private void Emit(SourceWriter writer)
    {
        using (writer.Block($"public override {EmitScope.ShortType(_model.Name)} ReadValue(ref Utf8JsonReader reader)"))
        {
            writer.Line("var start = reader;");
            foreach (var line in Packed.Lines(_start.Members.Select(member => CodeOf(member).Declaration())))
                writer.Line(line);
            if (_start.HasRequired)
                writer.Line("uint seen = 0;");
            writer.Line("var (chosen, atTag) = (-1, false);");
            using (writer.Block("if (reader.TokenType is JsonTokenType.StartObject)"))
                EmitStart(writer);
            EmitDispatch(writer);
        }

        writer.Line();
        EmitAhead(writer);
        writer.Line();
        EmitCaseOf(writer);
    }

    private void EmitStart(SourceWriter writer)
    {
        writer.Line($"chosen = {Untagged};");
        using (writer.Block("while (JsonRead.NextMember(ref reader, out var name))"))
        {
            writer.Line($"if (name.SequenceEqual({Tag})) {{ (chosen, atTag) = (CaseOf(ref reader), true); break; }}");
            var bit = 0;
            foreach (var member in _start.Members)
            {
                var code = CodeOf(member);
                var text = CSharp.Identifier("text" + member.Name);
                var isText = _scope.TextEnum(member.Type) is not null;
                var value = isText ? $"{code.Local} = {code.Wrap(text)};" : code.Read("");
                var seen = member.Required ? $" seen |= 0x{1 << bit++:X};" : "";
                writer.Line($"if (name.SequenceEqual({CSharp.Utf8Literal(member.JsonName)}) && {SharedStart.Guard(member, _scope, text)}) {{ {value}{seen} continue; }}");
            }

            // Some other member comes before the tag: how it is read depends on the case.
            var absent = _start.Members.Select(member => $"{CodeOf(member).Local} = {CodeOf(member).Absent};");
            foreach (var line in Packed.Lines(["chosen = Ahead(start); reader = start;", .. absent, .. _start.HasRequired ? ["seen = 0;"] : Array.Empty<string>()]))
                writer.Line(line);
            writer.Line("break;");
        }
    }

    private void EmitDispatch(SourceWriter writer)
    {
        using (writer.Block("switch (chosen)"))
        {
            for (var i = 0; i < _model.Cases.Count; i++)
            {
                var place = _model.Cases[i];
                var goesOn = !place.IsWrapper && _scope.Find<ObjectModel>(place.Type.Name) is { } model && _start.IsContinuedBy(model);
                writer.Line(goesOn
                    ? $"case {i}: return {CodecExpression.ClassName(place.Type.Name!)}.Rest(ref reader{_start.Arguments(CodeOf, "seen", "atTag")});"
                    : $"case {i}: reader = start; return {_read(place)};");
            }
        }

        writer.Line("reader = start;");
        writer.Line($"return {CodecExpression.ClassName(_model.UnknownName)}.Instance.ReadValue(ref reader);");
    }

    private void EmitAhead(SourceWriter writer)
    {
        using (writer.Block("private static int Ahead(Utf8JsonReader reader)"))
        {
            using (writer.Block("while (JsonRead.NextMember(ref reader, out var name))"))
            {
                writer.Line($"if (name.SequenceEqual({Tag})) return CaseOf(ref reader);");
                writer.Line("JsonRead.Skip(ref reader);");
            }

            writer.Line($"return {Untagged};");
        }
    }

    // A number chooses the same case as the text of its digits, and the other way round.
    private void EmitCaseOf(SourceWriter writer)
    {
        var texts = new List<Utf8Switch.Choice>();
        var numbers = new Dictionary<long, int>();
        var truths = new Dictionary<bool, int>();
        for (var i = 0; i < _model.Cases.Count; i++)
        {
            foreach (var tag in _model.Cases[i].Tags)
            {
                if (JsonText.Scalar(tag) is not { } scalar)
                    continue;
                if (scalar.TryGetBoolean(out var truth))
                {
                    truths[truth] = truths.TryGetValue(truth, out var first) ? first : i;
                    continue;
                }

                texts.Add(new Utf8Switch.Choice(scalar.Text, $"return {i};"));
                if ((JsonText.Scalar(scalar.Text) ?? scalar).TryGetInt64(out var number) && !numbers.ContainsKey(number))
                    numbers.Add(number, i);
            }
        }

        using (writer.Block("private static int CaseOf(ref Utf8JsonReader reader)"))
        {
            if (numbers.Count > 0)
            {
                writer.Line("if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number))");
                using (writer.Indent())
                using (writer.Block("switch (number)"))
                {
                    foreach (var sameCase in numbers.GroupBy(static pair => pair.Value))
                        writer.Line($"{string.Join(" ", sameCase.Select(static pair => $"case {CSharp.Literal(pair.Key)}:"))} return {sameCase.Key};");
                }
            }

            if (texts.Count > 0)
            {
                using (writer.Block("if (reader.TokenType is JsonTokenType.String)"))
                {
                    writer.Line("var text = JsonRead.Utf8(ref reader);");
                    Utf8Switch.Write(writer, "text", "break;", texts);
                }
            }

            foreach (var pair in truths)
                writer.Line($"if (reader.TokenType is JsonTokenType.{(pair.Key ? "True" : "False")}) return {pair.Value};");
            writer.Line(Untagged < 0 ? "return -1;" : $"return JsonRead.Null(ref reader) ? {Untagged} : -1;");
        }
    }

    private MemberCode CodeOf(PropertyModel member) => _members[member.Name];
}
