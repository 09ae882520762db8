"use strict";
// Redesign: a room changes one canvas step by step, keeps what it made as B, and sees B play beside A.
{                                                            // its names are its own
const desk = { told: null, key: "", kinds: [], kindsOf: "", kind: "", name: "", tool: "note", ranges: {} };
const A = () => config.models[ofModel()] || config.models[0];
const B = () => config.models.find((one) => one.b);
const draftOf = (steps = state.edits) => (steps.length ? { of: ofModel(), steps } : undefined);
const isKept = () => JSON.stringify(state.edits) === JSON.stringify(state.b);

// --- steps: one is done when the server can make a canvas of it ------------------------------------------------------
async function tryStep(steps) {
  const was = state.of;
  state.of = A().key;
  const told = !steps.length || await askFor("redesign", { lang: state.lang, draft: draftOf(steps) });
  if (!told) { state.of = was; return false; }                       // it is said on the page, and changes nothing
  [state.edits, desk.told, desk.key] = [steps, steps.length ? told : null, JSON.stringify([steps, state.lang])];
  say("");
  keepState({});
  return true;
}
const step = (one) => tryStep([...state.edits, one]);
// What was changed before a reload, or said in another language, is asked for again.
async function redraft() {
  const key = JSON.stringify([state.edits, state.lang]);
  if (state.edits.length && key !== desk.key) {
    const begun = desk.key;
    desk.key = key;
    if (!await tryStep(state.edits) && !begun && known.there) { state.edits = []; say(t("address.left")); drawStage(); }
  }
  const of = [ofModel(), state.lang].join();
  if (desk.kindsOf !== of) {
    desk.kindsOf = of;
    desk.kinds = ((await askFor("addable", { of: ofModel(), lang: state.lang })) || desk).kinds;
    drawStage();
  }
  if (state.note && !isOff(state.note)) lookAt(A(), draftOf());
}
const drafted = () => (state.edits.length && desk.told && desk.told.model) || A();
const notesOf = (model) => config.blocks.flatMap((block) => model.notes[block]);
const isOff = (id) => !notesOf(drafted()).some((one) => one.id === id);
const isIn = (what, id) => Boolean(desk.told && state.edits.length && desk.told[what].includes(id));

// --- the canvas as it has become: signs and words say what is other -------------------------------------------------
function draftCanvas() {
  const model = drafted();
  const note = (one) => {
    const sign = isOff(one.id) ? ["off", `✕ ${t("redesign.off")}`]
      : isIn("added", one.id) ? ["new", `✚ ${t("redesign.new")}`] : isIn("changed", one.id)
      ? ["other", `✎ ${t("redesign.other")}`] : ["", ""];
    return button(`data-note="${one.id}" class="note ${one.edge} ${sign[0]}" aria-pressed="${one.id === state.note}"`,
      (sign[1] ? `<b>${sign[1]}</b>` : "") + noteName(one));
  };
  return `<div class="canvas" lang="${state.lang}">${config.blocks.map((block) => {
    const gone = A().notes[block].filter((one) => isOff(one.id));
    return `<div class="block ${block}"><h4>${esc(config.block_names[state.lang][block])}</h4>${
      [...model.notes[block], ...gone].map(note).join("")}</div>`; }).join("")}</div>`;
}

// --- the tools beside it --------------------------------------------------------------------------------------------
// A number as it is typed in the language of the page, whatever that of the computer; what is none stays a text.
const toType = (x) => String(x).replace(".", nl() ? "," : ".");
function given({ type, value, valueAsNumber }) {
  const english = value.replace(/[.,]/g, (c) => (nl() ? { ".": ",", ",": "." }[c] : c)).replace(/[\s€%]/g, "");
  const x = english.replace(/^-?[1-9]\d{0,2}(,\d{3})+(?!\d)/, (all) => all.replaceAll(",", "")).replace(",", ".");
  return type === "range" ? valueAsNumber : x && isFinite(x) ? Number(x) : value;
}
const stepOf = (low, high) => 10 ** Math.floor(Math.log10((high - low) / 10));
function slider(one) {
  const low = one.low ?? 0, high = one.high ?? (2 * one.value || 1), at = `data-path="${one.path}"`;
  const base = desk.ranges[one.path] = desk.ranges[one.path] || (low < high ? [low, high] : [0, 2 * one.value || 1]);
  return `<label class="turn"><span>${esc(one.name)} <b>${esc(one.said)}</b></span>
    <input type="range" ${at} min="${base[0]}" max="${base[1]}" step="${stepOf(...base)}" value="${one.value}"
    aria-label="${esc(one.name)}"><input inputmode="decimal" ${at} value="${toType(one.value)}" aria-label="${
    esc(`${one.name}: ${t("redesign.type")}`)}"></label>`;
}
function noteTool() {
  if (!state.note || !notesOf(A()).concat(notesOf(drafted())).some((one) => one.id === state.note))
    return `<p>${t("redesign.choose")}</p>`;
  if (isOff(state.note)) return `<p>${t("redesign.is_off")}</p>${button(`data-on="${state.note}"`, t("redesign.on"))}`;
  const told = upClose.told;
  if (!told || told.id !== state.note) return "<p>…</p>";
  const first = firstOf(told), numbers = told.numbers.slice(first, first + 6);
  return `<h3>${esc(told.name)}</h3>${numbers.map(slider).join("") || `<p>${t("note.none")}</p>`}
    ${somePages(told, first, 6)} ${button(`data-off="${state.note}"`, t("redesign.switch_off"))}`;
}
function addTool() {
  const kind = desk.kinds.find((one) => one.name === desk.kind) || desk.kinds[0];
  if (!kind) return "<p>…</p>";
  const links = kind.links ? drafted().notes[kind.links] : [];
  const field = (name, i, what) => `<input inputmode="decimal" name="${what}${i}" value="${
    toType(kind.numbers[i][what])}" aria-label="${esc(`${name}: ${t(`redesign.${what}`)}`)}">`;
  return `<form data-add="${kind.name}"><label>${t("redesign.kind")} <select data-kind>${desk.kinds.map((one) =>
    `<option value="${one.name}" ${one === kind ? "selected" : ""}>${esc(config.block_names[state.lang][one.block])}: ${
      esc(both(one.label))}</option>`).join("")}</select></label>
    <label>${t("redesign.name")} <input name="name" value="${esc(desk.name)}" maxlength="60" required></label>
    ${links.length ? `<label>${t(`redesign.${kind.way}`)} <select name="link">${links.map((one) =>
      `<option value="${one.id}">${esc(both(one.name))}</option>`).join("")}</select></label>` : ""}
    ${kind.choices.map(([key, some]) => `<label>${t(`redesign.choice.${key}`)} <select name="choice">${
      some.map(([id, name]) => `<option value="${esc(id)}">${esc(name)}</option>`).join("")}</select></label>`
    ).join("")}
    ${kind.numbers.map((one, i) => { const name = `${both(one.name)} (${both(one.unit)})`;
    return `<fieldset><legend>${esc(name)}</legend>${field(name, i, "value")} <span>${t("redesign.low")}</span>
      ${field(name, i, "low")} <span>${t("redesign.high")}</span> ${field(name, i, "high")}</fieldset>`; }).join("")}
    <p class="soft">${kind.numbers[0] ? t("redesign.assumed") : ""}</p><button>${t("redesign.add")}</button></form>`;
}
function listTool() {
  const lines = state.edits.length && desk.told ? desk.told.changes : [], most = 14;
  if (!lines.length) return `<p>${t("redesign.same")}</p>`;
  const more = lines.length > most ? `<p>${t("redesign.more", { n: lines.length - most })}</p>` : "";
  const line = (one) => `<li>${esc(one).replace(/€ /g, "€\u00a0")}</li>`;
  return `<ol class="changes">${lines.slice(0, most).map(line).join("")}</ol>${more}`;
}
const TOOLS = { note: noteTool, add: addTool, list: listTool };
function deskDrawn() {
  const n = ofModel(), locked = state.edits.length + state.b.length > 0, b = B();
  const bar = `<nav>${config.models.filter((one) => !one.b && !one.extra).map((one, i) => button(`data-of="${
    esc(one.key)}" aria-pressed="${i === n}"`, named(one), unless(!locked || i === n))).join("")}
    ${button("data-undo", `↶ ${t("redesign.undo")}`, unless(state.edits.length))}
    ${button("data-keep", t("redesign.keep"), `class="main" ${unless(!isKept())}`)}
    ${button("data-drop", t("redesign.drop"), unless(locked))}
    ${button("data-file", `⤓ ${t("redesign.file")}`, unless(state.edits.length))}
    ${button(`data-beside aria-pressed="${state.beside}"`, t("redesign.beside"), unless(b))}</nav>`;
  if (state.beside && b) return `<div class="desk">${bar}<div class="a-b">${stand(A())}${
    stand(b)}${besideDrawn(n, config.models.indexOf(b))}</div></div>`;
  const tabs = Object.keys(TOOLS).map((one) =>
    button(`data-tool="${one}" aria-pressed="${one === desk.tool}"`, t(`redesign.tool.${one}`)));
  const how = state.b.length ? isKept() ? "redesign.is_kept" : "redesign.differs" : "redesign.not_kept";
  return `<div class="desk">${bar}<div class="close-up open">${draftCanvas()}<section class="panel">
    <nav>${tabs.join("")}</nav>${TOOLS[desk.tool]()}<p class="soft">${t(how)}</p></section></div></div>`;
}
function stand(model) {
  return `<section class="plan" aria-label="${esc(model.name)}"><h3>${named(model)}</h3>
    <p class="answer">${alive(model)}</p>${canvas(model, true)}
    <div class="charts">${charts(model, known.before && known.before[model.key])}</div></section>`;
}
function besideDrawn(a, b) {
  const told = answer("beside", { lang: state.lang, b: true });
  return `<section class="dials">${told
    ? `${dialTable(told, [`${mark(a)} A`, `${mark(b)} B`, t("redesign.b_more")], [a, b, -1])}
    <p class="soft">${t("redesign.b_more.is")}</p>` : `<p>${t("redesign.playing")}</p>`}</section>`;
}

// --- what hands do --------------------------------------------------------------------------------------------------
function keepB(steps) {
  if (!steps.length) state.beside = false;
  change(() => { state.b = steps; state.of = A().key; });
  drawStage();
}
screen({
  name: "redesign", side: false, draw: deskDrawn, shown: () => { fitNotes(); redraft(); },
  click: {
    of: (key) => keepState({ of: key, note: "" }),
    note: (id) => { [desk.tool, upClose.first] = ["note", 0]; keepState({ note: id }); },
    some: someNumbers, tool: (tool) => { desk.tool = tool; drawStage(); },
    off: (id) => step(["off", id]), on: (id) => step(["on", id]), undo: () => tryStep(state.edits.slice(0, -1)),
    drop: async () => { await tryStep([]); if (state.b.length) keepB([]); },
    keep: () => keepB(state.edits), beside: () => keepState({ beside: !state.beside }),
    file: async () => { const told = await askFor("file", { lang: state.lang, draft: draftOf() });
      if (told) download(told.name, told.text, "application/yaml"); },
  },
});
const fields = (path) => document.querySelectorAll(`input[data-path="${path}"]`);
document.addEventListener("change", (event) => {
  const { path } = event.target.dataset;
  if (path && event.target.value !== "")
    step(["set", path, given(event.target)]).then((done) => fields(path).forEach((one) => {
      one.value = !done ? one.getAttribute("value") : one.type === "range" ? one.value : toType(given(one));
    }));
  if ("kind" in event.target.dataset) { desk.kind = event.target.value; drawStage(); }
});
document.addEventListener("input", (event) => {            // the number beside a slider goes along while it is dragged
  const { path } = event.target.dataset;
  if (event.target.form && event.target.name === "name") desk.name = event.target.value;
  for (const one of path ? fields(path) : []) if (one !== event.target)
    one.value = one.type === "range" ? given(event.target) : toType(event.target.value);
});
document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target, kind = desk.kinds.find((one) => one.name === form.dataset.add);
  if (!kind) return;
  const numbers = kind.numbers.map((_, i) => ["value", "low", "high"].map((one) => given(form.elements[one + i])));
  const [links, choices] = ["link", "choice"].map((name) =>
    [...form.querySelectorAll(`[name=${name}]`)].map((one) => one.value));
  if (!await step(["add", kind.name, form.elements.name.value, links, numbers, choices])) return;
  [desk.tool, desk.name] = ["list", ""];
  drawStage();
});
}
