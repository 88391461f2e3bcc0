# What the system draws for Miftah: window titles and the dialog before a key in use is regenerated. Read by the shell.

window-title = Miftah
confirm-window-title = Miftah - confirm
sign-in-window-title = Sign in - Miftah

confirm-regenerate-title = Regenerate “{ $name }”?
# $used is one of the used- phrases below.
confirm-regenerate-text = Live key, real money: { $prefix }…, { $used }. The moment it is regenerated, everything that uses it stops until it has the new key.
confirm-regenerate-text-no-prefix = Live key, real money, { $used }. The moment it is regenerated, everything that uses it stops until it has the new key.
confirm-regenerate-text-unknown = Live key, real money: { $prefix }…. Miftah could not find out when it was last used. The moment it is regenerated, everything that uses it stops until it has the new key.
confirm-regenerate-text-unknown-no-prefix = Live key, real money. Miftah could not find out when it was last used. The moment it is regenerated, everything that uses it stops until it has the new key.
confirm-regenerate-text-created = Live key, real money: { $prefix }…, { $created }, { $used }. Someone may be putting it in place right now. The moment it is regenerated, everything that uses it stops until it has the new key.
confirm-regenerate-text-sandbox = Sandbox key, no real money: { $prefix }…, { $used }. The moment it is regenerated, everything that uses it stops until it has the new key.
confirm-regenerate-now = Regenerate now
confirm-cancel = Cancel

created-days-ago =
    { $n ->
        [0] created today
        [one] created { $n } day ago
       *[other] created { $n } days ago
    }
changed-days-ago =
    { $n ->
        [0] changed today
        [one] changed { $n } day ago
       *[other] changed { $n } days ago
    }

used-just-now = last used just now
used-minutes-ago =
    { $n ->
        [one] last used { $n } minute ago
       *[other] last used { $n } minutes ago
    }
used-hours-ago =
    { $n ->
        [one] last used { $n } hour ago
       *[other] last used { $n } hours ago
    }
used-days-ago =
    { $n ->
        [one] last used { $n } day ago
       *[other] last used { $n } days ago
    }
used-on = last used on { $date }
used-never = not used yet
used-unknown = last use not known

# Added when nothing could tell afterwards whether the call was executed.
confirm-regenerate-untraceable = If the connection breaks meanwhile, Miftah has no way to find out whether the key was regenerated: DHMAD does not show this key’s prefix, and its value is not kept on this computer.

# The choice that stops nothing: it opens the page of safe rotations.
confirm-rotate = Rotate safely

confirm-leaked-title = Kill “{ $name }” now?
confirm-leaked-text = The old key stops at once, so nobody can misuse it. Then Miftah shows you every place that needs the new one.
confirm-leaked-now = Kill it and copy the new key

confirm-off-title = Switch off “{ $name }”?
confirm-off-text = Live key, { $used }. What uses it stops now. You can switch it on again at any time.
confirm-off-text-sandbox = Sandbox key, { $used }. What uses it stops now. You can switch it on again at any time.
confirm-off-early = Miftah would still wait: it has not seen yet that the new key is in use and the old one quiet for long enough.
confirm-off-now = Switch off
confirm-off-last = It is your last active live key. Have another one ready first, or nothing can reach DHMAD any more.
confirm-off-last-sandbox = It is your last active sandbox key.
confirm-which = Key { $prefix }…

confirm-delete-title = Delete “{ $name }” for good?
confirm-delete-text =
    { $n ->
        [0] Switched off today, not used since. This can’t be undone.
        [one] Switched off for { $n } day, not used since. This can’t be undone.
       *[other] Switched off for { $n } days, not used since. This can’t be undone.
    }
confirm-delete-text-used =
    { $n ->
        [0] Switched off today, { $used }. This can’t be undone.
        [one] Switched off for { $n } day, { $used }. This can’t be undone.
       *[other] Switched off for { $n } days, { $used }. This can’t be undone.
    }
confirm-delete-early = Miftah would wait until it has been off for 7 days: until then you can switch it on again if something turns out to need it.
confirm-delete-now = Delete
confirm-delete-last = Without it you have no active live key. Make another one first, or nothing can reach DHMAD any more.
confirm-delete-last-sandbox = Without it you have no active sandbox key.
# The choice that stops nothing: it opens the form for a new key.
confirm-make-another = Make another key first

confirm-forget-title = Forget “{ $name }” on this computer?
confirm-forget-text = Its value, its places and its notes leave this computer, and that can’t be undone. Go on if it is deleted on the portal.
confirm-forget-now = Forget

# The app cannot start.
start-failed-title = Miftah cannot start
start-failed-full = The disk is full. Free some space, then start Miftah again. Your keys are safe in the keychain.
start-failed-newer = A newer version of Miftah has used this computer’s data. Install that version again. Nothing was changed.
start-failed-denied = Miftah’s data folder cannot be read or written. Ask whoever looks after this computer to check it. Your keys are safe in the keychain.
start-failed-in-use = Miftah is running already, and its window did not come up. End the other one, or sign out of the computer and in again. Your keys are safe in the keychain.
start-failed-close = Close

# Switching off for a while.
confirm-off-for-title = Switch off “{ $name }” for a while?
confirm-off-for-text = What uses it stops now. On again at { $time } while this computer is awake, else as soon as it wakes.

# Notifications: a title of up to 40 characters, a text of up to 110. $name may be notify-a-live-key.
notify-a-live-key = a live key
notify-a-sandbox-key = a sandbox key
notify-digest-title =
    { $n ->
        [one] { $n } key needs you
       *[other] { $n } keys need you
    }
notify-line = { $name }: { $what }.
notify-more =
    { $n ->
        [one] And { $n } more.
       *[other] And { $n } more.
    }
notify-never-used =
    { $n ->
        [one] made { $n } day ago, never used
       *[other] made { $n } days ago, never used
    }
notify-unused =
    { $n ->
        [one] no request for { $n } day
       *[other] no request for { $n } days
    }
notify-stale =
    { $n ->
        [one] not changed for { $n } day
       *[other] not changed for { $n } days
    }
notify-expires =
    { $n ->
        [0] expires within a day
        [one] expires in { $n } day
       *[other] expires in { $n } days
    }
notify-expired = expired, it no longer works
notify-used-though-off = switched off, yet used
notify-used-again =
    { $n ->
        [one] used again after { $n } quiet day
       *[other] used again after { $n } quiet days
    }
notify-replaced = regenerated elsewhere, the value kept here is old
notify-rotation-install = its new key waits to be put in place
notify-rotation-rare-use = its rotation waits for your answer
notify-rotation-switch-off = its old key is quiet, switch it off?
notify-rotation-delete = its old key can be deleted
notify-rotation-orphan = a second key was made and its value lost
notify-urgent-title = A key stops working soon
notify-urgent-text = { $name } expires { $when }. Replace it to avoid a stop.
notify-at-today = today at { $time }
notify-at-tomorrow = tomorrow at { $time }
notify-open = Open
notify-tomorrow = Tomorrow
notify-rotate = Rotate
notify-test-title = This is a test
notify-test-text = Reminders reach you.
notify-on-again-title = Switched on again
notify-on-again-text = { $name } works again since { $time }.
notify-still-off-title = A key is still off
notify-still-off-text = { $name } should be on again since { $time }. Miftah goes on trying.
notify-not-back-title = A key was not switched on
notify-not-back-text = { $name } was changed or deleted meanwhile, so Miftah left it alone.
notify-stays-title = Miftah goes on
notify-stays-text-tray = It stays in the tray and reminds you. Quit it there.
notify-stays-text = This desktop shows no tray. Start Miftah again to see its window.

tray-state =
    { $n ->
        [0] All keys in order
        [one] { $n } key needs you
       *[other] { $n } keys need you
    }
tray-old = Not checked since { $day }
tray-never = Not checked yet
tray-signed-out = Nobody is signed in
tray-copy = Copy { $name }
tray-clear = Clear the clipboard ({ $n } s)
tray-check = Check now
tray-open = Open Miftah
tray-quit = Quit
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
awake-reason = A key is to be switched on again
