//! The contract with DHMAD: every call that Miftah makes and the names it looks for in the answers. What is
//! only inferred says so; if the API turns out otherwise, this is the one file to correct.
//!
//! Known, and not called yet (all with a developer token):
//!
//! | call | standing | body | answer |
//! |---|---|---|---|
//! | `POST /developer/webhooks` | documented | `{url, events}` | 201 `{message, webhook: {…, secret}}` |
//! | `GET /developer/webhooks`, `GET`, `PUT`, `DELETE` with `/:id` | inferred | as create | `{webhooks}`, `{webhook}`, `{message}` |
//! | `POST /developer/webhooks/:id/regenerate-secret` | inferred | - | `{message, webhook: {…, secret}}` |
//!
//! Not here: hosts (`hosts.rs`), what a status means (`judge.rs`).

use miftah_core::keys::KeyId;
use reqwest::Method;

/// How we know of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It stands on docs.dhmad.tn.
    Documented,
    /// Modelled on a documented sibling. It may not exist.
    Inferred,
}

/// A call: where it goes and how far it can be relied on.
#[derive(Debug)]
pub(crate) struct Call {
    /// What logs call it: the path holds ids.
    pub(crate) name: &'static str,
    pub(crate) method: Method,
    /// Below the API's base. `:id` stands for a key's id. Calls below `/developer` exist on the live host
    /// only.
    path: &'static str,
    pub(crate) standing: Standing,
}

/// Describes the key that calls it. No body; answers [`field::API_KEY`] and [`field::DEVELOPER`].
pub(crate) const ME: Call =
    Call { name: "me", method: Method::GET, path: "/v1/me", standing: Standing::Documented };

/// Body `{email, password}`; answers [`field::TOKEN`] and [`field::DEVELOPER`].
pub(crate) const SIGN_IN: Call = Call {
    name: "sign in",
    method: Method::POST,
    path: "/developer/auth/login",
    standing: Standing::Inferred,
};

/// No body; answers a list of keys, bare or under one of [`field::LISTS`].
pub(crate) const LIST_KEYS: Call = Call {
    name: "list keys",
    method: Method::GET,
    path: "/developer/api-keys",
    standing: Standing::Inferred,
};

/// No body; answers `{message, apiKey: {…, key}}`.
pub(crate) const REGENERATE: Call = Call {
    name: "regenerate",
    method: Method::POST,
    path: "/developer/api-keys/:id/regenerate",
    standing: Standing::Inferred,
};

/// Body `{name, environment, rateLimit?}`; answers 201 and `{message, apiKey: {…, key}}`.
pub(crate) const CREATE_KEY: Call = Call {
    name: "create key",
    method: Method::POST,
    path: "/developer/api-keys",
    standing: Standing::Inferred,
};

/// Body any of `{name, isActive, rateLimit, metadata}`; answers `{message, apiKey}`.
pub(crate) const UPDATE_KEY: Call = Call {
    name: "update key",
    method: Method::PUT,
    path: "/developer/api-keys/:id",
    standing: Standing::Inferred,
};

/// No body; answers `{message}`.
pub(crate) const DELETE_KEY: Call = Call {
    name: "delete key",
    method: Method::DELETE,
    path: "/developer/api-keys/:id",
    standing: Standing::Inferred,
};

/// Names in bodies and answers. Those of a key and of a developer are documented.
pub(crate) mod field {
    pub(crate) const API_KEY: &str = "apiKey";
    pub(crate) const DEVELOPER: &str = "developer";
    pub(crate) const ID: &str = "id";
    /// What a Mongo-backed API forgets to rename.
    pub(crate) const RAW_ID: &str = "_id";
    pub(crate) const NAME: &str = "name";
    pub(crate) const PREFIX: &str = "keyPrefix";
    pub(crate) const ENVIRONMENT: &str = "environment";
    pub(crate) const IS_ACTIVE: &str = "isActive";
    pub(crate) const LAST_USED_AT: &str = "lastUsedAt";
    pub(crate) const EXPIRES_AT: &str = "expiresAt";
    pub(crate) const CREATED_AT: &str = "createdAt";
    pub(crate) const RATE_LIMIT: &str = "rateLimit";
    pub(crate) const EMAIL: &str = "email";
    pub(crate) const COMPANY: &str = "companyName";
    pub(crate) const ERROR: &str = "error";
    pub(crate) const MESSAGE: &str = "message";
    pub(crate) const RETRY_AFTER: &str = "retryAfter";
    /// Inferred.
    pub(crate) const PASSWORD: &str = "password";
    /// Inferred.
    pub(crate) const TOKEN: &str = "token";
    /// Inferred: where a list may stand when it is not bare.
    pub(crate) const LISTS: [&str; 3] = ["apiKeys", "keys", "data"];
    /// Inferred: paging, at the top or under [`PAGINATION`]. Also the query's name for the page.
    pub(crate) const PAGE: &str = "page";
    /// Inferred.
    pub(crate) const TOTAL_PAGES: &str = "totalPages";
    /// Inferred.
    pub(crate) const PAGES: &str = "pages";
    /// Inferred.
    pub(crate) const PAGINATION: &str = "pagination";
    /// What APIs that page in another way say. Not followed; a list with one of them is not taken for whole.
    pub(crate) const OTHER_PAGING: [&str; 10] = [
        "hasMore",
        "has_more",
        "hasNext",
        "next",
        "nextPage",
        "nextCursor",
        "cursor",
        "total",
        "totalCount",
        "offset",
    ];
}

impl Call {
    /// The path of a call that names no key.
    pub(crate) fn path(&self) -> String {
        self.path.to_owned()
    }

    /// The path for a key. An id is letters, digits, `-` and `_`: it needs no escaping.
    pub(crate) fn path_of(&self, id: &KeyId) -> String {
        self.path.replace(":id", id.as_str())
    }

    /// The path of a page of a list.
    pub(crate) fn path_of_page(&self, page: u32) -> String {
        format!("{}?{}={page}", self.path, field::PAGE)
    }

    /// Whether a 404 may be about the key and not about the call.
    pub(crate) fn names_a_key(&self) -> bool {
        self.path.contains(":id")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_standing() {
        let id = KeyId::parse("507f1f77bcf86cd799439011").unwrap();
        assert_eq!(REGENERATE.path_of(&id), "/developer/api-keys/507f1f77bcf86cd799439011/regenerate");
        assert_eq!(LIST_KEYS.path_of_page(2), "/developer/api-keys?page=2");
        for call in [&ME, &SIGN_IN, &LIST_KEYS, &REGENERATE, &CREATE_KEY, &UPDATE_KEY, &DELETE_KEY] {
            let documented = call.standing == Standing::Documented;
            assert_eq!(documented, call.path == "/v1/me", "{}", call.name);
        }
    }
}
