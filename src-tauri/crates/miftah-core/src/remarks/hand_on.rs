//! A successor takes over what was noted about the key that it replaces.

use super::Remark;
use crate::keys::{AccountId, KeyId};
use crate::ports::{Ports, StoreError};

/// Moves the remark, unless the successor has one of its own already.
pub(crate) fn hand_on(
    ports: &Ports,
    account: &AccountId,
    from: &KeyId,
    to: &KeyId,
) -> Result<(), StoreError> {
    let all = ports.store.all_remarks()?;
    let of = |key: &KeyId| all.iter().find(|remark| remark.account == *account && remark.key == *key);
    let Some(remark) = of(from) else { return Ok(()) };
    if of(to).is_none() {
        ports.store.save_remark(&Remark { key: to.clone(), ..remark.clone() })?;
    }
    ports.store.remove_remark(account, from)
}
