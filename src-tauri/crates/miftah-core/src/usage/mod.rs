//! What DHMAD said of a key's use, check by check, and which of it were Miftah's own calls.

mod days;
mod looks;
mod own_calls;
mod real_use;
mod sample;

pub use days::{Day, days};
pub use looks::{Look, latest_possible_use};
pub(crate) use looks::{latest_possible, looks};
pub(crate) use own_calls::hand_on_calls;
pub use own_calls::{OwnCall, explains};
pub use real_use::{last_probed_use, last_real_use};
pub use sample::{UsageSample, remember};
