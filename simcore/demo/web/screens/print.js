"use strict";
// The A3 that goes home: a picture of it as it is printed; saved as a PDF, or printed by the browser.
const paper = { key: "", told: null, model: "" };
const paperOf = () => ({ model: paper.model || (state.b.length ? "" : state.model), lang: state.lang });

// Ask for the sheet, once for each thing it can hang on.
async function askPaper() {
  const key = JSON.stringify([paperOf(), wish()]);
  if (known.kind !== "whole" || key === paper.key) return;
  paper.key = key;
  const told = await askFor("paper", paperOf());
  if (key !== paper.key) return;
  if (!told || told.kind === "later") { paper.key = ""; return; }
  paper.told = told;
  drawStage();
}
async function savePaper() {
  const told = await askFor("pdf", paperOf());
  if (!told || !told.bytes) return;
  const bytes = Uint8Array.from(atob(told.bytes), (one) => one.charCodeAt(0)), link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
  link.download = told.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(t("print.saved", { name: told.name }));
}
function drawPaper() {
  const told = paper.key === JSON.stringify([paperOf(), wish()]) && paper.told;
  if (!told) return `<div class="sheet"><h3>${t("print.head")}</h3><p class="answer">${
    t("print.waits", { n: known.n, of: known.of })}</p></div>`;
  const which = told.models.map(([key, name]) =>
    button(`data-paper="${esc(key)}" aria-pressed="${key === told.model}"`, esc(name))).join("");
  return `<div class="sheet"><div class="tools"><h3>${t("print.head")}</h3>${which}
    ${told.pdf ? button(`class="main" data-pdf`, t("print.pdf")) : ""}${
    button(told.pdf ? "data-printer" : `class="main" data-printer`, t("print.paper"))}
    <span class="soft">${t("print.how")}</span></div>
    <img src="data:image/svg+xml;base64,${told.picture}" alt="${esc(`${told.title}. ${told.said}`)}"></div>
    <div class="to-print" lang="${state.lang}">${told.html}</div>`;
}
screen({
  name: "print", side: false, draw: drawPaper, shown: askPaper,
  click: { paper: (key) => { paper.model = key; drawStage(); }, pdf: savePaper, printer: () => window.print() },
});
