namespace Aot.Local.Tests.Dashboard;

public sealed class DashboardPageTests
{
    private const string Counting = """
        {
          "QueryLanguage": "JSONata", "StartAt": "Begin",
          "States": {
            "Begin": { "Type": "Pass", "Assign": { "n": 0 }, "Next": "More" },
            "More": { "Type": "Choice", "Choices": [{ "Condition": "{% $n < 2 %}", "Assign": { "n": "{% $n + 1 %}" }, "Next": "Pause" }], "Default": "Done" },
            "Pause": { "Type": "Wait", "Seconds": 3600, "Next": "More" },
            "Done": { "Type": "Succeed", "Output": { "n": "{% $n %}" } }
          }
        }
        """;

    private const string Failing = """
        {
          "QueryLanguage": "JSONata", "StartAt": "Each",
          "States": {
            "Each": {
              "Type": "Map", "Items": [1, 2],
              "ItemProcessor": { "StartAt": "Describe", "States": {
                "Describe": {
                  "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:describeExecution", "Arguments": { "ExecutionArn": "arn:aws:states:us-east-1:000000000000:execution:none:none" },
                  "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 1 }],
                  "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Sorry" }], "End": true },
                "Sorry": { "Type": "Pass", "End": true } } },
              "Next": "Give up"
            },
            "Give up": { "Type": "Fail", "Error": "Enough", "Cause": "both are gone" }
          }
        }
        """;

    [BrowserFact]
    public async Task The_picture_follows_an_execution_while_it_runs()
    {
        await using var host = await DashboardHost.StartAsync();
        var execution = await host.StartAsync(await host.CreateAsync("Counting", Counting), "one");
        await using var browser = await Browser.OpenAsync(host.Page("Counting", execution));

        await browser.UntilAsync("document.querySelector('[data-state=Pause].running')");
        Assert.Equal("true", await browser.EvaluateAsync("document.querySelector('[data-state=Done]').classList.contains('unvisited')"));

        host.Clock.Advance(TimeSpan.FromHours(1));
        await browser.UntilAsync("document.querySelector('[data-state=Pause] .badge').textContent === '×2'");
        host.Clock.Advance(TimeSpan.FromHours(1));
        await browser.UntilAsync("document.querySelector('[data-state=Done].succeeded')");

        Assert.Equal("true", await browser.EvaluateAsync("document.querySelector('[data-from=More][data-to=Done]').classList.contains('taken')"));
        Assert.Contains("2 h 0 min", await browser.EvaluateAsync("document.getElementById('details').innerText"), StringComparison.Ordinal);
        Assert.Empty(browser.Problems);
    }

    [BrowserFact]
    public async Task A_keyboard_is_enough()
    {
        await using var host = await DashboardHost.StartAsync();
        var execution = await host.StartAsync(await host.CreateAsync("Counting", Counting), "one", """{"who":"me"}""");
        host.Clock.Advance(TimeSpan.FromHours(1));
        await using var browser = await Browser.OpenAsync(host.Page("Counting", execution));
        await browser.UntilAsync("document.querySelector('[data-state=Begin].succeeded')");

        await browser.EvaluateAsync("document.querySelector('[data-state=Begin]').focus()");
        await browser.PressAsync("ArrowDown");
        Assert.Equal("More", await browser.EvaluateAsync("document.activeElement.dataset.state"));
        await browser.PressAsync("Enter", "\r");
        await browser.UntilAsync("document.getElementById('details').innerText.includes('visit 2 of 2') || document.getElementById('details').innerText.includes('visit 1 of 1')");
        await browser.PressAsync("[", "[");
        await browser.UntilAsync("document.getElementById('details').innerText.includes('visit 1 of')");

        var details = await browser.EvaluateAsync("document.getElementById('details').innerText");
        Assert.Contains("\"who\": \"me\"", details, StringComparison.Ordinal);
        Assert.Contains("Variables it set", details, StringComparison.Ordinal);
        Assert.Contains("\"n\": 1", details, StringComparison.Ordinal);

        await browser.PressAsync("Escape");
        await browser.UntilAsync("document.getElementById('details').innerText.includes('The way it took')");
    }

    [BrowserFact]
    public async Task Retries_and_errors_stand_where_they_happened()
    {
        await using var host = await DashboardHost.StartAsync();
        var execution = await host.StartAsync(await host.CreateAsync("Failing", Failing), "one");
        while (!host.EndedAsync(execution).IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await using var browser = await Browser.OpenAsync(host.Page("Failing", execution));

        await browser.UntilAsync("document.querySelector('[data-state=\"Give up\"].failed')");
        Assert.Equal("×2 ↻2 ⚠4", await browser.EvaluateAsync("document.querySelector('[data-state=Describe] .badge').textContent"));
        Assert.Equal("true", await browser.EvaluateAsync("document.querySelector('[data-state=Describe]').classList.contains('caught')"));
        await browser.EvaluateAsync("document.querySelector('[data-state=Describe]').dispatchEvent(new MouseEvent('click'))");
        var details = await browser.EvaluateAsync("document.getElementById('details').innerText");
        Assert.Contains("Each[1]", details, StringComparison.Ordinal);
        Assert.Contains("Execution Does Not Exist", details, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task It_asks_nobody_but_Local_and_is_light_and_dark()
    {
        await using var host = await DashboardHost.StartAsync();
        await host.CreateAsync("Counting", Counting);
        await using var browser = await Browser.OpenAsync(host.Page(""));
        await browser.UntilAsync("document.querySelector('[data-state=Begin]')");

        await browser.PreferAsync("light");
        var light = await browser.EvaluateAsync("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector('svg')).backgroundColor");
        await browser.PreferAsync("dark");
        var dark = await browser.EvaluateAsync("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector('svg')).backgroundColor");

        Assert.Equal("rgb(255, 255, 255)rgb(255, 255, 255)", light);
        Assert.Equal("rgb(13, 17, 23)rgb(13, 17, 23)", dark);
        Assert.All(browser.Requests, url => Assert.True(url.StartsWith(host.Origin, StringComparison.Ordinal) || url == "data:,", url));
    }

    [BrowserFact]
    public async Task An_execution_starts_from_the_page()
    {
        await using var host = await DashboardHost.StartAsync();
        await host.CreateAsync("Counting", Counting);
        await using var browser = await Browser.OpenAsync(host.Page("Counting"));
        await browser.UntilAsync("document.querySelector('[data-state=Begin]')");

        await browser.EvaluateAsync("document.getElementById('input').value = '{'; document.querySelector('#start button').click()");
        await browser.UntilAsync("document.getElementById('start-problem').textContent.includes('Invalid')");
        await browser.EvaluateAsync("document.getElementById('input').value = '{}'; document.querySelector('#start button').click()");

        await browser.UntilAsync("document.querySelector('[data-state=Pause].running') && document.querySelectorAll('#executions a').length === 1");
    }

    [BrowserFact]
    public async Task An_Express_execution_that_the_API_forgets_can_still_be_looked_at()
    {
        await using var host = await DashboardHost.StartAsync();
        var execution = await host.StartAsync(await host.CreateAsync("Quick", """{ "StartAt": "Only", "States": { "Only": { "Type": "Pass", "End": true } } }""", "EXPRESS"), "one");
        await using var browser = await Browser.OpenAsync(host.Page("Quick", execution));

        await browser.UntilAsync("document.querySelector('[data-state=Only].succeeded')");
    }
}
