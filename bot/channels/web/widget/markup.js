// The markup of a message.

const INLINE = /\*\*(.+?)\*\*|\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)/g;

const link = (title, address, view) =>
  node(
    "a",
    { href: address, target: "_blank", rel: "noopener noreferrer" },
    title,
    node("span", { class: "sr" }, ` ${view.say("new-tab")}`),
  );

/** Text with **bold** and [links](https://…) as nodes. */
const inline = (text, view) => {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, bold, title, address] = match;
    nodes.push(text.slice(end, match.index));
    const safe = address && safeAddress(address);
    if (bold) nodes.push(node("strong", {}, ...inline(bold, view)));
    else nodes.push(safe ? link(title, safe, view) : whole);
    end = match.index + whole.length;
  }
  nodes.push(text.slice(end));
  return nodes;
};

/** Paragraphs and lists: an empty line ends a paragraph, lines that begin with "- " make a list. */
const blocks = (text, view) => {
  const made = [];
  let open = null;
  for (const line of text.split("\n")) {
    const item = line.startsWith("- ");
    if (!line.trim()) open = null;
    else if (item) {
      if (!open || open.tagName !== "UL") made.push((open = node("ul")));
      open.append(node("li", { dir: "auto", class: /^- [☐☑✓]/.test(line) && "box" }, ...inline(line.slice(2), view)));
    } else {
      if (open && open.tagName === "P") open.append(node("br"));
      else made.push((open = node("p", { dir: "auto" })));
      open.append(...inline(line, view));
    }
  }
  return made;
};

/** What of a bubble does not fit into `height` pixels waits to be opened, from its last paragraph or line up. */
const fold = (bubble, height, view) => {
  if (bubble.offsetHeight <= height) return;
  const rest = node("div");
  const details = node("details", { class: "folded" }, node("summary", {}, view.say("more")), rest);
  bubble.append(details);
  while (bubble.offsetHeight > height && bubble.children.length > 2) {
    const last = details.previousSibling;
    if (last.children.length < 2 || last.tagName !== "UL") rest.prepend(last);
    else {
      if (rest.firstChild?.tagName !== "UL") rest.prepend(node("ul"));
      rest.firstChild.prepend(last.lastChild);
    }
  }
};

const pointsCell = (row, view) =>
  node(
    "td",
    { class: "points" },
    node("b", { "aria-hidden": "true" }, view.number(row.points)),
    node("span", { "aria-hidden": "true" }, ` / ${view.number(row.maximum)}`),
    node("span", { class: "sr" }, view.say("of", row)),
  );

const bar = (row) => {
  const filled = node("i");
  filled.style.width = `${Math.max(0, Math.min(1, row.points / row.maximum)) * 100}%`;
  return node("span", { class: "bar", "aria-hidden": "true" }, filled);
};

/** Why a line has its points, with a link to the rule. */
const because = (row, view) => {
  const address = row.source && safeAddress(row.source.url);
  if (!row.because && !address) return null;
  const rule = address && link(view.say("rule"), address, view);
  if (rule) rule.setAttribute("aria-label", `${view.say("rule")}: ${row.source.title}`);
  if (rule) rule.title = row.source.title;
  return node("span", { class: "because", dir: "auto" }, `${row.because || ""} `, rule);
};

const scoreTable = (table, view) =>
  node(
    "div",
    { class: "table" },
    node(
      "table",
      {},
      node("caption", { class: table.folded && "sr" }, table.caption),
      node(
        "thead",
        {},
        node(
          "tr",
          {},
          node("th", { scope: "col" }, view.say("factor")),
          node("th", { scope: "col", class: "points" }, view.say("points")),
        ),
      ),
      node(
        "tbody",
        {},
        ...table.rows.map((row) =>
          node(
            "tr",
            {},
            node("th", { scope: "row" }, row.label, because(row, view), row.maximum > 0 ? bar(row) : null),
            pointsCell(row, view),
          ),
        ),
      ),
      table.total &&
        node(
          "tfoot",
          {},
          node(
            "tr",
            {},
            node("th", { scope: "row" }, table.total.label, because(table.total, view)),
            pointsCell(table.total, view),
          ),
        ),
    ),
  );

/** A table that waits to be opened: its caption is the handle. */
const foldedTable = (table, view) =>
  node("details", { class: "folded" }, node("summary", {}, table.caption), scoreTable(table, view));

const DRAWN = ["class", "d", "x", "y", "font-size", "font-weight", "text-anchor", "stroke-width", "stroke-dasharray"];

/** A picture that came as shapes: paths, some at several places, and texts. */
const drawn = ({ width, height, shapes }, alt) => {
  const svg = svgNode("svg", { class: "chart", role: "img", "aria-label": alt, viewBox: `0 0 ${width} ${height}` });
  for (const [tag, attributes, more] of shapes) {
    const known = Object.fromEntries(DRAWN.filter((name) => name in attributes).map((name) => [name, attributes[name]]));
    if (tag === "text") svg.append(svgNode("text", known, more));
    else for (const [x, y] of more || [[0, 0]]) svg.append(svgNode("path", { ...known, transform: `translate(${x} ${y})` }));
  }
  return svg;
};

const picture = (image, view) => {
  const { alt = "", width, height, drawing } = image; // Sizes that are known before it comes keep the reader where they are.
  if (drawing) return node("figure", {}, drawn(drawing, alt));
  const address = /^data:image\/(png|jpeg|webp);base64,/.test(image.url) ? image.url : safeAddress(image.url, view.server);
  return address && node("figure", {}, node("img", { src: address, alt, width, height, loading: "lazy" }));
};

/** Links under a heading; `show` makes one of what the server sent and its address. */
const linkList = (heading, links, server, show) => {
  const safe = links.map((each) => [each, safeAddress(each.url, server)]).filter(([, address]) => address);
  if (!safe.length) return null;
  return node(
    "div",
    { class: "links" },
    node("p", {}, heading),
    node("ul", {}, ...safe.map(([each, address]) => node("li", {}, ...show(each, address)))),
  );
};

/** An official page, and the day on which someone last read it. */
const source = (view) => ({ title, checked }, address) => [
  link(title, address, view),
  checked && node("span", { class: "checked" }, view.say("checked", { date: view.date(checked) })),
];

/** One source stands there, several wait to be opened. */
const sourceList = (sources, view) => {
  const list = linkList(view.say("source"), sources, view.server, source(view));
  if (!list || sources.length < 2) return list;
  list.firstChild.replaceWith(node("summary", {}, view.say("sources", { count: sources.length })));
  return node("details", { class: list.className }, ...list.childNodes);
};

const file = (view) => ({ title, type }, address) => {
  const kind = { "application/pdf": "PDF", "text/calendar": view.say("file-calendar") }[type];
  const download = node("a", { href: address, download: "" }, title);
  return [download, kind && !title.includes(kind) && node("span", { class: "checked" }, kind)];
};
