"use strict";
// Bets: ten chips for each table, laid on where it may end; and then laid over where the courses do.
const CHIPS = 10;
const tables = () => (state.bets.tables || [{ name: "", model: config.models[0].key, chips: {} }]);
const atTable = () => Math.min(state.bets.at || 0, tables().length - 1);
const tableName = (one, n) => one.name || t("bets.table", { n: n + 1 });
const chipsOn = (table, bet) => config.bets.find((one) => one.name === bet).edges.concat(0).map((_, i) =>
  ((table.chips[bet] || [])[i] || 0));
const sum = (some) => some.reduce((a, b) => a + b, 0);
const laidBy = (table) => sum(config.bets.flatMap((bet) => chipsOn(table, bet.name)));
const keepTables = (all, at = atTable()) => keepState({ bets: { tables: all, at } });
const changeTable = (part) => keepTables(tables().map((one, n) => (n === atTable() ? { ...one, ...part } : one)));

const digits = (x) => [0, 1].find((n) => Math.abs(x - x.toFixed(n)) < 1e-9) ?? 2;
const betText = (bet, x) => (bet.euros ? euros(x) : number(x, digits(x)));
function binText(bet, i) {
  const [low, high] = [bet.edges[i - 1], bet.edges[i]].map((x) => (x === undefined ? "" : betText(bet, x)));
  if (!low) return t("bets.below", { x: high });
  return high ? t("bets.between", { x: low, y: high }) : t("bets.above", { x: low });
}
function layChip(value, more) {
  const [name, bin] = value.split(" "), one = tables()[atTable()], chips = chipsOn(one, name);
  if (more > 0 ? laidBy(one) >= CHIPS : !chips[bin]) return;
  chips[bin] += more;
  changeTable({ chips: { ...one.chips, [name]: chips } });
}
function binDrawn(bet, n, i) {
  const label = binText(bet, i);
  return `<div class="bin">${button(`data-chip="${bet.name} ${i}" aria-label="${t("bets.put", { bin: label, n })}"`,
    `<span>${label}</span><b class="chips">${"●".repeat(n)}</b>`)}${n ? button(
    `class="less" data-unchip="${bet.name} ${i}" aria-label="${t("bets.take", { bin: label })}"`, "−") : ""}</div>`;
}
screen({
  name: "bets", side: false,
  draw: () => {
    const one = tables()[atTable()];
    return `<div class="bets"><nav class="tabs">${tables().map((table, n) => button(
      `data-table="${n}" aria-pressed="${n === atTable()}"`, esc(tableName(table, n)))).join("")}
      ${button("data-addtable", t("bets.add"))}
      ${tables().length > 1 ? button("data-droptable", t("bets.remove")) : ""}
      <span class="soft">${t("bets.intro")}</span><b class="push left">${t("bets.left", { n: CHIPS - laidBy(one) })}</b>
      ${button("data-chipsback", t("bets.back"))}</nav>
      <nav class="tabs"><label>${t("bets.name")}
      <input data-tablename maxlength="24" value="${esc(one.name)}"></label><span>${t("bets.plan")}</span>
      ${models().map((model) => button(`data-plan="${esc(model.key)}" aria-pressed="${model.key === one.model}"`,
        named(model))).join("")}</nav>
      ${config.bets.map((bet) => `<section class="question"><h4>${esc(both(bet.label))}</h4><div class="bins">${
      chipsOn(one, bet.name).map((n, i) => binDrawn(bet, n, i)).join("")}</div></section>`).join("")}</div>`;
  },
  click: {
    table: (n) => keepTables(tables(), Number(n)),
    addtable: () => { const all = tables();
      keepTables([...all, { name: "", model: models()[all.length % models().length].key, chips: {} }], all.length); },
    droptable: () => keepTables(tables().filter((_, n) => n !== atTable()), 0),
    plan: (model) => changeTable({ model }), chipsback: () => changeTable({ chips: {} }),
    chip: (value) => layChip(value, 1), unchip: (value) => layChip(value, -1),
  },
});
document.addEventListener("change", (event) => {
  if ("tablename" in event.target.dataset) changeTable({ name: event.target.value.slice(0, 24) });
});

// --- the reveal ------------------------------------------------------------------------------------------------------
const inBand = ({ edges }, one, i) => one
  && one.low < (edges[i] ?? Infinity) && one.high >= (edges[i - 1] ?? -Infinity);
function binRevealed(bet, one, here, i) {
  const chips = here.map(([table, n]) => [n + 1, chipsOn(table, bet.name)[i]]).filter(([, count]) => count);
  const share = one ? one.counts[i] / one.n : 0;
  return `<div class="bin ${inBand(bet, one, i) ? "banded" : ""}"><span>${binText(bet, i)}</span>
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${percent(share)}">
    <rect width="${100 * share}" height="6" fill="${colour(indexOf(plan().key))}"/></svg>
    <span><b>${one ? percent(share) : ""}</b>
    ${chips.map(([n, count]) => `<i class="chip">${n}</i>×${count}`).join(" ")}</span></div>`;
}
function revealed(bet, one, here) {
  const text = (x) => betText(bet, rounded(bet, x));
  return `<section class="question"><h4>${esc(both(bet.label))}: <b>${!one ? t("reveal.none") : t("reveal.middle",
    { x: text(one.middle), low: text(one.low), high: text(one.high) })}</b></h4><div class="bins">${
    bet.edges.concat(0).map((_, i) => binRevealed(bet, one, here, i)).join("")}</div></section>`;
}
function score([one, n], found) {
  const right = sum(config.bets.flatMap((bet) => chipsOn(one, bet.name).filter((_, i) =>
    inBand(bet, found && found[bet.name], i))));
  const name = `<i class="chip">${n + 1}</i> ${esc(tableName(one, n))}`;
  return t("reveal.score", { name, n: right, of: laidBy(one) });
}
const rounded = (bet, x) => (bet.euros ? x : Math.round(x * 10) / 10 || 0);
screen({
  name: "reveal", side: false,
  draw: () => {
    const line = answer("bets"), here = tables().map((one, n) => [one, n]).filter(([one]) => one.model === plan().key);
    const found = line && line.models[plan().key];
    const scores = here.filter(([one]) => laidBy(one)).map((one) => score(one, found));
    return `<div class="bets shown">${planTabs()}<p>${t("reveal.intro")}</p>${!found ? `<p>${t("whatif.wait")}</p>` :
      config.bets.map((bet) => revealed(bet, found[bet.name], here)).join("")}
      <p class="scores">${scores.join(" &nbsp; ") || t("reveal.nobody")}</p></div>`;
  },
});
