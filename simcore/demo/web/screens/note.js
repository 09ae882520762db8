"use strict";
// A sticky note up close: what it did in the courses that were played, and its numbers, a few at a time.
const AT_ONCE = 3;
const SURE = { fact: "▬", source: "▬", assumption: "┅", open: "?" };     // as the edge of a note is drawn
const upClose = { told: null, key: "", first: 0 };
// An answer that was kept is shown while it is looked up: what more it can tell is asked for again.
const again = (ask) => { if (known.kind === "whole" && !saved) setTimeout(ask, 2000); };
const noteIn = (model) => config.blocks.some((block) => model.notes[block].some((one) => one.id === state.note));

function openNote(id) {
  if (saved) return say(t("saved.not_here"));
  upClose.first = 0;
  keepState({ note: id });
  const there = document.querySelector(id ? "[data-closed]" : "[data-note]");
  if (there) there.focus();
}
function someNumbers(first) { upClose.first = Number(first); drawStage(); }
// Ask for what is said of a note, once for each thing it can hang on.
async function lookAt(model, draft) {
  if (!state.note) return;
  const said = { model: model.key, note: state.note, lang: state.lang, draft };
  const key = JSON.stringify([said, wish(), known.kind]);
  if (key === upClose.key || !(draft || noteIn(model))) return;
  upClose.key = key;
  const told = await askFor("note", said);
  if (key !== upClose.key) return;
  upClose.told = told;
  drawStage();
  if (told && !told.courses && !draft) again(() => { upClose.key = ""; lookAt(model); });
}
function numberRow(one) {
  const source = [one.source, one.note].filter(Boolean).join(". ");
  return `<div class="about"><p><b>${esc(one.name)}</b> <b class="big">${esc(one.said)}</b></p>
    ${one.now ? `<p>${t("note.now")} <b>${esc(one.now)}</b></p>` : ""}
    <p><span class="sure ${one.evidence}">${SURE[one.evidence]} ${esc(one.sure)}</span> · ${esc(source)}</p>
    ${one.question ? `<p class="question">${esc(one.question)}</p>` : ""}</div>`;
}
// Which of its numbers are shown, and buttons to the others.
const firstOf = (told) => (upClose.first < told.numbers.length ? upClose.first : 0);
function somePages(told, first, most) {
  const all = told.numbers.length, pages = all > most ? Math.ceil(all / most) : 0;
  const range = (at) => (at + 1 < all ? `${at + 1}–${Math.min(at + most, all)}` : all);
  return pages ? `<nav>${Array.from({ length: pages }, (_, i) => button(`data-some="${i * most}" aria-pressed="${
    i * most === first}"`, range(i * most))).join("")}</nav>` : "";
}
function notePanel(model) {
  if (!noteIn(model)) return "";
  const told = upClose.told, shut = button("data-closed", t("note.close"));
  if (!told || told.id !== state.note) return `<section class="panel" aria-busy="true"><p>…</p>${shut}</section>`;
  const first = firstOf(told);
  const did = told.does.length ? `<ul class="did">${told.does.map(([middle, band]) =>
    `<li><b>${esc(middle)}</b> <span>${esc(band)}</span></li>`).join("")}</ul>
    <p class="soft">${t("note.did", { n: told.courses })}</p>`
    : `<p>${t(told.courses ? "note.nothing" : "note.not_yet")}</p>`;
  return `<section class="panel" aria-label="${esc(told.name)}"><header><div><p class="soft">${esc(told.block)}</p>
    <h3>${esc(told.name)}</h3></div>${shut}</header>${told.about ? `<p>${esc(told.about)}</p>` : ""}
    <h4>${t("note.does")}</h4>${did}<h4>${t(told.numbers.length ? "note.numbers" : "note.none")}</h4>
    ${told.numbers.slice(first, first + AT_ONCE).map(numberRow).join("")}
    ${somePages(told, first, AT_ONCE)}</section>`;
}
