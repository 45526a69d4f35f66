namespace Aot.Local.Drawing;

/// <summary>How pictures look: plain for reading, and marked where a page says what an execution did.</summary>
internal static class SvgStyle
{
    public const string Css = """
        .machine { --paper: #ffffff; --box: #f6f8fa; --line: #8b949e; --text: #1f2328; --soft: #59636e; --go: #1a7f37; --bad: #cf222e; --now: #0969da; --warn: #9a6700;
          background: var(--paper); font-family: system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
        @media (prefers-color-scheme: dark) { .machine { --paper: #0d1117; --box: #161b22; --line: #6e7681; --text: #e6edf3; --soft: #9198a1; --go: #3fb950; --bad: #f85149; --now: #4493f8; --warn: #d29922; } }
        .machine .box { fill: var(--box); stroke: var(--line); }
        .machine .kind { fill: var(--line); }
        .machine .Task .kind { fill: #0969da; } .machine .Choice .kind { fill: #bf8700; } .machine .Map .kind, .machine .Parallel .kind { fill: #8250df; }
        .machine .Wait .kind { fill: #6e7781; } .machine .Fail .kind { fill: #cf222e; } .machine .Succeed .kind { fill: #1a7f37; }
        .machine .container .box { fill: none; }
        .machine .branch { fill: none; stroke: var(--line); stroke-dasharray: 4 4; opacity: .6; }
        .machine .name { font-size: 13px; font-weight: 600; fill: var(--text); }
        .machine .detail, .machine .label, .machine .badge { font-size: 11px; fill: var(--soft); }
        .machine .label { text-anchor: middle; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; }
        .machine .badge { text-anchor: end; font-weight: 600; }
        .machine .edge path { fill: none; stroke: var(--line); stroke-width: 1.3; }
        .machine .edge.catch path { stroke-dasharray: 5 4; }
        .machine .head { fill: var(--line); }
        .machine .marker circle { fill: var(--paper); stroke: var(--soft); stroke-width: 1.5; }
        .machine .marker.start circle { fill: var(--soft); }
        .machine .marker.end circle { stroke-width: 4; }
        .machine .state { cursor: pointer; }
        .machine .state:focus { outline: none; }
        .machine .state:focus .box { stroke: var(--now); stroke-width: 3; }
        .machine .state.succeeded .box { stroke: var(--go); stroke-width: 2; }
        .machine .state.caught .box { stroke: var(--warn); stroke-width: 2; }
        .machine .state.failed .box { stroke: var(--bad); stroke-width: 2.5; }
        .machine .state.running .box { stroke: var(--now); stroke-width: 2.5; stroke-dasharray: 7 4; }
        .machine .state.selected .box { stroke-width: 4; }
        .machine .edge.taken path { stroke: var(--go); stroke-width: 2.4; }
        .machine .edge.catch.taken path { stroke: var(--warn); }
        .machine .unvisited { opacity: .45; }
        """;
}
