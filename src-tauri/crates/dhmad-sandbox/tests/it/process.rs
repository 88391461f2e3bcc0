//! The binary: its one line, its options, its end.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

fn start(args: &[&str]) -> (Child, Value) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dhmad-sandbox"))
        .args(args)
        .arg("--exit-with-stdin")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    (child, serde_json::from_str(&line).unwrap())
}

#[tokio::test]
async fn ready_line_names_a_url_that_answers_and_closed_stdin_ends_it() {
    let (mut child, ready) = start(&["--seed", "empty", "--profile", "guided", "--rate-limit", "7"]);
    assert_eq!(ready["ca"], Value::Null);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let me = format!("{}/api/v1/me", ready["url"].as_str().unwrap());
    let answer = client.get(me).send().await.unwrap();
    assert_eq!(answer.status(), 401);
    assert_eq!(answer.headers()["x-ratelimit-limit"], "7");
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn tls_writes_the_certificate_of_the_authority_where_told() {
    let folder = tempfile::tempdir().unwrap();
    let (mut child, ready) = start(&["--tls", folder.path().to_str().unwrap()]);
    assert!(ready["url"].as_str().unwrap().starts_with("https://"));
    let pem = std::fs::read_to_string(ready["ca"].as_str().unwrap()).unwrap();
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----"));
    assert!(!pem.contains("PRIVATE"));
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
#[test]
fn sigterm_ends_it_cleanly() {
    let (mut child, _) = start(&[]);
    // `wait` would close stdin, which ends it too.
    let stdin = child.stdin.take();
    let sent = Command::new("kill").arg(child.id().to_string()).status().unwrap();
    assert!(sent.success());
    assert!(child.wait().unwrap().success());
    drop(stdin);
}

#[test]
fn unknown_option_is_refused_with_the_usage() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dhmad-sandbox"))
        .args(["--profile", "half"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert!(!child.wait().unwrap().success());
    assert!(errors.contains("expected full or guided") && errors.contains("usage:"), "{errors}");
}
