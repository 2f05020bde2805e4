using ClientGen.Analyzers.Tests.Kit;

namespace ClientGen.Analyzers.Tests.Payloads;

public sealed class BatchIsReadWholeTests
{
    [Theory]
    [InlineData("""Save({|CG6004:news.FeeLst[0]|});""")]
    [InlineData("""var fee = {|CG6004:news.FeeLst[0]|}; Save(fee);""")]
    [InlineData("""Save({|CG6004:news.FeeLst.First()|});""")]
    [InlineData("""if ({|CG6004:news.FeeLst.FirstOrDefault()|} is { } fee) Save(fee);""")]
    [InlineData("""Save({|CG6004:news.FeeLst.Single()|});""")]
    [InlineData("""Save({|CG6004:news.FeeLst.ElementAt(0)|});""")]
    [InlineData("""if (news.FeeLst is {|CG6004:[var fee, ..]|}) Save(fee);""")]
    [InlineData("""if (news is { FeeLst: {|CG6004:[var fee, ..]|} }) Save(fee);""")]
    [InlineData("""var list = news.FeeLst; Save({|CG6004:list[0]|});""")]
    [InlineData("""if (news.FeeLst.Count > 0) Save({|CG6004:news.FeeLst[0]|});""")]
    [InlineData("""if (news.FeeLst.Any()) Save({|CG6004:news.FeeLst.First()|});""")]
    [InlineData("""Save({|CG6004:news.FeeLst[0]|}); Console.WriteLine(news.FeeLst[0].SessionId);""")]
    public Task One_record_of_many_is_reported(string body) => Check.Members(Method(body));

    [Theory]
    [InlineData("""foreach (var fee in news.FeeLst) Save(fee);""")]
    [InlineData("""for (var i = 0; i < news.FeeLst.Count; i++) Save(news.FeeLst[i]);""")]
    [InlineData("""news.FeeLst.ToList().ForEach(Save);""")]
    [InlineData("""SaveAll(news.FeeLst);""")]
    [InlineData("""SaveAll(news.FeeLst); Console.WriteLine(news.FeeLst[0].SessionId);""")]
    [InlineData("""Console.WriteLine(news.FeeLst[0].SessionId); foreach (var fee in news.FeeLst) Save(fee);""")]
    [InlineData("""if (news.FeeLst.Count == 1) Save(news.FeeLst[0]); else SaveAll(news.FeeLst);""")]
    [InlineData("""if (news.FeeLst.Count == 1) Save(news.FeeLst[0]);""")]
    [InlineData("""if (news.FeeLst is [var only]) Save(only);""")]
    [InlineData("""if (news.FeeLst is [var first, var second]) { Save(first); Save(second); }""")]
    [InlineData("""if (news.FeeLst.ToArray() is [var first, .. var rest]) { Save(first); SaveAll(rest); }""")]
    [InlineData("""Save(news.FeeLst.First(fee => fee.SessionId == "s-1"));""")]
    [InlineData("""foreach (var fee in news.FeeLst.Where(fee => fee.SessionId is not null)) Save(fee);""")]
    [InlineData("""var list = news.FeeLst; foreach (var fee in list) Save(fee); Console.WriteLine(list[0]);""")]
    [InlineData("""_all.AddRange(news.FeeLst);""")]
    [InlineData("""_all = [.. news.FeeLst];""")]
    [InlineData("""Keep(news); Console.WriteLine(news.FeeLst[0].SessionId);""")]
    [InlineData("""Console.WriteLine(news.FeeLst.Count);""")]
    [InlineData("""Console.WriteLine(news.FeeLst is null);""")]
    [InlineData("""Console.WriteLine(news.FeeLst.Sum(fee => fee.SessionId?.Length));""")]
    [InlineData("""var index = Random.Shared.Next(news.FeeLst.Count); Save(news.FeeLst[index]);""")]
    [InlineData("""using var each = news.FeeLst.GetEnumerator(); while (each.MoveNext()) Save(each.Current);""")]
    [InlineData("""await Parallel.ForEachAsync(news.FeeLst, (fee, _) => { Save(fee); return ValueTask.CompletedTask; });""")]
    [InlineData("""var next = news with { FeeLst = news.FeeLst.Skip(1).ToList() }; Save(news.FeeLst[0]); Keep(next);""")]
    [InlineData("""Console.WriteLine(robot.Question.Value?[0]);""")]
    [InlineData("""Console.WriteLine(_all[0]);""")]
    [InlineData("""Console.WriteLine(own.Items[0]);""")]
    public Task A_batch_that_is_gone_through_is_fine(string body) => Check.Members(Method(body));

    private static string Method(string body) => $$"""
        private List<FeeInfo> _all = [];

        public sealed class Own { public IReadOnlyList<FeeInfo> Items { get; } = []; }

        private static void Save(FeeInfo fee) => GC.KeepAlive(fee);

        private static void SaveAll(IEnumerable<FeeInfo>? fees = null) => GC.KeepAlive(fees);

        private static void Keep(FeeNotification news) => GC.KeepAlive(news);

        public async Task RunAsync(FeeNotification news, PhraseResponse robot, Own own)
        {
            await Task.Yield();
            {{body}}
            SaveAll(_all); _ = (robot, own);
        }
        """;

    [Theory]
    [InlineData(
        """
        // Of each call.
            Save({|CG6004:news.FeeLst[0]|});
        """,
        """
        // Of each call.
            foreach (var record in news.FeeLst)
                Save(record);
        """)]
    [InlineData(
        """
        var fee = {|CG6004:news.FeeLst.First()|};
            Console.WriteLine(fee.SessionId);
            Save(fee);
            Console.WriteLine("done");
        """,
        """
        foreach (var fee in news.FeeLst)
            {
                Console.WriteLine(fee.SessionId);
                Save(fee);
            }
            Console.WriteLine("done");
        """)]
    [InlineData("if (news.FeeLst is {|CG6004:[var fee, ..]|}) Save(fee);", "foreach (var fee in news.FeeLst)\n        Save(fee);")]
    [InlineData("if ({|CG6004:news.FeeLst.FirstOrDefault()|} is { } fee) Save(fee);", "foreach (var fee in news.FeeLst)\n        Save(fee);")]
    public Task A_loop_goes_through_all(string before, string after) => CheckFix.Members(Method(before), Method(after));

    [Fact]
    public Task What_ends_after_one_record_is_left_to_people() => CheckFix.IsNotOffered(Check.Class(
        """
        public string? First(FeeNotification news)
        {
            var fee = {|CG6004:news.FeeLst[0]|};
            return fee.SessionId;
        }
        """));
}
