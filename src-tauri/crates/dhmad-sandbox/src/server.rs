//! Listening on loopback: sockets, TLS, connections, and their end.
//!
//! Not here: what a request does (`pipeline.rs`). Connections are served with hyper rather than
//! `axum::serve`, since a fault must be able to close one without an answer.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::errors::ApiError;
use crate::fault_actions::Closed;
use crate::keys::Environment;
use crate::state::World;
use crate::{control, me, pipeline, portal};

/// Every route, by mount.
fn routes(world: &Arc<World>) -> Router {
    Router::new()
        .nest("/api", me::routes(Environment::Live))
        .nest("/sandbox/api", me::routes(Environment::Sandbox))
        .nest("/api/developer", portal::routes())
        .nest("/__control", control::routes())
        .route("/dashboard", get(control::dashboard))
        .fallback(|| async { ApiError::NotFound("Not found") })
        .method_not_allowed_fallback(|| async { ApiError::MethodNotAllowed("GET, POST, PUT, DELETE") })
        .with_state(Arc::clone(world))
}

/// Serves until `stop` changes, then drops every connection.
pub(crate) async fn serve(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    world: Arc<World>,
    mut stop: watch::Receiver<bool>,
) {
    let routes = routes(&world);
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = stop.changed() => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => {
                let Ok((stream, peer)) = accepted else { continue };
                // Small answers must not wait for the client's acknowledgement.
                let _ = stream.set_nodelay(true);
                let connection =
                    Connection { world: Arc::clone(&world), routes: routes.clone(), peer: peer.ip(), stop: stop.clone() };
                let tls = tls.clone();
                connections.spawn(async move {
                    match tls {
                        None => connection.serve(stream).await,
                        Some(tls) => match tls.accept(stream).await {
                            Ok(stream) => connection.serve(stream).await,
                            Err(error) => tracing::debug!(%error, "TLS handshake refused"),
                        },
                    }
                });
            }
        }
    }
    connections.shutdown().await;
}

/// What one connection needs.
struct Connection {
    world: Arc<World>,
    routes: Router,
    peer: IpAddr,
    stop: watch::Receiver<bool>,
}

impl Connection {
    async fn serve(self, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static) {
        let service = service_fn(|request| self.answer(request));
        if let Err(error) = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await {
            tracing::debug!(%error, "connection ended");
        }
    }

    /// Deals with the request in a task of its own: what a client asked for happens even if it hangs up.
    async fn answer(&self, request: hyper::Request<Incoming>) -> Result<hyper::Response<Body>, Closed> {
        let (world, routes, peer) = (Arc::clone(&self.world), self.routes.clone(), self.peer);
        let mut stop = self.stop.clone();
        let task = tokio::spawn(async move {
            let request = request.map(Body::new);
            tokio::select! {
                result = pipeline::handle(world, routes, peer, request) => result,
                _ = stop.changed() => Err(Closed),
            }
        });
        task.await.unwrap_or(Err(Closed))
    }
}

/// Refuses whatever other computers could reach.
pub(crate) fn is_loopback(address: SocketAddr) -> bool {
    address.ip().is_loopback()
}
