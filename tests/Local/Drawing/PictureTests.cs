using System.Xml.Linq;
using Aot.Local.Drawing;

namespace Aot.Local.Tests.Drawing;

public sealed class PictureTests
{
    private const string Machine = """
        {
          "StartAt": "a <b> & \"c\"",
          "States": {
            "a <b> & \"c\"": { "Type": "Choice", "Choices": [{ "Condition": "{% $x < 3 %}", "Next": "Each" }], "Default": "a <b> & \"c\"" },
            "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "Inner", "States": { "Inner": { "Type": "Pass", "End": true } } }, "End": true }
          }
        }
        """;

    [Fact]
    public void An_SVG_marks_every_state_and_edge_by_name()
    {
        var svg = XDocument.Parse(SvgWriter.Write(Placing.Place(GraphReader.Read(Machine)), "Machine & Co"));

        var groups = svg.Descendants().Where(element => element.Name.LocalName == "g").ToArray();
        Assert.Equal("Machine & Co", svg.Root!.Attribute("aria-label")!.Value);
        Assert.Equal(["a <b> & \"c\"", "Each", "Inner"], groups.Select(g => g.Attribute("data-state")?.Value).OfType<string>());
        Assert.Contains(groups, g => (g.Attribute("data-from")?.Value, g.Attribute("data-to")?.Value) == ("a <b> & \"c\"", "Each"));
        Assert.All(groups.Where(g => g.Attribute("data-state") is not null), g => Assert.Equal("0", g.Attribute("tabindex")!.Value));
    }

    [Fact]
    public void A_container_surrounds_what_is_in_it()
    {
        var container = Placing.Place(GraphReader.Read(Machine)).States.Single(state => state.State.Name == "Each");
        var (at, inner) = container.Inner.Single();

        Assert.True(at.X + inner.Size.Width <= container.Size.Width && at.Y + inner.Size.Height <= container.Size.Height);
        Assert.True(at.Y >= Placing.HeaderHeight);
    }

    [Fact]
    public void Mermaid_has_ids_for_any_name()
    {
        var text = MermaidWriter.Write(GraphReader.Read(Machine));

        Assert.Equal(
            """
            flowchart TD
                start((" ")) --> s1
                s1{"a #lt;b#gt; & #quot;c#quot;"}
                subgraph s2 ["Each: Map · for each item"]
                    s3["Inner"]
                end
                s1 -- "$x #lt; 3" --> s2
                s1 -- "default" --> s1
                s2 --> finish(((" ")))

            """,
            text);
    }
}
