using Aot.Local.Json;
using Aot.Local.Services;
using Aot.Local.Services.EventBridge.Patterns;

namespace Aot.Local.Tests.Services.EventBridge;

public class EventPatternTests
{
    private const string Event = """
        {"source":"gitlab.webhook","detail-type":"Job Hook","resources":["arn:a","arn:b"],
         "detail":{"status":"Pending","count":5,"price":3.5,"ok":true,"none":null,"ip":"10.0.0.77","file":"images/2026/cat.png",
          "tags":["docker","arm"],"empty":[],"items":[{"id":1,"kind":"x"},{"id":2,"kind":"y"}],"deep":{"a":{"b":"c"}}}}
        """;

    [Theory]
    [InlineData("""{"source":["gitlab.webhook"]}""", true)]
    [InlineData("""{"source":["other","gitlab.webhook"],"detail-type":["Job Hook"]}""", true)]
    [InlineData("""{"source":["other"],"detail-type":["Job Hook"]}""", false)]
    [InlineData("""{"resources":["arn:b"]}""", true)]
    [InlineData("""{"resources":["arn:c"]}""", false)]
    [InlineData("""{"detail":{"count":[5.0]}}""", true)]
    [InlineData("""{"detail":{"count":["5"]}}""", false)]
    [InlineData("""{"detail":{"ok":[true],"none":[null]}}""", true)]
    [InlineData("""{"detail":{"missing":[null]}}""", false)]
    [InlineData("""{"detail":{"deep":{"a":{"b":["c"]}}}}""", true)]
    [InlineData("""{"detail":{"status":[{"prefix":"Pen"}]}}""", true)]
    [InlineData("""{"detail":{"status":[{"prefix":"pen"}]}}""", false)]
    [InlineData("""{"detail":{"status":[{"prefix":{"equals-ignore-case":"pen"}}]}}""", true)]
    [InlineData("""{"detail":{"file":[{"suffix":".png"}]}}""", true)]
    [InlineData("""{"detail":{"file":[{"suffix":{"equals-ignore-case":".PNG"}}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"prefix":"5"}]}}""", false)]
    [InlineData("""{"detail":{"status":[{"equals-ignore-case":"PENDING"}]}}""", true)]
    [InlineData("""{"detail":{"file":[{"wildcard":"images/*/cat.*"}]}}""", true)]
    [InlineData("""{"detail":{"file":[{"wildcard":"*dog*"}]}}""", false)]
    [InlineData("""{"detail":{"file":[{"wildcard":"images/\\*"}]}}""", false)]
    [InlineData("""{"detail":{"status":[{"anything-but":"Done"}]}}""", true)]
    [InlineData("""{"detail":{"status":[{"anything-but":["Done","Pending"]}]}}""", false)]
    [InlineData("""{"detail":{"count":[{"anything-but":[1,2]}]}}""", true)]
    [InlineData("""{"detail":{"missing":[{"anything-but":"x"}]}}""", false)]
    [InlineData("""{"detail":{"tags":[{"anything-but":"docker"}]}}""", true)]
    [InlineData("""{"detail":{"status":[{"anything-but":{"prefix":"Pen"}}]}}""", false)]
    [InlineData("""{"detail":{"status":[{"anything-but":{"prefix":["A","B"]}}]}}""", true)]
    [InlineData("""{"detail":{"status":[{"anything-but":{"suffix":"ing"}}]}}""", false)]
    [InlineData("""{"detail":{"status":[{"anything-but":{"equals-ignore-case":["pending"]}}]}}""", false)]
    [InlineData("""{"detail":{"file":[{"anything-but":{"wildcard":"*.jpg"}}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"numeric":[">",0,"<=",5]}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"numeric":["<",5]}]}}""", false)]
    [InlineData("""{"detail":{"price":[{"numeric":["=",3.5]}]}}""", true)]
    [InlineData("""{"detail":{"status":[{"numeric":[">",0]}]}}""", false)]
    [InlineData("""{"detail":{"status":[{"exists":true}]}}""", true)]
    [InlineData("""{"detail":{"status":[{"exists":false}]}}""", false)]
    [InlineData("""{"detail":{"missing":[{"exists":false}]}}""", true)]
    [InlineData("""{"detail":{"deep":[{"exists":true}]}}""", false)]
    [InlineData("""{"detail":{"gone":{"deeper":[{"exists":false}]}}}""", true)]
    [InlineData("""{"detail":{"none":[{"exists":true}]}}""", true)]
    [InlineData("""{"detail":{"ip":[{"cidr":"10.0.0.0/24"}]}}""", true)]
    [InlineData("""{"detail":{"ip":[{"cidr":"10.0.0.9/26"}]}}""", false)]
    [InlineData("""{"detail":{"status":[{"cidr":"10.0.0.0/24"}]}}""", false)]
    [InlineData("""{"detail":{"items":{"id":[2],"kind":["y"]}}}""", true)]
    [InlineData("""{"detail":{"items":{"id":[1],"kind":["y"]}}}""", false)]
    [InlineData("""{"detail":{"$or":[{"count":[9]},{"ok":[true]}]}}""", true)]
    [InlineData("""{"detail":{"$or":[{"count":[9]},{"ok":[false]}]}}""", false)]
    [InlineData("""{"detail":{"status":["Done"],"$or":[{"count":[5]},{"ok":[true]}]}}""", false)]
    public void An_event_matches_or_not(string pattern, bool matches) =>
        Assert.Equal(matches, EventPattern.Parse(pattern).Matches(Value.Parse(Event)));

    [Theory]
    [InlineData("{", "")]
    [InlineData("[]", "it must be an object that is not empty")]
    [InlineData("{}", "it must be an object that is not empty")]
    [InlineData("""{"source":"x"}""", "\"source\" must be an object or an array")]
    [InlineData("""{"source":[]}""", "Empty arrays are not allowed at \"source\"")]
    [InlineData("""{"detail":{}}""", "Empty objects are not allowed at \"detail\"")]
    [InlineData("""{"source":[["x"]]}""", "Arrays in arrays are not allowed at \"source\"")]
    [InlineData("""{"detail":{"a":[{"like":"x"}]}}""", "Unrecognized match type like at \"detail.a\"")]
    [InlineData("""{"detail":{"a":[{"prefix":1}]}}""", "The value of prefix must be a string at \"detail.a\"")]
    [InlineData("""{"detail":{"a":[{"numeric":["~",1]}]}}""", "Unrecognized numeric range operator: ~ at \"detail.a\"")]
    [InlineData("""{"detail":{"a":[{"numeric":[">"]}]}}""", "numeric needs one or two pairs of operator and number at \"detail.a\"")]
    [InlineData("""{"detail":{"a":[{"cidr":"10.0.0.0"}]}}""", "Malformed CIDR, one '/' required: 10.0.0.0 at \"detail.a\"")]
    [InlineData("""{"detail":{"a":[{"wildcard":"a**b"}]}}""", "Consecutive wildcard characters at pos 1 in \"detail.a\"")]
    [InlineData("""{"detail":{"$or":[{"a":[1]}]}}""", "$or must be an array of two or more objects at \"detail\"")]
    public void A_malformed_pattern_is_refused_with_its_place(string pattern, string reason)
    {
        var refused = Assert.Throws<ServiceException>(() => EventPattern.Parse(pattern));

        Assert.Equal("InvalidEventPatternException", refused.Code);
        Assert.Contains($"Event pattern is not valid. Reason: {reason}", refused.Message);
    }
}
