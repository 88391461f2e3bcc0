# The words inside the two windows. What the system draws (dialogs, titles) is in native.ftl.

## Window
nav-label = Pages
nav-keys = Keys
nav-settings = Settings
known-keys = Keys known to Miftah
window-keys = Keys - Miftah
window-settings = Settings - Miftah
window-sign-in = Sign in - Miftah
status-label = Status
demo-mark = Demo data
working = Working
close = Close
cancel = Cancel
done = Done
try-again = Try again
open-portal = Open the portal
not-now = Not now

## Environment
env-live = Live
env-sandbox = Sandbox

## Dates
when-now = just now
when-minutes = { $n } min ago
when-yesterday = yesterday
when-never = not yet
when-unknown = not known
when-day-time = { $day } { $time }
last-used = Last used
last-used-at = last used { $when }
last-used-never = not used yet
last-used-unknown = last use not known

## List
keys-title = Keys
search-label = Find a key
search-placeholder = Find a key
search-clear = Clear the search
filter-label = Filter
filter-all = All
filter-attention = Needs attention
filter-live = Live
filter-sandbox = Sandbox
filter-unused = Unused
filter-off = Switched off
keys-found =
    { $n ->
        [0] No key found.
        [one] { $n } key found.
       *[other] { $n } keys found.
    }
none-found-title = No key matches
none-found-text = Nothing in your list fits this search and filter.
show-all = Show all keys
group-urgent = Act now
group-attention = Needs attention
group-attention-then = Needed attention on { $day }
group-rest = Everything else
row-name = { $name }, { $env }, { $reason }, { $used }
row-more = More about { $name }
regenerate-and-copy = Regenerate & copy
regenerate-and-copy-asks = Regenerate & copy…
regenerate-hint-asks = Asks first, in a window of the system.
regenerate-hint-counts = Counts down 3 seconds, and you can cancel.
regenerate-on-portal = Regenerate on the portal
regenerate-on-portal-hint = Shows the steps. Nothing changes until you do it on the portal.
blocked-no-answer = Nothing can be changed until DHMAD answers.
blocked-session = Sign in again first.
blocked-keychain = Your keyring has to be unlocked first.
blocked-no-keychain = This computer has no keyring where a new key could be kept.
copy-again = Copy again
copy-not-held = Miftah does not have this key. Regenerate it to get a copy.
copy-not-held-guided = Miftah does not have this key. Take it from the clipboard first.
rename = Rename…
check-again = Check again
copied-spoken = Copied. { $name }, { $env }. The clipboard clears in { $n } seconds.

## Why a key needs attention
why-never-used = Not used in { $n } days
why-never-used-then = Not used in { $n } days then
why-unused = No request for { $n } days
why-unused-then = No request for { $n } days then
why-stale-changed = Not changed for { $n } days
why-stale-changed-then = Not changed for { $n } days then
why-stale-created = { $n } days old, no change known
why-stale-created-then = { $n } days old then, no change known
why-expires =
    { $n ->
        [0] Expires today
        [one] Expires in { $n } day
       *[other] Expires in { $n } days
    }
why-expires-then = Expires on { $date }
why-expired = Expired on { $date }
why-replaced = Changed elsewhere on { $date }
why-used-off = Switched off, yet used { $when }
age-days =
    { $n ->
        [0] New today
        [one] { $n } day old
       *[other] { $n } days old
    }
age-unknown = Age not known
why-off = Switched off, { $reason }
switched-off = Switched off
not-tested = Kept, not tested

## Status strip
checked = Checked { $when }
checked-never = Not checked yet
not-checked-since = Not checked since { $when }
checking-keys = Asking DHMAD for your keys
no-connection = No connection
kept-in = Keys kept in { $place }
keychain-generic = the keyring of this computer
keychain-locked = Keyring locked
keychain-missing = No keyring
in-clipboard = { $name } is in the clipboard for { $n } s
clear-now = Clear now
clipboard-five = 5 seconds left.
clipboard-cleared = Clipboard cleared.
hint-regenerate = Regenerate & copy
hint-copy = Copy again
hint-steps = Regenerate on the portal
key-ctrl = Ctrl
key-shift = Shift
key-esc = Esc

## Empty
empty-title = No keys yet
empty-text = A key lets one app talk to DHMAD. Make the first one on the portal, and it appears here.
empty-guided-title = Start with a key you have
empty-guided-text = Copy a key on the portal or where your app keeps it, then take it here. Miftah keeps it in { $place } and never shows it.

## Banners
banner-locked-title = Your keyring is locked
banner-locked-text = Keys can be listed but not issued or copied until you unlock it.
banner-locked-waiting-title = Waiting for your keyring
banner-locked-waiting-text = A window of the system asks for its password. Type it there.
unlock = Unlock
banner-unavailable-title = This computer has no keyring
banner-unavailable-text = Keys can be listed, but a new one could not be kept safely, so none is issued. Turn on a keyring such as GNOME Keyring or KWallet, then start Miftah again.
banner-clipboard-title = The clipboard could not be cleared
banner-clipboard-text = This desktop only lets the window in front do that. Click here and it clears at once.
banner-guided-title = These are the keys Miftah knows
banner-guided-chosen = You chose to start with the keys you have. Others may exist on the portal.
banner-guided-not-offered = This account doesn’t let apps list every key. Others may exist on the portal.
banner-clock-ahead = This computer’s clock is { $span } fast
banner-clock-behind = This computer’s clock is { $span } slow
banner-clock-text = Ages and last uses below go by DHMAD’s clock. Set the time of this computer, then try again.
banner-unreadable-title =
    { $n ->
        [one] { $n } entry could not be read
       *[other] { $n } entries could not be read
    }
banner-unreadable-text = DHMAD sent something that this version of Miftah doesn’t know. The keys below are complete otherwise; the portal shows the rest.
banner-stale-title = Not checked since { $when }
banner-stale-text = Below is what was true then: nothing here counts as a warning until DHMAD answers again.
banner-shown-then = Below is what was true at the last check.
banner-wait = Try again in { $n } s.
sign-in-again = Sign in again

## Opened row
preparing-title = Getting ready
preparing-text = Miftah asks DHMAD how the key stands and makes sure that the new one can be kept. Nothing has been sent yet.
countdown-title =
    { $n ->
        [one] Regenerating in { $n } second
       *[other] Regenerating in { $n } seconds
    }
countdown-text = DHMAD will issue a new key and this one will stop working at once. The new key goes straight to your clipboard.
countdown-spoken = Regenerating { $name } in { $n } seconds. Press Escape to cancel.
asking-title = Answer in the other window
asking-text = The system asks whether to regenerate this key. Nothing has been sent yet.
asking-spoken = A window of the system asks whether to regenerate { $name }.
sending-title = Asking DHMAD for a new key
sending-text = This takes a few seconds. The new key goes straight to your clipboard.
new-since = New since { $time }
copied-title = Copied. Paste it now.
copied-clears = The clipboard clears in { $n } s
copied-cleared-title = The clipboard is clear
copied-cleared-kept = You can copy the new key again at any time.
copied-cleared-lost = Regenerate the key if you did not paste it.
copied-not-title = The new key is not in the clipboard
copied-not-text = This desktop did not take it. The key is kept: copy it again.
copied-not-text-lost = This desktop did not take it, and it could not be kept. Issue another one when the clipboard works.
copied-done-spoken = Copied. New key of { $name }, { $env }. The clipboard clears in { $n } seconds. The old key stopped working at { $time }.
not-copied-done-spoken = New key of { $name }, { $env }. It is not in the clipboard. The old key stopped working at { $time }.
more-seconds = +30 s
more-seconds-label = 30 seconds more
proof-checking = Asking DHMAD whether the new key works
proof-works = The new key works: DHMAD answered at { $time }
proof-refused = DHMAD does not accept the new key yet. This can take a minute.
proof-untested-inactive = Stored, not tested: the key is switched off
proof-untested-expired = Stored, not tested: the key has expired
proof-untested-offline = Stored, not tested: this computer is offline
proof-untested-rate-limited = Stored, not tested: DHMAD asked to slow down
proof-untested-no-answer = Stored, not tested: DHMAD gave no answer
proof-old = The old key stopped working at { $time }
proof-kept = Kept in { $place }, so you can copy it again
proof-not-kept = Not kept in { $place }: paste it now, it can’t be copied again
cancelled-title = Cancelled. Nothing was sent.
cancelled-person = The key works as before.
cancelled-declined = You kept the key as it is. It works as before.
cancelled-window-hidden = The window was hidden before the countdown ended. The key works as before.
cancelled-page-gone = The window stopped answering before the countdown ended. The key works as before.
cancelled-suspended = The computer went to sleep before the countdown ended. The key works as before.
cancelled-session-locked = The screen was locked before the countdown ended. The key works as before.
failed-no-title = Nothing happened to the key
issue-again = Issue again & copy
reference = For support: { $id }

## Guided
take-key = Take a key from the clipboard
take-first-key = Take the key from the clipboard
taken-works-title = Kept. DHMAD answered: this key works
taken-works-text = Miftah keeps it in { $place } and never shows it.
taken-untested-title = Kept, not tested yet
taken-untested-offline = This computer is offline. Check again when it is back.
taken-untested-rate-limited = DHMAD asked to slow down. Check again in a minute.
taken-untested-no-answer = DHMAD gave no answer. Check again later.
taken-account = Account
taken-name = What you call it
taken-name-hint = Only Miftah uses this name. The portal keeps its own.
taken-save = Save the name
taken-saved = Name saved
name-invalid = A name has 1 to 100 characters.
question-account-title = This key belongs to another account
question-account-text = DHMAD says that it is a key of { $company }. The keys in your list are from another account. Nothing was changed.
question-account-unknown = The keys in your list are from another account. Nothing was changed.
question-key-title = This is not the key you were replacing
question-key-text = DHMAD knows the key on the clipboard as { $name }. Use it only if you meant that one. Nothing was changed.
question-key-unknown = The key on the clipboard is another one. Use it only if you meant that one. Nothing was changed.
keep-what-i-have = Keep what I have
use-this-key = Use this key
walk-title = Regenerate on the portal, in three steps
walk-open = Open the portal page
walk-open-text = It opens in your browser.
walk-regenerate = Regenerate { $name } there and copy the new key
walk-regenerate-text = The old key stops working at that moment. Then come back to this window.
walk-take = Take the new key
walk-take-text = Miftah reads the clipboard once and keeps the key.
rename-title = Name of the key
rename-save = Save
taken-spoken = Key kept.

## Settings
settings-language = Language
settings-theme = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
settings-place = Where keys are kept
settings-place-ready = Unlocked. Keys stay on this computer, in the keyring of the system.
settings-place-locked = Locked. Unlock it to issue or copy keys.
settings-place-unavailable = Not available. No key can be issued or copied.
settings-place-checking = Miftah is looking at it.
settings-account = Account
settings-account-guided = You are not signed in. Miftah works with the keys it knows.
sign-out = Sign out…
go-to-sign-in = Go to sign-in…
sign-out-title = Sign out of DHMAD?
sign-out-guided-title = Go to sign-in?
sign-out-text = Miftah forgets the sign-in. Your keys go on working.
sign-out-question =
    { $n ->
        [one] Also remove the { $n } key from this computer?
       *[other] Also remove the { $n } keys from this computer?
    }
sign-out-keep = Keep
sign-out-keep-text = They stay in the keyring for the next time.
sign-out-remove = Remove
sign-out-remove-text = They can’t be copied from here again. They go on working where they are used.
sign-out-do = Sign out
go-to-sign-in-do = Go to sign-in

## Sign-in window
brand-title = Every key of your shop, safely in hand
brand-text = Replace and copy your DHMAD keys. They are never shown on screen.
language-label = Language
sign-in-title = Sign in to DHMAD
sign-in-text = With the account you use on the developer portal.
sign-in-guided-title = Start with the keys you have
sign-in-asking = Asking DHMAD how you can sign in
sign-in-not-offered = DHMAD doesn’t take a password from apps for now. You can start with the keys you have, or use a developer token.
sign-in-unknown = Miftah could not ask DHMAD whether a password works here. The other ways stay open.
email = E-mail
password = Password
show-password = Show the password
hide-password = Hide the password
sign-in = Sign in
signing-in = Signing in
password-once = The password is used once and not kept.
or = or
email-missing = Type your e-mail.
password-missing = Type your password.
use-token = Use a developer token
use-token-text = Copy it on the portal, then come back here
start-guided = Start with the keys I have
start-guided-text = Signed up with Google, or no password? Step by step
token-title =
    { $n ->
        [one] Send the { $n } character on your clipboard to { $host }?
       *[other] Send the { $n } characters on your clipboard to { $host }?
    }
token-text = It should be the developer token that you copied on the portal. It goes nowhere else.
token-send = Send and sign in

## Failures: what happened, then what to do
error-invalid-input = Something in this form is not right.
error-invalid-input-do = Look at what you typed and try again.
error-not-found = This key is no longer in the list.
error-not-found-do = Load the list again.
error-vault-unavailable = This computer has no keyring that Miftah can use.
error-vault-unavailable-do = Turn on a keyring, then start Miftah again.
error-vault-locked = Your keyring is locked.
error-vault-locked-do = Unlock it and try again.
error-vault-denied = Your keyring refused.
error-vault-denied-do = Allow Miftah in the keyring, then try again.
error-vault-entry-missing = This key is no longer in your keyring.
error-vault-entry-missing-do = Regenerate it to get a copy.
error-vault-other = Miftah kept this key in another keyring than this one.
error-vault-other-do = Go back to the keyring or desktop you used then, or regenerate the key.
error-vault-corrupt = What the keyring holds for this key can’t be read.
error-vault-corrupt-do = Regenerate it to get a copy.
error-vault-timeout = Your keyring did not answer.
error-vault-timeout-do = Try again. If it goes on, sign out of the computer and in again.
error-wrong-credentials = E-mail or password is not right.
error-wrong-credentials-do = Type the password again.
error-session-expired = Your sign-in has ended.
error-session-expired-do = Sign in again. Your keys stay.
error-unauthorized = DHMAD does not accept this sign-in.
error-unauthorized-do = Sign in again. Your keys stay.
error-forbidden = This account may not do that.
error-forbidden-do = Ask the owner of the account.
error-remote-not-found = DHMAD does not find this key.
error-remote-not-found-do = Load the list again, or look on the portal.
error-rate-limited = DHMAD asks to slow down.
error-rate-limited-do = Wait a minute, then try again.
error-remote-failed = DHMAD has a problem of its own.
error-remote-failed-do = Try again in a few minutes.
error-remote-unexpected = DHMAD answered something that Miftah doesn’t know.
error-remote-unexpected-do = Try again later, or look on the portal.
error-not-offered = DHMAD doesn’t let apps do this for your account.
error-not-offered-do = Do it on the portal.
error-not-dhmad = Something else answered instead of DHMAD.
error-not-dhmad-do = This is often the sign-in page of a Wi-Fi. Open a browser, sign in to the Wi-Fi, then try again.
error-offline = This computer can’t reach DHMAD.
error-offline-do = Check the connection, then try again.
error-timeout = DHMAD took too long to answer.
error-timeout-do = Try again.
error-tls-untrusted = The connection to DHMAD is not safe here.
error-tls-untrusted-do = Check the date of this computer, or try another network.
error-clipboard-unavailable = The clipboard can’t be used right now.
error-clipboard-unavailable-do = Try again with this window in front.
error-clipboard-empty = The clipboard is empty.
error-clipboard-empty-do = Copy the key on the portal, then try again.
error-clipboard-no-key = There is no DHMAD key on the clipboard.
error-clipboard-no-key-do = Copy the whole key, from sk_ to its end, then try again.
error-clipboard-no-token = There is no developer token on the clipboard.
error-clipboard-no-token-do = Copy it on the portal, then come back here.
error-replaced-elsewhere = This key was regenerated elsewhere.
error-replaced-elsewhere-do = The copy kept here is the old one, so it was not copied.
error-key-refused = DHMAD does not accept this key.
error-key-refused-do = It may be switched off, regenerated, deleted or expired. Look on the portal.
error-rotation-busy = Another key is being regenerated.
error-rotation-busy-do = Finish that one first.
error-rotation-outcome-unknown = Miftah can’t tell yet whether the key changed.
error-rotation-outcome-unknown-do = Load the list again in a minute.
error-new-key-unreadable = DHMAD’s answer holds no key that Miftah can read.
error-new-key-unreadable-do = Issue again, or look on the portal.
error-storage-full = The disk of this computer is full.
error-storage-full-do = Free some space, then try again.
error-storage-denied = Miftah may not write in its own folder.
error-storage-denied-do = Check who owns the folder, then try again.
error-data-from-newer-version = The data here comes from a newer Miftah.
error-data-from-newer-version-do = Install the newer version.
error-internal = Something went wrong inside Miftah.
error-internal-do = Try again. If it goes on, start Miftah again.

## Operations that are not over, places, safe rotations
nav-rotations = Safe rotations
window-rotations = Safe rotations - Miftah
copy-now = Copy now
try-now = Try now
list-comma = {", "}
see-trouble = See what happened
see-rotation = See the rotation
rotate-safely = Rotate safely
places = Places…
leaked = This key leaked…
why-resolving = Finding out what happened
why-unchanged = Not regenerated: it works
why-lost = Not working since { $time }
why-lost-used = New key in use elsewhere
why-replaced-since = Regenerated elsewhere since
why-sealed = New key sealed, not in the keyring yet
why-rotating = Being replaced
why-successor = Replaces another key
why-places =
    { $n ->
        [one] { $n } place still needs the new key
       *[other] { $n } places still need the new key
    }
trouble-resolving-title = Finding out whether the key changed
trouble-resolving-text = The connection broke while DHMAD was asked for a new key. Miftah asks DHMAD whether the old key still works, and looks at the list again. It never sends the request twice by itself.
trouble-waiting-title = Miftah can’t tell yet whether the key changed
trouble-waiting-text = Miftah tries again by itself, and at the next start.
trouble-unchanged-title = Nothing was regenerated: the old key works
trouble-unchanged-text = DHMAD showed the old key each time Miftah looked. Miftah keeps an eye on it for ten minutes, in case the request arrives late.
trouble-stopped = Stopped:
lost-title = The old key is dead, and Miftah did not receive the new one
lost-text = DHMAD shows a new key since { $time }, but the connection broke before it arrived here, and nobody can read it back. Whatever used the old key is failing now.
lost-colleague = Issue again, unless a colleague regenerated it at { $time }: theirs would stop too. Miftah never does this by itself.
lost-used-title = Someone already uses the new key
lost-used-text = DHMAD shows a new key, and it has been used since. A colleague probably has it: ask for it, then take it in. Issuing another one would stop them.
replaced-title = Someone regenerated this key since
replaced-text = The new key that arrived here is no longer the one DHMAD has. Ask the colleague who has the newest one.
why-in-memory = New key only in memory: copy it now
in-memory-title = Your new key is only in Miftah’s memory
in-memory-text = Neither this computer’s disk nor the keyring took it. Copy it now and put it in place; if Miftah ends, it is gone. Miftah goes on offering it to the keyring.
looked-on-portal = Stop looking: I checked on the portal
in-place = I put the key in place myself
sealed-title = Your new key is safe, sealed on this computer
sealed-text = The keyring has not taken it yet. Miftah tries again by itself; you can quit in the meantime.
sealed-no-copy = The keyring has to be open to copy it.
copy-answer = Copy the answer
colleague-has-it = A colleague has the new key
proof-sealed = Sealed on this computer until { $place } takes it. You can quit safely.
proof-mismatch = DHMAD answered for another key. Check it on the portal before you use it.
place-name = Name of the place
place-name-example = Where, such as the till in Sfax
place-keeper = Who answers for it
place-save = Add
place-empty = Say where it is.
place-too-long = A name has at most 80 characters.
place-holds-key = This looks like a key. Keys don’t belong here.
place-change = Change { $name }
place-remove = Remove { $name }
place-add = Add a place
places-none = No place noted yet.
places-needed = Where it has to go
places-used = Where it is used
places-title = Places of { $name }
places-text = Miftah shows them when the key changes, so that none is forgotten.
span-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
span-hours = { $n } h
span-minutes = { $n } min
today-at = today at { $time }
rotation-started = Started { $when }.
rotation-nothing-stopped = Nothing has stopped; both keys work.
rotation-old-off = The old key is off; the new one works.
rotation-copy = Copy new key
rotation-started-spoken = The second key is made. Both keys work.
rotation-creating = Making the second key
rotation-creating-text = It will stand beside the old one. Nothing stops.
rotation-resolving = Finding out what DHMAD did
rotation-resolving-text = The connection broke in between. Miftah reads DHMAD’s list and tells you here. Nothing is sent twice.
rotation-waiting = Miftah can’t tell yet what DHMAD did
rotation-unchanged = The second key was not made; nothing changed
rotation-unchanged-text = Miftah keeps an eye on it for ten minutes, in case the request arrives late.
rotation-orphan = A second key was made { $when }, and its value was lost
rotation-orphan-text = The connection broke before it arrived here. The old key works as before. Nobody can use the lost one: switch it off, then start again.
rotation-stored = Both keys work. Put the new one in place.
rotation-stored-text = Copy it, paste it everywhere the old one is, and tick the places off.
rotation-switching = DHMAD is being asked
rotation-off = The old key is off since { $when }
rotation-off-text = If something turns out to need it, switch it back on. After 7 days Miftah will ask you to delete it.
watch-seen = New key seen { $when }, old key quiet for { $quiet }
watch-not-seen = New key not seen in use yet, old key quiet for { $quiet }
watch-ready = Everything points to the new key. The old one can be switched off.
watch-asks =
    { $n ->
        [one] Miftah has watched the old key for { $n } day only, and could miss something rare.
       *[other] Miftah has watched the old key for { $n } days only, and could miss something rare.
    }
watch-used-again = The old key was used again { $when }
watch-used-again-text = Something still has the old key. The { $wait } of quiet start over.
watch-needs-use = Miftah waits until it has seen the new key in use twice, or every place is ticked off.
watch-ready-at = After { $wait } of quiet, { $when }, Miftah will ask you to switch the old key off.
rare-question = Does anything use it less than once a day?
rare-yes = Yes, wait 35 days
rare-no = No
orphan-off = Switch the lost key off…
orphan-keep = Leave it
step-created = New key created
step-created-tested = New key created and tested
step-created-refused = New key created; DHMAD does not accept it yet
step-created-mismatch = New key created; DHMAD answered for another key
step-kept = Kept in { $place }.
test-again = Test again
step-install = Put the new key in place
step-installed = Installed in { $n } of { $of } places
step-install-none = Note the places, so that none is forgotten.
step-install-skip = If you go on before every place is ticked, what is left stops when the old key goes off.
everything-uses-it = Everything uses it
not-installed = Not installed after all
step-off = Switch the old key off
step-is-off = Old key switched off
step-off-since = Since { $when }. You can switch it back on.
step-off-when = From { $when }. You can switch it back on at any time.
step-off-later = When the new key is seen in use and the old one is quiet.
switch-off-now = Switch off now…
switch-back-on = Switch it back on
step-delete = Delete the old key
step-delete-early = From { $when }. Earlier is possible: Miftah asks first.
step-delete-now = It has been off for 7 days. Miftah asks first.
step-delete-later = 7 days after it is switched off. Miftah asks first.
delete-old = Delete…
rotation-stop = Stop this rotation
rotation-stop-text = Both keys stay as they are.
lane-old = Old
lane-new = New
propose-title = Rotate { $name } safely
propose-text = A second key stands beside the old one until everything uses it. Nothing stops on the way.
propose-1 = Miftah makes a second key and tests it.
propose-2 = You put it in place, and tick the places off.
propose-3 = Miftah watches until the old key is quiet.
propose-4 = You switch the old key off, and delete it after 7 days.
propose-do = Make the second key
rotations-empty-title = No rotation under way
rotations-empty-text = A safe rotation replaces a key without a stop: old and new work side by side for a few days. Start one from the menu of a key.
rotations-empty-do = Go to the keys
error-no-room = DHMAD did not make a second key.
error-no-room-do = The account may have no room for another one. Delete one you don’t need, or regenerate this one instead.
error-unfinished = An earlier operation is not finished.
error-unfinished-do = See what happened there first.
error-not-now = This can’t be done at this step.
error-not-now-do = Look at where the rotation stands.
error-spool = Miftah can’t seal an answer on this disk.
error-spool-do = Nothing was sent. Check the disk, then try again.

## Changing a key
copy-env = Copy as a line for .env
copy-header = Copy as a header line
env-use = Keep it under this name where your app has its settings: a .env file, the panel of your hosting, or the server. Never in the code, and never commit it.
turn-off = Switch off…
turn-on = Switch on
turned-off = { $name } is switched off.
turned-on = { $name } is switched on.
delete-key = Delete…
deleted = { $name } is deleted.
delete-only-off = Only a switched-off key can be deleted.
delete-from = Possible from { $date }: a live key stays off for 7 days first.
blocked-by-operation = First end what is under way on this key.
rename-hint = DHMAD and your colleagues see this name too.
error-key-changed = The key has changed meanwhile.
error-key-changed-do = Nothing was done. Look at it again, then decide.
error-change-unknown = Miftah can’t tell whether DHMAD did it.
error-change-unknown-do = Check again: the list shows how the key stands.

## Diagnose
nav-diagnose = Diagnose
window-diagnose = Diagnose - Miftah
why-not-working = Why doesn’t it work?
diag-title = A key doesn’t work?
diag-text = Copy it where your app keeps it, then look at it here. Miftah reads the clipboard once, asks DHMAD with the key, and says what is wrong. The key is never shown.
diag-look = Look at the key on the clipboard
diag-look-again = Look again
diag-another = Look at another from the clipboard
diag-from-clipboard = from the clipboard at { $time }
diag-from-keyring = from the keyring at { $time }
diag-checked = What was checked
diag-private = The key was not shown, saved or logged.
diag-open-key = Show it in the list
diag-works = { $name } works
diag-works-unnamed = This key works
diag-works-live = DHMAD accepts it. If your app is still refused, it may call the sandbox address: a live key works on dhmad.tn/api only.
diag-works-sandbox = DHMAD accepts it. If your app is still refused, it may call the live address: a sandbox key works on sandbox.dhmad.tn/api only.
diag-extras = The key works, what is around it doesn’t
diag-extras-text = There is more on the clipboard than the key: { $extras }. An app that takes all of it for the key is refused.
diag-mend = Copy the clean key
diag-mended = The clean key is on the clipboard.
extra-spaces = spaces
extra-line-breaks = line breaks
extra-invisible = invisible characters
extra-quotes = quotation marks
extra-variable = the name of a variable
extra-header = the words of a header
diag-no-key = There is no DHMAD key on the clipboard
diag-no-key-text = A key begins with sk_live_ or sk_sandbox_. Copy the whole of it, then look again.
diag-foreign = This is a key of { $provider }
diag-stripe-text = Stripe’s keys begin with sk_live_ too, so they are easily mixed up. DHMAD’s are on the portal.
diag-foreign-text = DHMAD doesn’t know it. DHMAD’s keys are on the portal.
diag-short = A part of the key is missing
diag-long = There is too much of the key
diag-length-text = After its beginning a key has 64 characters, this one has { $n }. Copy the whole of it again.
diag-alike = A character only looks right
diag-alike-text = A key has the digits 0 to 9 and the letters a to f. Here is one that looks like one of them: O for 0, l for 1, or a letter of another alphabet. Copy the key, don’t type it.
diag-not-hex = A character is wrong
diag-not-hex-text = A key has the digits 0 to 9 and the letters a to f only. Copy the whole of it again.
diag-off = { $name } is switched off
diag-off-text = DHMAD refuses every request with it until it is switched on again.
diag-expired = { $name } expired on { $when }
diag-expired-text = An expired key stays refused. Make another one on the portal.
diag-old = This is an old copy of { $name }
diag-old-text = It was regenerated { $when }, so this copy stopped working then. The app that uses it needs the new one.
diag-old-text-unknown = It was regenerated since, so this copy stopped working then. The app that uses it needs the new one.
diag-copy-new = Copy the new key
diag-not-listed = DHMAD has no such key in this account
diag-not-listed-text = It was deleted or regenerated, or it belongs to another account.
diag-not-yet = DHMAD doesn’t accept it yet
diag-not-yet-text = DHMAD lists a key that begins like this one and refuses it. A new key can take a minute.
diag-refused = DHMAD doesn’t accept this key
diag-refused-named = DHMAD doesn’t accept { $name }
diag-refused-text = It is switched off, regenerated, deleted or expired: DHMAD gives one answer for all of these. The portal shows which.
diag-not-associated = The developer account is not linked to a user
diag-not-associated-text = DHMAD wants a user account behind the developer account. Link them on the portal.
diag-no-answer = Nobody could tell
diag-clock = This computer’s clock is off by { $span }. That alone can make an app’s requests fail.
check-shape = Its shape
check-shape-whole = Whole, nothing around it
check-shape-extras = Whole, but with { $extras }
check-shape-flawed = Not a whole key
check-env = Its environment
check-env-sent = { $env }, asked on that address only
check-answer = DHMAD’s answer
check-accepted = Accepted
check-refused = Refused: “Invalid or expired API key”
check-refused-account = Refused: the account is not linked
check-no-answer = None
check-not-asked = Not asked: only a whole key is sent
check-not-reached = Not reached
check-known = What Miftah knows
check-known-is = It is { $name }
check-known-old = Begins like an older value of { $name }
check-known-not = Not a key that Miftah knows

## Making a key
new-key = New key
create-text = DHMAD shows a new key once. Miftah puts it on your clipboard and keeps it in your keyring.
create-name = Name
create-name-hint = DHMAD and your colleagues see this name.
name-vague = A name that says where the key is used helps later, such as “Till in Sfax”.
name-like = Almost like { $name }. Names that differ more are harder to mix up.
create-env = Environment
create-live = Real money. For what your customers use.
create-sandbox = No real money. For trying things out.
create-where = Where it will be used
create-where-optional = Where it will be used (optional)
create-where-why = Say where, and Miftah can tell you what needs the new key when this one changes.
create-limit = Requests a minute (optional)
create-limit-wrong = A whole number from 1 to 1,000,000.
create-do = Make and copy
why-orphan = Made, its value never arrived
orphan-title = This key was made, but its value never arrived
orphan-text = Miftah asked DHMAD for it at { $time }, and the connection broke before the key came. Nobody can read it back. Regenerate it to get a value, or switch it off and delete it.
orphan-regenerate = Regenerate it
orphan-leave = Leave it as it is
making-resolving = Finding out whether a key was made
making-resolving-text = The connection broke at { $time } while DHMAD was asked for a new key. Miftah looks for it in the list. It never asks twice by itself.
making-waiting = Miftah can’t tell yet whether a key was made
making-unchanged = No key was made
making-unchanged-text = The list shows none. Miftah keeps an eye on it for ten minutes, in case the request arrives late.
error-no-room-key = DHMAD did not make a key.
error-no-room-key-do = The account may have as many as it can. Delete one that is switched off, then try again.
error-creation-unknown = Miftah can’t tell yet whether the key was made.
error-creation-unknown-do = It looks for it, and says so above the list.

## Order and commands
sort-label = Sort
sort-attention = Needs attention first
sort-last-use = Longest unused first
sort-age = Oldest first
sort-name = By name
group-all = All keys
hint-palette = Commands
palette-title = Commands
palette-hint = What do you want to do?
palette-none = Nothing is called that.
palette-check = Ask DHMAD again
palette-clear = Clear the clipboard
palette-copy = Copy { $name } again
palette-regenerate = Regenerate { $name }…
palette-rotate = Rotate { $name } safely
palette-why = Why doesn’t { $name } work?
palette-rename = Rename { $name }…
palette-places = Places of { $name }…
palette-turn-off = Switch off { $name }…
palette-turn-on = Switch on { $name }

## One key
details = Details
key-enter = Enter
fact-age = Age of the value
fact-days =
    { $n ->
        [0] New today
        [one] { $n } day
       *[other] { $n } days
    }
fact-made = Made on { $date }
fact-first-seen = Seen first on { $date }
fact-changed-here = Changed with Miftah on { $date }
fact-changed-elsewhere = Changed elsewhere, seen on { $date }
fact-last-use = Last use
fact-use-note = Miftah’s own checks don’t count
fact-use-hidden = DHMAD doesn’t let Miftah see it
fact-state = State
fact-on = Switched on
fact-off-since = Known since { $date }
fact-expires = Expires
fact-expired = Expired
fact-kept = Kept on this computer
fact-yes = Yes
fact-no = No
fact-limit = Rate limit
fact-limit-value = { $n } a minute
limit-change = Change…
limit-saved = The rate limit is changed.
notes-title = Notes
notes-hint = Only on this computer. DHMAD and your colleagues don’t see it.
notes-saved = The notes are saved.
notes-nothing = Nothing has changed.
note-too-long = A note has 2,000 characters at most.
note-holds-key = This text holds a key, and notes are kept unsealed. Take the key out.
tags-label = Tags, with commas between
tag-too-long = A tag has 30 characters at most, and a key has 12 tags at most.
palette-details = Details of { $name }

## Walks through the portal
walk-make-title = Make a key on the portal, in three steps
walk-make = Make the key there and copy it
walk-make-text = Give it a name that says where it is used. The portal shows the key only once.
walk-off-title = Switch off on the portal, in three steps
walk-off = Switch off { $name } there
walk-off-text = What uses it stops at that moment. It can be switched on again.
walk-on-title = Switch on on the portal, in three steps
walk-on = Switch on { $name } there
walk-on-text = It works again at once.
walk-check = Check with DHMAD
walk-check-text = Miftah asks DHMAD whether the key works.
walk-note = Note it here
walk-note-text = Miftah does not hold this key and takes your word for it.
walk-delete-title = Delete on the portal, in three steps
walk-delete = Delete { $name } there
walk-delete-text = That can’t be undone.
walk-forget = Forget it here…
walk-forget-text = Miftah asks DHMAD first. Then its value, places and notes leave this computer.
walk-is-off = It is switched off
walk-is-off-text = DHMAD does not accept it any more.
walk-is-on = It is switched on
walk-is-on-text = DHMAD answered: this key works.
walk-noted-off = Noted as switched off
walk-noted-on = Noted as switched on
walk-noted-text = Miftah could not check that: it does not hold this key.
walk-still-on = DHMAD still accepts this key
walk-still-on-text = Switch it off on the portal, then check again.
walk-still-off = DHMAD does not accept this key
walk-still-off-text = Switch it on on the portal, then check again. If it was regenerated meanwhile, take the new key.
error-still-accepted = DHMAD still accepts this key.
error-still-accepted-do = Delete it on the portal first, then try again.
palette-copy-env = Copy { $name } as a line for .env
palette-copy-header = Copy { $name } as a header line
palette-check-key = Check { $name } with DHMAD
palette-delete = Delete { $name }…
palette-leaked = { $name } leaked…

## When to change a key
advice-create = Remind me to change it
advice-in =
    { $n ->
        [one] Due in { $n } day
       *[other] Due in { $n } days
    }
advice-over =
    { $n ->
        [0] Due today
        [one] Due since { $n } day
       *[other] Due since { $n } days
    }

## Inbox
nav-inbox = Inbox
window-inbox = Inbox - Miftah
inbox-loading = Looking at what waits
inbox-now = Needs you now
inbox-week = This week
inbox-earlier = Earlier
inbox-empty-title = All in order
inbox-empty-text = Nothing waits for you. DHMAD was last asked { $when }.
inbox-rotate = Rotate safely…
open-key = Open the key
inbox-where = See where it is used
inbox-needed = It is needed
inbox-snoozed = Snoozed until { $when }.
inbox-dismissed = You won’t hear of this again.
inbox-settled = This has settled itself meanwhile.
inbox-undo = Undo
inbox-undo-label = Undo: { $name }
inbox-back-spoken = Back in the inbox.
means-stale = The older a key, the more places it may have reached. Replace it without stopping the shop.
means-unused-live = A live key that nobody uses is a risk without a benefit. You can switch it on again at any time.
means-unused-sandbox = A key that nobody uses only makes the list longer. You can switch it on again at any time.
means-never-used-live = Nothing has called DHMAD with it since it was made. Put it in place, or switch it off until you do.
means-never-used-sandbox = Nothing has called DHMAD with it since it was made. Switch it off if the trial is over.
means-used-off = Something still holds this key and gets an error each time. Give it a new one, or switch this one on.
means-used-again = Something began to use it after a long silence. Make sure that you know what.
means-expires-live = What uses it stops on that day, payments too. Replace it before, without stopping the shop.
means-expires-sandbox = What uses it stops on that day. Replace it before, if the trials go on.
means-expired = DHMAD refuses every request with it. What uses it needs another key.
means-replaced = The copy kept here is an old one, and can’t be used any more. Ask whoever changed it, or take the new one in.
means-rotation = Its rotation goes on only when you say so. Both keys stay as they are until then.
means-rotation-install = The second key is ready. Put it in place wherever the old one is, then tick the places off.
snooze = Snooze
snooze-label = Snooze { $name }
snooze-heading = Remind me again
snooze-tomorrow = Tomorrow
snooze-week = In a week
snooze-date = On a date…
snooze-never = Not again…
snooze-date-title = When should it come back?
snooze-until-do = Snooze until { $when }
month-before = Month before
month-after = Month after
dismiss-title = Why not again?
dismiss-text = Miftah says no more of it, unless it happens anew.
dismiss-needed = The key is needed as it is
dismiss-not-ours = Somebody else looks after it
dismiss-known-use = I know what uses it
dismiss-other = Another reason
dismiss-do = Don’t remind me
put-off-title = Put off
put-off-until = until { $when }
put-off-for-good = not again: { $reason }
put-off-back = Bring back
put-off-back-label = Bring back { $name }
hint-snooze = Snooze
on-today = today
on-weekday = on { $day }
on-date = on { $date }
why-used-again =
    { $n ->
        [one] Used again { $when } after { $n } quiet day
       *[other] Used again { $when } after { $n } quiet days
    }
why-waits-install = The new key waits to be put in place
why-waits-rare-use = Its rotation has a question for you
why-waits-switch-off = Replaced: can be switched off now
why-waits-delete = Replaced: can be deleted now
why-waits-orphan = A lost second key is to be switched off
why-back-on = Off for a while, on again at { $when }

## Off for a while
off-for = Switch off for a while…
palette-off-for = Switch off { $name } for a while…
palette-keep-off = Keep { $name } off
off-for-title = Switch off { $name } for a while
off-for-text = What uses it stops meanwhile: so you see whether anything still needs it. The system asks before it is done.
off-for-how-long = For how long
off-for-back = On again at { $when } while this computer is awake, else as soon as it wakes.
off-for-only-on = Only a key that is switched on can be.
off-for-lately = Not for a live key used in the last 7 days: the shop would stop.
off-for-unknown = Not for a live key of which nobody knows when it was last used.
off-for-settings = Open the settings
keep-off = Keep it off
kept-off = { $name } stays off.
turn-on-now = Switch on now
back-on-title = Switched off until { $when }
back-on-text = It comes back by itself.
error-used-lately = This live key was used in the last 7 days.
error-used-lately-do = Replace it safely instead: nothing stops on the way.
error-not-on = This key is not switched on.
error-not-on-do = Check again: the list shows how it stands.
error-update-not-now = It can’t be installed at this moment.
error-update-not-now-do = Wait until no key is in the clipboard and nothing is under way, then try again.
error-needs-background = Nobody could switch it on again: Miftah ends when its window closes.
error-needs-background-do = Turn on “Run in the background” or “Start with the computer” in the settings, then try again.

## Reminders
settings-general = General
settings-reminders = Reminders
hint-settings = Changes are kept as you make them
remind-when = Remind me when
remind-which = For which keys
remind-never-used = A new key was never used
remind-never-used-text = Since it was made
remind-unused = A key has no request
remind-unused-text = Since it was last used
remind-stale = A key has not been changed
remind-stale-text = Since it was made or last replaced
remind-expiry = A key is about to expire
remind-expiry-text = 14, 7 and 1 day before, live and sandbox
days-unit =
    { $n ->
        [one] day
       *[other] days
    }
days-never = never
days-fewer = Fewer days: { $what }
days-more = More days: { $what }
days-wrong = A whole number from 1 to 3,650.
remind-how = How
remind-digest = One summary a day at most
remind-digest-text = Only an expiry within 24 h comes at once
remind-quiet = Quiet hours
remind-quiet-text = Nothing but an expiry within 24 h speaks then
remind-quiet-none = Both are the same: there are no quiet hours
remind-quiet-from = Quiet from
remind-quiet-to = Quiet until
remind-names = Hide key names
remind-names-text = Notifications say “a live key” instead
background = Run in the background
background-tray = Miftah stays in the tray when its window is closed, so that reminders come.
background-no-tray = So that reminders come while the window is closed. This desktop shows no tray: start Miftah again to see its window.
background-ends = This desktop has neither a tray nor notifications, so Miftah still ends with its window.
background-off = Reminders come only while the window is open.
autostart = Start with the computer
autostart-text = Without a window, when you sign in to this computer
quit-title = Quit
quit-text = No reminder comes until you start Miftah again.
quit = Quit Miftah
preview-title = Preview
preview-keys =
    { $n ->
        [one] With these rules, { $n } key would be in your inbox now.
       *[other] With these rules, { $n } keys would be in your inbox now.
    }
preview-none = With these rules, nothing would be in your inbox now.
test-send = Send a test notification
test-taken = Your system took it at { $time }. If you saw nothing, look at the system’s do-not-disturb.
test-taken-then = Your system took the last test on { $date }.
test-no-server = This desktop has nothing that shows notifications. What waits is in the inbox.
test-refused = Your system refused it. Allow notifications of Miftah in the settings of the system.
test-timed-out = Your system did not answer. Try again in a minute.

## Checklist
nav-checklist = Checklist
checklist-title = Security checklist
window-checklist = Security checklist - Miftah
list-loading = Working the checklist out
list-sum = { $n } of { $of } in order.
list-sum-when = Worked out from what DHMAD said { $when } and what is on this computer.
list-to-do = To do
list-in-order = In order
list-cant-know = Can’t be known from here
list-state-to-do = To do
list-state-met = Met
list-state-unknown = Not known
list-and-more =
    { $n ->
        [one] { $names } and { $n } more
       *[other] { $names } and { $n } more
    }
list-unknown-old = What Miftah knows is too old to say.
list-unknown-all = Miftah does not see every key of the account.
list-rotated = Every key in use is changed in time
list-rotated-met = No value is older than your rules allow
list-rotated-todo = Not changed in time: { $names }
list-unused = No live key lies unused
list-unused-met = Every active live key is in use
list-unused-todo = Unused: { $names }
list-leftovers = Keys that are off for good are deleted
list-leftovers-met = None has been off for more than 90 days
list-leftovers-todo = Off for more than 90 days: { $names }
list-watched = Nothing uses a key unexpectedly
list-watched-met = No use while switched off, and none after a long silence
list-watched-todo = Look at the use of { $names }
list-placed = Every live key says where it is used
list-placed-met = Each has a place
list-placed-todo = Missing for { $names }
list-kept = Somebody answers for every place
list-kept-met = Each place has a name beside it
list-kept-todo = Nobody is named at a place of { $names }
list-one-each = Each app has a key of its own
list-one-each-met = No key is used in two places
list-one-each-todo = Used in several places: { $names }
list-named = Names say what keys are for
list-named-met = None is only “test” or “key”
list-named-todo = Says little: { $names }
list-spare = There is a spare live key
list-spare-met = If one stops, another can take over in minutes
list-spare-todo = If the only one stops, everything stops
list-apart = Trials don’t use real money
list-apart-met = There are keys of both kinds, live and sandbox
list-apart-todo = There are keys of one kind only
list-keychain = Keys are kept in the keyring
list-keychain-met = In { $place }, none in a plain file
list-keychain-unknown = The keyring does not answer
list-reminded = Reminders reach you
list-reminded-met = Your system took the last test
list-reminded-todo = Not tested, or the last test did not arrive
list-code = No key is in source code
list-code-unknown = Miftah doesn’t read your code. Ask whoever writes it.
list-server = Keys are used on servers only
list-server-unknown = Never in a page or an app that customers have. Ask whoever builds them.
list-open-inbox = Open the inbox
list-open-reminders = Test it in the settings

## Use and rules of one key
usage-title = Days in use, week by week
usage-used = seen in use
usage-quiet = quiet
usage-unchecked = not checked
usage-today = Today
usage-none = Miftah has not looked at this key yet.
usage-summary =
    { $n ->
        [one] Seen in use on { $n } day of { $of } that were looked at.
       *[other] Seen in use on { $n } days of { $of } that were looked at.
    }
usage-summary-gaps =
    { $n ->
        [one] Seen in use on { $n } day of { $of } that were looked at; { $gaps } were not.
       *[other] Seen in use on { $n } days of { $of } that were looked at; { $gaps } were not.
    }
usage-week = Week
usage-span = { $from } to { $to }
usage-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
usage-as-table = Show as a table
usage-as-picture = Show as a picture
fact-change = Advised change
fact-change-every =
    { $n ->
        [one] Every day
       *[other] Every { $n } days
    }
fact-change-never = Never for its age
rules-title = Reminders for this key
rules-text = Where it needs other rules than the rest.
rule-never-used = Never used
rule-unused = No request
rule-stale = Not changed
rule-usual = as usual
rule-usual-days =
    { $n ->
        [one] as usual ({ $n } day)
       *[other] as usual ({ $n } days)
    }
rule-usual-never = as usual (never)
rule-days =
    { $n ->
        [one] after { $n } day
       *[other] after { $n } days
    }
favourite = Offer it in the tray
favourite-text = So that it can be copied without opening the window.
nav-update = { $page }, an update is there
update-label = Updates
update-version = Miftah { $version }
update-security = Security fix
update-nobody = This build does not look for updates.
update-unreachable = The update server did not answer.
update-refused = What the update server sent was refused. Nothing was changed.
update-not-kept = The update could not be saved.
update-told = Version { $version } is there. Get it where you got Miftah.
update-downloading = Version { $version } is being fetched.
update-ready = Version { $version } is ready. It is installed now or when you quit.
update-waits = Version { $version } is ready. It can be installed once no key is in the clipboard and nothing is under way.
update-install = Install and restart
update-page = Open the page
update-look = Look for updates
update-in-place = Version { $version } is installed. It runs once Miftah has started again.
update-restart = Restart Miftah
update-by-itself = Look for updates once a day
update-by-itself-text = Fetches what is new, too. Nothing but the request itself is sent.
update-by-itself-told = Nothing but the request itself is sent.
