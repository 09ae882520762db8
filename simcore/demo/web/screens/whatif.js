"use strict";
// What if: guess, lay a card, see the last change again. Dotted is before it, drawn after it.
const seen = { deck: "cards" };
const laidIn = (name) => (state.cards.find(([one]) => one === name) || [])[1];
const isLaid = (name) => laidIn(name) !== undefined;

function pick(card) {
  const fit = (known.fits || {})[card.name] || {}, small = (text) => `<small>${text}</small>`;
  const plans = state.card ? "" : models().filter((model) => model.key in fit).map((model) => (fit[model.key] ?
    `<i>✕ ${esc(brief(model.name))}</i>` : `<i>${named(model, brief)}</i>`)).join(" ");
  return button(`class="pick" data-pick="${card.name}" aria-pressed="${state.card === card.name}"`,
    `<b>${esc(both(card.label))}</b>${state.card ? "" : small(esc(both(card.about)))}${
    isLaid(card.name) ? small(`● ${t("whatif.laid")}`) : ""}${plans && `<small class="fit">${plans}</small>`}`);
}
// Which card fits which plan: asked once, when nothing else is being played.
async function askFits() {
  if (known.fits || known.kind !== "whole" || saved) return;
  known.fits = {};
  known.fits = ((await askFor("fits", {})) || {}).cards;
  drawStage();
}
// The cards that plugins bring, once; none where nobody can be asked.
const askEvents = async () => {
  config.events = ((await (askEvents.busy ||= askFor("events", {}))) || {}).cards || []; };
function ruleDrawn(knob, n, all) {
  const at = state.knobs[knob.name] ?? knob.base, text = positionText(knob, at);
  const first = both((all[n - 1] || {}).plugin);
  return `${both(knob.plugin) === first ? "" : `</section><section><h4>${esc(both(knob.plugin))}</h4>`}
    <label title="${esc(both(knob.plugin))}"><span>${esc(both(knob.label))}</span><b>${text}</b><input type="range"
    data-knob="${knob.name}" max="${knob.positions.length - 1}" value="${at}" aria-valuetext="${text}"></label>`;
}
function deckDrawn() {
  if (seen.deck === "knobs") return `<p>${t("whatif.knobs.about")}</p><div class="rules"><section>${
    config.knobs.filter((knob) => knob.plugin).map(ruleDrawn).join("")}</section></div>`;
  if (seen.deck === "events" && !config.events) {
    askEvents().then(drawStage);
    return `<p>${t("whatif.loading")}</p>`;
  }
  return `<div class="twelve">${config[seen.deck].map(pick).join("")}</div>`;
}
function cardDrawn(card) {
  const on = isLaid(card.name), line = on && answer("effect", { card: card.name });
  const not = Object.entries((on && known.misfits[card.name]) || {}).filter(([, why]) => !why);
  return `<h3>${esc(both(card.label))}</h3><p>${esc(both(card.about))} <span id="begins" data-own></span>
    ${not.length ? t("whatif.whole.some", { models: esc(not.map(([key]) => nameOf(key)).join(", ")) }) : ""}</p>
    <nav class="tabs">${button(`class="main" data-lay="${card.name}"`, t(on ? "whatif.off" : "whatif.lay"))}
    ${on ? button("data-replay", t("whatif.replay")) : ""}<span></span>${["cash", "hours", "people"].map((one) =>
    button(`data-chart="${one}" aria-pressed="${state.chart === one}"`, t(one))).join("")}</nav>
    <p class="ask">${t("whatif.guess")}</p>
    <div class="lanes of${models().length}">${models().map((model) => guessDrawn(card, model, on, line)).join("")}</div>
    <p class="soft">${on ? t("whatif.lines") : ""} ${line ? line.measures.map(measured).join(" ") : ""}</p>`;
}
// When it begins goes with the week until it is laid.
function begins({ name, model, dated }) {
  if (model) return "";
  return dated ? t("whatif.now", { week: weekText(laidIn(name) ?? startWeek()) }) : t("whatif.whole");
}
function guessDrawn(card, model, laid, line) {
  const mine = `${card.name}.${state.chart}.${model.key}`;
  const not = (known.misfits[card.name] || {})[model.key] || ((known.fits || {})[card.name] || {})[model.key];
  const before = laid && known.before && known.before[model.key];
  return `<section class="guess ${laid ? "laid" : ""}" aria-label="${esc(model.name)}"><h4 class="${
    long(model.name)}">${named(model)}</h4>
    <div>${[["up", "▲"], ["same", "≈"], ["down", "▼"]].map(([way, sign]) => button(`data-guess="${esc(mine)} ${way}"
    aria-pressed="${state.guess[mine] === way}" aria-label="${t(way)}"`, sign)).join("")}</div>
    ${chart(state.chart, model, before)}
    <p class="verdict">${not ? esc(both(not)) : laid ? verdict(model, line, state.guess[mine]) : ""}</p></section>`;
}
function verdict(model, line, guess) {
  const one = line && line.models[model.key];
  if (!line || !one) return model.extra ? "" : t("whatif.wait");
  const { [state.chart]: band } = one, { low, middle, high, clear } = band;
  const written = (x) => (state.chart === "cash" ? euros(x, true) : (x > 0 ? "+" : "") + number(x, 1));
  const text = (x) => `<span class="number">${written(x)}</span>`;
  const parts = { sign: signOf(band), amount: text(middle), low: text(low), high: text(high) };
  const came = !clear || !middle ? "same" : middle > 0 ? "up" : "down";
  const said = low || middle || high ? clear ? "whatif.by" : "whatif.none" : "whatif.nothing";
  return `<b>${t(said, parts)}</b> <span class="thought">${!guess ? "" : guess === came ?
    `✓ ${t("whatif.right")}` : `✗ ${t("whatif.wrong", { guess: t(guess) })}`}</span>`;
}
function measured(one) {
  const each = Object.entries(one.models).map(([key, band]) =>
    `${esc(nameOf(key))} ${number(band.middle, 1)} (${number(band.low, 1)} – ${number(band.high, 1)})`);
  return `${t("whatif.measured")}: ${esc(both(one.label))} (${esc(one.unit)}): ${each.join(", ")}.`;
}
const inHand = () => state.card && seen.deck !== "knobs";
const startWeek = () => (state.week > config.weeks - 52 ? 52 : state.week);
screen({
  name: "whatif", side: false,
  draw: () => `<div class="whatif ${inHand() ? "in-hand" : ""}"><nav class="tabs">${
    ["cards", "events", "knobs"].map((one) =>
    button(`data-deck="${one}" aria-pressed="${seen.deck === one && !state.card}"`, t(`whatif.${one}`))).join("")}
    <p>${state.card || seen.deck === "knobs" ? "" : t("whatif.pick")}</p></nav><div class="deck">${deckDrawn()}</div>
    ${inHand() ? `<div class="card-in-hand">${cardDrawn(cardOf(state.card))}</div>` : ""}</div>`,
  shown: askFits, moved: () => fill("begins", begins(cardOf(state.card))),
  click: {
    pick: (name) => keepState({ card: name }), deck: (name) => { seen.deck = name; keepState({ card: "" }); },
    guess: (value) => { const at = value.lastIndexOf(" ");
      keepState({ guess: { ...state.guess, [value.slice(0, at)]: value.slice(at + 1) } }); },
    lay: (name) => { play(false); state.week = startWeek(); layCard(name); drawTime(); },
    replay: () => { toWeek(Math.max(0, laidIn(state.card) - 12)); play(true); },
  },
});
