//! Z5: the person says that everything uses the new key, or takes that back; and ending a rotation early.

use crate::operations::{Event, Operation};
use crate::ports::Ports;

use super::super::spooled::wipe;
use super::super::step::{StepError, step};

/// Why nothing changed.
pub type InstallError = StepError;

/// Notes that everything uses the successor, or that it does not yet after all.
pub fn set_installed(ports: &Ports, operation: &mut Operation, installed: bool) -> Result<(), InstallError> {
    step(ports, operation, if installed { Event::Installed } else { Event::NotInstalled })
}

/// Ends the rotation. Both keys stay as they are.
pub fn stop(ports: &Ports, operation: &mut Operation) -> Result<(), InstallError> {
    step(ports, operation, Event::Abandoned)?;
    wipe(&*ports.spool, &operation.id);
    Ok(())
}
