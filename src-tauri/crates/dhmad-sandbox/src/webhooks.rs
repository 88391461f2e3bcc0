//! Webhooks: the one portal resource whose create call is documented.
//!
//! Not here: deliveries; the stand-in never calls anyone.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::errors::ApiError;
use crate::ledger::{Death, LedgerEvent};
use crate::random;
use crate::state::Inner;

const NO_SUCH_WEBHOOK: ApiError = ApiError::NotFound("Webhook not found");

/// `[D]` The highest number of webhooks of a developer account.
pub const MOST_WEBHOOKS: usize = 2;

/// `[D]` The events a webhook can ask for.
pub const EVENTS: [&str; 10] = [
    "escrow.status.updated",
    "contract.signed",
    "escrow.cancellation.requested",
    "escrow.cancellation.rejected",
    "escrow.cancellation.accepted",
    "escrow.updated",
    "escrow.deposit_proof.rejected",
    "escrow.delivery.rejected",
    "identity.verification.updated",
    "identity.verification.linked",
];

/// One webhook as the stand-in keeps it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Webhook {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) secret: String,
    pub(crate) events: Vec<String>,
    pub(crate) is_active: bool,
    pub(crate) created_at: Timestamp,
}

impl Webhook {
    /// The object without the secret.
    pub(crate) fn view(&self) -> Value {
        json!({
            "id": self.id,
            "url": self.url,
            "events": self.events,
            "isActive": self.is_active,
            "createdAt": self.created_at,
        })
    }

    /// The object with the secret, which only create and regenerate answer `[D]`.
    pub(crate) fn view_with_secret(&self) -> Value {
        let mut view = self.view();
        if let Some(object) = view.as_object_mut() {
            object.insert("secret".to_owned(), self.secret.clone().into());
        }
        view
    }
}

/// What an update asks for; `None` leaves the field alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct WebhookChange {
    pub(crate) url: Option<String>,
    pub(crate) events: Option<Vec<String>>,
    pub(crate) is_active: Option<bool>,
}

impl Inner {
    pub(crate) fn webhook(&mut self, id: &str) -> Result<&mut Webhook, ApiError> {
        self.account.webhooks.iter_mut().find(|webhook| webhook.id == id).ok_or(NO_SUCH_WEBHOOK)
    }

    pub(crate) fn create_webhook(
        &mut self,
        url: String,
        events: Vec<String>,
        now: Timestamp,
    ) -> Result<Webhook, ApiError> {
        if self.account.webhooks.len() >= MOST_WEBHOOKS {
            return Err(ApiError::BadRequest("Maximum of 2 webhooks per developer account"));
        }
        let webhook = Webhook {
            id: random::make_id()?,
            url,
            secret: random::make_hex::<32>()?,
            events,
            is_active: true,
            created_at: now,
        };
        self.account.webhooks.push(webhook.clone());
        self.webhook_issued(&webhook, now);
        Ok(webhook)
    }

    pub(crate) fn update_webhook(&mut self, id: &str, change: WebhookChange) -> Result<Webhook, ApiError> {
        let webhook = self.webhook(id)?;
        webhook.url = change.url.unwrap_or_else(|| webhook.url.clone());
        webhook.events = change.events.unwrap_or_else(|| webhook.events.clone());
        webhook.is_active = change.is_active.unwrap_or(webhook.is_active);
        Ok(webhook.clone())
    }

    pub(crate) fn regenerate_webhook(&mut self, id: &str, now: Timestamp) -> Result<Webhook, ApiError> {
        let webhook = self.webhook(id)?;
        let old = std::mem::replace(&mut webhook.secret, random::make_hex::<32>()?);
        let webhook = webhook.clone();
        self.webhook_killed(id, old, Death::Regenerated, now);
        self.webhook_issued(&webhook, now);
        Ok(webhook)
    }

    pub(crate) fn delete_webhook(&mut self, id: &str, now: Timestamp) -> Result<(), ApiError> {
        let secret = self.webhook(id)?.secret.clone();
        self.account.webhooks.retain(|webhook| webhook.id != id);
        self.webhook_killed(id, secret, Death::Deleted, now);
        Ok(())
    }

    fn webhook_issued(&mut self, webhook: &Webhook, at: Timestamp) {
        let (webhook_id, secret) = (webhook.id.clone(), webhook.secret.clone());
        self.ledger.append(LedgerEvent::WebhookSecretIssued { webhook_id, secret, at });
    }

    fn webhook_killed(&mut self, id: &str, secret: String, why: Death, at: Timestamp) {
        let webhook_id = id.to_owned();
        self.ledger.append(LedgerEvent::WebhookSecretKilled { webhook_id, secret, why, at });
    }
}
