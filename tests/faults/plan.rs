//! What one child does, and what goes wrong in it. Written by the runner, read by the child.

use std::path::PathBuf;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What the child is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Role {
    /// Protocol R.
    Regenerate,
    /// Protocol Z: a successor is made.
    Rotate,
    /// A key that did not exist before.
    Create,
    /// Protocol Z: installed, the old key switched off, on, off, and deleted.
    Finish,
    /// Guided mode: the key on the clipboard is taken.
    Take,
    /// A start after that.
    Recover,
}

/// A guard that is switched off, to see that it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Mutation {
    /// Keychain and disk are not tried before the send.
    Preflight,
    /// Nothing is sealed.
    Spool,
    /// A keychain write is believed without reading it back.
    ReadBack,
    /// Each step is written down only with the one after it.
    JournalOrder,
    /// An unknown outcome is answered by sending again.
    NoRetry,
}

impl Mutation {
    /// Its name on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Preflight => "preflight",
            Self::Spool => "spool",
            Self::ReadBack => "read-back",
            Self::JournalOrder => "journal-order",
            Self::NoRetry => "no-retry",
        }
    }
}

impl FromStr for Mutation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Preflight, Self::Spool, Self::ReadBack, Self::JournalOrder, Self::NoRetry]
            .into_iter()
            .find(|mutation| mutation.name() == text)
            .ok_or_else(|| "preflight, spool, read-back, journal-order, no-retry".into())
    }
}

/// What the keychain does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum KeychainFault {
    /// None in this session, from this call on.
    AbsentFrom(usize),
    /// Locked, from this call on.
    LockedFrom(usize),
    /// Silent until the bound is over, from this call on.
    TimesOutFrom(usize),
    /// This call is refused.
    DeniedAt(usize),
    /// This call finds two items.
    CorruptAt(usize),
    /// This call does what it should, and its answer is lost.
    AnswerLostAt(usize),
    /// This write loses the last character.
    TruncatesAt(usize),
}

/// What the disk does wrong: the n-th call of one kind fails, and so do `more` after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct DiskFault {
    /// The call's name: create, write, append, read, sync, sync-folder, remove, list.
    pub(crate) call: String,
    pub(crate) nth: usize,
    pub(crate) more: usize,
}

/// Where a child is killed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kill {
    /// The point.
    pub(crate) point: String,
    /// The how many-th time it is reached; 1 is the first.
    pub(crate) nth: usize,
    /// Of the write that is being synced at that point so much is on the disk, in per cent. `None`: whole writes.
    pub(crate) torn: Option<usize>,
    /// Not killed there, but given no more memory from there on: it dies at the first page that it asks for.
    pub(crate) starved: bool,
}

/// One child.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Plan {
    pub(crate) role: Role,
    pub(crate) folder: PathBuf,
    pub(crate) url: String,
    pub(crate) token: String,
    pub(crate) account: String,
    pub(crate) key: String,
    /// The key on the clipboard, for a take.
    pub(crate) clipboard: Option<String>,
    /// Nobody is signed in.
    pub(crate) signed_out: bool,
    /// No host name is found (F1).
    pub(crate) no_names: bool,
    pub(crate) kill: Option<Kill>,
    pub(crate) keychain: Option<KeychainFault>,
    pub(crate) disk: Option<DiskFault>,
    /// A kill drops what was not synced.
    pub(crate) power_cut: bool,
    pub(crate) mutation: Option<Mutation>,
}
