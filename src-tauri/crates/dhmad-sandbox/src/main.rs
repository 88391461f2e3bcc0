//! The stand-in as a process of its own: one line of JSON on stdout when ready, then it serves.
//!
//! Not here: anything a test in this process could want (`lib.rs`).

use std::error::Error;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use dhmad_sandbox::{MeBehaviour, Profile, Sandbox, SandboxConfig, Seed, StartError};
use lexopt::{Arg, Parser, ValueExt};
use serde_json::json;
use tokio::sync::oneshot;

const USAGE: &str = "dhmad-sandbox [--port N] [--profile full|guided] [--me unmoved|before|after] \
                     [--seed demo|empty] [--tls DIR] [--ledger FILE] [--state FILE] [--latency-ms N] \
                     [--rate-limit N] [--exit-with-stdin]";

/// Why the process ends with a failure.
#[derive(Debug, thiserror::Error)]
enum RunError {
    #[error("{0}\nusage: {USAGE}")]
    Arguments(#[from] lexopt::Error),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("stdin, stdout or a signal failed")]
    Io(#[from] io::Error),
}

/// What the command line asks for.
struct Options {
    config: SandboxConfig,
    exit_with_stdin: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // With stderr closed too, the exit code is all that is left to tell.
            let _ = tell(&error);
            ExitCode::FAILURE
        }
    }
}

/// The failure and its causes, one a line.
fn tell(error: &dyn Error) -> io::Result<()> {
    let mut stderr = io::stderr();
    writeln!(stderr, "dhmad-sandbox: {error}")?;
    let mut cause = error.source();
    while let Some(error) = cause {
        writeln!(stderr, "because: {error}")?;
        cause = error.source();
    }
    Ok(())
}

async fn run() -> Result<(), RunError> {
    let Some(options) = options(std::env::args_os())? else {
        return Ok(writeln!(io::stdout(), "{USAGE}")?);
    };
    let ca = options.config.ca_file.clone();
    let terminated = termination()?;
    let sandbox = Sandbox::start(options.config).await?;
    let mut stdout = io::stdout();
    writeln!(stdout, "{}", json!({"url": sandbox.url(), "ca": ca}))?;
    stdout.flush()?;
    if options.exit_with_stdin {
        let stdin_ended = stdin_end()?;
        tokio::select! {
            () = terminated => {}
            _ = stdin_ended => {}
        }
    } else {
        terminated.await;
    }
    sandbox.shutdown().await;
    Ok(())
}

fn options(args: impl IntoIterator<Item = OsString>) -> Result<Option<Options>, lexopt::Error> {
    let mut config = SandboxConfig::demo();
    let mut exit_with_stdin = false;
    let mut parser = Parser::from_iter(args);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("port") => config.bind.set_port(parser.value()?.parse()?),
            Arg::Long("profile") => config.profile = parser.value()?.parse_with(profile)?,
            Arg::Long("me") => config.me = parser.value()?.parse_with(me)?,
            Arg::Long("seed") => config.seed = parser.value()?.parse_with(seed)?,
            Arg::Long("tls") => {
                config.tls = true;
                config.ca_file = Some(PathBuf::from(parser.value()?).join("ca.pem"));
            }
            Arg::Long("ledger") => config.ledger_file = Some(parser.value()?.into()),
            Arg::Long("state") => config.state_file = Some(parser.value()?.into()),
            Arg::Long("latency-ms") => config.latency = Duration::from_millis(parser.value()?.parse()?),
            Arg::Long("rate-limit") => config.rate_limit = parser.value()?.parse()?,
            Arg::Long("exit-with-stdin") => exit_with_stdin = true,
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Some(Options { config, exit_with_stdin }))
}

fn profile(text: &str) -> Result<Profile, &'static str> {
    match text {
        "full" => Ok(Profile::Full),
        "guided" => Ok(Profile::Guided),
        _ => Err("expected full or guided"),
    }
}

fn me(text: &str) -> Result<MeBehaviour, &'static str> {
    match text {
        "unmoved" => Ok(MeBehaviour::Unmoved),
        "before" => Ok(MeBehaviour::Before),
        "after" => Ok(MeBehaviour::After),
        _ => Err("expected unmoved, before or after"),
    }
}

fn seed(text: &str) -> Result<Seed, &'static str> {
    match text {
        "demo" => Ok(Seed::Demo),
        "empty" => Ok(Seed::Empty),
        _ => Err("expected demo or empty"),
    }
}

/// Ends with SIGTERM or ctrl-c. Both are caught from the call on, not from the first poll: whoever reads the
/// ready line may send one at once.
#[cfg(unix)]
fn termination() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Ends with ctrl-c.
#[cfg(windows)]
fn termination() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

/// Ends when stdin does. The thread is this process's own and not the runtime's, which would wait for it.
fn stdin_end() -> io::Result<oneshot::Receiver<()>> {
    let (ended, end) = oneshot::channel();
    thread::Builder::new().name("stdin".to_owned()).spawn(move || {
        // An error ends stdin as well, and nobody listening means that the process is ending.
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        let _ = ended.send(());
    })?;
    Ok(end)
}
