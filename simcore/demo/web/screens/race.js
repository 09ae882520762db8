"use strict";
// The race: every plan in a lane of its own, the same street and the same luck; or one plan in the spotlight.
const years = () => number(config.weeks / 52, config.weeks % 52 ? 1 : 0);
const alive = (model, key = "alive") => { const mine = known.lanes[model.key];
  return mine && mine.alive !== undefined ? t(key, { n: mine.alive, of: mine.n, years: years() }) : ""; };
function lane(model, n) {
  return `<section class="lane" aria-label="${esc(model.name)}"><h3 class="${long(model.name)}">${
    named(model)}</h3><p class="answer">${alive(model, "alive.of")}</p>${canvas(model, true)}
    <div id="street${n}" data-own></div>
    <div class="charts">${charts(model, known.before && known.before[model.key])}</div></section>`;
}
// What the residents are up to in a plan these four weeks; drawn anew when that changes.
const streets = {};
function street(model) {
  const mine = lives(model.key);
  if (!mine) return "";
  const key = [(answers.lives || state).at, periodOf(state.week), state.dot, state.lang].join();
  if ((streets[model.key] || {}).key !== key) {
    const row = rowNow(mine.doing), there = !(row[adopted()] & MOVED);
    streets[model.key] = { key, drawn: dots(row.map((n) => DOING[n & 7]), 14, 10, "doing", `homes${indexOf(model.key)}`,
      there) };
  }
  return streets[model.key].drawn;
}
// The events at which a room stops to talk: those of this week, or else the last ones before it.
function telling() {
  const of = (model) => (lives(model.key) || { telling: [] }).telling;
  const all = models().flatMap((model) => of(model).map((one) => ({ ...one, n: indexOf(model.key) })));
  const week = Math.max(...all.map((one) => one.week).filter((one) => one <= state.week));
  return all.filter((one) => one.week === week);
}
// As they are told above the lanes: in two lines, and smaller where that takes more; a second one only where it fits.
function told() {
  if (saved && !now("lives")) return `<p class="soft">${t("saved.no_people")}</p>`;
  const some = telling(), fresh = some.some((one) => one.week === state.week);
  const lines = some.slice(0, 2).map((one) => [t("race.week", { model: esc(config.models[one.n].name),
    n: one.week + 1, day: one[state.lang].day }), esc(one[state.lang].text), one.n]);
  const length = ([week, text]) => week.length + text.length, most = Math.max(0, ...lines.map(length));
  const said = lines.length > 1 && most <= 95 ? lines : lines.slice(0, 1), rows = said.length > 1 ? 2 * most : most;
  const size = rows > 190 ? "longer" : rows > 140 ? "long" : "";
  return `<div class="telling ${fresh ? "fresh" : ""} ${size}">${said.map(
    ([week, text, n]) => `<p>${mark(n)} <b>${week}</b> ${text}</p>`).join("")}</div>`;
}
screen({
  name: "race", side: true, saved: true,
  draw: () => `<div class="race"><div id="telling" data-own aria-live="polite"></div>
    <p class="answer">${t("alive.in", { years: years() })}</p><div class="lanes of${models().length}">${
    models().map((model) => lane(model, indexOf(model.key))).join("")}</div></div>`,
  aside: () => legend(DOING, "doing") + button(`data-stops aria-pressed="${state.stops}"`, t("race.stops")),
  moved: () => {
    fill("telling", told());
    for (const model of models()) fill(`street${indexOf(model.key)}`, street(model));
  },
  stops: () => state.stops && telling().some((one) => one.week === state.week),
  click: { stops: () => { keepState({ stops: !state.stops }); drawSide(); } },
});
screen({
  name: "canvas", side: false, saved: true, shown: () => { fitNotes(); lookAt(plan()); },
  draw: () => {
    const model = plan();
    return `<div class="spotlight">${planTabs(`<span class="soft">${esc(both(model.tagline))}</span>${edges()}`)}
      <div class="close-up ${noteIn(model) ? "open" : ""}">${canvas(model, false)}${notePanel(model)}</div></div>`;
  },
  click: { note: openNote, closed: () => openNote(""), some: someNumbers },
});
