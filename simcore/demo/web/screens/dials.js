"use strict";
// The dials: of every plan how it stands, as a comparison writes it, on one line for each figure.
function dialTable(told, heads) {
  const cell = (one) => `<td class="${one.clear ? "" : "soft"}"><b>${esc(one.value)}</b>
    <span>${esc(one.span)}</span></td>`;
  const row = (row) => `<tbody><tr><th colspan="${heads.length}" scope="rowgroup">${esc(row.name)}
    <i>(${esc(row.unit)})</i></th></tr>
    <tr>${row.cells.map(cell).join("")}</tr></tbody>`;
  return `<table><thead><tr>${heads.map((one) => `<th scope="col">${one}</th>`).join("")}</tr></thead>${
    told.rows.map(row).join("")}</table>
    <p class="soft">${t("dials.about", { n: told.courses })}</p>`;
}
const dials = { told: null, key: "" };
async function askDials() {
  const key = JSON.stringify([wish(), state.lang, known.kind]);
  if (key === dials.key || known.kind !== "whole") return;
  dials.key = key;
  dials.told = await askFor("beside", { lang: state.lang });
  drawStage();
  if (dials.told && !dials.told.rows.length) again(() => { dials.key = ""; drawStage(); });
}
screen({
  name: "dials", side: true, saved: true, shown: askDials,
  draw: () => {
    const told = known.kind === "whole" && dials.told, head = (key) => `${mark(indexOf(key))} ${esc(nameOf(key))}`;
    return `<section class="dials wide">${told && told.rows.length ? dialTable(told, told.keys.map(head))
      : `<p>${t("dials.playing")}</p>`}</section>`;
  },
});
