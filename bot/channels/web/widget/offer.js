// What can be pressed under a message.

const same = (one, other) => one.trim().toLowerCase() === (other || "").trim().toLowerCase();

/** The buttons of one message, and its options where several may hold at once. */
class Offer {
  constructor(view, buttons, choices) {
    this.view = view;
    this.isOpen = true;
    this.key = toJson([buttons, choices ? choices.options : []].flat().map(({ title }) => title));
    this.buttons = new Map();
    this.toggles = [];
    this.elements = [
      choices && this.several(choices),
      this.row(buttons.filter(({ minor }) => !minor)),
      this.row(buttons.filter(({ minor }) => minor), "minor"),
    ].filter(Boolean);
  }

  row(buttons, kind = "") {
    if (!buttons.length) return null;
    const attributes = { class: `choices ${kind}`.trim(), role: "group", "aria-label": this.view.say("choices") };
    return node("div", attributes, ...buttons.map((each) => this.choice(each)));
  }

  choice({ title, button }) {
    const press = () => this.press(button, () => this.view.conversation.send({ button, title }));
    const element = node("button", { class: "choice", part: "choice", dir: "auto", click: press }, title);
    this.buttons.set(button, element);
    return element;
  }

  press(button, act) {
    const element = this.buttons.get(button);
    if (!element.disabled && !element.getAttribute("aria-disabled")) act();
  }

  /** Options to switch on and off, and the button that answers with those that are on. */
  several({ options, button, done, none }) {
    const isOn = (toggle) => toggle.getAttribute("aria-pressed") === "true";
    const name = () => {
      answer.textContent = this.toggles.some(isOn) ? done : none;
    };
    this.toggles = options.map(({ title, chosen }) => {
      const press = ({ currentTarget }) => {
        currentTarget.setAttribute("aria-pressed", String(!isOn(currentTarget)));
        name();
      };
      const attributes = { class: "choice toggle", dir: "auto", "aria-pressed": String(chosen), click: press };
      return node("button", attributes, title);
    });
    const send = () => {
      const chosen = this.toggles.flatMap((toggle, place) => (isOn(toggle) ? [place] : []));
      const title = chosen.map((place) => options[place].title).join(", ") || none;
      this.press(button, () => this.view.conversation.send({ button, title, chosen }));
    };
    const answer = node("button", { class: "choice done", part: "choice", dir: "auto", click: send });
    this.buttons.set(button, answer);
    name();
    const attributes = { class: "choices several", role: "group", "aria-label": this.view.say("choices") };
    return node("div", attributes, ...this.toggles, answer);
  }

  has(button) {
    return this.buttons.has(button);
  }

  /** The id of the button with this title. */
  titled(text) {
    return [...this.buttons].find(([, element]) => same(element.textContent, text));
  }

  /** Buttons that were answered stay readable. The one that was pressed keeps the focus, the others go. */
  retire(button, text) {
    const chosen = this.buttons.get(button) || this.titled(text)?.[1];
    this.isOpen = false;
    for (const element of [...this.buttons.values(), ...this.toggles]) {
      if (element === chosen) {
        element.setAttribute("aria-disabled", "true");
        element.tabIndex = -1;
        element.classList.add("chosen");
        element.prepend(node("span", { class: "sr" }, `${this.view.say("chosen")} `));
      } else element.disabled = true;
    }
  }

  revive() {
    this.isOpen = true;
    for (const element of [...this.buttons.values(), ...this.toggles]) {
      element.disabled = false;
      element.removeAttribute("aria-disabled");
      element.removeAttribute("tabindex");
      element.classList.remove("chosen");
      element.querySelector(".sr")?.remove();
    }
    this.view.groups = [...this.view.groups.filter((each) => each !== this), this];
  }
}
