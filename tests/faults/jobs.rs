//! Which runs there are: every fault alone, every point alone, and every point with every fault, spread over the
//! seeds.

use crate::network::{self, CREATE, NetworkFault, REGENERATE, Way};
use crate::plan::{DiskFault, KeychainFault, Kill, Role};

/// What else goes wrong beside a kill.
#[derive(Debug, Clone)]
pub(crate) enum Trouble {
    Network(NetworkFault),
    Keychain(KeychainFault, &'static [u32]),
    Disk(DiskFault),
}

/// One run.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub(crate) id: u64,
    pub(crate) role: Role,
    pub(crate) trouble: Trouble,
    pub(crate) kill: Option<Kill>,
    /// Where the first start after it is killed too.
    pub(crate) kill_recovery: Option<Kill>,
    /// The kill drops what was not synced.
    pub(crate) power_cut: bool,
    /// The fault is still there at the first start after it.
    pub(crate) lasting: bool,
    pub(crate) seed: u64,
}

/// The points of a child that issues a key, in the order they are passed.
const POINTS: [(&str, usize); 31] = [
    ("keychain:probe", 1),
    ("keychain:before:write:wrapping", 1),
    ("keychain:after:write:wrapping", 1),
    ("spool:before:reserve", 1),
    ("spool:sync", 1),
    ("spool:sync-folder", 1),
    ("spool:after:reserve", 1),
    ("portal:before:list", 1),
    ("journal:before:intended", 1),
    ("operations:sync", 1),
    ("journal:after:intended", 1),
    ("journal:before:sending", 1),
    ("operations:sync", 2),
    ("journal:after:sending", 1),
    ("portal:before:issue", 1),
    ("portal:after:issue", 1),
    ("spool:before:seal", 1),
    ("spool:before:sync", 2),
    ("spool:sync", 2),
    ("spool:after:seal", 1),
    ("journal:before:received", 1),
    ("operations:sync", 3),
    ("journal:after:received", 1),
    ("clipboard:before:offer", 1),
    ("clipboard:after:offer", 1),
    ("keychain:before:write:pending", 1),
    ("keychain:after:write:current", 1),
    ("journal:before:kept", 1),
    ("journal:after:kept", 1),
    ("spool:before:wipe", 1),
    ("portal:before:me", 1),
];

/// The points of a start that settles something.
const RECOVERY: [(&str, usize); 12] = [
    ("spool:before:open", 1),
    ("portal:before:me", 1),
    ("portal:before:list", 1),
    ("journal:before:received", 1),
    ("keychain:before:write:pending", 1),
    ("keychain:after:write:pending", 1),
    ("keychain:before:write:current", 1),
    ("keychain:after:write:current", 1),
    ("journal:before:kept", 1),
    ("journal:after:kept", 1),
    ("spool:before:wipe", 1),
    ("spool:after:wipe", 1),
];

/// The points of the later steps of a rotation.
const FINISH: [(&str, usize); 14] = [
    ("journal:before:installed", 1),
    ("journal:after:installed", 1),
    ("journal:before:switching_off", 1),
    ("journal:after:switching_off", 1),
    ("portal:after:switch", 1),
    ("journal:before:switched_off", 1),
    ("portal:after:switch", 2),
    ("journal:before:switched_on", 1),
    ("portal:after:switch", 3),
    ("journal:after:deleting", 1),
    ("portal:before:delete", 1),
    ("portal:after:delete", 1),
    ("journal:after:deleted", 1),
    ("keychain:after:delete", 1),
];

const TAKE: [(&str, usize); 9] = [
    ("journal:after:intended", 1),
    ("spool:before:seal", 1),
    ("spool:sync", 2),
    ("spool:after:seal", 1),
    ("journal:after:received", 1),
    ("portal:before:me", 1),
    ("keychain:after:write:current", 1),
    ("journal:before:kept", 1),
    ("clipboard:before:clear", 1),
];

fn keychain_faults(n: usize) -> Vec<Trouble> {
    let calls = 1 + n % 9;
    vec![
        Trouble::Keychain(KeychainFault::AbsentFrom(1), &[26]),
        Trouble::Keychain(KeychainFault::LockedFrom(1), &[27]),
        Trouble::Keychain(KeychainFault::TimesOutFrom(1), &[27]),
        Trouble::Keychain(KeychainFault::DeniedAt(calls), &[28]),
        // Gone between the preflight and the write.
        Trouble::Keychain(KeychainFault::AbsentFrom(5), &[29]),
        Trouble::Keychain(KeychainFault::LockedFrom(6), &[29]),
        Trouble::Keychain(KeychainFault::AnswerLostAt(5), &[30]),
        Trouble::Keychain(KeychainFault::AnswerLostAt(calls), &[30]),
        Trouble::Keychain(KeychainFault::TruncatesAt(5), &[31]),
        Trouble::Keychain(KeychainFault::TruncatesAt(7), &[31]),
        Trouble::Keychain(KeychainFault::TruncatesAt(calls), &[31]),
        Trouble::Keychain(KeychainFault::CorruptAt(calls), &[32]),
    ]
}

fn disk_faults(n: usize) -> Vec<Trouble> {
    let mut faults = Vec::new();
    for call in ["create", "write", "append", "read", "sync", "sync-folder", "remove", "list"] {
        for (nth, more) in [(1 + n % 4, 0), (1 + n % 3, 40)] {
            faults.push(Trouble::Disk(DiskFault { call: call.to_owned(), nth, more }));
        }
    }
    faults
}

/// All faults, for the request that a role sends.
fn troubles(role: Role, old: &str, seed: u64) -> Vec<Trouble> {
    let n = usize::try_from(seed % 1000).unwrap_or(0);
    let path = if role == Role::Regenerate { REGENERATE } else { CREATE };
    let network = network::all(path, old, 20 + (n * 37) % 260);
    let network = network.into_iter().map(Trouble::Network);
    network.chain(keychain_faults(n)).chain(disk_faults(n)).collect()
}

fn kill(point: &(&str, usize), seed: u64) -> Kill {
    let torn = usize::try_from(seed * 13 % 101).ok();
    Kill { point: point.0.to_owned(), nth: point.1, torn, starved: false }
}

/// The runs of one seed out of so many: every pair of a point and a fault falls to one of twenty seeds.
pub(crate) fn of_seed(seed: u64, quick: bool) -> Vec<Job> {
    let mut jobs = Vec::new();
    // Which old value is repeated (F23) is known only when the run begins.
    let none = || troubles(Role::Regenerate, "", 0).remove(0);
    let mut add = |role, trouble: Trouble, kill, kill_recovery, power_cut: bool| {
        let id = seed * 100_000 + jobs.len() as u64;
        jobs.push(Job {
            id,
            role,
            trouble,
            kill,
            kill_recovery,
            power_cut,
            lasting: id.is_multiple_of(3),
            seed,
        });
    };
    for role in [Role::Regenerate, Role::Rotate, Role::Create] {
        let all = troubles(role, "", seed);
        for (at, trouble) in all.iter().enumerate() {
            // Alone once in five seeds, the slow ones as often as the others.
            if quick || (at as u64 + seed).is_multiple_of(5) {
                add(role, trouble.clone(), None, None, false);
            }
            for (point_at, point) in POINTS.iter().enumerate() {
                let turn = (at * POINTS.len() + point_at) as u64
                    + match role {
                        Role::Regenerate => 0,
                        Role::Rotate => 7,
                        _ => 23,
                    };
                let every = match (quick, role) {
                    (true, _) => 97,
                    (false, Role::Regenerate) => 20,
                    _ => 40,
                };
                if !slow(trouble) && turn % every == seed % every {
                    add(role, trouble.clone(), Some(kill(point, turn + seed)), None, turn.is_multiple_of(2));
                }
            }
        }
        for (at, point) in POINTS.iter().enumerate() {
            if quick || at as u64 % 4 == seed % 4 {
                add(role, none(), Some(kill(point, seed)), None, at % 2 == 0);
                let again = RECOVERY.get((at + usize::try_from(seed).unwrap_or(0)) % RECOVERY.len());
                add(role, none(), Some(kill(point, seed)), again.map(|point| kill(point, seed)), at % 2 == 1);
            }
        }
    }
    for role in [Role::Regenerate, Role::Rotate, Role::Create] {
        for (at, point) in [("portal:after:issue", 1), ("spool:after:seal", 1)].iter().enumerate() {
            if quick || at as u64 == seed % 2 {
                add(role, none(), Some(Kill { starved: true, ..kill(point, seed) }), None, false);
            }
        }
    }
    for (at, point) in FINISH.iter().enumerate() {
        if quick || at as u64 % 4 == seed % 4 {
            add(Role::Finish, none(), Some(kill(point, seed)), None, false);
        }
    }
    for (at, point) in TAKE.iter().enumerate() {
        if quick || at as u64 % 4 == seed % 4 {
            add(Role::Take, none(), Some(kill(point, seed)), None, at % 2 == 0);
        }
    }
    jobs
}

/// A run in which the child waits for a time to be over: these occur alone, not with every point.
fn slow(trouble: &Trouble) -> bool {
    match trouble {
        Trouble::Network(fault) => {
            fault.way == Way::BlackHole
                || matches!(
                    fault.name,
                    "done, then silence"
                        | "done, the answer trickles"
                        | "done, 16 MiB announced"
                        | "done, 16 MiB unannounced"
                )
        }
        _ => false,
    }
}

impl Trouble {
    /// What it is called in the table.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Network(fault) => fault.name.to_owned(),
            Self::Keychain(fault, _) => format!("keychain {fault:?}"),
            Self::Disk(fault) => {
                let more = if fault.more > 0 { " and on" } else { "" };
                format!("disk {} {}{more}", fault.call, fault.nth)
            }
        }
    }

    /// The numbers of the plan's table that it stands for.
    pub(crate) fn covers(&self) -> &'static [u32] {
        match self {
            Self::Network(fault) => fault.covers,
            Self::Keychain(_, covers) => covers,
            Self::Disk(_) => &[38],
        }
    }
}
