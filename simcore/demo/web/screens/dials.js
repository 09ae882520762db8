"use strict";
// The dials: of every plan how it stands, as a comparison writes it, on one line for each figure.
// Each with where 8 of 10 courses lie and the middle one, on a line that all plans share.
function dialTable(told, heads, ns) {
  const cell = (one, n, ends) => `<td class="${one.clear ? "" : "soft"}"><b>${esc(one.value)}</b>
    <span>${esc(one.span)}</span>${one.band ? dialLine(one.band, n, ...ends) : ""}</td>`;
  const row = (row) => {
    const all = row.cells.flatMap((one) => one.band || []), ends = [Math.min(0, ...all), Math.max(0, ...all)];
    return `<tbody><tr><th colspan="${heads.length}" scope="rowgroup">${esc(row.name)}
    ${row.unit && `<i>(${esc(row.unit)})</i>`}</th></tr>
    <tr>${row.cells.map((one, i) => cell(one, ns[i], ends)).join("")}</tr></tbody>`;
  };
  return `<table><thead><tr>${heads.map((one) => `<th scope="col">${one}</th>`).join("")}</tr></thead>${
    told.rows.map(row).join("")}</table><p class="soft">${t("dials.about", { n: told.courses })}</p>`;
}
function dialLine([low, middle, high], n, least, most) {
  const x = (v) => (most > least ? 1 + 98 * (v - least) / (most - least) : 50).toFixed(1);
  const line = (at, kind) => `<line class="${kind}" x1="${x(at)}" x2="${x(at)}" y1="0" y2="10"/>`;
  return `<svg class="dial" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <line class="grid" x1="0" x2="100" y1="5" y2="5"/>
    <rect x="${x(low)}" width="${Math.max(0.6, x(high) - x(low))}" y="1.5" height="7" opacity="0.45"
    fill="${n < 0 ? "var(--soft)" : colour(n)}"/>${line(0, "zero")}${line(middle, "at")}</svg>`;
}
screen({
  name: "dials", side: true, saved: true,
  draw: () => {
    const told = answer("beside", { lang: state.lang }), head = (key) => named(config.models[indexOf(key)]);
    return `<section class="dials wide">${told ? dialTable(told, told.keys.map(head), told.keys.map(indexOf))
      : `<p>${t("dials.playing")}</p>`}</section>`;
  },
});
