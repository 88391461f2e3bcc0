//! Operations that issue or end a key, as the journal knows them: what happened, where that leaves them, and
//! what a start after a crash reads from it. Pure: nothing here calls anybody.

mod event;
mod id;
mod next;
mod operation;
mod replay;
mod stage;
mod subject;

pub use event::{Event, EventDetails};
pub use id::{OperationId, Tag};
pub use next::{IllegalEvent, next};
pub use operation::Operation;
pub use replay::{Record, replay};
pub use stage::Stage;
pub use subject::{Baseline, Kind, Subject};
