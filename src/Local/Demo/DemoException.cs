namespace Aot.Local.Demo;

/// <summary>A part of the demo cannot go on; the message says why.</summary>
internal sealed class DemoException(string message) : Exception(message);
