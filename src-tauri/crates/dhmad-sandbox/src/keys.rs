//! API keys: their shape, their secrets, and what each portal operation does to them.
//!
//! Not here: routes (`portal.rs`), the call a key makes itself (`me.rs`), storage (`state.rs`).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::errors::{ApiError, INVALID_KEY, NEEDS_LIVE_KEY, NEEDS_SANDBOX_KEY};
use crate::ledger::{Death, LedgerEvent};
use crate::random;
use crate::state::Inner;

pub(crate) const NO_SUCH_KEY: ApiError = ApiError::NotFound("API key not found");

/// The two separate worlds a key can belong to `[D]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Environment {
    /// Production, served under `/api`.
    Live,
    /// The sandbox, served under `/sandbox/api`.
    Sandbox,
}

impl Environment {
    /// What every secret of this environment begins with `[D]`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Live => "sk_live_",
            Self::Sandbox => "sk_sandbox_",
        }
    }
}

/// One key as the stand-in keeps it, secret included.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct KeyRecord {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) secret: String,
    pub(crate) environment: Environment,
    pub(crate) is_active: bool,
    pub(crate) last_used_at: Option<Timestamp>,
    pub(crate) expires_at: Option<Timestamp>,
    pub(crate) rate_limit: u32,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) created_at: Timestamp,
}

impl KeyRecord {
    /// Environment prefix and the first 6 hex characters `[D]`.
    pub(crate) fn key_prefix(&self) -> String {
        self.secret.chars().take(self.environment.prefix().len() + 6).collect()
    }

    /// The object of `/v1/me` and of the portal: never the secret `[D]`.
    pub(crate) fn view(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "keyPrefix": self.key_prefix(),
            "environment": self.environment,
            "isActive": self.is_active,
            "lastUsedAt": self.last_used_at,
            "expiresAt": self.expires_at,
            "rateLimit": self.rate_limit,
            "metadata": self.metadata,
            "createdAt": self.created_at,
        })
    }

    /// The object with the secret, which only create and regenerate answer `[I]`.
    pub(crate) fn view_with_secret(&self) -> Value {
        let mut view = self.view();
        if let Some(object) = view.as_object_mut() {
            object.insert("key".to_owned(), self.secret.clone().into());
        }
        view
    }

    fn is_usable(&self, now: Timestamp) -> bool {
        self.is_active && self.expires_at.is_none_or(|expires| now < expires)
    }
}

/// What a create call asks for.
#[derive(Debug, Clone)]
pub(crate) struct NewKey {
    pub(crate) name: String,
    pub(crate) environment: Environment,
    pub(crate) rate_limit: u32,
    pub(crate) metadata: Map<String, Value>,
}

/// What an update call asks for; `None` leaves the field alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct KeyChange {
    pub(crate) name: Option<String>,
    pub(crate) is_active: Option<bool>,
    pub(crate) rate_limit: Option<u32>,
    pub(crate) metadata: Option<Map<String, Value>>,
}

impl Inner {
    /// Finds the key a call was made with, or says why it is refused.
    pub(crate) fn authenticate(
        &mut self,
        environment: Environment,
        secret: &str,
        now: Timestamp,
    ) -> Result<&mut KeyRecord, ApiError> {
        match environment {
            Environment::Live if secret.starts_with(Environment::Sandbox.prefix()) => {
                return Err(ApiError::Unauthorized(NEEDS_LIVE_KEY));
            }
            Environment::Sandbox if secret.starts_with(Environment::Live.prefix()) => {
                return Err(ApiError::Unauthorized(NEEDS_SANDBOX_KEY));
            }
            Environment::Live | Environment::Sandbox => {}
        }
        let refused_use = self.settings.refused_use;
        let key = self.account.keys.iter_mut().find(|key| key.secret == secret);
        let key = key.ok_or(ApiError::Unauthorized(INVALID_KEY))?;
        if key.is_usable(now) {
            return Ok(key);
        }
        if refused_use == crate::RefusedUse::Moves {
            key.last_used_at = Some(now);
        }
        Err(ApiError::Unauthorized(INVALID_KEY))
    }

    pub(crate) fn key(&mut self, id: &str) -> Result<&mut KeyRecord, ApiError> {
        self.account.keys.iter_mut().find(|key| key.id == id).ok_or(NO_SUCH_KEY)
    }

    pub(crate) fn create_key(&mut self, new: NewKey, now: Timestamp) -> Result<KeyRecord, ApiError> {
        let key = KeyRecord {
            id: random::make_id()?,
            secret: random::make_secret(new.environment)?,
            name: new.name,
            environment: new.environment,
            is_active: true,
            last_used_at: None,
            expires_at: None,
            rate_limit: new.rate_limit,
            metadata: new.metadata,
            created_at: now,
        };
        self.account.keys.push(key.clone());
        self.issued(&key, now);
        Ok(key)
    }

    /// A new secret in place of the old one, which dies at once `[D]`; all else stays `[ND]`.
    pub(crate) fn regenerate_key(&mut self, id: &str, now: Timestamp) -> Result<KeyRecord, ApiError> {
        let key = self.key(id)?;
        let fresh = random::make_secret(key.environment)?;
        let old = std::mem::replace(&mut key.secret, fresh);
        let key = key.clone();
        self.killed(&key.id, old, Death::Regenerated, now);
        self.issued(&key, now);
        Ok(key)
    }

    pub(crate) fn update_key(
        &mut self,
        id: &str,
        change: KeyChange,
        now: Timestamp,
    ) -> Result<KeyRecord, ApiError> {
        let key = self.key(id)?;
        let was_active = key.is_active;
        key.name = change.name.unwrap_or_else(|| key.name.clone());
        key.is_active = change.is_active.unwrap_or(key.is_active);
        key.rate_limit = change.rate_limit.unwrap_or(key.rate_limit);
        key.metadata = change.metadata.unwrap_or_else(|| key.metadata.clone());
        let key = key.clone();
        match (was_active, key.is_active) {
            (true, false) => self.killed(&key.id, key.secret.clone(), Death::Deactivated, now),
            (false, true) => self.ledger.append(LedgerEvent::Reactivated {
                key_id: key.id.clone(),
                secret: key.secret.clone(),
                at: now,
            }),
            (true, true) | (false, false) => {}
        }
        Ok(key)
    }

    pub(crate) fn delete_key(&mut self, id: &str, now: Timestamp) -> Result<(), ApiError> {
        let secret = self.key(id)?.secret.clone();
        self.account.keys.retain(|key| key.id != id);
        self.killed(id, secret, Death::Deleted, now);
        Ok(())
    }

    pub(crate) fn issued(&mut self, key: &KeyRecord, at: Timestamp) {
        self.ledger.append(LedgerEvent::Issued {
            key_id: key.id.clone(),
            secret: key.secret.clone(),
            environment: key.environment,
            at,
        });
    }

    fn killed(&mut self, key_id: &str, secret: String, why: Death, at: Timestamp) {
        self.ledger.append(LedgerEvent::Killed { key_id: key_id.to_owned(), secret, why, at });
    }
}
