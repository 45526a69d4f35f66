// The details at the right: an execution, or one visit of a state.
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function json(title, value) {
  return value === undefined ? [] : [element("h3", { textContent: title }), element("pre", { textContent: JSON.stringify(value, null, 2), tabIndex: 0 })];
}

function facts(pairs) {
  const list = element("dl");
  for (const [name, value] of pairs) if (value !== null && value !== undefined && value !== "") list.append(element("dt", { textContent: name }), element("dd", {}, value));
  return list;
}

function dot(status) {
  return element("i", { className: "dot " + status });
}

function status(text) {
  return element("span", { className: "status" }, dot(text), text);
}

function clock(ms) {
  return new Date(ms).toISOString().replace("T", " ").replace("Z", "");
}

export function duration(from, to) {
  const ms = (to ?? Date.now()) - from;
  if (ms < 1000) return ms + " ms";
  if (ms < 60000) return (ms / 1000).toFixed(1) + " s";
  const minutes = Math.floor(ms / 60000);
  return minutes < 60 ? minutes + " min " + Math.floor(ms % 60000 / 1000) + " s" : Math.floor(minutes / 60) + " h " + minutes % 60 + " min";
}

export function showExecution(panel, execution, select) {
  const way = element("ol");
  for (const visit of execution.visits.slice(-200)) {
    const button = element("button", { type: "button", title: clock(visit.entered) }, dot(visit.status), " " + visit.state + (visit.iteration ? " (" + visit.iteration + ")" : "") + (visit.status === "succeeded" ? "" : ", " + visit.status));
    button.onclick = () => select(visit.state, execution.visits.filter(v => v.state === visit.state).indexOf(visit));
    way.append(element("li", {}, button));
  }
  panel.replaceChildren(
    element("h2", { textContent: "Execution" }),
    facts([
      ["Name", execution.name], ["Status", status(execution.status)], ["Started", clock(execution.started)],
      ["Duration", duration(execution.started, execution.stopped)], ["Transitions", String(execution.transitions)], ["Events", String(execution.events)],
    ]),
    ...(execution.error ? [element("p", { className: "problem", textContent: execution.error + (execution.cause ? ": " + execution.cause : "") })] : []),
    ...json("Input", execution.input), ...json("Output", execution.output),
    ...(execution.hasHistory ? [element("h3", { textContent: "The way it took" }), way] : [element("p", { className: "soft", textContent: "This execution keeps no history." })]));
}

export function showVisit(panel, state, visits, number, go) {
  const visit = visits[number];
  const title = element("h2", { textContent: state });
  if (!visit) return panel.replaceChildren(title, element("p", { className: "soft", textContent: "The execution was not here." }));
  const earlier = element("button", { type: "button", textContent: "‹ earlier", disabled: number === 0 });
  const later = element("button", { type: "button", textContent: "later ›", disabled: number === visits.length - 1 });
  earlier.onclick = () => go(number - 1);
  later.onclick = () => go(number + 1);
  const errors = (visit.errors ?? []).map(e => element("p", { className: "problem", textContent: (e.error ?? "error without a name") + (e.cause ? ": " + e.cause : "") }));
  panel.replaceChildren(
    title,
    element("div", { className: "visits" }, earlier, element("span", { textContent: "visit " + (number + 1) + " of " + visits.length }), later),
    facts([
      ["Type", visit.type], ["Status", status(visit.status)], ["Iteration", visit.iteration], ["Entered", clock(visit.entered)],
      ["Duration", duration(visit.entered, visit.exited)], ["Attempts", visit.attempts > 0 ? String(visit.attempts) : ""],
    ]),
    ...errors, ...json("Input", visit.input), ...json("Output", visit.output), ...json("Variables it set", visit.assigned));
}
