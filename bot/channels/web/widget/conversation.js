// The conversation with the server.

const REQUEST_TIMEOUT_MS = 30000;
const RETRY_AFTER_MS = [1000, 2000, 4000, 8000, 15000, 30000];
const LONGEST_WAIT_S = 120;
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
      this.view.offerEarlier(history.data.earlier);
      if (!this.isOld && this.view.hasMine()) this.view.kept();
    } else if (!(await this.open(run, Boolean(token), true))) return;
    this.isOld = true;
    this.queue = this.memory.unsent();
    for (const item of this.queue) this.view.mine(item, "waiting");
    this.ready = true;
    this.deliverAll(this.queue.length > 0);
  }

  /** Whether the server has said something that is not shown here. */
  async hasNews() {
    const { last, turn } = this;
    const { status, data } = await this.call("GET", "chat/history").catch(() => ({}));
    const newest = status === 200 && data.messages[data.messages.length - 1];
    return Boolean(newest) && turn === this.turn && last === this.last && newest.id !== last;
  }

  /** The page of the history before a message. */
  async fetchEarlier(before) {
    const { run } = this;
    const { status, data } = await this.call("GET", `chat/history?before=${before}`).catch(() => ({}));
    if (run !== this.run) return;
    if (status === 200) this.view.prepend(data.messages, data.earlier);
    else this.view.announce((this.view.earlier.textContent = this.view.say("earlier-failed")));
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
    const { button, chosen, change, text } = item;
    const body = button ? { button, ...(chosen && { chosen }) } : change ? { change } : { text };
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
    if (last) this.last = last.id;
    const fromBot = messages.filter((message) => message.from !== "user");
    if (fromBot.length) this.speak(fromBot[fromBot.length - 1].lang);
    this.view.show(messages, isHistory);
    const scores = isHistory ? [] : fromBot.filter(({ table }) => table && table.kind === "score");
    for (const { table } of scores) this.view.tell("ee-score", { total: table.total.points, maximum: table.total.maximum });
    this.view.known.refresh();
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
        body: body ? toJson(body) : undefined,
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
