// What the reader thinks of an answer.

const COMMENT_LIMIT = 500;

const commentForm = (view, send) => {
  const id = `comment-${newId()}`;
  const box = node("textarea", { id, rows: "2", maxlength: COMMENT_LIMIT, "aria-describedby": `${id}-note`, dir: "auto" });
  const failed = node("p", { class: "warning", role: "alert", hidden: true }, view.say("opinion-failed"));
  const submit = async (event) => {
    event.preventDefault();
    failed.hidden = true;
    if (box.value.trim()) await send(box.value.trim()).catch(() => (failed.hidden = false));
  };
  return node(
    "form",
    { class: "comment", hidden: true, submit },
    node("label", { for: id }, view.say("comment")),
    box,
    node("p", { class: "note", id: `${id}-note` }, view.say("comment-note")),
    failed,
    node("button", { class: "choice", type: "submit" }, view.say("comment-send")),
  );
};

/** Thumbs up and down for an answer, and room for a comment. */
const opinion = (view, id) => {
  const said = node("p", { class: "said" });
  const tell = (key) => {
    said.textContent = view.say(key);
    view.announce(said.textContent);
  };
  let verdict = null;
  const send = async (wanted, comment) => {
    const { status } = await view.conversation.call("POST", "chat/feedback", { message: id, verdict: wanted, comment });
    if (status !== 200) throw new Error(String(status));
  };
  const form = commentForm(view, async (comment) => {
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
    const attributes = { class: `thumb ${wanted}`, "aria-pressed": "false", click: press };
    return node("button", { ...attributes, "aria-label": view.say(key), title: view.say(key) }, icon(ICONS.up));
  };
  const [up, down] = [thumb("up", "good"), thumb("down", "bad")];
  return node("div", { class: "opinion" }, up, down, said, form);
};
