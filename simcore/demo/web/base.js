"use strict";
// What every part of the page shares: the state, the words, how numbers are written, and how the server is asked.
let config = null, asking = null, playing = null;
const PERIOD = 4;                                            // weeks between two points of a line
const state = { lang: "nl", screen: "race", model: "", week: 0, knobs: {}, cards: [], seed: 1, bets: {}, dot: -1,
  edits: [], chart: "cash", lens: "", stops: true, of: "", b: [], note: "", beside: false, card: "", guess: {},
  guard: {}, clock: 0 };
const known = { lanes: {}, before: null, misfits: {}, n: 0, of: 100, kind: "", there: true, fresh: true };
const screens = [];                                          // in the order of the programme, each as screen() is given
const screen = (one) => screens.push(one);       // {name, draw() -> markup, side?, shown?(), click?: {name(hit)}}

// --- words and numbers ---------------------------------------------------------------------------------------------
const $ = (id) => document.getElementById(id);
const saved = $("saved") && JSON.parse($("saved").textContent);     // a page that was saved has its answers with it
const t = (key, parts = {}) => (config.texts[state.lang][key] ?? key)
  .replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "");
const both = (told) => (typeof told === "string" ? told : told ? told[state.lang] : "");
// What has no shape of its own, or turns text around, is seen as a box.
const visible = (text) => String(text).replace(
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "\u25a1");
const esc = (text) => visible(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const nl = () => state.lang === "nl";
const formats = {};
const number = (x, digits = 0) => (formats[state.lang + digits] ||= new Intl.NumberFormat(nl() ? "nl-NL" : "en-GB",
  { maximumFractionDigits: digits, minimumFractionDigits: digits })).format(x).replace("-", "−");
const threeDigits = (x) => { const a = Math.abs(x), step = a >= 1000 ? 10 ** (Math.floor(Math.log10(a)) - 2) : 1;
  return Math.round(x / step) * step; };
const euros = (x, sign = false) => { const y = threeDigits(x), gap = nl() ? "\u00a0" : "";
  return (y < 0 ? "−" : sign && y > 0 ? "+" : "") + "€" + gap + number(Math.abs(y)); };
const percent = (share) => number(100 * share) + (nl() ? "\u00a0%" : "%");
const nameOf = (key) => (config.models.find((model) => model.key === key) || { name: key }).name;
const cardOf = (name) => [...config.cards, ...config.shocks, ...(config.events || [])]
  .find((card) => card.name === name) || { name, label: { nl: name, en: name } };
const models = () => config.models.filter((model) => !model.extra ||
  state.cards.some(([name]) => cardOf(name).model === model.key));
const indexOf = (key) => config.models.findIndex((model) => model.key === key);
const say = (text) => { $("said").textContent = text; };

// --- a part of the page is drawn anew: what stays the same stays, with focus, what is typed and what is dragged ------
function fill(id, markup) {
  const there = $(id), now = document.createElement("template");
  if (!there || there.filled === markup) return;
  now.innerHTML = there.filled = markup;
  morph(there, now.content);
}
function morph(old, now) {
  const were = [...old.childNodes], are = [...now.childNodes];
  are.forEach((is, i) => {
    const was = were[i];
    if (!was) return old.append(is);
    if (was.nodeName !== is.nodeName || was.id !== is.id) return was.replaceWith(is);
    if (was.nodeType !== 1) { if (was.data !== is.data) was.data = is.data; return null; }
    for (const { name } of [...was.attributes]) if (!is.hasAttribute(name)) was.removeAttribute(name);
    for (const { name, value } of is.attributes) if (was.getAttribute(name) !== value) {
      was.setAttribute(name, value);
      if (name === "value" && was.type === "range") was.value = value;        // also under a hand: time goes on
    }
    if (was.nodeName === "INPUT" && was !== document.activeElement) was.value = is.getAttribute("value") ?? "";
    return was.dataset && "own" in was.dataset ? null : morph(was, is);        // what fills itself, stays
  });
  were.slice(are.length).forEach((was) => was.remove());
}

// --- the server is asked, and heard line by line ---------------------------------------------------------------------
const wish = () => ({ knobs: state.knobs, cards: state.cards, seed: state.seed, courses: config.courses,
  residents: config.residents, ...(state.b.length ? { b: { of: ofModel(), steps: state.b } } : {}) });
const ofModel = () => Math.max(0, indexOf(state.of));
async function ask() {
  if (saved) return hearSaved();
  if (asking) asking.abort();
  const mine = asking = new AbortController();
  document.body.dataset.kind = known.kind = "asked";          // what stands here is of before
  keepAddress();
  const { knobs, cards, seed, b } = state;
  mine.at = { knobs, cards, seed, b };
  try {
    await lines("/api/play", wish(), mine.signal, (line) => { if (mine === asking) hear(line); });
  } catch (error) {
    if (error.name === "AbortError") return;
    Object.assign(state, known.at);                          // what stands here is of before: so is what is turned
    document.body.dataset.kind = known.kind = known.of === known.n ? "whole" : "so_far";
    known.there = asking = null;
    drawAll();
    say(t("gone"));
  }
}
const heartbeat = () => fetch("/api/alive").then((reply) => (reply.ok ? reply.text() : ""), () => "");
// What another page had ended is asked again when nothing is played any more.
async function lines(path, said, signal, each) {
  let last = "";
  const tell = (line) => { last = line.kind; each(line); };
  const reply = await fetch(path, { method: "POST", body: JSON.stringify(said), signal });
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = "", got; !(got = await reader.read()).done;) {
    const parts = (rest + got.value).split("\n");
    rest = parts.pop();
    for (const line of parts) tell(JSON.parse(line));
    if (!reply.ok) tell(JSON.parse(rest));                   // it cannot be, in words
  }
  if (["whole", "saved", "wrong"].includes(last)) return;
  do await new Promise((done) => setTimeout(done, 1000)); while (!signal.aborted && await heartbeat() !== "free");
  await lines(path, said, signal, each);
}
// Another question: gives what the server says, or says on the page what is wrong.
async function askFor(name, said) {
  if (saved) return name === "beside" ? savedDials() : null;
  try {
    const reply = await fetch(`/api/ask/${name}`, { method: "POST", body: JSON.stringify({ wish: wish(), ...said }) });
    const told = await reply.json();
    if (told.kind !== "wrong") return told;
    say(both(told.said));
  } catch { say(t("gone")); }
  return null;
}
function hear(line) {
  if (line.kind === "wrong") return leaveOut(both(line.said));
  if (line.kind === "asked") {                               // where no card lies and no B stands nothing of it is seen
    const seen = line.b || models().some((one) => one.b) || size(known.misfits) + size(line.misfits);
    [known.misfits, known.fresh] = [line.misfits, false]; standBeside(line.b);
    return seen && drawAll();
  }
  if (line.kind !== "ended") {
    for (const [key, lane] of Object.entries(line.lanes)) known.lanes[key] = { ...known.lanes[key], ...lane };
    known.n = line.n || Math.max(...Object.values(line.lanes).map((lane) => lane.n), 0);
    [known.of, known.kind, known.at] = [line.of, line.kind, asking && asking.at];
    holdAxes();
  }
  if (line.kind === "whole") $("heard").textContent = models().map((one) => `${one.name}: ${alive(one)}`).join(" ");
  document.body.dataset.kind = known.kind; drawStage(); return drawTime();
}
// B plays as one of the models, the last of them.
function standBeside(b) {
  config.models = config.models.filter((one) => !one.b).concat(b ? [{ ...b, b: true }] : []);
  for (const key of Object.keys(known.lanes)) if (indexOf(key) < 0) delete known.lanes[key];
}
// Whatever is turned, laid or changed: remember how it was, do it, ask anew.
function change(step) {
  known.before = Object.fromEntries(Object.entries(known.lanes).map(([key, lane]) => [key, lane.lines]));
  step(); ask(); drawSide();
  try { sessionStorage.before = JSON.stringify([wish(), known.before]); } catch { /* then a reload forgets it */ }
}
// The last change, after a reload: as long as this tab still is at what it led to.
function recallBefore() {
  try {
    const [at, before] = JSON.parse(sessionStorage.before);
    if (JSON.stringify(at) === JSON.stringify(wish())) known.before = before;
  } catch { /* nothing was changed */ }
}

// --- axes hold still: they only grow ---------------------------------------------------------------------------------
const axes = {};
function holdAxes() {
  const all = Object.values(known.lanes).map((lane) => lane.lines).concat(Object.values(known.before || {}));
  for (const lines of all) for (const [name, [low, , high]] of Object.entries(lines || {})) {
    const axis = axes[name] = axes[name] || { low: 0, high: 1 };
    const least = Math.min(axis.low, ...low), most = Math.max(axis.high, ...high);
    if (least < axis.low) axis.low = -roundUp(-least);
    if (most > axis.high) axis.high = roundUp(most);
  }
}
function roundUp(x) {
  const size = 10 ** Math.floor(Math.log10(x));
  return size * [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * size >= x);
}
