// What is seen.

const TEXT_LIMIT = 4000;
const COVERING = matchMedia("(max-width: 30em), (max-height: 30em)"); // As in widget.css: the panel covers the page.
const COUNT_FROM = 3600;
const TYPING_AFTER_MS = 300;
const FORGET_ANNOUNCEMENT_MS = 4000;
const SHORT_TEXT = 300;
const FIRST_BUTTON = 70; // Pixels for the first button below a text.
const STEPS_APART = 24; // Pixels around the next steps under a score, all of which are seen.

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
    this.groups = [];
    this.questions = {}; // Dialogs are made when they are first wanted: nobody waits for them at the beginning.
    this.retired = this.overtaken = null;
    this.mineById = new Map();
    this.conversation = new Conversation(server, lang, this);
    this.root = node("div", { class: `root ${mode}-mode`, popover: this.isBubble && "manual" });
    this.build();
    this.settle();
    root.append(this.root);
    if (this.isBubble) this.root.showPopover?.(); // Over the page, whatever that does with its own elements.
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
    return this.word(element, key, attribute);
  }

  word(element, key, attribute) {
    if (attribute) element.setAttribute(attribute, this.say(key));
    else element.textContent = this.say(key);
    return element;
  }

  /** Another language is spoken. */
  relabel() {
    for (const label of this.labels) this.word(...label);
    this.settle();
  }

  /** What depends on the language beside the labels. */
  settle() {
    const { lang } = this.conversation;
    this.root.lang = lang;
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
    this.known = new Known(this);
    const about = this.isPage ? node("div", { class: "about" }, this.known.aside, node("slot", { name: "about" })) : null;
    this.body = node("div", { class: "body" }, about, transcript);
    this.announcer = node("div", { class: "sr", role: "status", "aria-live": "polite" });
    const role = this.isBubble ? "dialog" : this.isPage ? "main" : "region";
    this.panel = node(
      "div",
      { class: "panel", part: "panel", role, id: "panel", hidden: this.isBubble },
      this.buildHead(),
      this.body,
      this.buildComposer(),
    );
    this.panel.addEventListener("keydown", (event) => this.escape(event));
    if (!this.isPage) this.label(this.panel, "title", "aria-label");
    if (this.isBubble) {
      this.launch = node(
        "button",
        { class: "launch", part: "launch", "aria-expanded": "false", "aria-controls": "panel", click: () => this.open() },
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
      { class: "tool", click: () => this.conversation.changeLanguage(otherLanguage.lang) },
      (this.otherLanguageCode = node("span", { class: "short" })),
      this.label(node("span", { class: "long" }), "other-language"),
    );
    this.otherLanguage = this.label(otherLanguage, "other-language", "aria-label");
    const tool = (key, path, act) => {
      const button = node("button", { class: "tool", click: act }, icon(path));
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
      return node("li", { class: key === "known" && "is-known" }, this.label(node("button", { click: choose }), key));
    };
    this.menu = node(
      "ul",
      { class: "menu", id: "menu", hidden: true },
      item("known", () => this.known.show()),
      item("elsewhere", () => (this.codes ??= new Codes(this)).show()),
      isOurPage && top === self && item("notices", () => this.showNotices()),
      item("restart", () => this.conversation.send({ text: this.say("restart") })),
      item("forget", () => this.askFirst("forget")),
      item("erase", () => this.askFirst("erase")),
    );
    const around = node("div", { class: "around-menu" }, this.menuButton, this.menu);
    around.addEventListener("focusout", (event) => {
      if (!around.contains(event.relatedTarget)) this.showMenu(false);
    });
    return around;
  }

  /** Before what cannot be undone: "erase" or "forget". */
  askFirst(what) {
    this.questions[what] ??= this.panel.appendChild(question(this, what, () => this.conversation[what]()));
    this.questions[what].showModal();
  }

  /** What they are, on and off, is a script of its own: few ask for it. */
  async showNotices() {
    try {
      const { open } = await import(`${home}notices.js`);
      await open(this);
    } catch {
      this.notice(this.say("unreachable"));
    }
  }

  showMenu(isShown) {
    this.menu.hidden = !isShown;
    this.menuButton.setAttribute("aria-expanded", String(isShown));
  }

  escape(event) {
    if (event.key !== "Escape" || event.isComposing || this.panel.querySelector("dialog[open]")) return;
    if (this.hub.hide()) return;
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
    this.hub = new Hub(this);
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
      node("div", { class: "field" }, this.isPage ? null : this.hub.button, this.input, this.sendButton),
      this.counter,
      this.hub.list,
    );
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
    this.conversation.memory.isOpen = true;
    if (takesFocus && COVERING.matches) history.pushState({ ...history.state, expressEntryChat: true }, "");
    this.launch.hidden = true;
    this.launch.setAttribute("aria-expanded", "true");
    this.start();
    this.toEndOfLog();
    if (!takesFocus) return;
    // On a phone the keyboard would cover the conversation.
    (matchMedia("(pointer: coarse)").matches ? this.log : this.input).focus();
  }

  /** `isBack`: the person went back in the browser, which on a phone leaves the chat and not the page. */
  close(isBack = false) {
    if (this.panel.hidden) return;
    if (!isBack && history.state && history.state.expressEntryChat) history.back();
    this.conversation.memory.isOpen = false;
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
    this.groups = [];
    this.known.aside.hidden = true;
    this.unreachable = null;
    this.progress(null);
  }

  hasMine() {
    return this.mineById.size > 0;
  }

  add(messages) {
    let { lang } = this.conversation;
    for (const message of messages) {
      if (message.from === "user") this.mine({ ...message, lang }, "sent");
      else this.theirs(message);
      lang = message.lang || lang;
    }
  }

  show(messages, isHistory) {
    const first = this.log.children.length;
    this.add(messages);
    if (isHistory) this.toEndOfLog();
    else {
      const added = [...this.log.children].slice(first);
      for (const element of added) element.classList.add("new");
      this.announceAll(messages);
      this.bringIntoView(added[0]);
    }
  }

  /** A button over the transcript for the messages before `before`, if there are any. */
  offerEarlier(before) {
    if (!before) return;
    const ask = () => this.conversation.fetchEarlier(before);
    this.earlier = node("button", { click: ask }, this.say("earlier"));
    this.log.prepend(node("p", { class: "notice earlier" }, this.earlier));
  }

  /** Earlier messages take the place of their button, and what the person reads stays where it is. */
  prepend(messages, before) {
    const { scroller, groups, earlier } = this;
    const [first, height] = [earlier.parentElement, scroller.scrollHeight];
    const shown = this.log.lastElementChild;
    this.groups = [];
    this.add(messages);
    this.groups = [...this.groups, ...groups];
    while (shown.nextSibling) first.before(shown.nextSibling);
    first.remove();
    this.offerEarlier(before);
    scroller.scrollTop += scroller.scrollHeight - height;
    (before ? this.earlier : this.log).focus({ preventScroll: true });
    this.announce(this.say("earlier-shown"));
  }

  theirs(message) {
    const { id, text = "", table, sources, image, files, meta, lang } = message;
    const bubble = text && node("div", { class: "bubble", part: "bubble" }, ...blocks(text, this));
    const shown = image && picture(image, this);
    const isBeside = text.length < SHORT_TEXT; // Below a longer text it would hide what can be pressed.
    const offered = this.offer(message);
    this.log.append(
      node(
        "div",
        { class: "message theirs", part: "message", lang },
        this.speaker("assistant"),
        bubble,
        table && !table.folded && scoreTable(table, this),
        isBeside && shown,
        files && linkList(this.say("files"), files, this.server, file(this)),
        ...offered,
        !isBeside && shown,
        table && table.folded && foldedTable(table, this),
        sources && sourceList(sources, this),
        id && (table || sources || (meta && meta.answer)) && opinion(this, id),
      ),
    );
    if (!bubble || !this.hasMine()) return;
    const room = this.room();
    const steps = table?.folded && offered.length ? offered[0].offsetHeight + STEPS_APART : 0;
    fold(bubble, room - Math.max(FIRST_BUTTON, Math.min(steps, room / 2)), this);
  }

  /** Pixels between head and text field. */
  room() {
    const [head, composer] = [".head", ".composer"].map((part) => this.panel.querySelector(part).getBoundingClientRect());
    return composer.top - head.bottom;
  }

  speaker(key) {
    return node("span", { class: "sr", lang: this.conversation.lang }, this.say(key));
  }

  /** The buttons and options under a message. The same ones once more make those that stood there before idle. */
  offer({ buttons = [], choices }) {
    const group = new Offer(this, buttons, choices);
    if (!group.elements.length) return [];
    for (const earlier of this.groups) if (earlier === this.overtaken || earlier.key === group.key) earlier.retire();
    this.overtaken = null;
    this.groups = [...this.groups.filter((each) => each.isOpen), group];
    return group.elements;
  }

  /** What was answered can be pressed no more. A text that names no button leaves the last question open until
   * something else can be pressed. */
  answered(button, text) {
    const open = this.groups.filter((each) => each.isOpen).reverse();
    const group = open.find((each) => (button ? each.has(button) : each.titled(text)));
    this.retired = group || null;
    this.overtaken = group ? null : open[0];
    if (group) group.retire(button, text);
  }

  /** The last buttons count again: what was sent instead was refused. */
  revive() {
    if (this.retired) this.retired.revive();
  }

  mine(item, state) {
    const text = item.title || item.text;
    this.answered(item.button, text);
    if (state !== "sent") this.log.querySelector(".kept")?.remove();
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
      element.classList.toggle("unsent", Boolean(this.log.querySelector(".unsent")));
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
    if (state === "not-sent") for (const { id } of this.conversation.queue) this.mineById.get(id)?.classList.add("unsent");
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
      const again = node("button", { click: () => this.conversation.wake() }, this.say("try-now"));
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
    const forget = node("button", { click: () => this.askFirst("forget") }, this.say("forget-short"));
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
    const elements = [...this.log.children].slice(-messages.length);
    const parts = messages.map(({ table, buttons = [], choices }, index) => {
      const bubble = elements[index] && elements[index].querySelector(".bubble");
      const total = table && table.total;
      return [
        bubble && bubble.innerText,
        table && table.caption,
        total && `${total.label} ${this.say("of", total)}`,
        [...(choices ? choices.options : []), ...buttons].filter((each) => !each.minor).map((each) => each.title).join(", "),
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
    const hidden = Math.max(head.bottom, window.visualViewport?.offsetTop || 0) + 12 - element.getBoundingClientRect().top;
    if (hidden > 0) this.scroller.scrollTop -= hidden;
  }
}
