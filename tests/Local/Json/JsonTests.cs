using Aot.Local.Json;

namespace Aot.Local.Tests.Json;

public sealed class JsonTests
{
    [Theory]
    [InlineData("""{"a":[1,2.5,-3e-7,true,false,null,"x"],"b":{}}""")]
    [InlineData("""[]""")]
    [InlineData("\"\\\"\\\\\\n\\u0001\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"grüße 😀\"")]
    public void What_was_read_is_written_the_same(string json) => Assert.Equal(json, Value.Parse(json).ToJson());

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.0000001", "1e-7")]
    [InlineData("1.5e-9", "1.5e-9")]
    [InlineData("123456789.125", "123456789.125")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("12345678901234567890", "12345678901234567000")]
    public void Numbers_are_written_as_JavaScript_prints_them(string json, string expected) => Assert.Equal(expected, Value.Parse(json).ToJson());

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n \"a\" 1}", 2, 6)]
    [InlineData("[1,]", 1, 4)]
    [InlineData("01", 1, 1)]
    [InlineData("\"a\nb\"", 1, 3)]
    [InlineData("nul", 1, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("'a'", 1, 1)]
    [InlineData("\"\\q\"", 1, 2)]
    public void A_text_that_is_not_JSON_is_refused_with_its_place(string json, int line, int column)
    {
        var error = Assert.Throws<JsonFormatException>(() => Value.Parse(json));

        Assert.Equal((line, column), (error.Line, error.Column));
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var json = new string('[', 100_000);

        Assert.Throws<JsonFormatException>(() => Value.Parse(json));
    }

    [Fact]
    public void Of_members_with_one_name_the_last_counts() => Assert.Equal("""{"a":3,"b":2}""", Value.Parse("""{"a":1,"b":2,"a":3}""").ToJson());

    [Fact]
    public void Objects_are_equal_in_any_order_of_members() =>
        Assert.Equal(Value.Parse("""{"a":1,"b":[{"c":null}]}"""), Value.Parse("""{"b":[{"c":null}],"a":1}"""));

    [Theory]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("""{"a":1}""", """{"a":1,"b":1}""")]
    [InlineData("1", "\"1\"")]
    [InlineData("null", "false")]
    public void Different_values_are_not_equal(string first, string second) => Assert.NotEqual(Value.Parse(first), Value.Parse(second));

    [Fact]
    public void An_object_finds_keeps_and_loses_members_whatever_its_size()
    {
        var members = new ObjectValue();
        for (var i = 0; i < 40; i++)
            members[$"m{i}"] = i;

        members.Remove("m7");
        members["m8"] = "eight";

        Assert.Equal(39, members.Count);
        Assert.Null(members["m7"]);
        Assert.Equal("eight", members["m8"]);
        Assert.Equal(39, members["m39"]);
        Assert.Equal("m6", members.Names[6]);
        Assert.Equal("m8", members.Names[7]);
    }

    [Fact]
    public void A_range_is_an_array_like_any_other()
    {
        var range = ArrayValue.OfRange(3, 3);

        Assert.Equal(4, range[1]);
        Assert.Equal(Value.Parse("[3,4,5]"), range);
        range.Add("end");
        Assert.Equal("""[3,4,5,"end"]""", range.ToJson());
    }

    [Fact]
    public void Indented_JSON_has_two_spaces_a_level() =>
        Assert.Equal("{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}", Value.Parse("""{"a":[1],"b":{}}""").ToIndentedJson());
}
