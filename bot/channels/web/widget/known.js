// What is known about the person: beside the conversation on a wide page, a sheet elsewhere.

const WIDE = matchMedia("(min-width: 62em)");

/** The told story, what follows from it, what is open and the score so far; each line can be pressed to change it. */
class Known {
  constructor(view) {
    this.view = view;
    this.content = node("div", { class: "known-lines" });
    this.aside = view.label(node("aside", { class: "known", hidden: true }), "known", "aria-label");
  }

  get isBeside() {
    return this.view.isPage && WIDE.matches;
  }

  makeSheet() {
    const { view } = this;
    const heading = view.label(node("h2", { id: "known" }), "known");
    const close = view.label(node("button", { class: "choice", click: () => this.sheet.close() }), "done");
    this.sheet = node("dialog", { "aria-labelledby": "known", close: () => this.refresh() }, heading, node("div", { class: "answers" }, close));
    view.panel.append(this.sheet);
  }

  async show() {
    if (!this.sheet) this.makeSheet();
    this.sheet.firstChild.after(this.content);
    this.sheet.showModal();
    await this.refresh();
  }

  /** Called after every message. */
  async refresh() {
    if (!this.sheet?.open && !(this.isBeside && this.view.hasMine())) return;
    try {
      const { status, data } = await this.view.conversation.call("GET", "chat/profile");
      if (status === 200) this.draw(data.shown);
    } catch {
      // What stands there stays until the next message.
    }
  }

  draw({ told, counted, open, score }) {
    const { view } = this;
    const part = (key, lines) => lines.length > 0 && node("section", {}, node("h3", {}, view.say(key)), node("ul", {}, ...lines.map((each) => this.line(each))));
    this.content.replaceChildren(
      ...[
        score && node("p", { class: "so-far" }, view.say("known-score", { points: score.total })),
        !told.length && node("p", {}, view.say("known-nothing")),
        part("known-told", told),
        part("known-counted", counted),
        told.length > 0 && part("known-open", open),
      ].filter(Boolean),
    );
    if (this.sheet?.open) return;
    this.aside.replaceChildren(node("h2", {}, view.say("known")), this.content);
    this.aside.hidden = !told.length;
  }

  line({ title, value, change }) {
    const words = [node("span", {}, title), value && node("b", {}, value)];
    if (!change) return node("li", {}, ...words);
    const press = () => {
      if (this.sheet?.open) this.sheet.close();
      this.view.conversation.send({ change, title });
    };
    const button = node("button", { dir: "auto", click: press }, ...words);
    button.title = this.view.say("known-change", { title });
    return node("li", {}, button);
  }
}
