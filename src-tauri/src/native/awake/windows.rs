//! Windows: a power request. The person can still send the computer to sleep: no program may stop that.

use windows_sys::Win32::Foundation::{CloseHandle, HANDLE, INVALID_HANDLE_VALUE};
use windows_sys::Win32::System::Power::{PowerCreateRequest, PowerRequestSystemRequired, PowerSetRequest};
use windows_sys::Win32::System::Threading::{
    POWER_REQUEST_CONTEXT_SIMPLE_STRING, REASON_CONTEXT, REASON_CONTEXT_0,
};

/// `POWER_REQUEST_CONTEXT_VERSION`.
const VERSION: u32 = 0;

/// A request that the kernel holds until its handle is closed. A handle is a number.
pub(super) struct Hold(usize);

#[expect(clippy::unused_async, reason = "other systems have to wait for the answer")]
#[expect(unsafe_code, reason = "power requests are functions of the system")]
pub(super) async fn hold(reason: &str) -> Option<Hold> {
    let mut reason: Vec<u16> = reason.encode_utf16().filter(|unit| *unit != 0).chain([0]).collect();
    let context = REASON_CONTEXT {
        Version: VERSION,
        Flags: POWER_REQUEST_CONTEXT_SIMPLE_STRING,
        Reason: REASON_CONTEXT_0 { SimpleReasonString: reason.as_mut_ptr() },
    };
    // SAFETY: the context and its text, which ends with zero, outlive the call; the system copies them.
    let request: HANDLE = unsafe { PowerCreateRequest(&raw const context) };
    if request.is_null() || request == INVALID_HANDLE_VALUE {
        return None;
    }
    let hold = Hold(request.expose_provenance());
    // SAFETY: the handle is the one just made, and open.
    let set = unsafe { PowerSetRequest(request, PowerRequestSystemRequired) };
    (set != 0).then_some(hold)
}

impl Drop for Hold {
    #[expect(unsafe_code, reason = "handles are closed by a function of the system")]
    fn drop(&mut self) {
        // SAFETY: the handle is open, and nobody else has it. Closing it clears the request.
        unsafe { CloseHandle(std::ptr::with_exposed_provenance_mut(self.0)) };
    }
}
