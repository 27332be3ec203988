// The page that the widget fills.

/** Shows what the page says about itself in one language. */
const aboutIn = (lang) => {
  if (!isOurPage) return;
  document.documentElement.lang = lang;
  for (const about of document.querySelectorAll('[slot="about"]')) {
    about.hidden = about.lang !== lang;
    if (!about.hidden) document.title = about.dataset.title;
  }
};

if (isOurPage) {
  navigator.serviceWorker?.addEventListener("message", () => location.reload()); // A notice was pressed.
  const wide = matchMedia("(min-width: 62em)");
  const unfold = () => document.querySelectorAll("details").forEach((details) => (details.open = wide.matches));
  wide.addEventListener("change", unfold);
  document.addEventListener("DOMContentLoaded", () => {
    unfold();
    aboutIn(document.querySelector("express-entry-chat").language);
  });
}
