"use strict";
// The race: every plan in a lane of its own, the same street and the same luck; or one plan in the spotlight.
function lane(model, n) {
  const mine = known.lanes[model.key], before = known.before && known.before[model.key];
  const answer = mine && mine.alive !== undefined ? t("alive", { n: mine.alive, of: mine.n }) : "";
  return `<section class="lane" aria-label="${esc(model.name)}"><h3>${mark(n)} ${esc(model.name)}</h3>${canvas(model, mine, true)}
    <p class="answer">${answer}</p><div class="charts">${mine && mine.lines ?
    ["cash", "hours", "people"].map((name) => chart(name, mine, n, before)).join("") : ""}</div></section>`;
}
screen({
  name: "race", side: true,
  draw: () => `<div class="lanes">${models().map((model) => lane(model, indexOf(model.key))).join("")}</div>`,
});
screen({
  name: "canvas", side: false,
  draw: () => {
    const n = Math.max(0, indexOf(state.model)), model = config.models[n];
    return `<div class="spotlight"><nav>${models().map((one, i) =>
      button(`data-model="${one.key}" aria-pressed="${i === n}"`, `${mark(i)} ${esc(one.name)}`)).join("")}
      <span class="soft">${esc(both(model.tagline))}</span></nav>${canvas(model, known.lanes[model.key], false)}</div>`;
  },
});
