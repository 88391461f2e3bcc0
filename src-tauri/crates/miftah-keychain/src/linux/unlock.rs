//! Unlocking: the one operation that raises a prompt, over a connection of its own.

use std::collections::HashMap;
use std::time::Duration;

use futures_executor::block_on;
use futures_util::StreamExt as _;
use miftah_core::ports::KeychainError;
use tokio::sync::oneshot;
use zbus::Proxy;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

use super::service::{Failed, NAME, SERVICE_INTERFACE, Service};

const PROMPT: &str = "org.freedesktop.Secret.Prompt";

/// Asks the person. Blocks until they answered, or until `cancelled` is sent or dropped.
pub(crate) fn unlock(call: Duration, mut cancelled: oneshot::Receiver<()>) -> Result<(), KeychainError> {
    block_on(async {
        let service = Service::connect(call).await.map_err(Failed::into_port)?;
        match service.default_collection().await.map_err(Failed::into_port)? {
            Some(collection) => unlock_all(&service, vec![collection], &mut cancelled).await?,
            None => create_default(&service, &mut cancelled).await?,
        }
        // Where each item has a lock of its own, they are asked for together.
        let items = service.all_locked_items().await.map_err(Failed::into_port)?;
        unlock_all(&service, items, &mut cancelled).await?;
        match service.is_locked().await {
            Ok(false) => Ok(()),
            Ok(true) => Err(KeychainError::Denied),
            Err(failed) => Err(failed.into_port()),
        }
    })
}

async fn unlock_all(
    service: &Service,
    locked: Vec<OwnedObjectPath>,
    cancelled: &mut oneshot::Receiver<()>,
) -> Result<(), KeychainError> {
    if locked.is_empty() {
        return Ok(());
    }
    let (_, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) =
        service.ask(SERVICE_INTERFACE, "Unlock", &locked).await.map_err(Failed::into_port)?;
    ask(service, &prompt, cancelled).await
}

async fn create_default(
    service: &Service,
    cancelled: &mut oneshot::Receiver<()>,
) -> Result<(), KeychainError> {
    let properties = HashMap::from([("org.freedesktop.Secret.Collection.Label", Value::from("Default"))]);
    let (_, prompt): (OwnedObjectPath, OwnedObjectPath) = service
        .ask(SERVICE_INTERFACE, "CreateCollection", &(properties, "default"))
        .await
        .map_err(Failed::into_port)?;
    ask(service, &prompt, cancelled).await
}

/// Shows a prompt and waits for its end. `/` stands for "none is needed".
async fn ask(
    service: &Service,
    prompt: &OwnedObjectPath,
    cancelled: &mut oneshot::Receiver<()>,
) -> Result<(), KeychainError> {
    if prompt.as_str() == "/" {
        return Ok(());
    }
    let answer = async {
        let proxy = Proxy::new(&service.connection, NAME, prompt, PROMPT).await?;
        // Both before the prompt is shown, so that no answer slips by.
        let mut completed = proxy.receive_signal("Completed").await?;
        let mut owner = proxy.receive_owner_changed().await?;
        proxy.call_method("Prompt", &"").await?;
        let dismissed = tokio::select! {
            Some(signal) = completed.next() => signal.body().deserialize::<(bool, OwnedValue)>()?.0,
            _ = cancelled => {
                drop(proxy.call_method("Dismiss", &()).await);
                true
            }
            _ = owner.next() => return Err(Failed::Absent),
            else => return Err(Failed::Absent),
        };
        Ok::<_, Failed>(dismissed)
    };
    match answer.await {
        Ok(false) => Ok(()),
        Ok(true) => Err(KeychainError::Denied),
        Err(failed) => Err(failed.into_port()),
    }
}
