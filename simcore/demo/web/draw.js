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

// A line with its band, the same before the last change dotted, and a line at the week we are in.
function chart(name, lane, n, before) {
  const [low, mid, high] = lane.lines[name], axis = axes[name], W = 300, H = 100, last = config.weeks / PERIOD;
  const x = (i) => ((i + 1) / last * W).toFixed(1);
  const y = (v) => (H - (v - axis.low) / (axis.high - axis.low) * H).toFixed(1);
  const points = (values) => values.map((v, i) => `${x(i)},${y(v)}`);
  const at = Math.max(0, Math.min(mid.length - 1, periodOf(state.week)));
  const years = Array.from({ length: Math.floor(config.weeks / 52) }, (_, i) => (i + 1) * 52 / PERIOD / last * W);
  const shown = mid.length ? written(name, mid[at]) : "";
  const span = mid.length ? `${written(name, low[at])} – ${written(name, high[at])}` : "";
  return `<div class="chart"><p><span>${t(name)}</span><b>${shown}</b></p>
    <svg viewBox="0 0 ${W} ${H}" preserveAspectRatio="none" role="img"
    aria-label="${esc(`${t(name)}: ${shown} (${span})`)}">
    ${years.map((v) => `<line class="grid" x1="${v}" x2="${v}" y1="0" y2="${H}"/>`).join("")}
    <line class="zero" x1="0" x2="${W}" y1="${y(0)}" y2="${y(0)}"/>
    <polygon fill="${colour(n)}" opacity="0.25" points="${points(high).concat(points(low).reverse()).join(" ")}"/>
    ${before ? `<polyline class="was" points="${points(before[name][1]).join(" ")}"/>` : ""}
    <polyline class="middle" stroke="${colour(n)}" points="${points(mid).join(" ")}"/>
    <line class="now" x1="${x(at)}" x2="${x(at)}" y1="0" y2="${H}"/></svg></div>`;
}

// The nine blocks; small: a square for each note; else its name, and the euros of these four weeks.
function canvas(model, lane, small) {
  const at = periodOf(state.week), flows = (lane && lane.notes) || {};
  const note = (one) => {
    const sum = (flows[one.id] || [])[at] || 0;
    const kind = sum > 0 ? "earns" : sum < 0 ? "costs" : "", name = esc(both(one.name));
    return small ? `<i class="note ${one.edge} ${kind}" title="${name}"></i>`
      : button(`data-note="${one.id}" class="note ${one.edge} ${kind}"`, `${
        sum ? `<b>${euros(sum, true)}</b>` : ""}${name}${
        one.edge === "open" ? ` <span class="open-mark">?</span>` : ""}`);
  };
  return `<div class="canvas ${small ? "small" : ""}" lang="${state.lang}">${config.blocks.map((block) =>
    `<div class="block ${block}"><h4>${esc(config.block_names[state.lang][block])}</h4>${
      model.notes[block].map(note).join("")}</div>`
  ).join("")}</div>`;
}
