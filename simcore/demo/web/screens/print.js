"use strict";
// The A3 that goes home: a picture of it as it is printed; saved as a PDF, or printed by the browser.
const paper = { model: "" };
const paperOf = () => ({ model: paper.model || (state.b.length ? "" : plan().key), lang: state.lang });
async function savePaper() {
  const told = await askFor("pdf", paperOf());
  if (!told || !told.bytes) return;
  download(told.name, Uint8Array.from(atob(told.bytes), (one) => one.charCodeAt(0)), "application/pdf");
  say(t("print.saved", { name: told.name }));
}
function drawPaper() {
  const told = answer("paper", paperOf());
  if (!told) return `<div class="sheet"><h3>${t("print.head")}</h3><p class="answer">${
    t("print.waits", { n: known.n, of: known.of })}</p></div>`;
  const which = told.models.map(([key]) => button(`data-paper="${esc(key)}" aria-pressed="${key === told.model}"`,
    named(config.models[indexOf(key)]))).join("");
  return `<div class="sheet"><div class="tools"><h3>${t("print.head")}</h3>${which}
    ${told.pdf ? button(`class="main" data-pdf`, t("print.pdf")) : ""}${
    button(told.pdf ? "data-printer" : `class="main" data-printer`, t("print.paper"))}
    <span class="soft">${t("print.how")}</span></div>
    <img src="data:image/svg+xml;base64,${told.picture}" alt="${esc(`${told.title}. ${told.said}`)}"></div>
    <div class="to-print" lang="${state.lang}">${told.html}</div>`;
}
screen({
  name: "print", side: false, draw: drawPaper,
  click: { paper: (key) => { paper.model = key; drawStage(); }, pdf: savePaper, printer: () => window.print() },
});
