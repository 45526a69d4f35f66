// What is shown stands in the address: #/<machine>/<execution ARN>. Everything is read again while it runs.
import { read, start } from "./api.js";
import { Picture } from "./picture.js";
import { showExecution, showVisit } from "./panel.js";

const runningMs = 500, idleMs = 2000;
const at = id => document.getElementById(id);
const picture = new Picture(at("picture"));
const shown = { machine: null, svg: null, arn: null, execution: null, state: null, visit: null };

function route() {
  const [, machine = "", arn = ""] = location.hash.split("/").map(decodeURIComponent);
  return { machine, arn };
}

function address(machine, arn) {
  return "#/" + encodeURIComponent(machine) + (arn ? "/" + encodeURIComponent(arn) : "");
}

function link(href, current, dot, text, note) {
  const item = document.createElement("li"), a = document.createElement("a");
  a.href = href;
  if (current) a.setAttribute("aria-current", "true");
  if (dot) a.append(Object.assign(document.createElement("i"), { className: "dot " + dot, title: dot }));
  a.append(Object.assign(document.createElement("span"), { textContent: text, title: text }));
  if (note) a.append(Object.assign(document.createElement("small"), { textContent: note }));
  item.append(a);
  return item;
}

// Replacing a list must not take the keyboard's place away.
function fill(list, items) {
  const focused = list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  list.replaceChildren(...items);
  if (focused) [...list.querySelectorAll("a")].find(a => a.getAttribute("href") === focused)?.focus();
}

async function showMachines(machine) {
  const machines = await read("machines");
  fill(at("machines"), machines.map(m => link(
    address(m.name), m.name === machine, m.running > 0 ? "Running" : "", m.name, m.running > 0 ? m.running + " running" : m.total > 0 ? String(m.total) : "")));
  if (!machine && machines.length > 0) location.replace(address(machines[0].name));
}

async function showExecutions(machine, arn) {
  const executions = await read("executions", { machine });
  fill(at("executions"), executions.map(e => link(
    address(machine, e.arn), e.arn === arn, e.status, e.name, new Date(e.started).toLocaleTimeString())));
  if (executions.length === 0) at("executions").replaceChildren(Object.assign(document.createElement("li"), { className: "soft", textContent: "None yet." }));
}

async function showMachine(machine) {
  const found = await read("machine", { machine });
  at("start").hidden = false;
  Object.assign(shown, { machine, arn: null, execution: null, state: null, visit: null });
  if (shown.svg !== found.svg) picture.draw(found.svg, select);
  shown.svg = found.svg;
  picture.mark(null);
}

async function update() {
  const { machine, arn } = route();
  let pause = idleMs;
  try {
    await showMachines(machine);
    if (machine) {
      if (shown.machine !== machine) await showMachine(machine);
      await showExecutions(machine, arn);
      if (arn) pause = await follow(arn);
      else if (shown.arn || !at("title").textContent) leave();
    }
    document.body.classList.remove("offline");
  } catch (problem) {
    at("title").replaceChildren(Object.assign(document.createElement("span"), { className: "problem", textContent: problem.message }));
  }
  clearTimeout(update.timer);
  update.timer = setTimeout(update, pause);
}

async function follow(arn) {
  const isNew = shown.arn !== arn;
  const execution = await read("execution", isNew ? { arn } : { arn, seen: shown.execution.events });
  if (isNew) Object.assign(shown, { arn, state: null, visit: null });
  if (execution) {
    shown.execution = execution;
    picture.mark(execution);
    title(execution.name, execution.status);
    show();
  }
  return shown.execution.status === "Running" ? runningMs : idleMs;
}

function leave() {
  Object.assign(shown, { arn: null, execution: null, state: null, visit: null });
  picture.mark(null);
  title(shown.machine, "");
  at("details").replaceChildren(Object.assign(document.createElement("p"), { className: "soft", textContent: "Choose an execution to see its way, or a state." }));
}

function title(text, status) {
  const strong = Object.assign(document.createElement("strong"), { textContent: text });
  const badge = Object.assign(document.createElement("span"), { className: "status soft", textContent: status ? " " + status : "" });
  if (status) badge.prepend(Object.assign(document.createElement("i"), { className: "dot " + status }));
  at("title").replaceChildren(strong, " ", badge);
  document.title = text + " · Local";
}

function visitsOf(state) {
  return (shown.execution?.visits ?? []).filter(v => v.state === state);
}

function select(state, visit = null) {
  shown.state = state;
  shown.visit = visit;
  picture.select(state);
  show();
}

function show() {
  if (!shown.execution) return;
  if (!shown.state) return showExecution(at("details"), shown.execution, select);
  const visits = visitsOf(shown.state);
  const number = shown.visit === null ? visits.length - 1 : Math.min(shown.visit, visits.length - 1);
  showVisit(at("details"), shown.state, visits, number, n => select(shown.state, n));
}

function step(by) {
  const count = visitsOf(shown.state).length;
  const number = (shown.visit ?? count - 1) + by;
  if (number >= 0 && number < count) select(shown.state, number);
}

const keys = { "[": () => step(-1), "]": () => step(1), Escape: () => select(null), "+": () => picture.zoom(1.2), "-": () => picture.zoom(1 / 1.2), "0": () => picture.fit() };
document.addEventListener("keydown", e => {
  if (e.target.matches("textarea, input") || e.ctrlKey || e.metaKey || e.altKey || !keys[e.key]) return;
  e.preventDefault();
  keys[e.key]();
});
at("zoom-in").onclick = keys["+"];
at("zoom-out").onclick = keys["-"];
at("zoom-fit").onclick = keys["0"];
at("start").addEventListener("submit", async e => {
  e.preventDefault();
  at("start-problem").textContent = "";
  try {
    const machines = await read("machines");
    const started = await start(machines.find(m => m.name === shown.machine).arn, at("input").value);
    location.hash = address(shown.machine, started.executionArn);
  } catch (problem) {
    at("start-problem").textContent = problem.message;
  }
});
addEventListener("hashchange", update);
update();
