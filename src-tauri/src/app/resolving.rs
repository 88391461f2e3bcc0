//! Finding out what became of operations, in the background, until nothing is open that Miftah can settle.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use miftah_core::guided::resume_take;
use miftah_core::operations::{Kind, Operation, OperationId};
use miftah_core::rotation::{Outlook, Resolver, take_stock};
use tokio::sync::Notify;

use super::{App, lock};
use crate::ipc::errors::IpcError;
use crate::ipc::events::RotationsChanged;
use crate::ipc::views::TakenView;

/// The resolvers that run.
#[derive(Default)]
pub(crate) struct Resolving(Mutex<HashMap<OperationId, Running>>);

struct Running {
    poke: Arc<Notify>,
    /// Why nothing can be found out now, as the last round said.
    hindrance: Option<IpcError>,
}

impl Resolving {
    /// Why nothing can be found out about this operation now.
    pub(crate) fn hindrance(&self, id: &OperationId) -> Option<IpcError> {
        lock(&self.0).get(id).and_then(|running| running.hindrance.clone())
    }

    /// Something changed that may have been in the way: every resolver looks again at once.
    pub(crate) fn poke_all(&self) {
        for running in lock(&self.0).values() {
            running.poke.notify_one();
        }
    }

    fn enter(&self, id: &OperationId) -> Option<Arc<Notify>> {
        let mut running = lock(&self.0);
        if let Some(running) = running.get(id) {
            running.poke.notify_one();
            return None;
        }
        let poke = Arc::new(Notify::new());
        running.insert(id.clone(), Running { poke: Arc::clone(&poke), hindrance: None });
        Some(poke)
    }

    fn note(&self, id: &OperationId, hindrance: Option<IpcError>) {
        if let Some(running) = lock(&self.0).get_mut(id) {
            running.hindrance = hindrance;
        }
    }

    fn leave(&self, id: &OperationId) {
        lock(&self.0).remove(id);
    }
}

impl App {
    /// At the start: puts the leavings of a crash in order and takes up what is not settled.
    pub(crate) async fn take_up_operations(self: &Arc<Self>) {
        let open = match take_stock(&self.ports).await {
            Ok(open) => open,
            Err(error) => return tracing::error!(%error, "the journal could not be read"),
        };
        for operation in open {
            if operation.subject.kind == Kind::Take {
                self.take_up_key(&operation).await;
            } else if operation.stage.is_unsettled() {
                self.resolve(operation);
            }
        }
        self.tell_operations();
    }

    /// Finds out in the background what became of an operation. One that is being resolved already looks again.
    pub(crate) fn resolve(self: &Arc<Self>, operation: Operation) {
        let Some(poke) = self.resolving.enter(&operation.id) else { return };
        let app = Arc::clone(self);
        tauri::async_runtime::spawn(async move {
            let id = operation.id.clone();
            let mut resolver = Resolver::new(operation);
            while let Some(pause) = app.one_round(&mut resolver).await {
                tokio::select! {
                    () = app.ports.clock.sleep(pause) => {}
                    () = poke.notified() => {}
                }
            }
            app.resolving.leave(&id);
            lock(&app.unkept).take_if(|unkept| unkept.operation.id == id);
            app.tell_operations();
        });
    }

    /// One look. Returns how long to wait before the next one; `None` once nothing is left to find out.
    async fn one_round(self: &Arc<Self>, resolver: &mut Resolver) -> Option<Duration> {
        let (stage, session) = (resolver.operation.stage, self.session().ok());
        let outlook = resolver.look(&self.ports, session.as_deref()).await;
        let (pause, hindrance) = match outlook {
            Outlook::Settled => (None, None),
            Outlook::Again(pause) => (Some(pause), None),
            Outlook::Waiting(hindrance) => (Some(self.ports.timings.try_again), Some(hindrance.into())),
        };
        let before = self.resolving.hindrance(&resolver.operation.id);
        let changed = stage != resolver.operation.stage
            || before.as_ref().map(|error| error.code)
                != hindrance.as_ref().map(|error: &IpcError| error.code);
        if changed {
            self.resolving.note(&resolver.operation.id, hindrance);
            self.tell_operations();
        }
        pause
    }

    /// A key that was taken from the clipboard when the app ended.
    async fn take_up_key(&self, operation: &Operation) {
        match resume_take(&self.ports, operation).await {
            Ok(None) => {}
            Ok(Some(taken)) => {
                self.show_taken(taken);
            }
            Err(error) => tracing::warn!(%error, "a taken key waits for the next start"),
        }
    }

    /// Keeps a key that waits for an answer, and tells the window of one that is stored.
    pub(crate) fn show_taken(&self, taken: miftah_core::guided::Taken) -> TakenView {
        use miftah_core::guided::Taken;
        let view = TakenView::of(&taken, self.ports.clock.now());
        match taken {
            Taken::Question(waiting) => {
                let before = lock(&self.waiting_key).replace((waiting, view.clone()));
                if let Some((before, _)) = before {
                    before.discard(&self.ports);
                }
                self.tell();
            }
            Taken::Stored { .. } => self.tell_keys(),
        }
        view
    }

    /// Tells the windows that operations changed: keys, rotations and their number.
    pub(crate) fn tell_operations(&self) {
        self.tell();
        self.tell_keys();
        self.emit(&RotationsChanged);
    }
}
