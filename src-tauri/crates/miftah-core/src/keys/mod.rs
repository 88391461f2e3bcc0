//! What Miftah knows of a key: identity, environment, prefix, dates. Never its value, but for [`ApiKey`].

mod api_key;
mod change;
mod copy_again;
mod copy_form;
mod delete;
mod environment;
mod id;
mod key;
mod known;
mod limit;
mod list;
mod name;
mod prefix;
mod rename;
#[cfg(test)]
pub(crate) mod sample;
mod switch;

pub use api_key::{ApiKey, NotAKey};
pub use change::{ChangeKeyError, look_up};
pub use copy_again::{CopyKeyError, copy_again, copy_as};
pub use copy_form::CopyForm;
pub(crate) use delete::forget;
pub use delete::{Deletable, deletable, delete_key};
pub use environment::Environment;
pub use id::{AccountId, BadId, KeyId};
pub use key::{Key, KeyList, LastUse, Status};
pub use known::{Change, ChangedBy, KnownKey};
pub use limit::{LimitError, limit_key};
pub use list::{ListKeysError, Listing, Scope, by_dhmads_clock, is_wrong, list_known, refresh};
pub use name::{NameError, check_name};
pub use prefix::{KeyPrefix, PREFIX_HEX};
pub use rename::{RenameError, rename};
pub use switch::{is_last_active, no_active_left, switch_key};
