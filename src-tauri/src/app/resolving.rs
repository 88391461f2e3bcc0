//! Finding out what became of operations, in the background, until nothing is open that Miftah can settle.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use miftah_core::guided::resume_take;
use miftah_core::keys::KeyId;
use miftah_core::operations::{Kind, Operation, OperationId, Stage};
use miftah_core::rotation::{
    Hindrance, Kept, Outlook, Regenerated, Resolver, keep_again, open_operations, take_stock,
};
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
            if let Some(only_copy) = app.only_copy(&id) {
                app.keep(&only_copy, &poke).await;
            } else {
                let mut resolver = Resolver::new(operation);
                while let Some(pause) = app.one_round(&mut resolver).await {
                    app.pause(pause, &poke).await;
                }
                // However else it ended, what is in memory may be all there is.
                if resolver.operation.stage == Stage::Done {
                    lock(&app.unkept).take_if(|unkept| unkept.operation.id == id);
                }
            }
            app.resolving.leave(&id);
            app.tell_operations();
            app.quit_if_hidden();
        });
    }

    /// Finds out about every operation on a key that is not settled: a step that could not be written down leaves one.
    pub(crate) fn resolve_key(self: &Arc<Self>, key: &KeyId) {
        match open_operations(&self.ports) {
            Ok(open) => {
                let of_key = open.into_iter().filter(|open| open.subject.key == *key);
                for open in of_key.filter(|open| open.subject.kind != Kind::Take && open.stage.is_unsettled())
                {
                    self.resolve(open);
                }
            }
            Err(error) => tracing::error!(%error, "the journal could not be read"),
        }
    }

    fn only_copy(&self, id: &OperationId) -> Option<Arc<Regenerated>> {
        let is_it = |unkept: &&Arc<Regenerated>| unkept.operation.id == *id && unkept.kept == Kept::Nowhere;
        lock(&self.unkept).as_ref().filter(is_it).cloned()
    }

    /// Offers the only copy of a key to the keychain until it is taken. Nobody needs to be asked about it.
    async fn keep(&self, only_copy: &Arc<Regenerated>, poke: &Notify) {
        let id = &only_copy.operation.id;
        loop {
            match keep_again(&self.ports, only_copy).await {
                Ok(()) => {
                    lock(&self.unkept).take_if(|unkept| Arc::ptr_eq(unkept, only_copy));
                    return;
                }
                Err(error) => {
                    tracing::warn!(%error, "the keychain still does not take the new key");
                    self.note(id, Some(Hindrance::from(error).into()), false);
                }
            }
            self.pause(self.ports.timings.try_again, poke).await;
        }
    }

    async fn pause(&self, pause: Duration, poke: &Notify) {
        tokio::select! {
            () = self.ports.clock.sleep(pause) => {}
            () = poke.notified() => {}
        }
    }

    /// Remembers what is in the way, and tells the windows if that is news, or if something else is.
    fn note(&self, id: &OperationId, hindrance: Option<IpcError>, news: bool) {
        let before = self.resolving.hindrance(id).map(|error| error.code);
        if news || before != hindrance.as_ref().map(|error| error.code) {
            self.resolving.note(id, hindrance);
            self.tell_operations();
        }
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
        self.note(&resolver.operation.id, hindrance, stage != resolver.operation.stage);
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
