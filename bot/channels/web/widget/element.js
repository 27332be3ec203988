// The element.

const WIDGET_STYLE = __WIDGET_STYLE__;

let automatic = null;

/** Attributes, each with or without `data-` before it: `lang` (en, fr), `mode` (bubble, inline, page) or only
 * `inline`, `position` (right, left), `theme` (light, dark), `accent` (#rrggbb), `title`, `greeting`, `server`. */
class ExpressEntryChat extends HTMLElement {
  static get observedAttributes() {
    return ["lang", "data-lang", "theme", "data-theme", "accent", "data-accent"];
  }

  /** The page changes its language or its colours. */
  attributeChangedCallback(name, before, now) {
    if (!this.view || before === now) return;
    if (!name.endsWith("lang")) this.repaint();
    else if (isSpoken(this.wantedLanguage()) && this.wantedLanguage() !== this.language) {
      this.view.conversation.changeLanguage(this.wantedLanguage());
    }
  }

  connectedCallback() {
    if (automatic && automatic !== this) automatic.remove(); // The page has a chat of its own making.
    const root = this.shadowRoot || this.attachShadow({ mode: "open" });
    if (!root.adoptedStyleSheets?.length && !root.querySelector("style")) addStyle(root, WIDGET_STYLE);
    const server = this.option("server");
    const mode = this.option("inline") === null ? this.option("mode") : "inline";
    this.view = new View(root, {
      mode: ["page", "inline"].includes(mode) ? mode : "bubble",
      server: server ? new URL(`${server.replace(/\/+$/, "")}/`, location.href).href : home,
      lang: this.wantedLanguage(),
      title: this.option("title"),
      greeting: this.option("greeting"),
      tell: (name, detail) => this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true })),
    });
    this.view.root.classList.toggle("left", this.option("position") === "left");
    this.followSurroundings();
    if (!this.view.isBubble) this.view.start();
    else if (this.left?.open || this.view.conversation.memory.isOpen) this.view.open(false);
    if (this.left) this.view.input.value = this.left.draft;
    this.view.tell("ee-ready", { language: this.language });
  }

  disconnectedCallback() {
    const { input, panel } = this.view;
    this.left = { open: !panel.hidden, draft: input.value }; // Where it stood, should it be put back.
    this.unfollow();
    this.view.conversation.stop();
    this.view.root.remove();
  }

  /** The value of an attribute, "" where it has none, null where it is absent. */
  option(name) {
    return this.getAttribute(name) ?? this.getAttribute(`data-${name}`);
  }

  /** The language of the conversation. */
  get language() {
    return this.view.conversation.lang;
  }

  /** Opens the chat and asks `text` for the person. */
  ask(text) {
    this.view.ask(String(text));
  }

  open() {
    this.view.open();
  }

  wantedLanguage() {
    const wanted = [this.option("lang"), document.documentElement.lang, ...(navigator.languages || [])];
    return wanted.map((lang) => String(lang).slice(0, 2).toLowerCase()).find(isSpoken) || "en";
  }

  paint(isDark) {
    const { root } = this.view;
    root.classList.toggle("dark", isDark);
    const colour = readable(this.option("accent"), isDark ? [26, 35, 34] : [255, 255, 255]);
    if (!colour) return;
    const [accent, ground] = [`rgb(${colour.map(Math.round)})`, isDark ? "#0f1514" : "#fff"];
    for (const name of ["accent", "mine"]) root.style.setProperty(`--${name}`, accent);
    for (const name of ["on-accent", "on-mine"]) root.style.setProperty(`--${name}`, ground);
  }

  followSurroundings() {
    const { conversation } = this.view;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const paint = (this.repaint = () => this.paint((this.option("theme") || (dark.matches ? "dark" : "light")) === "dark"));
    const online = () => conversation.wake();
    const stored = (event) => conversation.elsewhere(event.key);
    paint();
    dark.addEventListener("change", paint);
    addEventListener("online", online);
    addEventListener("storage", stored);
    const back = () => this.view.isBubble && COVERING.matches && this.view.close(true);
    addEventListener("popstate", back);
    const screen = window.visualViewport;
    const fit = () => {
      const covered = Math.max(0, innerHeight - screen.height - screen.offsetTop);
      this.view.root.style.setProperty("--keyboard", `${covered}px`);
    };
    for (const name of ["resize", "scroll"]) screen?.addEventListener(name, fit);
    this.unfollow = () => {
      dark.removeEventListener("change", paint);
      removeEventListener("online", online);
      removeEventListener("storage", stored);
      removeEventListener("popstate", back);
      for (const name of ["resize", "scroll"]) screen?.removeEventListener(name, fit);
    };
  }
}

/** For a page with the script alone: a chat with the script's settings, put back when a router clears the page. */
const placeOne = () => {
  if (isOurPage || document.querySelector("express-entry-chat")) return;
  automatic = document.createElement("express-entry-chat");
  Object.assign(automatic.dataset, settings);
  if ("inline" in settings && document.body.contains(script)) {
    script.after(automatic);
    return;
  }
  document.body.append(automatic);
  const router = new MutationObserver(() => {
    if (automatic.isConnected || !document.body) return;
    if (!document.querySelector("express-entry-chat")) document.body.append(automatic);
    router.observe(document.body, { childList: true });
  });
  router.observe(document.documentElement, { childList: true });
  router.observe(document.body, { childList: true });
};

if (!customElements.get("express-entry-chat")) {
  customElements.define("express-entry-chat", ExpressEntryChat);
  document.addEventListener("click", (event) => {
    const asker = event.target instanceof Element && event.target.closest("[data-express-entry-ask]");
    const chat = asker && document.querySelector("express-entry-chat");
    if (chat) chat.ask(asker.dataset.expressEntryAsk || asker.textContent);
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", placeOne);
  else placeOne();
}
