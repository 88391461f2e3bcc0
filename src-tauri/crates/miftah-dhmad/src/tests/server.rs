//! A server of raw bytes on loopback, and the portal that talks to it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use miftah_core::Timings;
use miftah_core::keys::{ApiKey, KeyId};
use miftah_core::ports::Clock;
use miftah_core::secret::Secret;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::{DhmadPortal, Hosts};

/// Stands for every secret a test sends.
pub(super) const TOKEN: &str = "dvt_marker_4f1e0c9a77";

/// What is done with one connection after its first request has arrived.
#[derive(Clone)]
pub(super) enum Then {
    /// These bytes, then the end.
    Say(Vec<u8>),
    /// These bytes, then the next request on the same connection.
    Keep(Vec<u8>),
    /// These bytes, then a reset.
    Reset(Vec<u8>),
    /// These bytes, then nothing.
    Hang(Vec<u8>),
    /// These bytes, then zeros without end.
    Flood(Vec<u8>),
    /// These bytes one by one, slowly.
    Trickle(Vec<u8>),
}

/// The server. Each answer is used once, in order; the last one stays.
pub(super) struct Server {
    pub(super) base: String,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    connections: usize,
    requests: Vec<String>,
    flooded: u64,
}

impl Server {
    pub(super) async fn start(script: impl IntoIterator<Item = Then>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Seen::default()));
        let script = Arc::new(Mutex::new(script.into_iter().collect::<Vec<_>>()));
        let shared = seen.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                shared.lock().unwrap().connections += 1;
                tokio::spawn(serve(stream, shared.clone(), script.clone()));
            }
        });
        Self { base, seen }
    }

    pub(super) fn connections(&self) -> usize {
        self.seen.lock().unwrap().connections
    }

    pub(super) fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().requests.clone()
    }

    pub(super) fn flooded(&self) -> u64 {
        self.seen.lock().unwrap().flooded
    }

    /// A portal with short patience.
    pub(super) fn portal(&self) -> (DhmadPortal, Arc<TestClock>) {
        let clock = Arc::new(TestClock::default());
        let portal =
            DhmadPortal::new(Hosts::from_base(&self.base).unwrap(), clock.clone(), &Timings::product());
        let short = Duration::from_millis(400);
        (portal.with_setup(|setup| (setup.connect, setup.total) = (short, short)), clock)
    }
}

async fn serve(mut stream: TcpStream, seen: Arc<Mutex<Seen>>, script: Arc<Mutex<Vec<Then>>>) {
    while let Some(request) = request(&mut stream).await {
        seen.lock().unwrap().requests.push(request);
        let then = {
            let mut script = script.lock().unwrap();
            if script.len() > 1 { script.remove(0) } else { script[0].clone() }
        };
        match then {
            Then::Say(bytes) => return drop(stream.write_all(&bytes).await),
            Then::Keep(bytes) => stream.write_all(&bytes).await.unwrap(),
            Then::Reset(bytes) => {
                stream.write_all(&bytes).await.unwrap();
                stream.flush().await.unwrap();
                // The reset throws away what the peer has not read yet.
                tokio::time::sleep(Duration::from_millis(if bytes.is_empty() { 0 } else { 50 })).await;
                return stream.set_zero_linger().unwrap();
            }
            Then::Hang(bytes) => {
                stream.write_all(&bytes).await.unwrap();
                std::future::pending::<()>().await;
            }
            Then::Flood(bytes) => {
                stream.write_all(&bytes).await.unwrap();
                while stream.write_all(&vec![b' '; 1 << 16]).await.is_ok() {
                    seen.lock().unwrap().flooded += 1 << 16;
                }
            }
            Then::Trickle(bytes) => {
                for byte in bytes {
                    stream.write_all(&[byte]).await.ok();
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
    }
}

/// One request, body included; `None` at the end of the connection.
async fn request(stream: &mut TcpStream) -> Option<String> {
    let mut text = Vec::new();
    loop {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk).await.ok().filter(|read| *read > 0)?;
        text.extend_from_slice(&chunk[..read]);
        let so_far = String::from_utf8_lossy(&text).to_lowercase();
        if let Some((head, body)) = so_far.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                return Some(String::from_utf8(text).unwrap());
            }
        }
    }
}

/// An answer with its headers.
pub(super) fn http(status: u16, headers: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len()).into_bytes()
}

pub(super) fn json(status: u16, body: &str) -> Vec<u8> {
    http(status, "content-type: application/json\r\n", body)
}

pub(super) fn html(status: u16) -> Vec<u8> {
    http(status, "content-type: text/html\r\n", "<!doctype html><title>Welcome</title>")
}

/// An error in the documented shape.
pub(super) fn refusal(status: u16) -> Vec<u8> {
    json(status, r#"{"error":"E","message":"M"}"#)
}

pub(super) fn token() -> Secret {
    Secret::new(TOKEN.to_owned())
}

pub(super) fn key_id() -> KeyId {
    KeyId::parse("k1").unwrap()
}

pub(super) fn live_key() -> ApiKey {
    ApiKey::parse(&Secret::new(format!("sk_live_{}", "c0".repeat(32)))).unwrap()
}

/// Stands still unless told.
#[derive(Default)]
pub(super) struct TestClock(Mutex<Duration>);

impl TestClock {
    pub(super) fn advance(&self, by: Duration) {
        *self.0.lock().unwrap() += by;
    }
}

#[async_trait]
impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn uptime(&self) -> Duration {
        *self.0.lock().unwrap()
    }

    async fn sleep(&self, duration: Duration) {
        self.advance(duration);
    }
}
