"use strict";
// Pure drawing: data in, markup out. Colour never stands alone: each model has its shape, each sign its word.
const SHAPES = ["M6 0A6 6 0 1 1 5.99 0Z", "M6 0L12 12H0Z", "M0 0H12V12H0Z", "M6 0L12 6L6 12L0 6Z",
  "M4 0H8V4H12V8H8V12H4V8H0V4H4Z"];
const colour = (n) => `var(--m${n % 5})`;
const mark = (n) => `<svg class="mark" viewBox="-1 -1 14 14" aria-hidden="true">
  <path d="${SHAPES[n % 5]}" fill="${colour(n)}"/></svg>`;
const button = (data, text, more = "") => `<button ${data} ${more}>${text}</button>`;

const periodOf = (week) => Math.floor(week / PERIOD);
const written = (name, value) => (name === "cash" ? euros(value) : number(value));

// A line with its band, the same before the last change dotted: one in focus, or small behind the button that brings
// it there. It is drawn once; what goes with the week, moveCharts does.
const CHARTS = ["cash", "hours", "people"];
function chart(name, model, before, small) {
  const lane = known.lanes[model.key], axis = axes[name], W = 300, H = 100, last = config.weeks / PERIOD;
  if (!lane || !lane.lines) return `<div class="chart"></div>`;
  const [low, mid, high] = lane.lines[name], n = indexOf(model.key), years = Math.floor(config.weeks / 52);
  const x = (i) => ((i + 1) / last * W).toFixed(1);
  const y = (v) => (H - (v - axis.low) / (axis.high - axis.low) * H).toFixed(1);
  const points = (values) => values.map((v, i) => `${x(i)},${y(v)}`);
  const lines = Array.from({ length: years }, (_, i) => (i + 1) * 52 / PERIOD / last * W);
  const ticks = Array.from({ length: years }, (_, i) => `<span>${t("year", { n: i + 1 })}</span>`);
  return `<div class="chart ${small ? "small" : ""}" data-name="${name}" data-key="${esc(model.key)}"><p>${small ?
    button(`data-chart="${name}"`, t(name)) : `<span>${t(name)}</span>`}<b></b>${small ? "<small></small>" : ""}</p>
    <div class="plot"><svg viewBox="0 0 ${W} ${H}" preserveAspectRatio="none" role="img" aria-label="${t(name)}">
    ${lines.map((v) => `<line class="grid" x1="${v}" x2="${v}" y1="0" y2="${H}"/>`).join("")}
    <line class="zero" x1="0" x2="${W}" y1="${y(0)}" y2="${y(0)}"/>
    ${before ? `<polyline class="was" points="${points(before[name][1]).join(" ")}"/>` : ""}
    <g class="is"><polygon fill="${colour(n)}" opacity="0.25"
    points="${points(high).concat(points(low).reverse()).join(" ")}"/>
    <polyline class="middle" stroke="${colour(n)}" points="${points(mid).join(" ")}"/></g></svg>
    <i class="now"></i>${small ? "" : `<span class="top">${written(name, axis.high)}</span><small></small>`}</div>${
    small ? "" : `<p class="years">${ticks.join("")}</p>`}</div>`;
}
const charts = (model, before) => [state.chart, ...CHARTS.filter((one) => one !== state.chart)].map((name, i) =>
  chart(name, model, before, i > 0)).join("");
function moveCharts(same) {
  const part = `${(100 * (state.week + 1) / config.weeks).toFixed(2)}%`;
  for (const one of document.querySelectorAll("#stage .chart[data-name]")) {
    const { name, key } = one.dataset, [low, mid, high] = known.lanes[key].lines[name];
    const at = Math.min(mid.length - 1, periodOf(state.week));
    one.style.setProperty("--at", part);
    if (at < 0 || same && one.at === at) continue;
    const now = written(name, mid[at]);
    const span = t("bets.between", { x: written(name, low[at]), y: written(name, high[at]) });
    [one.at, one.querySelector("b").textContent, one.querySelector("small").textContent] = [at, now, span];
    one.querySelector("svg").setAttribute("aria-label", `${t(name)}: ${now} (${span})`);
  }
}

// The nine blocks; small: a square for each note; else its name, and the euros of these four weeks. What a note earns
// or costs goes with the week, and moveNotes writes it: until then the most it can be, so that there is room for it.
function canvas(model, small) {
  const flows = (known.lanes[model.key] || {}).notes || {};
  const note = (one) => {
    const name = esc(both(one.name)), most = Math.max(0, ...(flows[one.id] || []).map(Math.abs));
    return small ? `<i class="note ${one.edge}" data-id="${one.id}" title="${name}"></i>`
      : button(`data-note="${one.id}" data-id="${one.id}" class="note ${one.edge}" title="${name}"`, `<span>${name}${
        one.edge === "open" ? ` <span class="open-mark">?</span>` : ""}</span>${most ? `<b>${euros(-most)}</b>` : ""}`);
  };
  return `<div class="canvas ${small ? "small" : ""}" lang="${state.lang}" data-key="${esc(model.key)}">${
    config.blocks.map((block) => `<div class="block ${block} ${
    model.notes[block].length > 8 ? "many" : ""}"><h4>${
    small ? t(`short.${block}`) : esc(config.block_names[state.lang][block])}</h4>${
    model.notes[block].map(note).join("")}</div>`).join("")}</div>`;
}
// What the edge of a note says, in words.
const edges = () => `<span class="edges">${["fact", "assumption", "open"].map((edge) =>
  `<i class="note ${edge}"></i> ${t(`edge.${edge}`)}`).join(" ")}</span>`;

// Notes are written as large as there is room for in the fullest block.
function fitNotes() {
  const there = document.querySelector("#stage .close-up .canvas");
  for (let size = 14; there && size >= 7; size--) {
    there.className = `canvas size${size}`;
    const broad = [...there.querySelectorAll(".note")].some((note) => note.scrollWidth > note.clientWidth + 1);
    if (!broad && there.scrollHeight <= there.clientHeight + 1) break;
  }
}
function moveNotes() {
  const at = periodOf(state.week);
  for (const one of document.querySelectorAll("#stage .canvas[data-key]")) {
    const flows = (known.lanes[one.dataset.key] || {}).notes || {};
    for (const note of one.querySelectorAll(".note")) {
      const sum = (flows[note.dataset.id] || [])[at] || 0, said = note.querySelector("b");
      note.classList.toggle("earns", sum > 0);
      note.classList.toggle("costs", sum < 0);
      if (said) said.textContent = sum ? euros(sum, true) : "";
    }
  }
}
