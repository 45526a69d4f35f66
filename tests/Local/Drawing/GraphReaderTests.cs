using Aot.Local.Drawing;

namespace Aot.Local.Tests.Drawing;

public sealed class GraphReaderTests
{
    [Fact]
    public void Edges_say_why_they_are_taken()
    {
        var graph = GraphReader.Read("""
            {
              "StartAt": "Work",
              "States": {
                "Work": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:receiveMessage", "Arguments": { "QueueUrl": "${JobQueue}" },
                  "Catch": [{ "ErrorEquals": ["A", "B"], "Next": "Sorry" }], "Next": "Which" },
                "Which": { "Type": "Choice", "Choices": [
                    { "Condition": "{% $n > 1 %}", "Next": "Work" },
                    { "Not": { "And": [{ "Variable": "$.a", "NumericGreaterThanEquals": 3 }, { "Variable": "$.b", "StringEqualsPath": "$.c" }] }, "Next": "Sorry" }],
                  "Default": "Done" },
                "Sorry": { "Type": "Fail", "Error": "Sorry" },
                "Done": { "Type": "Succeed" }
              }
            }
            """);

        Assert.Equal(
            [
                new DrawnEdge("Work", "Which", EdgeKind.Next, ""), new DrawnEdge("Work", "Sorry", EdgeKind.Catch, "A, B"),
                new DrawnEdge("Which", "Work", EdgeKind.Choice, "$n > 1"), new DrawnEdge("Which", "Sorry", EdgeKind.Choice, "not ($.a ≥ 3 and $.b = $.c)"),
                new DrawnEdge("Which", "Done", EdgeKind.Default, "default"),
            ],
            graph.Edges);
        Assert.Equal(["sqs:receiveMessage JobQueue", "", "Sorry", ""], graph.States.Select(state => state.Detail));
        Assert.Equal(["Done"], graph.States.Where(state => state.IsEnd).Select(state => state.Name));
    }

    [Fact]
    public void Containers_hold_their_graphs()
    {
        var graph = GraphReader.Read("""
            {
              "StartAt": "Both",
              "States": {
                "Both": { "Type": "Parallel", "End": true, "Branches": [
                  { "StartAt": "L", "States": { "L": { "Type": "Pass", "End": true } } },
                  { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
                      "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "StartAt": "R", "States": { "R": { "Type": "Pass", "End": true } } } } } }] }
              }
            }
            """);

        Assert.Equal(["Both", "L", "Each", "R"], graph.AllStates.Select(state => state.Name));
        Assert.Equal("distributed", graph.AllStates.Single(state => state.Name == "Each").Detail);
    }

    [Fact]
    public void What_points_nowhere_is_left_out()
    {
        var graph = GraphReader.Read("""{ "StartAt": "Gone", "States": { "A": { "Type": "Pass", "Next": "Missing" }, "B": 3 } }""");

        Assert.Null(graph.StartAt);
        Assert.Empty(graph.Edges);
        Assert.Equal(["A"], graph.States.Select(state => state.Name));
    }

    [Theory]
    [InlineData("[]", "no \"States\"")]
    [InlineData("""{"States":{}}""", "no \"States\"")]
    [InlineData("{", "not JSON")]
    public void What_has_no_states_cannot_be_drawn(string definition, string reason) =>
        Assert.Contains(reason, Assert.Throws<DrawingException>(() => GraphReader.Read(definition)).Message, StringComparison.Ordinal);
}
