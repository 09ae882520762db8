"use strict";
// The address holds the whole state: a reload, and who is sent it, lose nothing. Of what an address says only that is
// taken which this page knows, each part in its own way; what is left out is said.
const address = () => `${location.href.split("#")[0]}#${encodeURIComponent(JSON.stringify(state))}`;
function keepAddress() {
  keepSoon.timer = clearTimeout(keepSoon.timer);
  history.replaceState(null, "", address());
}
// As weeks go by: a browser refuses an address that changes all the time.
function keepSoon() { keepSoon.timer ||= setTimeout(keepAddress, 400); }

const list = (x, keep = () => true) => (Array.isArray(x) ? x.filter(keep) : []);
const only = (x, keep) => Object.fromEntries(Object.entries(Object(x)).filter(([key, one]) => keep(key, one)));
const size = (x) => Object.keys(Object(x)).length;
const between = (x, low, high) => Number.isInteger(x) && x >= low && x <= high;
const isFlag = (x) => typeof x === "boolean", isText = (x) => typeof x === "string";
const isCard = (name) => isText(name) && "about" in cardOf(name);
const isPlan = (key) => config.models.some((one) => [one.key, `${one.key}_b`].includes(key));
const isTable = (one) => isText(one.name) && isPlan(one.model) &&
  Object.values(Object(one.chips)).every((some) => list(some).every((n) => between(n, 0, CHIPS)));
const inSaved = (name) => !saved || saved.knobs.includes(name);         // of a saved page the other knobs stand still
const isKnob = (name, at) => inSaved(name) &&
  config.knobs.some((one) => one.name === name && between(at, 0, one.positions.length - 1));
// What each part of the state takes: whether it is one that is known; or as much of it as is.
const takes = {
  lang: (x) => ["nl", "en"].includes(x), chart: (x) => CHARTS.includes(x), model: isPlan, of: isPlan, card: isCard,
  screen: (x) => screens.some((one) => one.name === x && (!saved || one.saved)), note: isText, lens: isText,
  week: (x) => between(x, 0, config.weeks - 1), seed: (x) => between(x, 1, 1e9 - 1), dot: (x) => between(x, -1, 1e6),
  stops: isFlag, beside: isFlag, clock: (x) => x >= 0 && x <= Date.now(),
};
const takesOf = {
  knobs: (x) => ({ ...only(state.knobs, (name) => !inSaved(name)), ...only(x, isKnob) }),
  cards: (x) => list(x, (one) => isCard(list(one)[0]) && takes.week(one[1])),
  b: (x) => list(x, (one) => isText(list(one)[0])), edits: (x) => takesOf.b(x),
  guess: (x) => only(x, (_, way) => ["up", "same", "down"].includes(way)), guard: (x) => only(x, (_, s) => isText(s)),
  bets: (x) => { const tables = list(Object(x).tables, (one) => isTable(Object(one)));
    return tables.length ? { tables, at: between(x.at, 0, tables.length - 1) ? x.at : 0 } : {}; },
};
// Takes what the address says; true where it says something that this page does not have.
async function readAddress() {
  Object.assign(state, JSON.parse(readAddress.plain ||= JSON.stringify(state)));
  let said = {};
  try {
    said = Object(JSON.parse(decodeURIComponent(location.hash.slice(1))));
  } catch { /* an address without a state, or with one that is not ours */ }
  const named = [...list(said.cards).map((one) => list(one)[0]), said.card || []].flat();
  if (!saved && !named.every(isCard)) await askEvents();
  if (saved) for (const key of ["cards", "seed", "of", "edits", "b"]) delete said[key];       // there these stand still
  for (const key of Object.keys(state).filter((one) => one in said)) {
    if (takesOf[key]) state[key] = takesOf[key](said[key]);
    else if (takes[key](said[key])) state[key] = said[key];
  }
  if (!saved && !isPlan(said.of)) [state.edits, state.b] = [[], []];
  return ["knobs", "cards", "edits", "b"].some((key) => key in said && size(said[key]) > size(state[key]));
}
// What an address asks for, and cannot be played, is left out as well.
function leaveOut(why) {
  const left = !known.fresh ? null : state.b.length ? { b: [], edits: [], beside: false } :
    size(state.cards) + size(state.knobs) ? { knobs: {}, cards: [] } : null;
  if (!left) return say(why);
  Object.assign(state, left);
  drawSide(); ask(); return say(t("address.left"));
}
