"use strict";
// The stress test: blocks by five shocks, each played twice under the same luck; and who pays, and what to check first.
let test = null;                                             // the plan and wish it is of, a column for each shock
const ofNow = () => JSON.stringify([wish(), plan().key]), HEAT_WEEK = 26;
const heatText = (part) => `${t("heat.busy")}: ${percent(part)}`;
async function runTest() {
  if (test && test.at === ofNow() || known.kind !== "whole") return;
  const mine = test = { at: ofNow(), columns: [], part: 0 }, model = plan().key;
  for (const shock of config.shocks) {
    const watch = setInterval(async () => {
      const line = await askFor("heat", { look: true });
      if (mine === test && line && $("heat-part")) $("heat-part").textContent = heatText(line.part);
    }, 700);
    const line = await askFor("heat", { model, shock: shock.name, week: HEAT_WEEK });
    clearInterval(watch);
    if (mine !== test || !line || line.kind === "stopped") return;
    mine.columns.push(line);
    if (state.screen === "heat") drawStage();
  }
}
function heatCell(column, block, most) {
  if (!column) return "<td></td>";
  if (column.kind === "misfit") return block === config.blocks[0] ?
    `<td class="not" rowspan="${config.blocks.length + 2}">${t("heat.misfit")}: ${esc(both(column.why))}</td>` : "";
  const one = column.cells[block], none = !one.low && !one.middle && !one.high;
  const heavy = !one.clear || none ? 0 : Math.abs(one.middle) > most / 3 ? 3 : Math.abs(one.middle) > most / 12 ? 2 : 1;
  const span = t("bets.between", { x: euros(one.low), y: euros(one.high) });
  return `<td class="${one.middle > 0 ? "more" : "less"}${heavy}">${none ? `<span class="soft">–</span>` :
    `<b>${signOf(one).repeat(Math.max(1, heavy))} ${euros(one.middle, true)}</b><small>${span}</small>`}</td>`;
}
function heatAlive(column) {
  if (!column || column.kind === "misfit") return column ? "" : "<td></td>";
  const [before, after] = column.alive;
  return `<td>${t("heat.alive.of", { n: after, of: column.n, m: before })}</td>`;
}
screen({
  name: "heat", side: false, shown: runTest,
  left: () => {
    if (test && test.columns.length < config.shocks.length) { test = null; askFor("heat", { stop: true }); } },
  draw: () => {
    const columns = test && test.at === ofNow() ? test.columns : [], whole = columns.find((one) => one.kind === "heat");
    const most = Math.max(1, ...columns.flatMap((one) => config.blocks.map((block) =>
      (one.cells ? Math.abs(one.cells[block].middle) : 0))));
    const row = (name, cell) => `<tr><th scope="row">${name}</th>${
      config.shocks.map((_, i) => cell(columns[i])).join("")}</tr>`;
    const rows = [...config.blocks.map((block) => [block, esc(config.block_names[state.lang][block])]),
      ["together", t("heat.together")]];
    return `<div class="heats">${planTabs()}<p>${t("heat.intro")}</p>
      <table><thead><tr><th scope="col">${t("heat.block")}</th>
      ${config.shocks.map((shock, i) => `<th scope="col">${esc(both(shock.label))}${i === columns.length ?
      `<small id="heat-part">${t("heat.busy")}</small>` : ""}</th>`).join("")}</tr></thead><tbody>
      ${rows.map(([block, name]) => row(name, (column) => heatCell(column, block, most))).join("")}
      ${row(t("heat.alive"), heatAlive)}</tbody></table><p class="soft">${!whole ? t("whatif.wait") :
        t("heat.from", { week: weekText(HEAT_WEEK), n: whole.n })}</p></div>`;
  },
});

// --- who pays, who gains ---------------------------------------------------------------------------------------------
const lens = () => config.lenses.find((one) => one.name === state.lens) || config.lenses[0];
function payRow(row) {
  const on = state.guard[lens().name] === row.name;
  const choose = button(`data-guard="${row.name}" aria-pressed="${on}"`, `${on ? "★" : "☆"} ${t("pays.guard")}`);
  return `<tr><th scope="row">${esc(both(row.label))} <small>${esc(both(row.unit))}</small></th>${
    models().map(({ key }) => row.cells[key]).map((one) => (!one ? `<td class="soft" title="${t("pays.not")}">–</td>` :
    `<td class="${one.clear ? "" : "soft"}"><span class="sign">${one.sign}</span> <b>${esc(both(one.said))}</b>${
    ["span", "parts"].map((part) => `<small class="${part}">${esc(both(one[part]))}</small>`).join(" ")}</td>`
    )).join("")}<td>${choose}</td></tr>`;
}
screen({
  name: "pays", side: false,
  draw: () => {
    const line = answer("pays"), rows = line ? line.lenses[lens().name] : [];
    const guarded = config.lenses.map((one) => {
      const row = line && line.lenses[one.name].find(({ name }) => name === state.guard[one.name]);
      return t("pays.guarded", { lens: esc(both(one.label)), what: row ? esc(both(row.label)) : t("pays.nobody") }); });
    return `<div class="heats pays"><nav class="tabs">${config.lenses.map((one) => button(
      `data-lens="${one.name}" aria-pressed="${one === lens()}"`, esc(both(one.label)))).join("")}</nav>
      <p>${t("pays.intro")} ${line ? esc(both(line.unit)) : ""}</p>${!line ? `<p>${t("whatif.wait")}</p>` :
      `<table><thead><tr><td></td>${models().map((model) => `<th scope="col">${named(model)}</th>`).join("")}
      <td></td></tr></thead><tbody>${rows.map(payRow).join("")}</tbody></table>`}
      <p class="guarded">★ ${guarded.join(" &nbsp; ★ ")}</p></div>`;
  },
  click: {
    lens: (name) => keepState({ lens: name }),
    guard: (name) => keepState({ guard: { ...state.guard, [lens().name]: name } }),
  },
});

// --- what to check first ---------------------------------------------------------------------------------------------
function guessRow(one) {
  return `<li><b>${esc(both(one.what))}</b><span>${esc(both(one.value))};
    ${one.more ? "▲" : "▼"} ${t(one.more ? "check.up" : "check.down")}</span>${both(one.question) ?
    `<em>${esc(both(one.question))}</em>` : ""}</li>`;
}
screen({
  name: "check", side: false,
  draw: () => {
    const line = answer("check");
    if (!line) return `<p>${t("whatif.wait")}</p>`;
    return `<div class="checks"><p class="answer">${t(line.now ? "check.now" : "check.plain", { n: line.n })}</p>
      <p>${t("check.answer")}</p><div class="lanes">${models().filter((model) => line.models[model.key]).map((model) =>
      `<section><h3>${named(model)}</h3>
      <ol>${line.models[model.key].map(guessRow).join("")}</ol>${line.models[model.key].length ? "" :
      `<p>${line.n < line.least ? t("check.few", { n: line.least }) : t("check.none")}</p>`}</section>`).join("")}
      </div></div>`;
  },
});
