using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aot.Local.Tests.Dashboard;

/// <summary>One page in a headless Chromium, spoken to in its DevTools protocol.</summary>
/// <remarks>Source: Chrome DevTools Protocol, domains Page, Runtime, Input, Emulation, Network. The one library for it here weighs 786 MB unpacked.</remarks>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private int _lastId;

    private Browser(Process process, string profile) => (_process, _profile) = (process, profile);

    /// <summary>The browser of this machine; null when there is none.</summary>
    public static string? Executable { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>The URLs the page asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the page's scripts complained about.</summary>
    public List<string> Problems { get; } = [];

    public static async Task<Browser> OpenAsync(string url)
    {
        var profile = Directory.CreateTempSubdirectory("aot-browser-").FullName;
        var start = new ProcessStartInfo(
            Executable!,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--window-size=1400,900", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var browser = new Browser(Process.Start(start)!, profile);
        await browser.ConnectAsync();
        foreach (var domain in (string[])["Page", "Runtime", "Network"]) await browser.SendAsync($"{domain}.enable");
        await browser.SendAsync("Page.navigate", new JsonObject { ["url"] = url });
        return browser;
    }

    /// <summary>Evaluates JavaScript in the page and returns its value as text.</summary>
    public async Task<string> EvaluateAsync(string script)
    {
        var answer = await SendAsync("Runtime.evaluate", new JsonObject { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true });
        if (answer["exceptionDetails"] is { } problem) throw new InvalidOperationException($"{script}: {problem.ToJsonString()}");
        return answer["result"]!["value"]?.ToString() ?? "";
    }

    /// <summary>Waits until a JavaScript condition holds, asked from one answer to the next.</summary>
    public async Task UntilAsync(string condition)
    {
        using var patience = new CancellationTokenSource(_patience);
        while (await EvaluateAsync($"new Promise(done => requestAnimationFrame(() => done(!!({condition}))))") != "true")
        {
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"The page never came to {condition}. It shows: {await EvaluateAsync("document.body.innerText")} {string.Join(' ', Problems)}");
        }
    }

    /// <summary>Presses a key as a person does: where the focus is.</summary>
    public async Task PressAsync(string key, string? text = null)
    {
        var down = new JsonObject { ["type"] = text is null ? "rawKeyDown" : "keyDown", ["key"] = key };
        if (text is not null) down["text"] = text;
        await SendAsync("Input.dispatchKeyEvent", down);
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key });
    }

    public Task PreferAsync(string colorScheme) => SendAsync(
        "Emulation.setEmulatedMedia", new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = colorScheme }) });

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    // The browser says on standard error where it listens; the page is one of its targets.
    private async Task ConnectAsync()
    {
        const string Announcement = "DevTools listening on ws://";
        using var patience = new CancellationTokenSource(_patience);
        string? line;
        do
        {
            line = await _process.StandardError.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("Chromium ended before it listened.");
        }
        while (!line.StartsWith(Announcement, StringComparison.Ordinal));
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        using var http = new HttpClient();
        var targets = JsonNode.Parse(await http.GetStringAsync($"http://{line[Announcement.Length..].Split('/')[0]}/json", patience.Token))!.AsArray();
        var page = targets.First(target => target!["type"]!.ToString() == "page")!["webSocketDebuggerUrl"]!.ToString();
        await _socket.ConnectAsync(new Uri(page), patience.Token);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject? parameters = null)
    {
        using var patience = new CancellationTokenSource(_patience);
        var id = ++_lastId;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(call), WebSocketMessageType.Text, true, patience.Token);
        while (true)
        {
            var message = await ReceiveAsync(patience.Token);
            if (message["id"]?.GetValue<int>() == id) return message["result"] ?? throw new InvalidOperationException($"{method}: {message["error"]}");
            Note(message);
        }
    }

    private void Note(JsonNode message)
    {
        if (message["method"]?.ToString() == "Network.requestWillBeSent") Requests.Add(message["params"]!["request"]!["url"]!.ToString());
        if (message["method"]?.ToString() == "Runtime.exceptionThrown") Problems.Add(message["params"]!["exceptionDetails"]!.ToJsonString());
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellationToken)
    {
        var (buffer, text) = (new byte[64 * 1024], new MemoryStream());
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, cancellationToken);
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage) return JsonNode.Parse(text.ToArray())!;
        }
    }
}
