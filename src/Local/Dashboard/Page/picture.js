// The machine's SVG: marks what an execution did, and makes the states reachable by keyboard.
const statuses = ["succeeded", "caught", "failed", "running", "stopped"];

export class Picture {
  #frame; #svg; #select; #scale = 1; #edges = [];

  constructor(frame) {
    this.#frame = frame;
  }

  draw(svg, select) {
    this.#frame.innerHTML = svg; // made by Local, names in it escaped
    this.#svg = this.#frame.querySelector("svg");
    this.#select = select;
    for (const group of this.#states()) {
      group.addEventListener("click", () => select(group.dataset.state));
      group.addEventListener("keydown", e => this.#key(e, group));
    }
    this.#edges = [...this.#svg.querySelectorAll(".edge")];
    this.fit();
  }

  /** Marks an execution's way; null: nothing is marked. */
  mark(execution) {
    if (!this.#svg) return;
    for (const group of this.#states()) {
      const state = execution?.states[group.dataset.state];
      group.classList.remove(...statuses);
      group.classList.toggle("unvisited", !!execution?.hasHistory && !state);
      if (state) group.classList.add(state.status);
      const badge = [];
      if (state?.visits > 1) badge.push("×" + state.visits);
      if (state?.retries > 0) badge.push("↻" + state.retries);
      if (state?.errors > 0) badge.push("⚠" + state.errors);
      group.querySelector(".badge").textContent = badge.join(" ");
    }
    const taken = new Set((execution?.edges ?? []).map(e => e.from + "\n" + e.to));
    for (const edge of this.#edges) {
      const { from, to } = edge.dataset;
      const isTaken = taken.has(from + "\n" + to);
      edge.classList.toggle("taken", isTaken);
      edge.classList.toggle("unvisited", !!execution?.hasHistory && !isTaken);
    }
  }

  select(state) {
    for (const group of this.#states()) group.classList.toggle("selected", group.dataset.state === state);
  }

  zoom(by) {
    if (!this.#svg) return;
    this.#scale = Math.min(4, Math.max(0.1, this.#scale * by));
    const box = this.#svg.viewBox.baseVal;
    this.#svg.setAttribute("width", box.width * this.#scale);
    this.#svg.setAttribute("height", box.height * this.#scale);
  }

  /** As large as fits, but not larger than drawn and never too small to read. */
  fit() {
    if (!this.#svg) return;
    const box = this.#svg.viewBox.baseVal;
    this.#scale = Math.min(1, Math.max(0.45, (this.#frame.clientWidth - 24) / box.width));
    this.zoom(1);
  }

  #states() {
    return this.#svg ? [...this.#svg.querySelectorAll("[data-state]")] : [];
  }

  #key(e, group) {
    const name = group.dataset.state;
    if (e.key === "Enter" || e.key === " ") this.#select(name);
    else if (e.key === "ArrowDown" || e.key === "ArrowRight") this.#go(this.#neighbour("from", "to", name, e.key === "ArrowRight"));
    else if (e.key === "ArrowUp" || e.key === "ArrowLeft") this.#go(this.#neighbour("to", "from", name, e.key === "ArrowLeft"));
    else return;
    e.preventDefault();
  }

  // The way the execution took comes first; right and left go to the other ends.
  #neighbour(mine, other, name, isLast) {
    const edges = this.#edges.filter(e => e.dataset[mine] === name && e.dataset[other]);
    return (isLast ? edges.at(-1) : edges.find(e => e.classList.contains("taken")) ?? edges[0])?.dataset[other];
  }

  #go(state) {
    this.#states().find(g => g.dataset.state === state)?.focus();
  }
}
