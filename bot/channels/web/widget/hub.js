// What the assistant can do: always at hand beside the text field.

const SUBJECTS = Object.keys(STRINGS.en).filter((key) => key.startsWith("menu-") && key !== "menu-all");

/** On the page a row that stays; elsewhere a list behind one button. A title is sent as if it had been typed. */
class Hub {
  constructor(view) {
    const subject = (key) => {
      const isKnown = key === "menu-profile"; // It can be seen without asking, and on a wide page it is.
      const choose = () => {
        this.hide();
        if (isKnown) view.known.show();
        else view.conversation.send({ text: view.say(key) });
      };
      return node("li", { class: isKnown && "is-known" }, view.label(node("button", { click: choose }), key));
    };
    this.list = view.label(node("ul", { class: "hub", id: "hub", hidden: !view.isPage }, ...SUBJECTS.map(subject)), "menu-all", "aria-label");
    this.button = node(
      "button",
      { class: "tool", "aria-expanded": "false", "aria-controls": "hub", click: () => this.show(this.list.hidden) },
      icon(ICONS.hub),
    );
    for (const attribute of ["title", "aria-label"]) view.label(this.button, "menu-all", attribute);
    this.stays = view.isPage;
  }

  show(isShown) {
    this.list.hidden = !isShown;
    this.button.setAttribute("aria-expanded", String(isShown));
    if (isShown) this.list.querySelector("button").focus();
  }

  /** Whether there was something to hide. */
  hide() {
    if (this.stays || this.list.hidden) return false;
    this.show(false);
    this.button.focus();
    return true;
  }
}
