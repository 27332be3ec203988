// What stays on this device.

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
      localStorage.setItem(this.key, toJson(all));
    } catch {
      this.kept = all;
    }
  }

  /** Whether the floating chat is open: kept from page to page in this tab. */
  get isOpen() {
    try {
      return sessionStorage.getItem(this.key) === "open";
    } catch {
      return false;
    }
  }

  set isOpen(isOpen) {
    try {
      sessionStorage.setItem(this.key, isOpen ? "open" : "closed");
    } catch {
      // Then it is closed on the next page.
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
