// Dialogs: a question before something that cannot be undone, and the code for another device.

/** A question before something that cannot be undone; `act` throws where it could not be done. */
const question = (view, key, act) => {
  const failed = node("p", { class: "warning", role: "alert", hidden: true });
  const answer = (name, kind, click) =>
    view.label(node("button", { class: `choice ${kind}`, click }), name);
  const yes = async () => {
    try {
      await act();
      box.close();
    } catch {
      failed.textContent = view.say("erase-failed");
      failed.hidden = false;
    }
  };
  const box = node(
    "dialog",
    { "aria-labelledby": `${key}-question`, "aria-describedby": `${key}-explained`, close: () => (failed.hidden = true) },
    view.label(node("h2", { id: `${key}-question` }), `${key}-question`),
    view.label(node("p", { id: `${key}-explained` }), `${key}-explained`),
    failed,
    node(
      "div",
      { class: "answers" },
      answer("erase-no", "erase-no", () => box.close()),
      answer(`${key}-yes`, "erase-yes", yes),
    ),
  );
  return box;
};

const LOOK_AFTER_MS = 4000;

/** A code for another device to show, and room for one from there. */
class Codes {
  constructor(view) {
    this.view = view;
    this.code = node("p", { class: "code", "aria-live": "polite", tabindex: "-1" });
    this.telegram = view.label(
      node("a", { target: "_blank", rel: "noopener noreferrer", hidden: true }),
      "code-telegram",
    );
    const box = node("input", { id: "code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "20" });
    const enter = (event) => {
      event.preventDefault();
      if (!box.value.trim()) return;
      this.box.close();
      view.conversation.send({ text: box.value.trim() });
      box.value = "";
    };
    this.box = node(
      "dialog",
      { "aria-labelledby": "codes", close: () => clearInterval(this.looking) },
      view.label(node("h2", { id: "codes" }), "elsewhere"),
      view.label(node("p"), "code-explained"),
      this.code,
      node("p", {}, this.telegram),
      (this.qr = node("div", { class: "qr", hidden: true })),
      node(
        "form",
        { submit: enter },
        view.label(node("label", { for: "code" }), "code-have"),
        node("div", { class: "row" }, box, view.label(node("button", { class: "choice", type: "submit" }), "code-enter")),
      ),
      node(
        "div",
        { class: "answers" },
        view.label(node("button", { class: "choice", click: () => this.box.close() }), "done"),
      ),
    );
    view.panel.append(this.box);
  }

  /** Whoever entered the code elsewhere is asked about here: the question shows itself. */
  look() {
    clearInterval(this.looking);
    this.looking = setInterval(async () => {
      if (document.hidden || !(await this.view.conversation.hasNews()) || !this.box.open) return;
      this.box.close();
      this.view.conversation.begin();
    }, LOOK_AFTER_MS);
  }

  async show() {
    const { view } = this;
    this.code.textContent = "…";
    this.telegram.hidden = this.qr.hidden = true;
    this.box.showModal();
    this.code.focus();
    try {
      const { status, data } = await view.conversation.call("POST", "chat/code");
      this.code.textContent = status === 200 ? data.code : data.error.message;
      if (status === 200 && this.box.open) this.look();
      const address = data.telegram && safeAddress(data.telegram);
      this.telegram.hidden = !address;
      if (!address) return;
      this.telegram.href = address;
      this.qr.replaceChildren(icon(data.qr.path), node("p", {}, view.say("code-scan")));
      this.qr.firstChild.setAttribute("viewBox", `0 0 ${data.qr.size} ${data.qr.size}`);
      this.qr.hidden = false;
    } catch {
      this.code.textContent = view.say("unreachable");
    }
  }
}
