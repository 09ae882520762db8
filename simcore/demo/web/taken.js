"use strict";
// What anybody takes from a screen: its numbers as a table for a spreadsheet, and the screen as a picture.
const takenButtons = () => button(`data-csv aria-label="${t("taken.csv")}"`, "⤓ CSV") +
  button(`data-png aria-label="${t("taken.png")}"`, "⤓ PNG");
const takenName = (kind) => `simwijk-${current().name}-${state.seed}.${kind}`;

// A cell that begins as a formula gets a quote before it, unless it is no more than a number.
function cellOf(value) {
  const text = visible(value).trim(), formula = /^[=+\-@]/.test(text) && !/^[+-]?[€\d.,\s]+%?$/.test(text);
  return `"${(formula ? "'" : "") + text.replace(/"/g, '""')}"`;
}
// The tables on the screen, each line of a cell apart; where there is none, what its lines are drawn from.
function rowsShown() {
  const tables = [...document.querySelectorAll("#stage table")].filter((one) => one.offsetParent);
  if (tables.length) return tables.flatMap((table) => {
    const rows = [...table.rows].map((row) => [...row.cells].map((one) => (one.querySelector("button") ? [] :
      one.innerText.trim().split(/\s*\n\s*/)))), most = (i) => Math.max(...rows.map((row) => (row[i] || []).length));
    return rows.map((row) => row.flatMap((some, i) => Array.from({ length: most(i) }, (_, n) => some[n] || ""))); });
  const head = ["plan", "line", "week", "low", "middle", "high", "courses"].map((key) => t(`taken.${key}`));
  return [head, ...models().flatMap(({ key, name }) => Object.entries((known.lanes[key] || { lines: {} }).lines)
    .flatMap(([line, [low, middle, high]]) => middle.map((value, i) =>
      [name, t(line), (i + 1) * PERIOD, low[i], value, high[i], known.lanes[key].n])))];
}
function saveTable() {
  const text = rowsShown().map((row) => row.map((one) =>
    (typeof one === "number" ? one : cellOf(one))).join(",")).join("\r\n");
  download(takenName("csv"), `\ufeff${text}\r\n`, "text/csv");
}
// The stage as it stands here, in a picture of its own, with what it is of: nothing is fetched for it.
async function savePicture() {
  const stage = $("stage"), { width, height } = stage.getBoundingClientRect(), look = getComputedStyle(document.body);
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(" ");
  const key = document.querySelector("#side .legend"), em = parseFloat(look.fontSize);
  const [foot, courses] = [(key ? 4 : 2) * em, t("courses", { n: known.n, of: known.of })];
  const of = [t("title"), weekText(state.week), courses, t("draw", { n: state.seed }), t("band")].join(" · ");
  const size = `width="${width}" height="${height + foot}"`, own = `#stage { height: ${height}px }`;
  const style = `font: ${look.font}; line-height: ${parseFloat(look.lineHeight) / em}; color: ${look.color};
    background: white`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size} style="font-size: ${
    getComputedStyle(document.documentElement).fontSize}"><foreignObject width="100%" height="100%"><div
    xmlns="http://www.w3.org/1999/xhtml" style='${style.replace(/'/g, "")}'><style>${
    (rules + own).replace(/[<&]/g, "")}</style>${
    [stage, key].map((one) => (one ? new XMLSerializer().serializeToString(one) : "")).join("")}<p>${
    esc(of)}</p></div></foreignObject></svg>`;
  const image = new Image(), canvas = document.createElement("canvas");
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  Object.assign(canvas, { width, height: height + foot }).getContext("2d").drawImage(image, 0, 0);
  canvas.toBlob((blob) => download(takenName("png"), blob, "image/png"));
}
