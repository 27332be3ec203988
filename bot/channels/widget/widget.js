/* <express-entry-chat>: a conversation with the Express Entry assistant, in a page of its own or floating over
 * any other. One file, no dependency. Everything that comes from outside becomes text or a DOM node that is
 * named here; nothing is ever parsed as HTML. */
(() => {
  "use strict";

  const STRINGS = __STRINGS__;
  const WIDGET_STYLE = __WIDGET_STYLE__;
  const PAGE_STYLE = __PAGE_STYLE__;
  const TEXT_LIMIT = 4000;
  const COUNT_FROM = 3600;
  const TYPING_AFTER_MS = 300;
  const REQUEST_TIMEOUT_MS = 30000;
  const RETRY_AFTER_MS = [1000, 2000, 4000, 8000, 15000, 30000];
  const LONGEST_WAIT_S = 120;
  const FORGET_ANNOUNCEMENT_MS = 4000;
  const COMMENT_LIMIT = 500;
  const LEAST_CONTRAST = 4.6;
  const SVG = "http://www.w3.org/2000/svg";
  const ICONS = {
    chat: "M21 12a8 8 0 0 1-8 8H4l2-3.2A8 8 0 1 1 21 12ZM8.5 12h.01M12.5 12h.01M16.5 12h.01",
    close: "M6 6l12 12M18 6L6 18",
    menu: "M5 12h.01M12 12h.01M19 12h.01",
    up: "M7 11v9H4v-9ZM7 11l4-8c1.7 0 2.6 1.3 2.3 2.9L12.6 9H18a2 2 0 0 1 2 2.3l-1.1 7A2 2 0 0 1 16.9 20H7",
    send: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  };

  const script = document.currentScript;
  const settings = script ? script.dataset : {};
  const isOurPage = "page" in settings;
  const home = script && script.src ? new URL(".", script.src).href : `${location.origin}/`;

  const isSpoken = (lang) => Object.keys(STRINGS).includes(lang);

  // ---- Small helpers ------------------------------------------------------------------------------------

  /** A DOM element. Properties that are no attributes are set as properties; children are nodes or text. */
  const node = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child != null));
    return element;
  };

  const icon = (path) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  };

  const mark = () => {
    const svg = icon("M8 21.5h4.5v-4.6H17v-4.6h4.5V7.8H25");
    svg.setAttribute("viewBox", "0 0 32 32");
    svg.setAttribute("class", "mark");
    svg.firstChild.setAttribute("stroke", "var(--on-mine)");
    svg.firstChild.setAttribute("stroke-width", "2.6");
    for (const [shape, attributes] of [
      ["rect", { width: 32, height: 32, rx: 9, fill: "var(--mine)", stroke: "none" }],
      ["circle", { cx: 24.4, cy: 20.6, r: 2.6, fill: "#f0b45c", stroke: "none" }],
    ]) {
      const element = document.createElementNS(SVG, shape);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (shape === "rect") svg.prepend(element);
      else svg.append(element);
    }
    return svg;
  };

  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const length = (text) => Array.from(text).length;

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
      (root.head || root).append(node("style", {}, css));
    }
  };

  // ---- What stays on this device --------------------------------------------------------------------------

  const memories = new Map();

  /** Token, language and what was not sent yet, shared by all tabs; kept in memory where storage is forbidden. */
  class Memory {
    constructor(key) {
      this.key = key;
      this.kept = null;
      this.opening = null;
    }

    /** One for all chats of the page that talk to the same server. */
    static of(server) {
      const key = `express-entry-chat ${server}`;
      if (!memories.has(key)) memories.set(key, new Memory(key));
      return memories.get(key);
    }

    get() {
      try {
        return this.kept || JSON.parse(localStorage.getItem(this.key)) || {};
      } catch {
        return {};
      }
    }

    set(changes) {
      const all = { ...this.get(), ...changes };
      try {
        localStorage.setItem(this.key, JSON.stringify(all));
      } catch {
        this.kept = all;
      }
    }

    unsent() {
      return this.get().unsent || [];
    }

    addUnsent(item) {
      this.set({ unsent: [...this.unsent(), item] });
    }

    removeUnsent(id) {
      this.set({ unsent: this.unsent().filter((item) => item.id !== id) });
    }
  }

  // ---- The markup of a message ----------------------------------------------------------------------------

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
        open.append(node("li", { dir: "auto" }, ...inline(line.slice(2), view)));
      } else {
        if (open && open.tagName === "P") open.append(node("br"));
        else made.push((open = node("p", { dir: "auto" })));
        open.append(...inline(line, view));
      }
    }
    return made;
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
        node("caption", {}, table.caption),
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

  const picture = (image, view) => {
    const address = /^data:image\/(png|jpeg|webp);base64,/.test(image.url) ? image.url : safeAddress(image.url, view.server);
    const load = (event) => view.grown(event.target);
    return address && node("figure", {}, node("img", { src: address, alt: image.alt || "", loading: "lazy", load }));
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

  const file = (view) => ({ title, type }, address) => {
    const kind = { "application/pdf": "PDF", "text/calendar": view.say("file-calendar") }[type];
    const download = node("a", { href: address, download: "" }, title);
    return [download, kind && !title.includes(kind) && node("span", { class: "checked" }, kind)];
  };

  // ---- A colour of the owner's ------------------------------------------------------------------------------

  const brightness = (colour) => {
    const [red, green, blue] = colour.map((part) => (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const contrast = (one, other) => {
    const [dark, light] = [brightness(one), brightness(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The colour `#rrggbb`, made lighter or darker until text in it can be read on `ground`; null for anything else. */
  const readable = (text, ground) => {
    const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text || "");
    if (!parts) return null;
    let colour = parts.slice(1).map((part) => parseInt(part, 16));
    const goal = brightness(ground) > 0.5 ? 0 : 255;
    while (contrast(colour, ground) < LEAST_CONTRAST) colour = colour.map((part) => part + (goal - part) * 0.08);
    return colour;
  };

  // ---- The conversation with the server -------------------------------------------------------------------

  const conversations = new Set();

  class Conversation {
    constructor(server, lang, view) {
      this.server = server;
      this.memory = Memory.of(server);
      const chosen = this.memory.get().lang;
      this.lang = isSpoken(chosen) ? chosen : lang;
      this.view = view;
      this.queue = [];
      this.run = 0; // Whatever belongs to an earlier run stops at its next step.
      this.sending = null;
      this.turn = null;
      this.ready = false;
      this.wake = () => {};
    }

    /** Goes on where the person was, or opens a new conversation: one for all chats of the page. */
    async begin() {
      const run = ++this.run;
      this.ready = false;
      conversations.add(this);
      const mine = (this.memory.opening || Promise.resolve()).then(() => run === this.run && this.goOn(run));
      this.memory.opening = mine.catch(() => {});
      await mine;
    }

    async goOn(run) {
      const token = this.memory.get().token;
      const history = token && (await this.insist(run, "GET", "chat/history", null, this.view.reach));
      if (run !== this.run) return;
      if (history && history.status === 200) {
        if (history.data.token) this.memory.set({ token: history.data.token });
        this.view.clear();
        this.hear(history.data, true);
        if (!this.isOld && this.view.hasMine()) this.view.kept();
      } else if (!(await this.open(run, Boolean(token), true))) return;
      this.isOld = true;
      this.queue = this.memory.unsent();
      for (const item of this.queue) this.view.mine(item, "waiting");
      this.ready = true;
      this.deliverAll(this.queue.length > 0);
    }

    /** A new conversation; false when that cannot be had. */
    async open(run, ended, empty) {
      const { status, data } =
        (await this.insist(run, "POST", "chat/session", { language: this.lang }, this.view.reach)) || {};
      if (run !== this.run) return false;
      if (!data || !data.token) {
        if (status) this.view.notice((data.error && data.error.message) || this.view.say("unreachable"));
        return false;
      }
      this.remember({ token: data.token });
      if (empty) this.view.clear();
      if (ended) this.view.notice(this.view.say("new-session"));
      this.hear(data);
      return true;
    }

    stop() {
      conversations.delete(this);
      this.run += 1;
      this.ready = false;
      this.wake();
    }

    /** Takes {text} or {button, title}: it is shown at once and kept until the server has it. */
    send(content) {
      const item = { id: newId(), ...content };
      this.memory.addUnsent(item);
      this.queue.push(item);
      this.view.mine(item, "waiting");
      if (this.ready) this.deliverAll();
    }

    /** One after the other, in order. `doubtful`: some may have arrived before, and stand in the history, too. */
    async deliverAll(doubtful = false) {
      const run = this.run;
      if (this.sending === run) return;
      this.sending = run;
      while (this.queue.length && run === this.run) {
        const [item] = this.queue;
        this.view.busy(true);
        const response = await this.deliver(run, item);
        if (run !== this.run) return;
        this.view.busy(false);
        this.queue.shift();
        this.memory.removeUnsent(item.id);
        if (response) this.take(item, response);
      }
      this.sending = null;
      if (doubtful) this.begin();
    }

    async deliver(run, item) {
      const body = item.button ? { button: item.button } : { text: item.text };
      const trouble = (state, seconds) => this.view.state(item, state, seconds);
      for (;;) {
        const { token } = this.memory.get();
        const response = await this.insist(run, "POST", "chat/messages", { ...body, id: item.id }, trouble);
        if (!response || response.status !== 401) return response;
        if (this.memory.get().token === token && !(await this.open(run, true))) return response;
        if (item.button) return response;
        this.view.toEnd(item);
      }
    }

    take(item, { status, data }) {
      const refused = (data.error && data.error.message) || this.view.say("refused");
      if (status === 200) {
        this.view.state(item, "sent");
        if (data.expires_in) this.view.clear(); // Everything was erased: this is a new conversation.
        this.hear(data);
        this.remember(data.token ? { token: data.token } : {});
      } else if (status === 410) {
        this.view.state(item, "sent");
        this.hear(data.messages ? data : { messages: [{ text: refused, lang: this.lang }] });
      } else {
        this.view.state(item, "refused", status === 401 ? this.view.say("refused") : refused);
        if (status !== 401) this.view.revive();
      }
    }

    /** Shows what the server said and follows its language. */
    hear(data, isHistory = false) {
      const messages = data.messages || [];
      const last = messages[messages.length - 1];
      const fromBot = messages.filter((message) => message.from !== "user");
      if (fromBot.length) this.speak(fromBot[fromBot.length - 1].lang);
      this.view.show(messages, isHistory);
      const scores = isHistory ? [] : fromBot.filter(({ table }) => table && table.kind === "score");
      for (const { table } of scores) this.view.tell("ee-score", { total: table.total.points, maximum: table.total.maximum });
      this.view.progress(data.progress || (last && last.progress));
    }

    speak(lang) {
      if (!isSpoken(lang) || lang === this.lang) return;
      this.lang = lang;
      this.view.relabel();
    }

    changeLanguage(lang) {
      this.speak(lang);
      this.memory.set({ lang });
      if (!this.ready) return;
      if (this.view.hasMine()) this.send({ text: this.view.say("language-please") });
      else this.reopen();
    }

    async reopen() {
      const run = ++this.run;
      this.ready = false;
      this.ready = await this.open(run, false, true);
      if (this.ready) this.deliverAll();
    }

    /** Erases everything about the person, here and on the server. Throws when that did not happen. */
    async erase() {
      const { status, data } = await this.call("DELETE", "chat/data");
      if (status !== 200 && status !== 401) throw new Error(String(status));
      this.run += 1;
      this.queue = [];
      this.view.busy(false);
      this.view.clear();
      this.remember({ token: data.token, unsent: [] });
      if (data.token) this.hear(data);
      else await this.reopen();
    }

    /** Leaves nothing of the conversation on this device; the server keeps it as long as was agreed. */
    forget() {
      this.queue = [];
      this.view.busy(false);
      this.view.clear();
      this.memory.set({ token: undefined, unsent: [], turn: undefined });
      this.reopen();
    }

    remember(changes) {
      this.turn = newId();
      this.memory.set({ ...changes, turn: this.turn });
      for (const other of conversations) if (other !== this) other.elsewhere(this.memory.key);
    }

    /** Another tab, or another chat on this page, has talked to the server. */
    elsewhere(key) {
      const { turn } = this.memory.get();
      if (key !== this.memory.key || !this.ready || this.queue.length || !turn || turn === this.turn) return;
      this.turn = turn;
      this.begin();
    }

    /** Asks until there is an answer that asking again would not change; null when the run is over. */
    async insist(run, method, path, body, trouble) {
      for (let attempt = 0; run === this.run; attempt += 1) {
        let waitMs;
        try {
          const response = await this.call(method, path, body);
          if (response.status !== 429) {
            trouble("reached");
            return response;
          }
          waitMs = response.retryAfterS * 1000;
          trouble("wait", response.retryAfterS);
        } catch {
          waitMs = RETRY_AFTER_MS[Math.min(attempt, RETRY_AFTER_MS.length - 1)];
          trouble("not-sent");
        }
        if (run === this.run) await this.pause(waitMs);
        if (run === this.run) trouble("again");
      }
      return null;
    }

    pause(ms) {
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }

    /** One request. Throws where asking again may help: no connection, no answer in time, a failing server. */
    async call(method, path, body) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), REQUEST_TIMEOUT_MS);
      const { token } = this.memory.get();
      try {
        const address = new URL(path, this.server);
        address.searchParams.set("lang", this.lang);
        const response = await fetch(address, {
          method,
          headers: {
            ...(body && { "Content-Type": "application/json" }),
            ...(token && path !== "chat/session" && { Authorization: `Bearer ${token}` }),
          },
          body: body ? JSON.stringify(body) : undefined,
          credentials: "omit",
          cache: "no-store",
          signal: stop.signal,
        });
        if (response.status >= 500) throw new Error(String(response.status));
        const retryAfterS = Math.min(Math.max(Number(response.headers.get("Retry-After")) || 2, 1), LONGEST_WAIT_S);
        const text = await response.text();
        return { status: response.status, retryAfterS, data: text ? JSON.parse(text) : {} };
      } finally {
        clearTimeout(timer);
      }
    }
  }

  // ---- What is seen ---------------------------------------------------------------------------------------

  class View {
    /** `tell` sends an event to the page. */
    constructor(root, { mode, server, lang, title, greeting, tell }) {
      this.isPage = mode === "page";
      this.isBubble = mode === "bubble";
      this.server = server;
      this.title = title;
      this.greeting = greeting;
      this.tell = tell;
      this.reach = this.reach.bind(this);
      this.labels = [];
      this.active = [];
      this.retired = [];
      this.mineById = new Map();
      this.conversation = new Conversation(server, lang, this);
      this.root = node("div", { class: `root ${mode}-mode` });
      this.build();
      this.relabel();
      root.append(this.root);
    }

    /** A sentence of the catalog in the conversation's language. */
    say(key, values = {}) {
      const { lang } = this.conversation;
      if (key === "title" && this.title) return this.title;
      return STRINGS[lang][key].replace(/\{(\w+)\}/g, (_, name) =>
        typeof values[name] === "number" ? this.number(values[name]) : values[name],
      );
    }

    number(value) {
      return Number(value).toLocaleString(`${this.conversation.lang}-CA`);
    }

    /** A day (2026-08-24) as people write it: 24 August 2026, 24 août 2026, 1er août 2026. */
    date(day) {
      const { lang } = this.conversation;
      const form = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
      const text = new Date(`${day}T00:00Z`).toLocaleDateString(lang === "fr" ? "fr-CA" : "en-GB", form);
      return lang === "fr" ? text.replace(/^1 /, "1er ") : text;
    }

    /** Lets `element` carry the sentence `key`, as text or in an attribute, in whatever language is spoken. */
    label(element, key, attribute) {
      this.labels.push([element, key, attribute]);
      return element;
    }

    relabel() {
      const { lang } = this.conversation;
      this.root.lang = lang;
      for (const [element, key, attribute] of this.labels) {
        if (attribute) element.setAttribute(attribute, this.say(key));
        else element.textContent = this.say(key);
      }
      this.otherLanguage.lang = this.otherLanguageCode.textContent = lang === "en" ? "fr" : "en";
      this.progress(this.question);
      this.count();
      if (this.isPage) aboutIn(lang);
    }

    // -- Building, once

    build() {
      this.log = this.label(
        node("div", { class: "log", part: "log", role: "log", "aria-live": "off", tabindex: "0" }),
        "conversation",
        "aria-label",
      );
      this.typing = node("div", { class: "typing", hidden: true }, node("i"), node("i"), node("i"));
      const greeting = this.greeting ? node("p", { class: "greeting", part: "greeting", dir: "auto" }, this.greeting) : null;
      const transcript = node("div", { class: "transcript" }, greeting, this.log, this.typing);
      const about = this.isPage ? node("div", { class: "about" }, node("slot", { name: "about" })) : null;
      this.body = node("div", { class: "body" }, about, transcript);
      this.announcer = node("div", { class: "sr", role: "status", "aria-live": "polite" });
      const role = this.isBubble ? "dialog" : this.isPage ? "main" : "region";
      this.panel = node(
        "div",
        { class: "panel", part: "panel", role, id: "panel", hidden: this.isBubble },
        this.buildHead(),
        this.body,
        this.buildComposer(),
        (this.eraseQuestion = this.buildQuestion("erase", () => this.conversation.erase())),
        (this.forgetQuestion = this.buildQuestion("forget", () => this.conversation.forget())),
        this.buildCodes(),
      );
      this.panel.addEventListener("keydown", (event) => this.escape(event));
      if (!this.isPage) this.label(this.panel, "title", "aria-label");
      if (this.isBubble) {
        this.launch = node(
          "button",
          { class: "launch", part: "launch", type: "button", "aria-expanded": "false", "aria-controls": "panel", click: () => this.open() },
          icon(ICONS.chat),
        );
        this.label(this.launch, "open", "aria-label");
        this.root.append(this.launch);
      }
      this.root.append(this.panel, this.announcer);
    }

    buildHead() {
      this.subtitle = node("div", { class: "subtitle" });
      this.filled = node("div");
      this.progressBar = node(
        "div",
        { class: "progress", role: "progressbar", "aria-valuemin": "0", hidden: true },
        this.filled,
      );
      this.label(this.progressBar, "progress-label", "aria-label");
      const otherLanguage = node(
        "button",
        { class: "tool", type: "button", click: () => this.conversation.changeLanguage(otherLanguage.lang) },
        (this.otherLanguageCode = node("span", { class: "short" })),
        this.label(node("span", { class: "long" }), "other-language"),
      );
      this.otherLanguage = this.label(otherLanguage, "other-language", "aria-label");
      const tool = (key, path, act) => {
        const button = node("button", { class: "tool", type: "button", click: act }, icon(path));
        this.label(button, key, "title");
        return this.label(button, key, "aria-label");
      };
      return node(
        "div",
        { class: "head", part: "head" },
        mark(),
        node("div", { class: "names" }, this.label(node("div", { class: "title" }), "title"), this.subtitle),
        node(
          "div",
          { class: "tools" },
          this.otherLanguage,
          this.buildMenu(tool),
          this.isBubble ? tool("close", ICONS.close, () => this.close()) : null,
        ),
        this.progressBar,
      );
    }

    /** A button that shows a list of buttons: nothing that a screen reader would call a menu. */
    buildMenu(tool) {
      this.menuButton = tool("menu", ICONS.menu, () => this.showMenu(this.menu.hidden));
      this.menuButton.setAttribute("aria-expanded", "false");
      this.menuButton.setAttribute("aria-controls", "menu");
      const item = (key, act) => {
        const choose = () => {
          this.showMenu(false);
          this.menuButton.focus(); // Dialogs give the focus back to where it was.
          act();
        };
        return node("li", {}, this.label(node("button", { type: "button", click: choose }), key));
      };
      this.menu = node(
        "ul",
        { class: "menu", id: "menu", hidden: true },
        item("elsewhere", () => this.showCode()),
        item("restart", () => this.conversation.send({ text: this.say("restart") })),
        item("forget", () => this.forgetQuestion.showModal()),
        item("erase", () => this.eraseQuestion.showModal()),
      );
      const around = node("div", { class: "around-menu" }, this.menuButton, this.menu);
      around.addEventListener("focusout", (event) => {
        if (!around.contains(event.relatedTarget)) this.showMenu(false);
      });
      return around;
    }

    showMenu(isShown) {
      this.menu.hidden = !isShown;
      this.menuButton.setAttribute("aria-expanded", String(isShown));
    }

    escape(event) {
      if (event.key !== "Escape" || event.isComposing || this.panel.querySelector("dialog[open]")) return;
      if (!this.menu.hidden) {
        this.showMenu(false);
        this.menuButton.focus();
      } else if (this.isBubble) this.close();
    }

    buildComposer() {
      this.input = node("textarea", {
        id: "message",
        rows: "1",
        dir: "auto",
        enterkeyhint: "send",
        autocomplete: "off",
        "aria-describedby": "count",
        input: () => this.typed(),
        keydown: (event) => {
          // keyCode 229: Safari reports the Enter that ends a composition only this way.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          this.submit();
        },
      });
      this.label(this.input, "placeholder", "placeholder");
      this.sendButton = this.label(node("button", { class: "send", part: "send", type: "submit" }, icon(ICONS.send)), "send", "aria-label");
      this.counter = node("div", { class: "count", id: "count", hidden: true });
      return node(
        "form",
        {
          class: "composer",
          part: "composer",
          submit: (event) => {
            event.preventDefault();
            this.submit();
          },
        },
        this.label(node("label", { class: "sr", for: "message" }), "label"),
        node("div", { class: "field" }, this.input, this.sendButton),
        this.counter,
      );
    }

    /** A question before something that cannot be undone; `act` throws where it could not be done. */
    buildQuestion(key, act) {
      const failed = node("p", { class: "warning", role: "alert", hidden: true });
      const answer = (name, kind, click) =>
        this.label(node("button", { class: `choice ${kind}`, type: "button", click }), name);
      const yes = async () => {
        try {
          await act();
          question.close();
        } catch {
          failed.textContent = this.say("erase-failed");
          failed.hidden = false;
        }
      };
      const question = node(
        "dialog",
        { "aria-labelledby": `${key}-question`, "aria-describedby": `${key}-explained`, close: () => (failed.hidden = true) },
        this.label(node("h2", { id: `${key}-question` }), `${key}-question`),
        this.label(node("p", { id: `${key}-explained` }), `${key}-explained`),
        failed,
        node(
          "div",
          { class: "answers" },
          answer("erase-no", "erase-no", () => question.close()),
          answer(`${key}-yes`, "erase-yes", yes),
        ),
      );
      return question;
    }

    /** Shows a code for another device, and takes one from there. */
    buildCodes() {
      this.code = node("p", { class: "code", "aria-live": "polite", tabindex: "-1", autofocus: true });
      this.telegram = this.label(
        node("a", { target: "_blank", rel: "noopener noreferrer", hidden: true }),
        "code-telegram",
      );
      const box = node("input", { id: "code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "20" });
      const enter = (event) => {
        event.preventDefault();
        if (!box.value.trim()) return;
        this.codes.close();
        this.conversation.send({ text: box.value.trim() });
        box.value = "";
      };
      this.codes = node(
        "dialog",
        { "aria-labelledby": "codes" },
        this.label(node("h2", { id: "codes" }), "elsewhere"),
        this.label(node("p"), "code-explained"),
        this.code,
        node("p", {}, this.telegram),
        node(
          "form",
          { submit: enter },
          this.label(node("label", { for: "code" }), "code-have"),
          node("div", { class: "row" }, box, this.label(node("button", { class: "choice", type: "submit" }), "code-enter")),
        ),
        node(
          "div",
          { class: "answers" },
          this.label(node("button", { class: "choice", type: "button", click: () => this.codes.close() }), "done"),
        ),
      );
      return this.codes;
    }

    async showCode() {
      this.code.textContent = "…";
      this.telegram.hidden = true;
      this.codes.showModal();
      try {
        const { status, data } = await this.conversation.call("POST", "chat/code");
        this.code.textContent = status === 200 ? data.code : data.error.message;
        const address = data.telegram && safeAddress(data.telegram);
        this.telegram.hidden = !address;
        if (address) this.telegram.href = address;
      } catch {
        this.code.textContent = this.say("unreachable");
      }
    }

    // -- Opening and closing

    start() {
      if (this.started) return;
      this.started = true;
      this.conversation.begin();
    }

    open(takesFocus = true) {
      if (!this.isBubble || !this.panel.hidden) return;
      this.panel.hidden = false;
      this.launch.hidden = true;
      this.launch.setAttribute("aria-expanded", "true");
      this.start();
      this.toEndOfLog();
      if (!takesFocus) return;
      // On a phone the keyboard would cover the conversation.
      (matchMedia("(pointer: coarse)").matches ? this.log : this.input).focus();
    }

    close() {
      this.panel.hidden = true;
      this.launch.hidden = false;
      this.launch.setAttribute("aria-expanded", "false");
      this.launch.focus();
    }

    // -- Writing

    typed() {
      this.input.style.height = "auto";
      this.input.style.height = `${this.input.scrollHeight}px`;
      this.count();
    }

    count() {
      const count = length(this.input.value.trim());
      const over = count > TEXT_LIMIT;
      this.sendButton.setAttribute("aria-disabled", String(over || !count));
      this.counter.hidden = count < COUNT_FROM;
      this.counter.textContent = this.counter.hidden ? "" : this.say("count", { count, limit: TEXT_LIMIT });
      this.counter.classList.toggle("over", over);
      if (over && this.input.getAttribute("aria-invalid") !== "true") this.announce(this.counter.textContent);
      this.input.setAttribute("aria-invalid", String(over));
    }

    submit() {
      const text = this.input.value.trim();
      if (!text || length(text) > TEXT_LIMIT) return;
      this.input.value = "";
      this.typed();
      this.conversation.send({ text });
    }

    ask(text) {
      this.open();
      this.start();
      this.conversation.send({ text });
    }

    // -- The transcript

    clear() {
      this.log.replaceChildren();
      this.mineById.clear();
      this.active = [];
      this.unreachable = null;
      this.progress(null);
    }

    hasMine() {
      return this.mineById.size > 0;
    }

    show(messages, isHistory) {
      const first = this.log.children.length;
      let { lang } = this.conversation;
      for (const message of messages) {
        if (message.from === "user") this.mine({ ...message, lang }, "sent");
        else this.theirs(message);
        lang = message.lang || lang;
      }
      if (isHistory) this.toEndOfLog();
      else {
        const added = Array.from(this.log.children).slice(first);
        for (const element of added) element.classList.add("new");
        this.announceAll(messages);
        this.bringIntoView(added[0]);
      }
    }

    theirs(message) {
      this.retire();
      const { id, text = "", table, sources, image, files, meta, lang } = message;
      this.log.append(
        node(
          "div",
          { class: "message theirs", part: "message", lang },
          this.speaker("assistant"),
          text && node("div", { class: "bubble", part: "bubble" }, ...blocks(text, this)),
          table && scoreTable(table, this),
          image && picture(image, this),
          files && linkList(this.say("files"), files, this.server, file(this)),
          sources && linkList(this.say("source"), sources, this.server, source(this)),
          id && (table || sources || meta) && this.opinion(id),
          ...this.choices(message.buttons || []),
        ),
      );
    }

    /** Thumbs up and down for an answer, and room for a comment. */
    opinion(id) {
      const said = node("p", { class: "said" });
      const tell = (key) => {
        said.textContent = this.say(key);
        this.announce(said.textContent);
      };
      let verdict = null;
      const send = async (wanted, comment) => {
        const { status } = await this.conversation.call("POST", "chat/feedback", { message: id, verdict: wanted, comment });
        if (status !== 200) throw new Error(String(status));
      };
      const form = this.comment(async (comment) => {
        await send(verdict, comment);
        form.hidden = true;
        down.focus();
        tell("thanks");
      });
      const thumb = (wanted, key) => {
        const press = async () => {
          try {
            await send(wanted);
            verdict = wanted;
            for (const each of [up, down]) each.setAttribute("aria-pressed", String(each === (wanted === "up" ? up : down)));
            form.hidden = wanted === "up";
            tell("thanks");
          } catch {
            tell("opinion-failed");
          }
        };
        const attributes = { class: `thumb ${wanted}`, type: "button", "aria-pressed": "false", click: press };
        return node("button", { ...attributes, "aria-label": this.say(key), title: this.say(key) }, icon(ICONS.up));
      };
      const [up, down] = [thumb("up", "good"), thumb("down", "bad")];
      return node("div", { class: "opinion" }, up, down, said, form);
    }

    comment(send) {
      const id = `comment-${newId()}`;
      const box = node("textarea", { id, rows: "2", maxlength: COMMENT_LIMIT, "aria-describedby": `${id}-note`, dir: "auto" });
      const failed = node("p", { class: "warning", role: "alert", hidden: true }, this.say("opinion-failed"));
      const submit = async (event) => {
        event.preventDefault();
        failed.hidden = true;
        if (box.value.trim()) await send(box.value.trim()).catch(() => (failed.hidden = false));
      };
      return node(
        "form",
        { class: "comment", hidden: true, submit },
        node("label", { for: id }, this.say("comment")),
        box,
        node("p", { class: "note", id: `${id}-note` }, this.say("comment-note")),
        failed,
        node("button", { class: "choice", type: "submit" }, this.say("comment-send")),
      );
    }

    speaker(key) {
      return node("span", { class: "sr", lang: this.conversation.lang }, this.say(key));
    }

    choices(all) {
      const group = (minor) => {
        const buttons = all.filter((choice) => Boolean(choice.minor) === minor);
        if (!buttons.length) return null;
        const attributes = { class: minor ? "choices minor" : "choices", role: "group", "aria-label": this.say("choices") };
        return node("div", attributes, ...buttons.map((choice) => this.choice(choice)));
      };
      return [group(false), group(true)];
    }

    choice({ title, button }) {
      const press = (event) => {
        if (event.currentTarget.getAttribute("aria-disabled")) return;
        this.pressed = event.currentTarget;
        this.conversation.send({ button, title });
      };
      const element = node("button", { class: "choice", part: "choice", type: "button", dir: "auto", click: press }, title);
      this.active.push(element);
      return element;
    }

    /** Buttons that were answered stay readable. The one that was pressed keeps the focus, the others go. */
    retire(answer) {
      const chosen = this.pressed || this.active.find((element) => element.textContent === answer);
      this.pressed = null;
      for (const element of this.active) {
        if (element === chosen) {
          element.setAttribute("aria-disabled", "true");
          element.tabIndex = -1;
          element.classList.add("chosen");
          element.prepend(node("span", { class: "sr" }, `${this.say("chosen")} `));
        } else element.disabled = true;
      }
      this.retired = this.active;
      this.active = [];
    }

    /** The last buttons count again: what was sent instead was refused. */
    revive() {
      for (const element of this.retired) {
        element.disabled = false;
        element.removeAttribute("aria-disabled");
        element.removeAttribute("tabindex");
        element.classList.remove("chosen");
        element.querySelector(".sr")?.remove();
      }
      this.active = this.retired;
    }

    mine(item, state) {
      const text = item.title || item.text;
      this.retire(text);
      this.log.querySelector(".kept")?.remove();
      const element = node(
        "div",
        { class: "message mine", part: "message mine", lang: item.lang || this.conversation.lang },
        this.speaker("you"),
        node("div", { class: "bubble", part: "bubble", dir: "auto" }, text || ""),
      );
      this.mineById.set(item.id || newId(), element);
      this.log.append(element);
      this.state(item, state);
      if (state !== "sent") {
        element.classList.add("new");
        this.toEndOfLog();
      }
    }

    toEnd(item) {
      this.log.append(this.mineById.get(item.id));
    }

    /** How it stands with something that the person sent. */
    state(item, state, detail) {
      const element = this.mineById.get(item.id);
      if (!element) return;
      element.querySelector(".state")?.remove();
      if (state === "again") this.busy(true);
      const text = {
        "not-sent": () => this.say("not-sent"),
        wait: () => this.say("wait", { seconds: detail }),
        refused: () => detail,
      }[state];
      element.classList.toggle("unsent", Boolean(text));
      if (!text) return;
      this.busy(false);
      const line = node("p", { class: "state" }, text());
      if (state === "not-sent") {
        const again = node("button", { type: "button", click: () => this.conversation.wake() }, this.say("try-now"));
        line.append(" ", again);
      }
      if (this.told !== `${item.id} ${state}`) this.announce(text());
      this.told = `${item.id} ${state}`;
      element.append(line);
      if (element === this.log.lastElementChild) this.toEndOfLog();
    }

    /** Whether the server answers while a conversation is being opened. */
    reach(state) {
      if (state === "reached") this.unreachable?.remove();
      if (state === "not-sent" && !this.unreachable?.isConnected) this.unreachable = this.notice(this.say("unreachable"));
    }

    notice(text) {
      const element = node("p", { class: "notice" }, text);
      this.log.append(element);
      this.announce(text);
      this.toEndOfLog();
      return element;
    }

    /** Said when a conversation is taken up again: whoever holds the device now may be somebody else. */
    kept() {
      const forget = node("button", { type: "button", click: () => this.forgetQuestion.showModal() }, this.say("forget-short"));
      this.log.append(node("p", { class: "notice kept" }, this.say("kept-here"), " ", forget));
      this.toEndOfLog();
    }

    busy(isBusy) {
      clearTimeout(this.typingTimer);
      this.typing.hidden = true;
      if (!isBusy) return;
      this.typingTimer = setTimeout(() => {
        this.typing.hidden = false;
        this.announce(this.say("typing"));
        this.toEndOfLog();
      }, TYPING_AFTER_MS);
    }

    progress(question) {
      this.question = question;
      this.progressBar.hidden = !question;
      this.subtitle.textContent = question ? this.say("progress", question) : this.say("subtitle");
      if (!question) return;
      this.progressBar.setAttribute("aria-valuenow", question.done);
      this.progressBar.setAttribute("aria-valuemax", question.of);
      this.progressBar.setAttribute("aria-valuetext", this.subtitle.textContent);
      this.filled.style.width = `${Math.min(1, question.done / question.of) * 100}%`;
    }

    // -- Telling those who do not see

    announceAll(messages) {
      const elements = Array.from(this.log.children).slice(-messages.length);
      const parts = messages.map(({ table, buttons = [] }, index) => {
        const bubble = elements[index] && elements[index].querySelector(".bubble");
        const total = table && table.total;
        return [
          bubble && bubble.innerText,
          table && table.caption,
          total && `${total.label} ${this.say("of", total)}`,
          buttons.filter((choice) => !choice.minor).map((choice) => choice.title).join(", "),
        ];
      });
      this.announce(parts.flat().filter(Boolean).join(". ").replace(/([.:?!])\. /g, "$1 "));
    }

    announce(text) {
      clearTimeout(this.announcementTimer);
      this.announcer.replaceChildren(node("p", {}, text));
      this.announcementTimer = setTimeout(() => this.announcer.replaceChildren(), FORGET_ANNOUNCEMENT_MS);
    }

    // -- Scrolling: the document's on a page of its own, the panel's elsewhere

    get scroller() {
      return this.isPage ? document.scrollingElement : this.body;
    }

    toEndOfLog() {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    }

    /** A picture has come, and with it its height: what the person was reading at the end stays in view. */
    grown(image) {
      const message = image.closest(".message");
      if (message === this.log.lastElementChild) this.bringIntoView(message);
    }

    /** The end of the transcript, unless what is new is taller than the window: then its beginning. */
    bringIntoView(element) {
      if (this.isPage && !this.hasMine()) return; // The person reads the page from its beginning.
      this.toEndOfLog();
      if (!element) return;
      const head = this.panel.querySelector(".head").getBoundingClientRect();
      const hidden = Math.max(head.bottom, 0) + 12 - element.getBoundingClientRect().top;
      if (hidden > 0) this.scroller.scrollTop -= hidden;
    }
  }

  // ---- The page that the widget fills ---------------------------------------------------------------------

  /** Shows what the page says about itself in one language. */
  const aboutIn = (lang) => {
    if (!isOurPage) return;
    document.documentElement.lang = lang;
    for (const about of document.querySelectorAll('[slot="about"]')) {
      about.hidden = about.lang !== lang;
      if (!about.hidden) document.title = about.dataset.title;
    }
  };

  if (isOurPage) {
    addStyle(document, PAGE_STYLE);
    const wide = matchMedia("(min-width: 62em)");
    const unfold = () => document.querySelectorAll("details").forEach((details) => (details.open = wide.matches));
    wide.addEventListener("change", unfold);
    document.addEventListener("DOMContentLoaded", () => {
      unfold();
      aboutIn(document.querySelector("express-entry-chat").language);
    });
  }

  // ---- The element ----------------------------------------------------------------------------------------

  let automatic = null;

  /** Attributes, each with or without `data-` before it: `lang` (en, fr), `mode` (bubble, inline, page) or only
   * `inline`, `position` (right, left), `theme` (light, dark), `accent` (#rrggbb), `title`, `greeting`, `server`. */
  class ExpressEntryChat extends HTMLElement {
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
      else if (this.left?.open) this.view.open(false);
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
      const paint = () => this.paint((this.option("theme") || (dark.matches ? "dark" : "light")) === "dark");
      const online = () => conversation.wake();
      const stored = (event) => conversation.elsewhere(event.key);
      paint();
      dark.addEventListener("change", paint);
      addEventListener("online", online);
      addEventListener("storage", stored);
      this.unfollow = () => {
        dark.removeEventListener("change", paint);
        removeEventListener("online", online);
        removeEventListener("storage", stored);
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
})();
