"use strict";
// Puts the page together, and does what a hand asks for: by mouse or by keyboard.
const unless = (on) => (on ? "" : "disabled");             // what a page that was saved has no answers to is off
const current = () => screens.find((one) => one.name === state.screen) || screens[0];

function drawTop() {
  const other = nl() ? "en" : "nl", due = (one) => config.programme.some(([name]) => name === one.name);
  const tab = (one) => button(`data-screen="${one.name}" aria-pressed="${one === current()}" ${
    unless(!saved || one.saved)}`, isDue(one.name) + t(`screen.${one.name}`));
  fill("top", `<span class="brand">simwijk</span><nav><div class="bar">${screens.filter(due).map(tab).join("")}</div>
    <div class="bar">${screens.filter((one) => !due(one)).map(tab).join("")}</div></nav>
    ${clockDrawn()}${button(`data-lang="${other}" lang="${other}"`, nl() ? "English" : "Nederlands")}
    ${saved ? "" : button("data-stop", t("stop"))}`);
}
function drawStage() {
  document.body.classList.toggle("wide", !current().side);
  fill("stage", current().draw());
  if (current().shown) current().shown();
  moved();
}
// What goes with the week, and no more than that: so that playing is cheap.
let noted = -1;                                            // the four weeks of which the notes tell
function moved(same) {
  moveCharts(same);
  if (!same || noted !== periodOf(state.week)) moveNotes();
  noted = periodOf(state.week);
  if (current().moved) current().moved();
}
function positionText(knob, at) {
  const value = knob.positions[at];
  if (at === knob.base) return t("asis");
  if (knob.said) return knob.said[state.lang][at];
  return knob.how === "add" ? euros(value, true) : knob.how === "scale" ? `× ${number(value, 1)}` : percent(value);
}
function drawSide() {
  fill("side", `<div><h2>${t("knobs")}</h2><p class="soft">${t("knobs.when")}</p></div>${
    config.knobs.filter((knob) => !knob.plugin).map(knobSlider).join("")}${button(`data-back="knobs"`, t("knobs.back"))}
    <div><h2>${t("cards")}</h2>${state.cards.map(([name]) => cardButton(cardOf(name))).join("")}
    ${button(`class="card" data-screen="whatif" ${unless(!saved)}`, t("cards.all"))}</div>
    <div class="aside">${current().aside ? current().aside() : ""}</div>`);
}
function knobSlider(knob) {
  const at = state.knobs[knob.name] ?? knob.base, said = positionText(knob, at);
  return `<label><span>${esc(both(knob.label))}</span><b>${said}</b><input type="range" data-knob="${knob.name}"
    max="${knob.positions.length - 1}" value="${at}" aria-valuetext="${said}" ${unless(inSaved(knob.name))}></label>`;
}
function cardButton(card) {
  const on = state.cards.some(([name]) => name === card.name);
  const not = Object.entries((on && known.misfits[card.name]) || {}).flatMap(([key, why]) => (why ? nameOf(key) : []));
  const how = `class="card" data-card="${esc(card.name)}" aria-pressed="${on}" ${unless(!saved)}`;
  return button(how, esc(both(card.label)) + (not.length ?
    `<small>${t("misfit", { models: esc(not.join(", ")) })}</small>` : ""));
}
// Which luck is played: another one is another draw, and the first is never far.
function drawShown() {
  const at = state.seed, draw = (seed, text) => button(`data-draw="${seed}" ${unless(!saved)}`, text);
  return `<span>${t("draw", { n: at })}</span>${draw(at + 1, t("draw.new"))}${
    at === 1 ? "" : draw(1, t("draw.first"))}`;
}
function drawTime() {
  const where = weekText(state.week);
  fill("time", `${button(`data-back="time"`, t("time.back"))}${button("data-play", t(playing ? "pause" : "play"))}
    ${button("data-step", t("step"))}<b>${where}</b><input type="range" data-week max="${config.weeks - 1}"
    value="${state.week}" aria-label="${where}"><span>${t("courses", { n: known.n, of: known.of })}</span>
    ${drawShown()}`);
  fill("tools", `<span class="soft">${t("band")}</span>${takenButtons()}`);
}
function drawAll() {
  document.documentElement.lang = state.lang;
  document.title = t("title");
  drawTop(); drawSide(); drawStage(); drawTime();
  if (saved) say(t("saved.is", { n: known.n }));
}

// --- what a hand does ------------------------------------------------------------------------------------------------
function toWeek(week) {
  state.week = Math.max(0, Math.min(config.weeks - 1, week));
  if (current().weekly && noted !== periodOf(state.week)) drawStage(); else moved(true);
  drawTime();
  keepSoon();
}
const calm = matchMedia("(prefers-reduced-motion: reduce)");           // who asks for that sees a period at a time
function play(on) {
  clearInterval(playing);
  const over = () => state.week >= config.weeks - 1 || current().stops?.();
  playing = on ? setInterval(() => {
    let left = calm.matches ? PERIOD : 1;
    do state.week += 1; while (left -= 1, left && !over());
    toWeek(state.week);
    if (over()) play(false);
  }, calm.matches ? 800 : 45) : null;
  document.body.classList.toggle("playing", on);
  drawTime();
}
function toScreen(name) { current().left?.(); state.screen = name; keepAddress(); drawTop(); drawSide(); drawStage(); }
function layCard(name) {
  change(() => { const on = state.cards.some(([one]) => one === name);
    state.cards = on ? state.cards.filter(([one]) => one !== name) : [...state.cards, [name, state.week]]; });
}
const clicks = {
  screen: toScreen, model: (key) => keepState({ model: key }), chart: (name) => keepState({ chart: name }),
  lang: (lang) => { state.lang = lang; keepAddress(); drawAll(); },
  back: (what) => (what === "knobs" ? change(() => { state.knobs = {}; }) : (play(false), toWeek(0))),
  play: () => play(!playing), step: () => { play(false); toWeek(state.week + PERIOD); },
  stop: () => confirm(t("stop.sure")) && fetch("/api/stop", { method: "POST" }).finally(() => say(t("gone"))),
  card: layCard, clock: turnClock, csv: saveTable, png: savePicture,
  draw: (seed) => change(() => { state.seed = Number(seed); }),
};
document.addEventListener("click", (event) => {
  const hit = event.target.closest("button");
  if (hit && event.detail) hit.blur();                       // a mouse has pressed it: a space after that plays
  for (const [name, value] of Object.entries(hit ? hit.dataset : {})) {
    const does = clicks[name] || (current().click || {})[name];
    if (does) does(value, hit);
  }
});
document.addEventListener("input", (event) => {
  const { knob } = event.target.dataset;
  if (knob) change(() => {                                   // a knob that is back where it was is not turned
    const { [knob]: _, ...rest } = state.knobs, at = Number(event.target.value);
    state.knobs = at === config.knobs.find((one) => one.name === knob).base ? rest : { ...rest, [knob]: at };
  });
  if ("week" in event.target.dataset) toWeek(Number(event.target.value));
});
document.addEventListener("keydown", (event) => {
  const slides = event.target.matches("[type=range]");       // there arrows move the slider, and nothing is typed
  if (!slides && event.target.matches("input, textarea, select")) return;
  if (event.ctrlKey || event.metaKey || event.altKey || slides && event.key.startsWith("Arrow")) return;
  if (event.key === " " && !event.target.matches("button")) { event.preventDefault(); play(!playing); }
  if (event.key === "ArrowRight") toWeek(state.week + (event.shiftKey ? 52 : 1));
  if (event.key === "ArrowLeft") toWeek(state.week - (event.shiftKey ? 52 : 1));
  const n = "123456789".indexOf(event.key);
  if (n >= 0 && models()[n]) { state.model = models()[n].key; toScreen("canvas"); }
});
// As the address says: at the start, and when another one is put in its place.
async function begin() {
  current().left?.(); play(false);
  [known.before, known.fresh] = [null, true];
  const left = await readAddress();
  recallBefore(); drawAll(); ask();
  if (left) say(t("address.left"));
}
(async () => {
  config = saved ? startSaved() : await (await fetch("/api/config")).json();
  state.lang = config.lang;
  if (config.kind === "wrong") { $("stage").innerHTML = `<pre class="wrong">${esc(both(config.said))}</pre>`; return; }
  const turn = (one) => config.programme.findIndex(([name]) => name === one.name);
  screens.sort((a, b) => (turn(a) < 0 ? 99 : turn(a)) - (turn(b) < 0 ? 99 : turn(b)));
  await begin();
  window.addEventListener("hashchange", begin);
  if (saved) return;
  setInterval(async () => {                                  // whether somebody is still there to ask
    const there = Boolean(await heartbeat());
    if (there !== known.there) { known.there = there; say(there ? "" : t("gone")); }
    if (there && !asking && known.kind !== "whole") ask();   // what a server that is gone was at
  }, 2000);
})();
