use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use minisign::KeyPair;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

/// Says these bytes to whoever comes, and then, forever, the others.
async fn server(first: &'static str, forever: &'static [u8]) -> Source {
    signing("", first, forever, String::new()).await
}

/// The same, with this signature of the manifest, and the key that it should be by.
async fn signing(key: &str, first: &'static str, forever: &'static [u8], signature: String) -> Source {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let manifest = format!("http://{}/latest.json", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            // A request of ours fits into one packet.
            let mut request = [0; 4096];
            let length = stream.read(&mut request).await.unwrap();
            if request[..length].starts_with(b"GET /latest.json.sig ") {
                let answer =
                    format!("HTTP/1.1 200 X\r\ncontent-length: {}\r\n\r\n{signature}", signature.len());
                stream.write_all(answer.as_bytes()).await.unwrap();
                continue;
            }
            stream.write_all(first.as_bytes()).await.unwrap();
            while !forever.is_empty() && stream.write_all(forever).await.is_ok() {}
            if first.contains("stall") {
                std::future::pending::<()>().await;
            }
        }
    });
    let short = Duration::from_millis(200);
    let bounds = Bounds {
        manifest: 1000,
        package: 1 << 20,
        connect: short,
        silence: short,
        brief: short * 50,
        total: short * 50,
    };
    Source::loopback(&manifest, key, bounds).unwrap()
}

fn key() -> (KeyPair, String) {
    let pair = KeyPair::generate_unencrypted_keypair().unwrap();
    let public = BASE64_STANDARD.encode(pair.pk.to_box().unwrap().into_string());
    (pair, public)
}

fn sign(pair: &KeyPair, bytes: &[u8]) -> String {
    let signature = minisign::sign(Some(&pair.pk), &pair.sk, bytes, None, None).unwrap();
    BASE64_STANDARD.encode(signature.into_string())
}

const GOOD: &str = "{\"version\":\"1.0.0\"}";
const ANSWER: &str = "HTTP/1.1 200 X\r\ncontent-length: 19\r\n\r\n{\"version\":\"1.0.0\"}";

#[tokio::test]
async fn a_manifest_is_read_if_it_is_signed() {
    let (pair, public) = key();
    let source = signing(&public, ANSWER, b"", sign(&pair, GOOD.as_bytes())).await;
    assert_eq!(source.manifest().await.unwrap()["version"], "1.0.0");
}

#[tokio::test]
async fn a_manifest_that_is_not_signed_by_the_key_is_not_read() {
    let (pair, public) = key();
    let right = sign(&pair, GOOD.as_bytes());
    let other = sign(&pair, b"{\"version\":\"1.0.1\"}");
    let stranger = sign(&key().0, GOOD.as_bytes());
    for signature in ["", "%", "bm9uZQ==", &other, &stranger] {
        let source = signing(&public, ANSWER, b"", signature.to_owned()).await;
        assert_eq!(source.manifest().await, Err(FetchError::NotSigned), "{signature}");
    }
    for public in ["", "%", "bm9uZQ==", &key().1] {
        let source = signing(public, ANSWER, b"", right.clone()).await;
        assert_eq!(source.manifest().await, Err(FetchError::NotSigned), "{public}");
    }
    let endless = "a".repeat(SIGNATURE + 1);
    assert_eq!(signing(&public, ANSWER, b"", endless).await.manifest().await, Err(FetchError::TooLarge));
}

#[tokio::test]
async fn what_is_signed_and_no_json_is_refused() {
    let (pair, public) = key();
    let answer = "HTTP/1.1 200 X\r\ncontent-length: 16\r\n\r\n<!doctype html>\n";
    let source = signing(&public, answer, b"", sign(&pair, b"<!doctype html>\n")).await;
    assert_eq!(source.manifest().await, Err(FetchError::NotJson));
}

#[tokio::test]
async fn what_is_too_large_silent_missing_or_a_page_is_refused() {
    for (first, forever, error) in [
        ("HTTP/1.1 200 X\r\ncontent-length: 10737418240\r\n\r\n", &b""[..], FetchError::TooLarge),
        ("HTTP/1.1 200 X\r\nconnection: close\r\n\r\n", &[b' '; 4096], FetchError::TooLarge),
        ("HTTP/1.1 200 X\r\nx-it-will: stall\r\ncontent-length: 19\r\n\r\n{\"ver", b"", FetchError::Timeout),
        ("HTTP/1.1 200 X\r\ncontent-length: 19\r\n\r\n{\"ver", b"", FetchError::Unreachable),
        ("HTTP/1.1 404 X\r\ncontent-length: 0\r\n\r\n", b"", FetchError::Status(404)),
        ("HTTP/1.1 200 X\r\ncontent-length: 16\r\n\r\n<!doctype html>\n", b"", FetchError::NotSigned),
    ] {
        let source = server(first, forever).await;
        assert_eq!(source.manifest().await, Err(error), "{first}");
    }
}

#[tokio::test]
async fn nothing_is_followed_to_where_it_is_not_https() {
    for to in ["http://127.0.0.1:9/", "http://example.org/", "ftp://127.0.0.1/"] {
        let answer = format!("HTTP/1.1 302 X\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n");
        let source = server(answer.leak(), b"").await;
        assert_eq!(source.manifest().await, Err(FetchError::Elsewhere), "{to}");
    }
}

#[tokio::test]
async fn a_package_comes_from_where_its_manifest_may() {
    let here = server("HTTP/1.1 204 X\r\ncontent-length: 0\r\n\r\n", b"").await;
    let there = Source::new("https://releases.invalid/latest.json", "", Bounds::product()).unwrap();
    for (source, url) in [
        (&here, "https://example.org/package"),
        (&here, "http://127.0.0.1.example.org/package"),
        (&here, "file:///bin/true"),
        (&here, "no address"),
        (&there, "http://releases.invalid/package"),
        (&there, "ftp://releases.invalid/package"),
    ] {
        assert_eq!(source.package(url).await, Err(FetchError::Elsewhere), "{url}");
    }
}

#[test]
fn a_source_is_https_or_in_a_demo_this_computer() {
    for address in ["http://releases.invalid/latest.json", "ftp://releases.invalid", "", "releases.invalid"] {
        assert!(Source::new(address, "", Bounds::product()).is_err(), "{address}");
        assert!(Source::loopback(address, "", Bounds::product()).is_err(), "{address}");
    }
    for address in
        ["https://releases.invalid/latest.json", "http://127.0.0.1.example.org/", "http://0.0.0.0/"]
    {
        assert!(Source::loopback(address, "", Bounds::product()).is_err(), "{address}");
    }
}
