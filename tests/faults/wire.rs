//! A wire between child and stand-in, for what a server cannot do: it carries bytes, and spoils the request that
//! issues a key.

use anyhow::Result;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What it does to that request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Ends the connection before the stand-in has the whole request.
    CutRequest,
    /// Two interim answers before the real one.
    Interim,
    /// An HTTP/2 GOAWAY frame in place of an answer.
    GoAway,
    /// A TLS 1.1 alert to everybody.
    OldTls,
}

/// Starts the wire and returns the URL that leads over it. It lives as long as the runtime.
pub(crate) async fn start(mode: Mode, to: &str) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let to = to.trim_start_matches("http://").to_owned();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(carry(stream, to.clone(), mode));
        }
    });
    let scheme = if mode == Mode::OldTls { "https" } else { "http" };
    Ok(format!("{scheme}://{address}"))
}

async fn carry(mut near: TcpStream, to: String, mode: Mode) {
    let mut request = vec![0; 16 << 10];
    let Ok(read) = near.read(&mut request).await else { return };
    let request = request.get(..read).unwrap_or_default();
    if mode == Mode::OldTls {
        // Alert, TLS 1.1, two bytes: fatal, protocol version.
        let _ = near.write_all(&[0x15, 0x03, 0x02, 0x00, 0x02, 0x02, 0x46]).await;
        return;
    }
    let issues = request.starts_with(b"POST ");
    match mode {
        // Dropped with bytes unread: a reset.
        Mode::CutRequest if issues => return,
        Mode::GoAway if issues => {
            let _ = near.write_all(&[0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]).await;
            return;
        }
        Mode::Interim if issues => {
            let _ = near.write_all(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n").await;
        }
        _ => {}
    }
    let Ok(mut far) = TcpStream::connect(to).await else { return };
    if far.write_all(request).await.is_ok() {
        // Either end may go at any time: that is what a wire is for.
        let _ = tokio::io::copy_bidirectional(&mut near, &mut far).await;
    }
}
