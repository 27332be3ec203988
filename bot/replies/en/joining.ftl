# Going on elsewhere with the same profile: one-time codes, typed or entered on the other device.

join-code = Your code: **{ $code }**

    Enter it on your other device, simply as a message, on the web page or in Telegram. It works for { $minutes } minutes and only once. Don’t give it to anybody: it opens your profile.
join-code-telegram = [Continue in Telegram]({ $url })
join-done = Done. This conversation and your other one are now one: what you tell me here, I know there as well.
join-done-known = Done. This conversation and your other one now have one profile. I know:
join-same = This conversation already has that profile. There is nothing to do.
join-choose = You have told me something on both devices, and it is not the same. Which answers should hold from now on, on both?
join-choose-there = **On your other device**
join-choose-here = **Here**
join-nothing-else = - nothing else
join-choose-erased = The other answers are then erased. Both conversations stay readable.
join-apart = Good, nothing was changed. Each conversation keeps its own profile.
join-unknown = I do not know that code, or not any more: a code holds for 10 minutes and for one use. Please get a new one on your other device.
join-too-many = That was a lot of codes. Please wait { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} and try again.
button-keep-there = The other device’s
button-keep-here = Those from here
button-keep-apart = Change nothing
button-elsewhere = Continue on another device
