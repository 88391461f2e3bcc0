//! What a notification may say now: one summary a day at most, and at once only what cannot wait for it.

use jiff::{SignedDuration, Timestamp, Zoned};

use super::{DAY, Finding, Inbox, Item, Manners, Put, Severity};

/// What was told and still stands is told again after so many days.
const AGAIN_AFTER: i64 = 7;
/// Two summaries are at least so far apart: a journey westwards makes a day longer, not two of it.
const APART: SignedDuration = SignedDuration::from_hours(20);

/// One notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Telling<'a> {
    /// The summary of the day: what is new in it, what matters most first.
    Digest(Vec<&'a Item>),
    /// A key stops working within a day.
    Urgent(&'a Item),
}

impl<'a> Telling<'a> {
    /// What it tells, what matters most first.
    pub fn items(&self) -> &[&'a Item] {
        match self {
            Self::Digest(items) => items,
            Self::Urgent(item) => std::slice::from_ref(item),
        }
    }
}

/// What is to be told now. `last_digest` is when the last summary came, by this computer's clock as `now` is.
pub fn due_to_tell<'a>(
    inbox: &'a Inbox,
    last_digest: Option<Timestamp>,
    manners: &Manners,
    now: &Zoned,
) -> Vec<Telling<'a>> {
    let ours = now.timestamp();
    let (urgent, rest): (Vec<&Item>, Vec<&Item>) =
        inbox.fresh().filter(|item| is_new(item, ours)).partition(|item| cannot_wait(item));
    let urgent = urgent.into_iter().map(Telling::Urgent);
    let quiet = manners.quiet.is_some_and(|quiet| quiet.holds(now.time()));
    let open = !quiet && now.time() >= manners.digest_at && is_another_day(last_digest, now);
    urgent.chain((open && !rest.is_empty()).then_some(Telling::Digest(rest))).collect()
}

/// An expiry within a day; the same occasion is told once.
fn cannot_wait(item: &Item) -> bool {
    item.reminder.severity == Severity::Urgent && matches!(item.reminder.finding, Finding::Expires { .. })
}

fn is_new(item: &Item, now: Timestamp) -> bool {
    let Some(told) = item.told else { return true };
    // Told in a time to come: the clock was wrong then.
    let told = told.min(now);
    let snoozed_since = matches!(item.put, Some(Put::Until(until)) if told < until && until <= now);
    let again = now.duration_since(told).as_secs() >= AGAIN_AFTER * DAY;
    snoozed_since || (again && !cannot_wait(item))
}

/// A summary that lies in a time to come was told by a wrong clock; the day after it was put right is another day.
fn is_another_day(last: Option<Timestamp>, now: &Zoned) -> bool {
    let Some(last) = last else { return true };
    let since = now.timestamp().duration_since(last);
    if since.is_negative() {
        return since.abs() >= SignedDuration::from_secs(2 * DAY);
    }
    since >= APART && last.to_zoned(now.time_zone().clone()).date() != now.date()
}
