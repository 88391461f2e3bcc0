//! The one row of settings; those of reminders have a row of their own.

use miftah_core::keys::AccountId;
use miftah_core::settings::{Access, Settings};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{reminding, words};

pub(crate) fn read(connection: &Connection) -> rusqlite::Result<Settings> {
    let reminding = reminding::read(connection)?;
    let found = connection
        .prepare_cached("SELECT locale, theme, access, access_account, guided_because FROM settings")?
        .query_row([], |row| {
            let locale: Option<String> = row.get(0)?;
            let theme: String = row.get(1)?;
            let access: String = row.get(2)?;
            let account: Option<String> = row.get(3)?;
            let because: Option<String> = row.get(4)?;
            Ok(Settings {
                locale: locale.as_deref().and_then(words::locale),
                theme: words::theme(&theme),
                access: read_access(&access, account.as_deref(), because.as_deref()),
                reminding,
            })
        })
        .optional()?;
    Ok(found.unwrap_or(Settings { reminding, ..Settings::first_start() }))
}

/// What cannot be read is "signed out": the sign-in window is the safe place to begin.
fn read_access(word: &str, account: Option<&str>, because: Option<&str>) -> Access {
    match (word, account.map(AccountId::parse)) {
        ("full", Some(Ok(account))) => Access::Full(account),
        ("guided", _) => Access::Guided { because: words::because(because.unwrap_or_default()) },
        _ => Access::SignedOut,
    }
}

pub(crate) fn save(connection: &mut Connection, settings: &Settings) -> rusqlite::Result<()> {
    let (access, account, because) = match &settings.access {
        Access::SignedOut => ("signed_out", None, None),
        Access::Full(account) => ("full", Some(account.as_str()), None),
        Access::Guided { because } => ("guided", None, Some(words::of_because(*because))),
    };
    let transaction = connection.transaction()?;
    reminding::save(&transaction, &settings.reminding)?;
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO settings (one, locale, theme, access, access_account, guided_because)
             VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            settings.locale.map(miftah_core::settings::Locale::tag),
            words::of_theme(settings.theme),
            access,
            account,
            because
        ])?;
    transaction.commit()
}
