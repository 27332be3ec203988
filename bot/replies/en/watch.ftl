## The command watch: what official pages no longer say, or no longer stand where they stood

cli-help-watch = ask the official pages and tell what must be read again
cli-help-watch-only = links: only look whether every address answers
cli-help-watch-of = only the pages of this answer, figure or page; may be given several times
watch-unknown = No answer, figure or page of the data is called { $name }.
watch-offline = None of { $asked } addresses answered. Is this machine connected to the Internet?
watch-asked = { $asked ->
    [one] { $asked } address asked
   *[other] { $asked } addresses asked
 }. { $found ->
    [0] Nothing has to be read again.
    [one] { $found } thing to look at:
   *[other] { $found } things to look at:
 }
watch-gone = Gone since { $date } (status { $status }): find the page that took its place.
watch-moved = Moved for good: the new address is { $to }
watch-changed = Says something else since { $date }: read it again.
watch-modified = Changed on { $date } by its own account, after it was last checked: read it again.
watch-unreachable = No page since { $date }: { $trouble ->
    [timeout] no complete answer in time
    [connection] no connection
    [large] too large to be read
    [redirects] it only leads from one address to the next
    [host] not asked, since its host did not answer several times
   *[status] status { $status }
 }.
watch-uses = { $kind ->
    [page] Pages
    [answer] Answers
    [change] Changes
    [figure] Figures
   *[file] Files
 }: { $names }
facts-watch = Addresses as the last watch found them ({ $date }): { $asked } asked; { $gone } gone, { $moved } moved, { $unreachable } unreachable, { $unread } to read again.
facts-never-watched = No address has been asked yet: the command watch does it.
facts-dead = gone since { $date }; it stands in { $names }
