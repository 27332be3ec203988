# Going on elsewhere with the same profile: one-time codes, typed or entered on the other device.

join-code = Your code: **{ $code }**

    Enter it on your other device, simply as a message, on the web page or in Telegram. It works for { $minutes } minutes and only once. Don’t give it to anybody: it opens your profile. Once it is entered, I ask you here whether that device is yours.
join-code-telegram = [Continue in Telegram]({ $url })
join-ask = This code was made on another device: { $device }, on { $at }. **Is that device yours?**
join-ask-told = If you say yes, it sees what you have told me here, and it can change or erase it. If somebody sent you the code or a link, say no.
join-ask-nothing-told = If you say yes, both devices see, change and erase the same profile, including all that you tell me here. If somebody sent you the code or a link, say no.
join-asked = Your code was entered on another device: { $device }, on { $at }. It wants the profile that you have here. **Is that device yours?**
join-waiting = Good. Now say yes on your other device ({ $device }), where you made the code: I’m asking there, too. On a web page close the window with the code, or load the page again.
join-told = { $device } was connected on { $at }: it now has the same profile. If that wasn’t you, end the connection.
join-hour = { $day } at { $hour }:{ $minute } UTC
join-devices = These are connected to this conversation and have the same profile:
join-device = - { $device }, since { $since }; last message { $last }
join-device-quiet = - { $device }, since { $since }
join-devices-end = Whoever is there loses the profile when you end a connection. Yours stays as it is.
join-alone = No other device has this profile. It is only here.
join-ended = That connection has ended. Whoever is there now starts from nothing.
device-web = A web page
device-telegram = Telegram
device-other = Another device
button-join = Yes, it is mine
button-devices = My devices
button-part = End: { $device }, { $since }
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
