using ClientGen.Specs.Reading;

namespace ClientGen.Specs.Tests.Reading;

public sealed class ScalarTests
{
    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("+7", 7L)]
    [InlineData("0o17", 15L)]
    [InlineData("0x1F", 31L)]
    [InlineData("1.0", 1L)]
    [InlineData("1e3", 1000L)]
    [InlineData("0.0", 0L)]
    [InlineData("9223372036854775808", null)]
    [InlineData("0xFFFFFFFFFFFFFFFF", null)]
    [InlineData("1.5", null)]
    [InlineData("1e-400", null)]
    [InlineData("1e400", null)]
    [InlineData(".inf", null)]
    [InlineData("\"1\"", null)]
    [InlineData("true", null)]
    public void Whole_numbers_that_fit_are_integers(string written, long? expected)
    {
        var found = Read.Yaml($"a: {written}").Scalar("/a").TryGetInt64(out var value);

        Assert.Equal(expected, found ? value : null);
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1e400", double.NegativeInfinity)]
    [InlineData("-.Inf", double.NegativeInfinity)]
    [InlineData(".nan", double.NaN)]
    [InlineData("0x10", 16.0)]
    [InlineData("x", null)]
    public void Every_number_is_a_double(string written, double? expected)
    {
        var found = Read.Yaml($"a: {written}").Scalar("/a").TryGetDouble(out var value);

        Assert.Equal(expected, found ? value : null);
    }

    [Fact]
    public void A_decimal_keeps_what_a_double_would_round()
    {
        Assert.True(Read.Json("[0.1000000000000000055511151231]").Scalar("/0").TryGetDecimal(out var value));
        Assert.Equal(0.1000000000000000055511151231m, value);
        Assert.False(Read.Json("[1e99]").Scalar("/0").TryGetDecimal(out _));
    }

    [Theory]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData("'true'", null)]
    [InlineData("yes", null)]
    public void Only_true_and_false_are_booleans(string written, bool? expected)
    {
        var found = Read.Yaml($"a: {written}").Scalar("/a").TryGetBoolean(out var value);

        Assert.Equal(expected, found ? value : null);
    }

    [Fact]
    public void Lookup_is_the_same_in_small_and_large_mappings()
    {
        foreach (var count in (int[])[1, 8, 9, 100])
        {
            var text = string.Join(",", Enumerable.Range(0, count).Select(static number => $"\"k{number}\":{number}"));
            var mapping = Assert.IsType<SpecMapping>(Read.Json("{" + text + "}").Root);

            Assert.Equal(count, mapping.Count);
            Assert.Equal($"{count - 1}", Assert.IsType<SpecScalar>(mapping[$"k{count - 1}"]).Text);
            Assert.Null(mapping["missing"]);
            Assert.False(mapping.TryGet("K0", out _));
        }
    }
}
