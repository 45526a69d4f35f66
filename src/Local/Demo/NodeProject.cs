using System.ComponentModel;
using System.Diagnostics;

namespace Aot.Local.Demo;

/// <summary>A small Node.js project in a git repository of its own, for a CI job to build. It has no dependencies, so nothing is downloaded.</summary>
internal sealed class NodeProject : IDisposable
{
    /// <summary>What a successful build prints.</summary>
    public const string Marker = "built 3 pages into dist";

    private readonly string _folder = Directory.CreateTempSubdirectory("aot-demo-").FullName;

    private NodeProject()
    {
    }

    /// <summary>What git can clone.</summary>
    public string Url => new Uri(_folder).AbsoluteUri;

    /// <summary>The commit to build.</summary>
    public string Sha { get; private set; } = "";

    /// <exception cref="DemoException">git or Node.js is not installed, or refuses.</exception>
    public static async Task<NodeProject> CreateAsync(CancellationToken cancellationToken)
    {
        foreach (var (program, package) in ((string, string)[])[("git", "git"), ("node", "nodejs"), ("npm", "npm")])
        {
            if (await RunAsync(program, ["--version"], Path.GetTempPath(), cancellationToken) is null)
                throw new DemoException($"{program} is not installed, and a CI job needs it. On Debian or Ubuntu: apt-get install {package}");
        }
        var project = new NodeProject();
        await File.WriteAllTextAsync(Path.Combine(project._folder, "package.json"), """
            {"name": "pages", "version": "1.0.0", "private": true, "scripts": {"build": "node build.js"}}
            """, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(project._folder, "package-lock.json"), """
            {"name": "pages", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {"": {"name": "pages", "version": "1.0.0"}}}
            """, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(project._folder, "build.js"), """
            const fs = require('fs');
            const pages = ['index', 'about', 'contact'];
            fs.mkdirSync('dist', { recursive: true });
            for (const page of pages) fs.writeFileSync(`dist/${page}.html`, `<!doctype html><title>${page}</title>`);
            console.log(`built ${fs.readdirSync('dist').length} pages into dist`);
            """, cancellationToken);
        foreach (var arguments in (string[][])[["init", "--quiet"], ["add", "."], ["-c", "user.name=demo", "-c", "user.email=demo@example.com", "commit", "--quiet", "-m", "Build three pages"]])
            _ = await RunAsync("git", arguments, project._folder, cancellationToken);
        project.Sha = (await RunAsync("git", ["rev-parse", "HEAD"], project._folder, cancellationToken))!.Trim();
        return project;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Null: there is no such program.
    private static async Task<string?> RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : throw new DemoException($"{program} {string.Join(' ', arguments)} failed: {await errors}");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
