//! What Miftah knows of a key: identity, environment, prefix, dates. Never its value, but for [`ApiKey`].

mod api_key;
mod attention;
mod copy_again;
mod environment;
mod id;
mod key;
mod known;
mod list;
mod prefix;
#[cfg(test)]
pub(crate) mod sample;

pub use api_key::{ApiKey, NotAKey};
pub use attention::{Attention, Since, attention};
pub use copy_again::{CopyKeyError, copy_again};
pub use environment::Environment;
pub use id::{AccountId, BadId, KeyId};
pub use key::{Key, KeyList, LastUse, Status};
pub use known::{Change, ChangedBy, KnownKey};
pub use list::{ListKeysError, Listing, Scope, by_dhmads_clock, is_wrong, list_known, refresh};
pub use prefix::{KeyPrefix, PREFIX_HEX};
