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
  const SVG = "http://www.w3.org/2000/svg";
  const ICONS = {
    chat: "M21 12a8 8 0 0 1-8 8H4l2-3.2A8 8 0 1 1 21 12ZM8.5 12h.01M12.5 12h.01M16.5 12h.01",
    close: "M6 6l12 12M18 6L6 18",
    erase: "M4 7h16M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10 11v5M14 11v5",
    send: "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  };

  const script = document.currentScript;
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

  /** Token, language and what was not sent yet, shared by all tabs; kept in memory where storage is forbidden. */
  class Memory {
    constructor(server) {
      this.key = `express-entry-chat ${server}`;
      this.kept = null;
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

  const picture = (image, server) => {
    const address = /^data:image\/(png|jpeg|webp);base64,/.test(image.url) ? image.url : safeAddress(image.url, server);
    return address && node("figure", {}, node("img", { src: address, alt: image.alt || "", loading: "lazy" }));
  };

  const linkList = (heading, links, server, view) => {
    const safe = links.map(({ title, url }) => [title, safeAddress(url, server)]).filter(([, address]) => address);
    if (!safe.length) return null;
    return node(
      "div",
      { class: "links" },
      node("p", {}, heading),
      node("ul", {}, ...safe.map(([title, address]) => node("li", {}, link(title, address, view)))),
    );
  };

  // ---- The conversation with the server -------------------------------------------------------------------

  class Conversation {
    constructor(server, lang, view) {
      this.server = server;
      this.memory = new Memory(server);
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

    /** Goes on where the person was, or opens a new conversation. */
    async begin() {
      const run = ++this.run;
      this.ready = false;
      const token = this.memory.get().token;
      const history = token && (await this.insist(run, "GET", "chat/history", null, this.view.reach));
      if (run !== this.run) return;
      if (history && history.status === 200) {
        if (history.data.token) this.memory.set({ token: history.data.token });
        this.view.clear();
        this.hear(history.data, true);
      } else if (!(await this.open(run, Boolean(token), true))) return;
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

    remember(changes) {
      this.turn = newId();
      this.memory.set({ ...changes, turn: this.turn });
    }

    /** Another tab has talked to the server. */
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
    constructor(root, settings) {
      this.isPage = settings.isPage;
      this.server = settings.server;
      this.reach = this.reach.bind(this);
      this.labels = [];
      this.active = [];
      this.retired = [];
      this.mineById = new Map();
      this.conversation = new Conversation(settings.server, settings.lang, this);
      this.root = node("div", { class: `root ${this.isPage ? "page-mode" : "bubble-mode"}` });
      this.build();
      this.relabel();
      root.append(this.root);
    }

    /** A sentence of the catalog in the conversation's language. */
    say(key, values = {}) {
      const { lang } = this.conversation;
      return STRINGS[lang][key].replace(/\{(\w+)\}/g, (_, name) =>
        typeof values[name] === "number" ? this.number(values[name]) : values[name],
      );
    }

    number(value) {
      return Number(value).toLocaleString(`${this.conversation.lang}-CA`);
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
        node("div", { class: "log", role: "log", "aria-live": "off", tabindex: "0" }),
        "conversation",
        "aria-label",
      );
      this.typing = node("div", { class: "typing", hidden: true }, node("i"), node("i"), node("i"));
      const transcript = node("div", { class: "transcript" }, this.log, this.typing);
      const about = this.isPage ? node("div", { class: "about" }, node("slot", { name: "about" })) : null;
      this.body = node("div", { class: "body" }, about, transcript);
      this.announcer = node("div", { class: "sr", role: "status", "aria-live": "polite" });
      this.panel = node(
        "div",
        { class: "panel", role: this.isPage ? "main" : "dialog", id: "panel", hidden: !this.isPage },
        this.buildHead(),
        this.body,
        this.buildComposer(),
        this.buildEraseQuestion(),
      );
      if (!this.isPage) {
        this.label(this.panel, "title", "aria-label");
        this.panel.addEventListener("keydown", (event) => {
          if (event.key === "Escape" && !this.eraseQuestion.open && !event.isComposing) this.close();
        });
        this.launch = node(
          "button",
          { class: "launch", type: "button", "aria-expanded": "false", "aria-controls": "panel", click: () => this.open() },
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
        { class: "head" },
        mark(),
        node("div", { class: "names" }, this.label(node("div", { class: "title" }), "title"), this.subtitle),
        node(
          "div",
          { class: "tools" },
          this.otherLanguage,
          tool("erase", ICONS.erase, () => this.askToErase()),
          this.isPage ? null : tool("close", ICONS.close, () => this.close()),
        ),
        this.progressBar,
      );
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
      this.sendButton = this.label(node("button", { class: "send", type: "submit" }, icon(ICONS.send)), "send", "aria-label");
      this.counter = node("div", { class: "count", id: "count", hidden: true });
      return node(
        "form",
        {
          class: "composer",
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

    buildEraseQuestion() {
      this.eraseFailed = node("p", { class: "warning", role: "alert", hidden: true });
      const answer = (key, kind, act) =>
        this.label(node("button", { class: `choice ${kind}`, type: "button", click: act }), key);
      this.eraseQuestion = node(
        "dialog",
        { "aria-labelledby": "erase-question", "aria-describedby": "erase-explained" },
        this.label(node("h2", { id: "erase-question" }), "erase-question"),
        this.label(node("p", { id: "erase-explained" }), "erase-explained"),
        this.eraseFailed,
        node(
          "div",
          { class: "answers" },
          answer("erase-no", "erase-no", () => this.eraseQuestion.close()),
          answer("erase-yes", "erase-yes", () => this.erase()),
        ),
      );
      return this.eraseQuestion;
    }

    // -- Opening and closing

    start() {
      if (this.started) return;
      this.started = true;
      this.conversation.begin();
    }

    open() {
      if (this.isPage || !this.panel.hidden) return;
      this.panel.hidden = false;
      this.launch.hidden = true;
      this.launch.setAttribute("aria-expanded", "true");
      this.start();
      this.toEndOfLog();
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

    askToErase() {
      this.eraseFailed.hidden = true;
      this.eraseQuestion.showModal();
    }

    async erase() {
      try {
        await this.conversation.erase();
        this.eraseQuestion.close();
      } catch {
        this.eraseFailed.textContent = this.say("erase-failed");
        this.eraseFailed.hidden = false;
      }
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
      for (const message of messages) {
        if (message.from === "user") this.mine(message, "sent");
        else this.theirs(message);
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
      const { text = "", table, sources, image, files, lang } = message;
      this.log.append(
        node(
          "div",
          { class: "message theirs", lang },
          this.speaker("assistant"),
          text && node("div", { class: "bubble" }, ...blocks(text, this)),
          table && scoreTable(table, this),
          image && picture(image, this.server),
          files && linkList(this.say("files"), files, this.server, this),
          sources && linkList(this.say("source"), sources, this.server, this),
          ...this.choices(message.buttons || []),
        ),
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
      const element = node("button", { class: "choice", type: "button", dir: "auto", click: press }, title);
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
      const element = node(
        "div",
        { class: "message mine" },
        this.speaker("you"),
        node("div", { class: "bubble", dir: "auto" }, text || ""),
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
    if (!script || !("page" in script.dataset)) return;
    document.documentElement.lang = lang;
    for (const about of document.querySelectorAll('[slot="about"]')) {
      about.hidden = about.lang !== lang;
      if (!about.hidden) document.title = about.dataset.title;
    }
  };

  if (script && "page" in script.dataset) {
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

  /** Attributes: `lang` (en, fr), `mode` (bubble, page), `server`, `theme` (light, dark), `position` (right, left). */
  class ExpressEntryChat extends HTMLElement {
    connectedCallback() {
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      if (!this.shadowRoot.adoptedStyleSheets?.length && !root.querySelector("style")) addStyle(root, WIDGET_STYLE);
      const server = this.getAttribute("server");
      this.view = new View(root, {
        isPage: this.getAttribute("mode") === "page",
        server: server ? new URL(`${server.replace(/\/+$/, "")}/`, location.href).href : home,
        lang: this.wantedLanguage(),
      });
      this.followSurroundings();
      if (this.view.isPage) this.view.start();
    }

    disconnectedCallback() {
      this.unfollow();
      this.view.conversation.stop();
      this.view.root.remove();
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
      const wanted = [this.getAttribute("lang"), document.documentElement.lang, ...(navigator.languages || [])];
      return wanted.map((lang) => String(lang).slice(0, 2).toLowerCase()).find(isSpoken) || "en";
    }

    followSurroundings() {
      const { conversation, root } = this.view;
      const dark = matchMedia("(prefers-color-scheme: dark)");
      const paint = () => {
        const theme = this.getAttribute("theme") || (dark.matches ? "dark" : "light");
        root.classList.toggle("dark", theme === "dark");
      };
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

  if (!customElements.get("express-entry-chat")) {
    customElements.define("express-entry-chat", ExpressEntryChat);
    document.addEventListener("click", (event) => {
      const asker = event.target instanceof Element && event.target.closest("[data-express-entry-ask]");
      const chat = asker && document.querySelector("express-entry-chat");
      if (chat) chat.ask(asker.dataset.expressEntryAsk || asker.textContent);
    });
  }
})();
