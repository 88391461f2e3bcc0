//! The server, on a runtime of its own.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::response::Response;
use futures_util::{StreamExt as _, stream};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// A piece of a package without end.
static NOTHING: [u8; 1 << 16] = [0; 1 << 16];

/// What a path gives.
#[derive(Clone)]
pub enum Served {
    /// These bytes.
    Bytes(Bytes),
    /// Nothing: 404.
    Missing,
    /// A page, as the gate of a Wi-Fi has one.
    Html,
    /// This address instead.
    Redirect(String),
    /// An announced length, and then bytes for as long as somebody takes them.
    Endless(Option<u64>),
    /// The beginning of these, and then nothing more.
    Stalled(Bytes),
}

#[derive(Default)]
struct Shared {
    manifest: Mutex<Option<Served>>,
    /// Of the manifest.
    signature: Mutex<Option<Served>>,
    package: Mutex<Option<Served>>,
    sent: AtomicU64,
    /// How many asked for the manifest.
    asked: AtomicU64,
}

/// The server. Dropping it ends it.
pub struct ReleaseServer {
    base: String,
    shared: Arc<Shared>,
    // Held for its threads.
    _runtime: Runtime,
}

impl ReleaseServer {
    /// Starts a server that has nothing yet.
    pub fn start() -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let base = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared::default());
        let router =
            Router::new().route("/{name}", axum::routing::get(answer)).with_state(Arc::clone(&shared));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Self { base, shared, _runtime: runtime })
    }

    /// Where the manifest is.
    pub fn manifest_url(&self) -> String {
        format!("{}/latest.json", self.base)
    }

    /// Where the package is.
    pub fn package_url(&self) -> String {
        format!("{}/package", self.base)
    }

    /// From now on it has these.
    pub fn serve(&self, manifest: Served, signature: Served, package: Served) {
        let shared = &self.shared;
        for (place, served) in
            [(&shared.manifest, manifest), (&shared.signature, signature), (&shared.package, package)]
        {
            *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(served);
        }
    }

    /// How many times the manifest was asked for.
    pub fn asked(&self) -> u64 {
        self.shared.asked.load(Ordering::SeqCst)
    }

    /// How many bytes without end were taken.
    pub fn sent_without_end(&self) -> u64 {
        self.shared.sent.load(Ordering::SeqCst)
    }
}

async fn answer(State(shared): State<Arc<Shared>>, Path(name): Path<String>) -> Response {
    let of = match name.as_str() {
        "latest.json" => {
            shared.asked.fetch_add(1, Ordering::SeqCst);
            &shared.manifest
        }
        "latest.json.sig" => &shared.signature,
        "package" => &shared.package,
        _ => return status(404, Body::empty()),
    };
    let served = of.lock().unwrap_or_else(PoisonError::into_inner).clone();
    match served {
        None | Some(Served::Missing) => status(404, Body::empty()),
        Some(Served::Bytes(bytes)) => status(200, Body::from(bytes)),
        Some(Served::Html) => {
            status(200, Body::from("<!doctype html><title>Welcome</title><p>Please sign in."))
        }
        Some(Served::Redirect(to)) => {
            let mut response = status(302, Body::empty());
            if let Ok(to) = to.parse() {
                response.headers_mut().insert("location", to);
            }
            response
        }
        Some(Served::Endless(announced)) => {
            let counted = Arc::clone(&shared);
            let bytes = stream::repeat_with(move || {
                counted.sent.fetch_add(1 << 16, Ordering::SeqCst);
                Ok::<_, std::convert::Infallible>(Bytes::from_static(&NOTHING))
            });
            let mut response = status(200, Body::from_stream(bytes));
            if let Some(length) = announced {
                response.headers_mut().insert("content-length", length.into());
            }
            response
        }
        Some(Served::Stalled(bytes)) => {
            let length = bytes.len() as u64;
            let first = bytes.slice(..bytes.len() / 2);
            let bytes = stream::iter([Ok::<_, std::convert::Infallible>(first)]).chain(stream::pending());
            let mut response = status(200, Body::from_stream(bytes));
            response.headers_mut().insert("content-length", length.into());
            response
        }
    }
}

fn status(code: u16, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = axum::http::StatusCode::from_u16(code).unwrap_or_default();
    response
}
