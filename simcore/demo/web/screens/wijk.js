"use strict";
// The district: a thousand residents as dots, one of them adopted, with a card and with a diary in every plan.
const COLS = 50, WORRIES = ["benefit", "limited", "lonely", "severely", "cares", "gone"];
const DOING = ["none", "helped", "part", "stops", "work"], MOVED = 8;
const WORRY = ["severely", "benefit", "limited", "cares", "none"];
const MARKS = { none: "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", benefit: "m0 -6l6 11h-12z", limited: "m-5 -5h10v10h-10z",
  severely: "m0 -6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z", cares: "m-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
  stops: "m-5 -3l2 -2l3 3l3 -3l2 2l-3 3l3 3l-2 2l-3 -3l-3 3l-2 -2l3 -3z" };
Object.assign(MARKS, { helped: MARKS.limited, part: MARKS.benefit, work: MARKS.severely });
const sign = (kind) => (kind in MARKS ? `<svg class="sign" viewBox="-7 -7 14 14" aria-hidden="true"><path
  class="dot ${kind}" d="M0 0${MARKS[kind]}"/></svg> ` : "");
const legend = (kinds, head) => `<p class="legend">${kinds.map((kind) =>
  `<span>${sign(kind)}${t(`${head}.${kind}`)}</span>`).join("")}</p>`;

// What is told of people, once what is wished for is played whole; who lives here does not hang on what that is.
const now = (name, said = {}) => (saved ? along(name, said) : answer(name, said));
const people = () => (people.told = (saved ? (saved.people || {}).people : answer("people")) || people.told);
const lives = (key) => (now("lives") || { lanes: {} }).lanes[key];
const adopted = () => (people() ? people().who.findIndex(([n]) => n === state.dot) : -1);
const rowNow = (rows) => Array.from(rows[Math.min(rows.length - 1, periodOf(state.week))], (c) => c.charCodeAt(0) - 48);

// Everybody, dx by dy apart: a pattern of dots, over it all of a kind in one shape, and a ring around who is adopted.
const spot = (i, dx, dy) => [(i % COLS + 0.5) * dx, (Math.floor(i / COLS) + 0.5) * dy];
function dots(kinds, dx, dy, head, id, there = true) {
  const drawn = {}, count = {}, full = Math.floor(kinds.length / COLS), [x, y] = spot(adopted(), dx, dy);
  kinds.forEach((kind, i) => {
    count[kind] = (count[kind] || 0) + 1;
    if (kind !== "none") drawn[kind] = `${drawn[kind] || ""}M${spot(i, dx, dy)}${MARKS[kind]}`;
  });
  const label = Object.keys(count).map((kind) => `${t(`${head}.${kind}`)}: ${count[kind]}`);
  return `<svg class="dots" viewBox="0 0 ${COLS * dx} ${Math.ceil(kinds.length / COLS) * dy}" role="img"
    aria-label="${esc(label.join(", "))}">
    <pattern id="${id}" width="${dx}" height="${dy}" patternUnits="userSpaceOnUse">
    <circle class="dot" cx="${dx / 2}" cy="${dy / 2}" r="2.6"/></pattern>
    <path fill="url(#${id})" d="M0 0H${COLS * dx}V${full * dy}H${kinds.length % COLS * dx}v${dy}H0z"/>
    ${Object.entries(drawn).map(([kind, d]) => `<path class="dot ${kind}" d="${d}"/>`).join("")}
    ${there && adopted() >= 0 ? `<circle class="ring" r="9" cx="${x}" cy="${y}"/>` : ""}</svg>`;
}

// --- the district when nothing is done -----------------------------------------------------------------------------
const DX = 22, dy = () => (adopted() < 0 ? 23 : 20);         // over the whole stage, until one is adopted
const bit = (bits, name) => bits >> WORRIES.indexOf(name) & 1;
const worries = (bits) => ["benefit", "limited", bit(bits, "severely") ? "severely" : "lonely", "cares"].filter((one) =>
  bit(bits, one));
const nameTold = (at) => { const [, name, age] = people().who[at]; return esc(t("wijk.name", { name, age })); };
function district() {
  const kinds = rowNow(people().weighs).map((bits) => WORRY.find((one) => bit(bits, one)) || "none"), at = adopted();
  return `<p>${t("wijk.all", { shown: number(kinds.length), n: number(people().residents) })}
    ${at < 0 ? `<b>${t("wijk.pick")}</b>` : ""}</p>
    ${dots(kinds, DX, dy(), "worry", "homes")}<input type="range" data-dot min="0" max="${kinds.length - 1}"
    value="${Math.max(0, at)}" aria-label="${t("wijk.which")}"
    aria-valuetext="${at < 0 ? t("wijk.pick") : nameTold(at)}">${legend(WORRY, "worry")}`;
}
function card() {
  const at = adopted();
  const rows = people().weighs, begin = rows[0].charCodeAt(at) - 48, bits = rowNow(rows)[at], moved = bit(bits, "gone");
  const first = worries(begin), later = moved ? [] : worries(bits).filter((one) => !first.includes(one));
  const persons = people().who[at][3], line = (text) => `<li>${text}</li>`;
  return `<h3>${nameTold(at)}</h3><p>${t(persons > 1 ? "wijk.home" : "wijk.alone", { n: persons })}</p><ul>${[
    ...(first.length ? first : ["none"]).map((one) => line(sign(one) + t(`card.${one}`))),
    ...later.map((one) => line(`${sign(one)}${t("wijk.later")} ${t(`card.${one}`)}`)),
    moved ? line(t("wijk.gone")) : ""].join("")}</ul><p class="soft">${t("wijk.made_up")}</p>
    ${button("data-everybody", t("wijk.everybody"))}`;
}
function adopt(at) {
  state.dot = at < 0 ? -1 : people().who[at][0];
  keepAddress();
  page = {};
  clearTimeout(adopt.soon);                                  // no diary of each one that a hand only passes by
  adopt.soon = setTimeout(() => { adopt.soon = 0; drawStage(); }, 150);
  drawStage();
  document.querySelector("[data-dot]").focus();
}
document.addEventListener("click", (event) => {
  const street = event.target.closest("#wijk .dots");
  if (!street) return;
  const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(street.getScreenCTM().inverse());
  const at = Math.floor(p.y / dy()) * COLS + Math.min(COLS - 1, Math.max(0, Math.floor(p.x / DX)));
  if (people().who[at]) adopt(at);
});
document.addEventListener("input", (event) => {
  if ("dot" in event.target.dataset) adopt(Number(event.target.value));
});
document.addEventListener("keydown", (event) => {
  const by = { ArrowUp: -COLS, ArrowDown: COLS }[event.key], at = Number(event.target.value) + by;
  if (!by || !event.target.matches("[data-dot]")) return;
  event.preventDefault();
  if (people().who[at]) adopt(at);
});

// --- the diary: a column for each plan, as many lines as there is room for -----------------------------------------
let page = {}, focused = false;                              // model -> the line its column begins with
const diaries = () => lives(config.models[0].key) && now("diary", { dot: state.dot });
function column(model) {
  const told = diaries().lanes[model.key] || { lines: [] };
  const lines = told.lines.filter((one) => !one.first);
  const from = page[model.key] || 0;
  return `<section aria-label="${esc(model.name)}"><h4>${named(model)}</h4><ol data-from="${from}"
    data-of="${lines.length}" data-key="${esc(model.key)}">${lines.slice(from).map((one) => `<li><b>${t("diary.week",
    { n: one.week + 1, day: one[state.lang].day })}</b> ${esc(one[state.lang].text)}</li>`).join("")
    || `<li>${t("diary.none")}</li>`}</ol><span></span></section>`;
}
const diary = () => (adopted() < 0 ? "" : diaries() ? models().map(column).join("") :
  `<p class="soft">${t(saved ? "saved.no_diary" : known.kind === "whole" ? "diary.playing" : "diary.waits")}</p>`);
function showDiary() {
  const here = $("diary"), made = diary();
  const key = [made, innerWidth, innerHeight].join();
  if (!here || here.made === key) return;
  [here.innerHTML, here.made] = [made, key];
  document.querySelectorAll("#diary ol").forEach((list) => {
    const { from, of, key } = list.dataset, rest = of - from;
    if (list.scrollHeight <= list.clientHeight + 1 && from === "0") return;
    list.nextElementSibling.innerHTML = button("disabled", t("diary.first"));        // takes its room
    while (list.scrollHeight > list.clientHeight + 1 && list.children.length > 1) list.lastChild.remove();
    const left = rest - list.children.length;
    list.nextElementSibling.innerHTML = button(`data-page="${esc(key)}" data-to="${left ? of - left : 0}"`,
      t(left ? "diary.more" : "diary.first", { n: left }));
  });
}
window.addEventListener("resize", () => config && config.texts && drawStage());
screen({
  name: "wijk", side: false, weekly: true, saved: Boolean(saved && saved.people),
  draw: () => {
    focused = "dot" in ((document.activeElement || {}).dataset || {});
    const one = adopted() >= 0;
    return `<div id="wijk" class="${one ? "one" : ""}"><section class="street">${people() ? district() :
      `<p class="answer">${t("wijk.waits")}</p>`}
      </section><section id="card" aria-live="polite">${one ? card() : ""}</section>
      <div id="diary" data-own></div></div>`;
  },
  shown: () => {
    if (focused) (document.querySelector("[data-dot]") || document.body).focus();
    if (!adopt.soon) showDiary();
  },
  click: { everybody: () => adopt(-1), page: (key, hit) => { page[key] = Number(hit.dataset.to); showDiary(); } },
});
