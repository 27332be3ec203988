// Notices on this device, on the server's own page: what they are, on and off. Loaded when first asked for.

const WORDS = __WORDS__;
const WORKER = "/notices-worker.js";

const element = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

const bytes = (base64url) => Uint8Array.from(atob(base64url.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));

const canBeTold = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** Shows the dialog in the chat's `panel`; `call` asks the server, as the conversation does. */
export const open = async ({ panel, conversation }) => {
  const say = (key) => WORDS[conversation.lang][key];
  const call = async (method, body) => {
    const { status, data } = await conversation.call(method, "chat/push", body);
    if (status !== 200) throw new Error(data.error ? data.error.message : String(status));
    return data;
  };
  const state = element("p", { role: "status", tabindex: "-1" });
  const act = element("button", { class: "choice", type: "button" });
  const close = element("button", { class: "choice", type: "button", click: () => box.close() }, say("close"));
  const box = element(
    "dialog",
    { "aria-labelledby": "notices", close: () => box.remove() },
    element("h2", { id: "notices" }, say("title")),
    element("p", {}, say("explained")),
    element("p", {}, say("keeps")),
    state,
    element("div", { class: "answers" }, act, close),
  );
  const show = (key, next) => {
    state.textContent = say(key);
    act.hidden = !next;
    act.onclick = next || null;
    if (next) act.textContent = say(next === turnOn ? "turn-on" : "turn-off");
  };
  const turn = async (work) => {
    act.disabled = true;
    try {
      await work();
    } catch {
      state.textContent = say("failed");
    }
    act.disabled = false;
    state.focus();
  };
  const turnOn = () =>
    turn(async () => {
      if ((await Notification.requestPermission()) !== "granted") return show("blocked", turnOn);
      const { key } = await call("GET");
      await navigator.serviceWorker.register(WORKER, { scope: "/" });
      const { pushManager } = await navigator.serviceWorker.ready;
      const before = await pushManager.getSubscription();
      if (before) await before.unsubscribe(); // It may be of another key, or of a person who was erased.
      const given = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
      const { endpoint, keys } = given.toJSON();
      await call("POST", { endpoint, keys, keep: true });
      show("on", turnOff);
    });
  const turnOff = () =>
    turn(async () => {
      await call("DELETE");
      const registration = await navigator.serviceWorker.getRegistration("/");
      const given = registration && (await registration.pushManager.getSubscription());
      if (given) await given.unsubscribe();
      if (registration) await registration.unregister();
      show("off", turnOn);
    });
  panel.append(box);
  show("asking");
  box.showModal();
  if (!canBeTold()) return show("cannot");
  try {
    const { on } = await call("GET");
    show(on ? "on" : "off", on ? turnOff : turnOn);
  } catch {
    show("failed");
  }
};
