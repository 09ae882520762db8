"use strict";
// What the screens of a session share: the plan in view, answers about the play of now, and the clock of the programme.
const plan = () => models().find((one) => one.key === state.model) || models()[0];
const planTabs = (more = "") => `<nav class="tabs">${models().map((one) => button(
  `data-model="${esc(one.key)}" aria-pressed="${one === plan()}"`, named(one))).join("")}${more}</nav>`;
const weekText = (week) => t("week", { year: Math.floor(week / 52) + 1, week: week % 52 + 1 });
const signOf = (one) => (!one.clear ? "≈" : one.middle > 0 ? "▲" : "▼");
const keepState = (part) => { Object.assign(state, part); keepAddress(); drawStage(); };

// The answer to a question about what was played, asked once it is whole; null until it is there.
const answers = {};
function answer(name, more = {}) {
  const at = JSON.stringify([wish(), more]), mine = answers[name] || (answers[name] = { at: "", line: null });
  if (mine.at !== at) Object.assign(mine, { at, line: null });
  if (!mine.line && !mine.busy && known.there && known.kind === "whole") {
    mine.busy = true;
    askFor(name, more).then((line) => {
      mine.busy = false;
      const isThere = line && line.kind !== null && line.kind !== "later" && (line.rows || [1]).length;
      if (mine.at === at && isThere) mine.line = line;
      setTimeout(drawStage, mine.line ? 0 : 700);            // the server may still be looking it up
    });
  }
  return mine.line;
}

// --- the clock: ninety minutes, and whose turn it is -----------------------------------------------------------------
const minuteNow = () => Math.floor((Date.now() - state.clock) / 60000);
const dueNow = () => (state.clock && config.programme.find(([, until]) => minuteNow() < until)) || [];
const isDue = (name) => (dueNow()[0] === name ? `<span role="img" aria-label="${t("clock.due")}">◷</span> ` : "");
function clockDrawn() {
  const of = config.programme.at(-1)[1], text = dueNow()[0] ? t("clock.at", { n: minuteNow(), of }) : t("clock.over");
  const said = state.clock ? text : t("clock.start");        // the button tells the time: both would not fit
  return button(`data-clock aria-label="${state.clock ? `${t("clock.stop")}: ` : ""}${said}"`,
    `<span id="clock">${said}</span>`);
}
const turnClock = () => { state.clock = state.clock ? 0 : Date.now(); keepAddress(); drawTop(); };
setInterval(() => { if (config && state.clock && !$("top").contains(document.activeElement)) drawTop(); }, 10000);
