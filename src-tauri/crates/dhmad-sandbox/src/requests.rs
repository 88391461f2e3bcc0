//! The list of API requests that arrived, answered or not.
//!
//! Not here: control calls and the portal page, which are not part of the API.

use std::sync::Arc;

use axum::http::Method;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ledger::LedgerEvent;
use crate::state::World;

/// One request to the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestRecord {
    /// The method.
    pub method: String,
    /// The path without the query.
    pub path: String,
    /// When it arrived.
    pub at: Timestamp,
    /// How it ended.
    pub outcome: Outcome,
    /// The key meant or the key that called, where known.
    pub key_id: Option<String>,
}

/// How a request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not yet.
    Pending,
    /// Not yet: a `Hold` fault keeps it, and a release lets it go.
    Held,
    /// With this status.
    Answered(u16),
    /// The connection was closed without an answer.
    Closed,
}

/// All requests, in the order of arrival.
#[derive(Debug, Default)]
pub(crate) struct Requests {
    records: Vec<RequestRecord>,
}

impl Requests {
    pub(crate) fn matching(&self, path_contains: &str) -> Vec<RequestRecord> {
        self.records.iter().filter(|record| record.path.contains(path_contains)).cloned().collect()
    }
}

/// The place of a request in the list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrival(usize);

impl World {
    pub(crate) fn arrived(self: &Arc<Self>, method: &Method, path: &str) -> Arrival {
        let record = RequestRecord {
            method: method.to_string(),
            path: path.to_owned(),
            at: self.now(),
            outcome: Outcome::Pending,
            key_id: None,
        };
        let arrival = {
            let records = &mut self.lock().requests.records;
            records.push(record);
            Arrival(records.len() - 1)
        };
        self.activity.send_modify(|count| *count += 1);
        arrival
    }

    /// Notes that a `Hold` fault has got hold of a request.
    pub(crate) fn held(&self, arrival: Arrival) {
        if let Some(record) = self.lock().requests.records.get_mut(arrival.0) {
            record.outcome = Outcome::Held;
        }
        self.activity.send_modify(|count| *count += 1);
    }

    /// Notes the end of a request, in the ledger too when it could have changed something.
    pub(crate) fn finished(&self, arrival: Arrival, status: Option<u16>, key_id: Option<String>) {
        {
            let mut inner = self.lock();
            let Some(record) = inner.requests.records.get_mut(arrival.0) else { return };
            record.outcome = status.map_or(Outcome::Closed, Outcome::Answered);
            record.key_id = key_id;
            let record = record.clone();
            if record.method != "GET" || record.path.ends_with("/v1/me") {
                inner.ledger.append(LedgerEvent::Request {
                    method: record.method,
                    path: record.path,
                    status,
                    key_id: record.key_id,
                    at: record.at,
                });
            }
        }
        self.activity.send_modify(|count| *count += 1);
    }
}
