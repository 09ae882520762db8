"use strict";
// The live page. State says what is asked for and where we are; every part of the page is drawn from it.
let config = null, asking = null, playing = null;
const state = { lang: "nl", view: "three", week: 0, knobs: {}, cards: [], seed: 1 };
const known = { lanes: {}, before: null, misfits: {}, n: 0, of: 100, whole: false };
const PERIOD = 4, SHAPES = ["M6 0A6 6 0 1 1 5.99 0Z", "M6 0L12 12H0Z", "M0 0H12V12H0Z"];

// --- words -----------------------------------------------------------------------------------------------------
const $ = (id) => document.getElementById(id);
const t = (key, parts = {}) => (config.texts[state.lang][key] || key).replace(/\{(\w+)\}/g, (_, name) => parts[name]);
const number = (x, digits = 0) => new Intl.NumberFormat(state.lang === "nl" ? "nl-NL" : "en-GB",
  { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(x).replace("-", "−");
const round = (x) => { const a = Math.abs(x), s = a >= 1000 ? 10 ** (Math.floor(Math.log10(a)) - 2) : 1;
  return Math.round(x / s) * s; };
const euros = (x) => { const y = round(x), gap = state.lang === "nl" ? "\u00a0" : "";
  return (y < 0 ? "−" : "") + "€" + gap + number(Math.abs(y)); };
const esc = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

// --- what is asked for -------------------------------------------------------------------------------------------
function wish() {
  return { knobs: state.knobs, cards: state.cards, seed: state.seed };
}

async function ask() {
  if (asking) asking.abort();
  const mine = asking = new AbortController();
  keepAddress();
  try {
    const reply = await fetch("/api/play", { method: "POST", body: JSON.stringify(wish()), signal: mine.signal });
    const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines) if (mine === asking) hear(JSON.parse(line));
    }
  } catch (error) {
    if (error.name !== "AbortError") say(t("gone"));
  }
}

function hear(line) {
  if (line.kind === "asked") { known.misfits = line.misfits; drawSide(); return; }
  if (line.kind === "wrong") { say(line.said); return; }
  if (line.kind === "ended") return;
  known.whole = line.kind === "whole";
  if (line.n) known.n = line.n;
  for (const [key, lane] of Object.entries(line.lanes)) known.lanes[key] = { ...(known.lanes[key] || {}), ...lane };
  if (line.kind === "partial") known.n = Math.max(...Object.values(line.lanes).map((lane) => lane.n), 0);
  known.of = line.of;
  holdAxes();
  drawStage();
  drawTime();
  document.body.dataset.courses = known.n;
  document.body.dataset.kind = line.kind;
}

function change(step) {
  known.before = Object.fromEntries(Object.entries(known.lanes).map(([key, lane]) => [key, lane.lines]));
  step();
  drawSide();
  ask();
}

// --- the address holds the whole state ---------------------------------------------------------------------------
function keepAddress() {
  history.replaceState(null, "", "#" + encodeURIComponent(JSON.stringify(state)));
}

function readAddress() {
  try {
    const said = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    for (const key of Object.keys(state)) if (key in said && typeof said[key] === typeof state[key]) state[key] = said[key];
  } catch { /* an address without a state */ }
}

// --- axes hold still: they only grow -------------------------------------------------------------------------------
const axes = {};
function holdAxes() {
  for (const lane of Object.values(known.lanes)) for (const [name, [low, , high]] of Object.entries(lane.lines || {})) {
    const axis = axes[name] = axes[name] || { low: 0, high: 1 };
    const need = [Math.min(axis.low, ...low), Math.max(axis.high, ...high)];
    if (need[0] < axis.low) axis.low = -nice(-need[0]);
    if (need[1] > axis.high) axis.high = nice(need[1]);
  }
}
function nice(x) {
  const size = 10 ** Math.floor(Math.log10(x));
  return size * [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * size >= x);
}

// --- drawing: each gives markup -------------------------------------------------------------------------------------
const colour = (n) => `var(--m${n % 3})`;
const mark = (n) => `<svg class="mark" viewBox="-1 -1 14 14" aria-hidden="true"><path d="${SHAPES[n % 3]}" fill="${colour(n)}"/></svg>`;

function chart(name, lane, n, before) {
  const line = lane.lines[name], axis = axes[name], W = 300, H = 100, last = config.weeks / PERIOD;
  const x = (i) => ((i + 1) / last * W).toFixed(1), y = (v) => (H - (v - axis.low) / (axis.high - axis.low) * H).toFixed(1);
  const points = (values) => values.map((v, i) => `${x(i)},${y(v)}`);
  const [low, mid, high] = line, at = Math.min(mid.length - 1, Math.floor(state.week / PERIOD));
  const shown = name === "cash" ? euros(mid[at] || 0) : number(mid[at] || 0, 0);
  const years = Array.from({ length: Math.floor(config.weeks / 52) }, (_, i) => (i + 1) * 52 / PERIOD / last * W);
  return `<div class="chart"><p><span>${t(name)}</span><b>${shown}</b></p>
    <svg viewBox="0 0 ${W} ${H}" preserveAspectRatio="none" role="img" aria-label="${esc(t(name))}">
    ${years.map((v) => `<line class="grid" x1="${v}" x2="${v}" y1="0" y2="${H}"/>`).join("")}
    <line class="zero" x1="0" x2="${W}" y1="${y(0)}" y2="${y(0)}" vector-effect="non-scaling-stroke"/>
    <polygon fill="${colour(n)}" opacity="0.25" points="${points(high).concat(points(low).reverse()).join(" ")}"/>
    ${before ? `<polyline class="was" vector-effect="non-scaling-stroke" points="${points(before[name][1]).join(" ")}"/>` : ""}
    <polyline fill="none" stroke="${colour(n)}" stroke-width="3" vector-effect="non-scaling-stroke" points="${points(mid).join(" ")}"/>
    <line class="now" x1="${x(at)}" x2="${x(at)}" y1="0" y2="${H}" vector-effect="non-scaling-stroke"/></svg></div>`;
}

function canvas(model, lane, small) {
  const at = Math.floor(state.week / PERIOD), flows = (lane && lane.notes) || {};
  return `<div class="canvas ${small ? "small" : ""}">` + config.blocks.map((block) => `<div class="block ${block}">
    <h4>${esc(config.block_names[state.lang][block])}</h4>` + model.notes[block].map((note) => {
    const sum = (flows[note.id] || [])[at] || 0, kind = sum > 0 ? "earns" : sum < 0 ? "costs" : "";
    const name = esc(note.name[state.lang]), open = note.edge === "open" ? " ?" : "";
    return small ? `<i class="note ${note.edge} ${kind}" title="${name}"></i>`
      : `<button class="note ${note.edge} ${kind}" data-note="${note.id}">${sum ? `<b>${sum > 0 ? "+" : ""}${euros(sum)}</b>` : ""}${name}${open}</button>`;
  }).join("") + "</div>").join("") + "</div>";
}

function lane(model, n) {
  const mine = known.lanes[model.key], before = known.before && known.before[model.key];
  const answer = mine && mine.alive !== undefined ? t("alive", { n: mine.alive, of: mine.n }) : "";
  return `<section class="lane" aria-label="${esc(model.name)}"><h3>${mark(n)} ${esc(model.name)}</h3>
    ${canvas(model, mine, true)}
    <div class="charts"><p class="answer">${answer}</p>${mine ? ["cash", "hours", "people"].map((name) => chart(name, mine, n, before)).join("") : ""}</div></section>`;
}

function drawStage() {
  const n = config.models.findIndex((model) => model.key === state.view);
  $("stage").innerHTML = n < 0 ? `<div class="lanes">${config.models.map(lane).join("")}</div>`
    : canvas(config.models[n], known.lanes[state.view], false);
}

function drawTop() {
  const views = [["three", t("three")], ...config.models.map((model) => [model.key, model.name])];
  $("top").innerHTML = `<span class="brand">simwijk</span>` + views.map(([view, name]) =>
    `<button data-view="${view}" aria-pressed="${view === state.view}">${esc(name)}</button>`).join("") +
    `<button class="push" data-lang="${state.lang === "nl" ? "en" : "nl"}">${state.lang === "nl" ? "English" : "Nederlands"}</button>
     <button data-stop>${t("stop")}</button>`;
}

function positionText(knob, at) {
  const value = knob.positions[at];
  if (at === knob.base) return t("asis");
  if (knob.how === "add") return (value > 0 ? "+" : "−") + euros(Math.abs(value));
  return knob.how === "scale" ? `× ${number(value, 1)}` : number(100 * value) + (state.lang === "nl" ? "\u00a0%" : "%");
}

function drawSide() {
  const focus = document.activeElement && document.activeElement.dataset.knob;
  $("side").innerHTML = `<div><h2>${t("knobs")}</h2><p class="soft">${t("knobs.when")}</p></div>` +
    config.knobs.map((knob) => { const at = state.knobs[knob.name] ?? knob.base;
      return `<label>${esc(knob.label[state.lang])}<b>${positionText(knob, at)}</b>
        <input type="range" data-knob="${knob.name}" min="0" max="${knob.positions.length - 1}" value="${at}"
        aria-valuetext="${positionText(knob, at)}"></label>`; }).join("") +
    `<button data-back="knobs">${t("knobs.back")}</button><div><h2>${t("cards")}</h2><p class="soft">${t("cards.when")}</p>` +
    config.cards.map((card) => { const on = state.cards.some(([name]) => name === card.name), wrong = known.misfits[card.name];
      return `<button class="card" data-card="${card.name}" aria-pressed="${on}">${esc(card.label[state.lang])}${wrong && on ?
        `<small>${t("misfit", { models: esc(Object.keys(wrong).map(nameOf).join(", ")) })}</small>` : ""}</button>`; }).join("") + "</div>";
  if (focus) document.querySelector(`[data-knob="${focus}"]`).focus();
}
const nameOf = (key) => (config.models.find((model) => model.key === key) || { name: key }).name;

function drawTime() {
  const year = Math.floor(state.week / 52) + 1, week = state.week % 52 + 1;
  $("time").innerHTML = `<button data-back="time">${t("time.back")}</button><button data-play>${t(playing ? "pause" : "play")}</button>
    <button data-step>${t("step")}</button><span>${t("week", { year, week })}</span>
    <input type="range" data-week min="0" max="${config.weeks - 1}" step="1" value="${state.week}" aria-label="${t("week", { year, week })}">
    <span>${t("courses", { n: known.n, of: known.of })}</span><span class="soft">${t("band")}</span>`;
}

const say = (text) => { $("said").textContent = text; };
function drawAll() { document.documentElement.lang = state.lang; document.title = t("title"); drawTop(); drawSide(); drawStage(); drawTime(); }

// --- what a hand does -------------------------------------------------------------------------------------------------
function toWeek(week) {
  state.week = Math.max(0, Math.min(config.weeks - 1, week));
  drawStage(); drawTime();
}
function play(on) {
  clearInterval(playing);
  playing = on ? setInterval(() => { toWeek(state.week + 1); if (state.week >= config.weeks - 1) play(false); }, 50) : null;
  drawTime();
}
document.addEventListener("click", (event) => {
  const hit = event.target.closest("button");
  if (!hit) return;
  const { view, lang, back, card } = hit.dataset;
  if (view) { state.view = view; keepAddress(); drawTop(); drawStage(); }
  if (lang) { state.lang = lang; keepAddress(); drawAll(); }
  if (back === "knobs") change(() => { state.knobs = {}; });
  if (back === "time") { play(false); toWeek(0); }
  if ("play" in hit.dataset) play(!playing);
  if ("step" in hit.dataset) { play(false); toWeek(state.week + PERIOD); }
  if ("stop" in hit.dataset) fetch("/api/stop", { method: "POST" }).then(() => say(t("gone")));
  if (card) change(() => { const on = state.cards.some(([name]) => name === card);
    state.cards = on ? state.cards.filter(([name]) => name !== card) : [...state.cards, [card, state.week]]; });
});
document.addEventListener("input", (event) => {
  const { knob } = event.target.dataset;
  if (knob) change(() => { state.knobs = { ...state.knobs, [knob]: Number(event.target.value) }; });
  if ("week" in event.target.dataset) toWeek(Number(event.target.value));
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, button") && event.key === " ") return;
  if (event.key === " ") { event.preventDefault(); play(!playing); }
});

(async () => {
  config = await (await fetch("/api/config")).json();
  state.lang = config.lang;
  readAddress();
  drawAll();
  ask();
})();
