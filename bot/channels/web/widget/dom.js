// Small helpers.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  chat: "M21 12a8 8 0 0 1-8 8H4l2-3.2A8 8 0 1 1 21 12ZM8.5 12h.01M12.5 12h.01M16.5 12h.01",
  hub: "M5 7h14M5 12h14M5 17h9",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M5 12h.01M12 12h.01M19 12h.01",
  up: "M7 11v9H4v-9ZM7 11l4-8c1.7 0 2.6 1.3 2.3 2.9L12.6 9H18a2 2 0 0 1 2 2.3l-1.1 7A2 2 0 0 1 16.9 20H7",
  send: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
};

/** A DOM element. Properties that are no attributes are set as properties; children are nodes or text. */
const node = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  if (name === "button") element.type = name; // None sends a form unless it says so.
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
};

const svgNode = (name, attributes, ...children) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

const icon = (path) => svgNode("svg", { viewBox: "0 0 24 24", "aria-hidden": true }, svgNode("path", { d: path }));

const mark = () =>
  svgNode(
    "svg",
    { viewBox: "0 0 32 32", "aria-hidden": true, class: "mark" },
    svgNode("rect", { width: 32, height: 32, rx: 9, fill: "var(--mine)", stroke: "none" }),
    svgNode("path", { d: "M8 21.5h4.5v-4.6H17v-4.6h4.5V7.8H25", stroke: "var(--on-mine)", "stroke-width": 2.6 }),
    svgNode("circle", { cx: 24.4, cy: 20.6, r: 2.6, fill: "#f0b45c", stroke: "none" }),
  );

const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** JSON, also on pages whose scripts give arrays a `toJSON` of their own. */
const toJson = (value) => {
  const { toJSON } = Array.prototype;
  if (!toJSON) return JSON.stringify(value);
  delete Array.prototype.toJSON;
  try {
    return JSON.stringify(value);
  } finally {
    Array.prototype.toJSON = toJSON;
  }
};

const length = (text) => [...text].length;

/** The address if it may be opened: https, or a file of the server itself. */
const safeAddress = (address, server) => {
  try {
    const url = new URL(address, server);
    return url.protocol === "https:" || (server && url.origin === new URL(server).origin) ? url.href : null;
  } catch {
    return null;
  }
};

const addStyle = (root, css) => {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    root.append(node("style", {}, css));
  }
};
