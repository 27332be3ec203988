/* <express-entry-chat>: a conversation with the Express Entry assistant, in a page of its own or floating over
 * any other. The parts beside this file are one script, in one scope and without any dependency; __init__.py
 * lists them in their order. Everything that comes from outside becomes text or a DOM node that is named here;
 * nothing is ever parsed as HTML. */

const STRINGS = __STRINGS__;

// A module has no `currentScript`.
const script = document.currentScript || [...document.scripts].find(({ src }) => /\/widget\.js(\?|$)/.test(src));
const settings = script ? script.dataset : {};
const isOurPage = "page" in settings;
const home = script && script.src ? new URL(".", script.src).href : `${location.origin}/`;

const isSpoken = (lang) => Object.keys(STRINGS).includes(lang);
