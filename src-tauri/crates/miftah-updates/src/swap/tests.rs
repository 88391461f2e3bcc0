//! Power cuts: what was not synced may be on the disk or not, names and content each for themselves.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use super::*;

const PROGRAM: &str = "/apps/miftah";
const OLD: &[u8] = b"old";

#[derive(Clone, PartialEq, Eq, Debug)]
struct Content {
    bytes: Vec<u8>,
    starts: bool,
}

type Names = BTreeMap<PathBuf, usize>;

#[derive(Clone, Default)]
struct State {
    /// As programs see them, and as they are on the disk.
    files: Vec<[Content; 2]>,
    names: [Names; 2],
    left: usize,
}

/// A disk whose power is cut after so many steps.
struct Cut(Mutex<State>);

impl Cut {
    fn after(steps: usize) -> Self {
        let old = Content { bytes: OLD.to_vec(), starts: true };
        let names = Names::from([(PROGRAM.into(), 0)]);
        Self(Mutex::new(State {
            files: vec![[old.clone(), old]],
            names: [names.clone(), names],
            left: steps,
        }))
    }

    fn step(&self) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.0.lock().unwrap();
        state.left = state.left.checked_sub(1).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(state)
    }

    /// The program after the power is back, in each way that it can be.
    fn programs(&self) -> Vec<Option<Content>> {
        let state = self.0.lock().unwrap();
        let ways = [(0, 0), (0, 1), (1, 0), (1, 1)];
        let program = |(names, content): (usize, usize)| {
            let at = state.names[names].get(Path::new(PROGRAM))?;
            Some(state.files[*at][content].clone())
        };
        ways.map(program).into()
    }
}

impl State {
    fn content(&mut self, file: &Path) -> io::Result<&mut [Content; 2]> {
        let at = *self.names[0].get(file).ok_or(io::ErrorKind::NotFound)?;
        Ok(&mut self.files[at])
    }
}

impl Disk for Cut {
    fn create(&self, file: &Path) -> io::Result<()> {
        let mut state = self.step()?;
        let empty = Content { bytes: Vec::new(), starts: false };
        state.files.push([empty.clone(), empty]);
        let at = state.files.len() - 1;
        state.names[0].insert(file.into(), at);
        Ok(())
    }

    fn append(&self, file: &Path, bytes: &[u8]) -> io::Result<()> {
        self.step()?.content(file)?[0].bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&self, file: &Path) -> io::Result<()> {
        let mut state = self.step()?;
        let content = state.content(file)?;
        content[1] = content[0].clone();
        Ok(())
    }

    fn permit_like(&self, file: &Path, other: &Path) -> io::Result<()> {
        let mut state = self.step()?;
        let starts = state.content(other)?[0].starts;
        state.content(file)?[0].starts = starts;
        Ok(())
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.step()?;
        let at = state.names[0].remove(from).ok_or(io::ErrorKind::NotFound)?;
        state.names[0].insert(to.into(), at);
        Ok(())
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        let mut state = self.step()?;
        state.names[1] = state.names[0].clone();
        Ok(())
    }

    fn read(&self, file: &Path, _most: usize) -> io::Result<Option<Vec<u8>>> {
        Ok(Some(self.step()?.content(file)?[0].bytes.clone()))
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        self.step()?.names[0].remove(file);
        Ok(())
    }
}

#[test]
fn a_power_cut_at_any_step_leaves_one_of_the_two_whole() {
    let new = vec![7; 3 * CHUNK + 1];
    let whole = [OLD.to_vec(), new.clone()].map(|bytes| Some(Content { bytes, starts: true }));
    for steps in 0..100 {
        let disk = Cut::after(steps);
        let done = stage(&disk, Path::new(PROGRAM), &new).and_then(|()| swap(&disk, Path::new(PROGRAM)));
        for program in disk.programs() {
            assert!(whole.contains(&program), "after {steps} steps");
        }
        if done.is_ok() {
            assert!(disk.programs().iter().all(|program| *program == whole[1]), "it is not durable");
            assert!(steps > 8, "the cut came too late to prove anything");
            return;
        }
    }
    panic!("the swap has no end");
}

#[test]
fn on_a_real_disk_the_mode_is_kept_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("miftah");
    io::Write::write_all(&mut std::fs::File::create(&program).unwrap(), OLD).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o751)).unwrap();
    }
    let disk = crate::SystemDisk;
    stage(&disk, &program, b"first try").unwrap();
    stage(&disk, &program, b"new").unwrap();
    assert_eq!(staged(&disk, &program).unwrap().as_deref(), Some(&b"new"[..]));
    assert_eq!(std::fs::read(&program).unwrap(), OLD);
    swap(&disk, &program).unwrap();
    assert_eq!(std::fs::read(&program).unwrap(), b"new");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    assert_eq!(staged(&disk, &program).unwrap(), None);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&program).unwrap().permissions().mode() & 0o7777, 0o751);
    }
}
