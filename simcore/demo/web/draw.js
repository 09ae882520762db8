"use strict";
// Pure drawing: data in, markup out. Colour never stands alone: each model has its shape, each sign its word.
const markOf = (n) => config.marks.at(n % config.marks.length), colour = (n) => markOf(n)[0];
const mark = (n) => markOf(n)[1];
const long = (name) => (name.length > (models().length > 3 ? 18 : 26) ? "long" : "");
const brief = (name) => (name.length > 26 ? `${name.slice(0, 24).trim()}…` : name);
// A plan wherever it is named: its mark, a letter for B, and its name.
const named = (one, write = String) => `${mark(indexOf(one.key))}\u00a0${one.b ? `<b class="b">B</b>\u00a0` : ""}${
  esc(write(one.b ? one.name.replace(/ B$/, "") : one.name))}`;
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
  const flags = state.cards.filter(([card]) => cardOf(card).dated && !(model.key in (known.misfits[card] || {})))
    .map(([card, week]) => `<i class="flag" style="--week: ${(100 * (week + 1) / config.weeks).toFixed(2)}%" title="${
    esc(both(cardOf(card).label))}">▼</i>`).join("");
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
    <i class="now"></i>${small ? "" : `${flags}<span class="top">${written(name, axis.high)}</span><small></small>`}
    </div>${small ? "" : `<p class="years">${ticks.join("")}</p>`}</div>`;
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

const noteName = (one) => `<span>${esc(both(one.name))}${one.edge === "open" ? "\u00a0?" : ""}</span>`;
// The nine blocks; small: a square for each note; else its name, and the euros of these four weeks. What a note earns
// or costs goes with the week, and moveNotes writes it: until then the most it can be, so that there is room for it.
function canvas(model, small) {
  const flows = (known.lanes[model.key] || {}).notes || {};
  const note = (one) => {
    const name = esc(both(one.name)), most = Math.max(0, ...(flows[one.id] || []).map(Math.abs));
    return small ? `<i class="note ${one.edge}" data-id="${one.id}" title="${name}"></i>`
      : button(`data-note="${one.id}" data-id="${one.id}" class="note ${one.edge}" title="${name}"`,
        noteName(one) + (most ? `<b style="min-width: ${euros(-most).length}ch"></b>` : ""));
  };
  return `<div class="canvas ${small ? "small" : ""}" lang="${state.lang}" data-key="${esc(model.key)}">${
    config.blocks.map((block) => `<div class="block ${block} ${
    ["", "many", "many heap"][(model.notes[block].length > 8) + (model.notes[block].length > 14)]}"><h4>${
    small ? t(`short.${block}`) : esc(config.block_names[state.lang][block])}</h4>${
    model.notes[block].map(note).join("")}</div>`).join("")}</div>`;
}
// What the edge of a note says, in words.
const edges = () => `<span class="edges">${["fact", "assumption", "open", "none", "earns", "costs"].map((edge) =>
  `<i class="note ${edge}"></i> ${t(`edge.${edge}`)}`).join(" ")}</span>`;

// A column of blocks takes width as it has notes. Notes are written as large as there is room for; what fills a column
// first goes on in one more beside it. Where even the smallest do not fit, a block scrolls, from note to note.
const COLUMNS = [".key_partnerships", ".key_activities, .key_resources", ".value_propositions",
  ".customer_relationships, .channels", ".customer_segments"];
const SIZES = [1.6, 1.45, 1.3, 1.2, 1.1, 1, 0.92, -1.1, -1, -0.9];       // of those below nought words may break
function fitNotes() {
  const there = document.querySelector("#stage .close-up .canvas"), key = [innerWidth, innerHeight, $("stage").filled];
  if (!there || there.fitted === key.join()) return;
  there.fitted = key.join();
  const blocks = [...there.children], foot = (one) => one.offsetTop + one.offsetHeight;
  const fits = () => there.scrollHeight <= there.clientHeight + 1 && there.scrollWidth <= there.clientWidth + 1;
  const high = (block) => Math.max(...[...block.children].map(foot)) - block.offsetTop;
  const full = (block) => high(block) / block.offsetHeight;
  there.style.cssText = `grid-template-columns: ${COLUMNS.map((some) => `repeat(2, minmax(min-content, ${
    1 + there.querySelectorAll(`:is(${some}) > .note`).length / 15}fr))`).join(" ")}`;
  const fitsAt = (size) => {
    there.className = `canvas ${size > 1 ? "" : size < 0 ? "tight broken" : "tight"}`;
    there.style.setProperty("--note", Math.abs(size));
    blocks.forEach((block) => block.classList.remove("two"));
    for (const left = new Set(blocks); !fits();) {
      const next = [...left].sort((a, b) => full(b) - full(a))[0], was = next && high(next);
      if (!next || full(next) < 0.9) return false;
      left.delete(next);
      next.classList.add("two");
      if (high(next) >= was) next.classList.remove("two");
    }
    return true;
  };
  if (SIZES.some(fitsAt)) return;
  there.style.gridTemplateRows = getComputedStyle(there).gridTemplateRows.replace(/(\S+)px/g, "minmax(0, $1fr)");
  there.classList.add("full");
  blocks.forEach(moreBelow);
}
// Whether there is more in a block than can be seen of it.
const moreBelow = (one) => one.classList.toggle("more", one.scrollTop + one.clientHeight < one.scrollHeight - 2);
document.addEventListener("scroll", ({ target }) => target.matches?.(".full .block") && moreBelow(target), true);
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
