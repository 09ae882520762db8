"use strict";
// Taking it home: the link, and the whole page as one file that plays by itself; and that page, once it was saved.
const COURSES = [5, 10, 20, 50, 100];
const keeping = { courses: 20, done: 0, of: 0, stop: null, said: "" };
function download(name, text, kind) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: kind }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
async function copyLink() {
  keepAddress();
  const done = await navigator.clipboard.writeText(location.href).then(() => true, () => false);
  if (!done) { const field = $("link"); field.focus(); field.select(); }
  keeping.said = t(done ? "saved.copied" : "saved.copy_it");
  drawStage();
}
async function savePage() {
  if (asking) asking.abort();
  const mine = asking = keeping.stop = new AbortController();
  [keeping.done, keeping.of, keeping.left, keeping.said] = [0, 1, 0, ""];
  drawStage();
  try {
    await lines("/api/play", { ...wish(), courses: keeping.courses, save: state }, mine.signal, (line) => {
      if (line.kind === "saving") [keeping.done, keeping.of, keeping.left] = [line.done, line.of, line.left];
      if (line.kind === "wrong") keeping.said = both(line.said);
      if (line.kind !== "saved") return drawStage();
      download(line.name, line.html, "text/html");
      keeping.said = t("saved.done", { name: line.name });
      drawStage();
    });
  } catch (error) { if (error.name !== "AbortError") say(t("gone")); }
  [keeping.of, keeping.said] = [0, keeping.said || t("saved.stopped")];
  drawStage();
  if (asking === mine && known.kind !== "whole") ask();      // what was being played when it began
}
function stopSaving() { keeping.stop.abort(); ask(); }
const busySaving = () => `<p class="big">${t("saved.busy", { ...keeping, n: keeping.courses })} ${
  keeping.left ? t("saved.left", { n: keeping.left }) : ""}</p>
  <progress max="${keeping.of}" value="${keeping.done}" aria-label="${t("saved.file")}"></progress>
  ${button("data-stop-saving", t("saved.stop"))}`;
screen({
  name: "saved", side: false,
  draw: () => `<div class="take-home"><section><h2>${t("saved.link")}</h2><p>${t("saved.link.about")}</p>
    <input id="link" readonly aria-label="${t("saved.link")}" value="${esc(address())}">
    ${button("data-link", t("saved.copy"))}</section>
    <section><h2>${t("saved.file")}</h2><p>${t("saved.file.about")}</p>${keeping.of ? busySaving() : `<label>${
    t("saved.courses")} <select data-courses>${COURSES.map((n) => `<option ${n === keeping.courses ? "selected" : ""}>${
    n}</option>`).join("")}</select></label>${button("data-save", t("saved.save"))}`}</section>
    <p class="big" role="status">${esc(keeping.said)}</p></div>`,
  moved: () => { $("link").value = address(); }, click: { link: copyLink, save: savePage, stopSaving },
});
document.addEventListener("change", (event) => {
  if ("courses" in event.target.dataset) keeping.courses = Number(event.target.value);
});

// --- in a page that was saved ---------------------------------------------------------------------------------------
const wide = (text) => { let last = 0; return text.split(",").map((one) => (last = one === "" ? last : Number(one))); };
const every = (some, of) => Object.fromEntries(Object.entries(some).map(([key, one]) => [key, of(one)]));
const positions = () => saved.knobs.map((name) =>
  state.knobs[name] ?? config.knobs.find((knob) => knob.name === name).base).join(",");
const combination = () => saved.grid[positions()];
// What is told of residents, of the plans as they were wished for; null at other knobs.
function along(name, { dot }) {
  const one = saved.people, text = (week, said, lang) => ({ day: one.days[week][lang], text: one.said[said][lang] });
  const line = (week, said) => ({ week, nl: text(week, said, 0), en: text(week, said, 1) });
  if (!one || one.at !== positions()) return null;
  return name !== "diary" ? one[name] : { lanes: every(one.diaries[dot], (lines) =>
    ({ lines: lines.flatMap((week, i) => (i % 2 ? [] : [line(week, lines[i + 1])])) })) };
}
function startSaved() {
  Object.assign(state, saved.state, { screen: "race", week: 0 });
  saved.config.lang = state.lang;
  if (saved.b) saved.config.models.push({ ...saved.b, b: true });
  return saved.config;
}
function hearSaved() {
  keepAddress();
  const one = combination();
  hear({ kind: "whole", n: one.n, of: one.n, lanes: every(one.lanes, (lane) =>
    ({ ...lane, lines: every(lane.lines, (edges) => edges.map(wide)), notes: every(lane.notes, wide) })) });
  say(t("saved.is", { n: known.n }));
}
const savedDials = (one = combination()) =>
  ({ rows: one.dials[state.lang], courses: one.n, keys: Object.keys(one.lanes) });
