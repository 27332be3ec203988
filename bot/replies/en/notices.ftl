# Notices in the browser: the dialog that turns them on (notices-…), and what a notice says.

notices-title = Notices on this device
notices-explained = After a round of invitations that concerns you, and before your deadlines, this device shows a short notice. It never shows your score or anything you told me.
notices-keeps = For that I keep what you told me, and the address your browser gives me for notices. Both go when you erase your data.
notices-asking = One moment…
notices-on = Notices are on.
notices-off = Notices are off.
notices-turn-on = Agree and turn on
notices-turn-off = Turn off
notices-blocked = Your browser doesn’t allow notices from this page. You can change that in its settings.
notices-cannot = This browser can’t show notices from this page. You can continue on Telegram instead: I can write to you there.
notices-failed = That didn’t work. Please try again later.
notices-close = Close
notices-body = Open the page to read what it means for you.
http-no-push-address = Send the "endpoint" and the "keys" that the browser gave for a push service in use.
http-keep-first = Send "keep": true. Notices need the person’s consent that what they told is kept.
