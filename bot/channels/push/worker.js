// Shows notices of this server's page, also while it is closed. It fetches and keeps nothing.

self.addEventListener("push", (event) => {
  const { title, body, lang } = event.data.json();
  event.waitUntil(self.registration.showNotification(title, { body, lang, tag: "express-entry" }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const open = async () => {
    const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const page = pages.find(({ url }) => new URL(url).pathname === "/");
    if (!page) return self.clients.openWindow("/");
    await page.focus();
    page.postMessage("news");
  };
  event.waitUntil(open());
});
