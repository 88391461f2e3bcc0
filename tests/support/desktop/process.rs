//! Starting a program of a session, and hearing that it is ready.

use std::fs::{File, read_to_string};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use rustix::process::{Pid, Signal, kill_process};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use super::{Folders, Started, environment};

/// Long enough for a machine under load; nothing waits this long unless something is broken.
const PATIENCE: Duration = Duration::from_mins(1);
const GRACE: Duration = Duration::from_secs(5);

/// What a program begins with.
pub(super) struct Program<'a> {
    pub(super) name: &'a str,
    pub(super) arguments: &'a [&'a str],
    pub(super) input: Option<&'a str>,
    pub(super) ending: Ending,
}

/// How a program is ended, by us and by the kernel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// It has nothing to clear up outside the session's folders.
    Kill,
    /// It is asked first: an X server removes its socket and its lock from `/tmp`.
    Terminate,
}

/// A program that ends with its session.
pub(super) struct Process {
    name: String,
    ending: Ending,
    child: Child,
    log: std::path::PathBuf,
}

impl Process {
    /// Starts it so that the kernel ends it when the calling thread ends, even by a kill.
    pub(super) async fn start(folders: &Folders, started: &Started, program: Program<'_>) -> Result<Self> {
        let Program { name, arguments, input, ending } = program;
        let log = folders.temp.join(format!("{name}.log"));
        let mut command = Command::new("setpriv");
        let signal = if ending == Ending::Kill { "KILL" } else { "TERM" };
        command.args(["--pdeathsig", signal, "--", name]).args(arguments);
        command.envs(environment::set(folders, started));
        for variable in environment::removed(started) {
            command.env_remove(variable);
        }
        command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
        command.stdout(Stdio::piped()).stderr(File::create(&log)?).kill_on_drop(true);
        let mut child = command.spawn().with_context(|| format!("cannot start {name}"))?;
        if let (Some(text), Some(mut stdin)) = (input, child.stdin.take()) {
            stdin.write_all(text.as_bytes()).await?;
        }
        Ok(Self { name: name.to_owned(), ending, child, log })
    }

    /// Waits for what shows that it is ready; fails when it ends before.
    pub(super) async fn until<T>(&mut self, ready: impl Future<Output = Result<T>>) -> Result<T> {
        let ended = tokio::select! {
            ready = ready => return ready.with_context(|| format!("waiting for {}", self.name)),
            ended = self.child.wait() => format!("ended: {:?}", ended?.code()),
            () = tokio::time::sleep(PATIENCE) => "is not ready after a minute".to_owned(),
        };
        let log = read_to_string(&self.log).unwrap_or_default();
        Err(anyhow!("{} {ended}\n{log}", self.name))
    }

    /// Waits for its first line; what follows is read and dropped.
    pub(super) async fn first_line(&mut self) -> Result<String> {
        let mut output = BufReader::new(self.child.stdout.take().context("its output was taken")?);
        let line = self
            .until(async move {
                let mut line = String::new();
                output.read_line(&mut line).await?;
                tokio::spawn(async move { tokio::io::copy(&mut output, &mut tokio::io::sink()).await });
                Ok(line.trim().to_owned())
            })
            .await?;
        anyhow::ensure!(!line.is_empty(), "{} said nothing", self.name);
        Ok(line)
    }

    /// Ends it as it wants to be ended, and waits; insists after a while.
    pub(super) async fn end(mut self) -> Result<()> {
        let process = self.child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
        if let (Ending::Terminate, Some(process)) = (self.ending, process) {
            kill_process(process, Signal::TERM)?;
            if timeout(GRACE, self.child.wait()).await.is_ok() {
                return Ok(());
            }
        }
        self.kill().await
    }

    /// Kills it, and waits for its end.
    pub(super) async fn kill(mut self) -> Result<()> {
        self.child.kill().await?;
        Ok(())
    }
}
