namespace Aot.Local.Tests.Dashboard;

/// <summary>A test in a real browser; skipped where none is installed.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null) Skip = "Chromium is not installed (apt-get install chromium).";
    }
}
