//! Linux: `WebKitGTK` loads a graphics driver into two processes, and without a graphics card a compiler for one. A window of
//! lists gains nothing by it: without it 89 MB fewer are held (`cargo xtask bench startup`), the rows are there sooner, and
//! drivers with which the window stays empty do no harm.

use std::env;

/// `WebKitGTK` reads it at its start. Whoever sets it has a reason, and it stays.
const DRIVER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Lets the engine paint without the graphics driver. Only before any thread is started.
#[expect(unsafe_code, reason = "variables may be set while nobody else can read them")]
pub(crate) fn plainly() {
    if env::var_os(DRIVER).is_none() {
        // SAFETY: called first of all by `run`, when this thread is the only one.
        unsafe { env::set_var(DRIVER, "1") };
    }
}
