//! A key that takes another's place, or gets its own id at last, takes over what was noted.

use super::Remark;
use crate::keys::{AccountId, KeyId};
use crate::ports::{Ports, StoreError};

/// Moves the remark, unless there is one already where it goes.
pub(crate) fn hand_on(
    ports: &Ports,
    from: (&AccountId, &KeyId),
    to: (&AccountId, &KeyId),
) -> Result<(), StoreError> {
    let all = ports.store.all_remarks()?;
    let of = |(account, key): (&AccountId, &KeyId)| {
        all.iter().find(|remark| remark.account == *account && remark.key == *key)
    };
    let Some(remark) = of(from) else { return Ok(()) };
    if of(to).is_none() {
        let (account, key) = (to.0.clone(), to.1.clone());
        ports.store.save_remark(&Remark { account, key, ..remark.clone() })?;
    }
    ports.store.remove_remark(from.0, from.1)
}
