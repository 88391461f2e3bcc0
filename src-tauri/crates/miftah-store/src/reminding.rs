//! The settings of reminders, in one row; none where everything is as usual.

use jiff::civil::Time;
use miftah_core::reminders::{Manners, Policy, Quiet, Thresholds};
use miftah_core::settings::Reminding;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::words;

pub(crate) fn read(connection: &Connection) -> rusqlite::Result<Reminding> {
    let found = connection.prepare_cached("SELECT * FROM reminding")?.query_row([], reminding).optional()?;
    Ok(found.unwrap_or(Reminding::usual()))
}

/// A damaged value is as usual, never "off": a reminder that is missing is not noticed.
fn reminding(row: &Row<'_>) -> rusqlite::Result<Reminding> {
    let usual = Reminding::usual();
    let flag = |name: &str, usual: bool| {
        Ok::<_, rusqlite::Error>(match row.get::<_, i64>(name)? {
            0 => false,
            1 => true,
            _ => usual,
        })
    };
    let days = |name: &str, usual: Option<u32>| {
        let days: Option<i64> = row.get(name)?;
        Ok::<_, rusqlite::Error>(days.and_then(|days| words::days(days).or(usual)))
    };
    let time = |name: &str| {
        Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(name)?.as_deref().and_then(words::time_of_day))
    };
    let (live, sandbox) = (usual.policy.live, usual.policy.sandbox);
    Ok(Reminding {
        policy: Policy {
            live: Thresholds {
                never_used: days("live_never_used", live.never_used)?,
                unused: days("live_unused", live.unused)?,
                stale: days("live_stale", live.stale)?,
                expiry: flag("live_expiry", live.expiry)?,
            },
            sandbox: Thresholds {
                never_used: days("sandbox_never_used", sandbox.never_used)?,
                unused: days("sandbox_unused", sandbox.unused)?,
                stale: days("sandbox_stale", sandbox.stale)?,
                expiry: flag("sandbox_expiry", sandbox.expiry)?,
            },
        },
        manners: Manners {
            digest_at: time("digest_at")?.unwrap_or(usual.manners.digest_at),
            quiet: time("quiet_from")?.zip(time("quiet_to")?).map(|(from, to)| Quiet { from, to }),
            hide_names: flag("hide_names", usual.manners.hide_names)?,
        },
        background: flag("background", usual.background)?,
        autostart: flag("autostart", usual.autostart)?,
    })
}

/// What was never changed is not kept: it follows what is usual in a later version.
pub(crate) fn save(connection: &Connection, reminding: &Reminding) -> rusqlite::Result<()> {
    if *reminding == Reminding::usual() {
        return connection.prepare_cached("DELETE FROM reminding")?.execute([]).map(drop);
    }
    let Reminding { policy: Policy { live, sandbox }, manners, background, autostart } = reminding;
    let quiet = |end: fn(Quiet) -> Time| manners.quiet.map(end).map(words::of_time_of_day);
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO reminding (one, live_never_used, live_unused, live_stale, live_expiry,
                sandbox_never_used, sandbox_unused, sandbox_stale, sandbox_expiry, digest_at, quiet_from, quiet_to,
                hide_names, background, autostart)
            VALUES (1, :live_never_used, :live_unused, :live_stale, :live_expiry,
                :sandbox_never_used, :sandbox_unused, :sandbox_stale, :sandbox_expiry, :digest_at, :quiet_from, :quiet_to,
                :hide_names, :background, :autostart)",
        )?
        .execute(named_params! {
            ":live_never_used": live.never_used,
            ":live_unused": live.unused,
            ":live_stale": live.stale,
            ":live_expiry": live.expiry,
            ":sandbox_never_used": sandbox.never_used,
            ":sandbox_unused": sandbox.unused,
            ":sandbox_stale": sandbox.stale,
            ":sandbox_expiry": sandbox.expiry,
            ":digest_at": words::of_time_of_day(manners.digest_at),
            ":quiet_from": quiet(|quiet| quiet.from),
            ":quiet_to": quiet(|quiet| quiet.to),
            ":hide_names": manners.hide_names,
            ":background": background,
            ":autostart": autostart,
        })
        .map(drop)
}
