//! macOS: an activity. A closed lid and the person's own wish to sleep go before it.

use objc2::rc::Retained;
use objc2::runtime::{NSObjectProtocol, ProtocolObject};
use objc2_foundation::{NSActivityOptions, NSProcessInfo, NSString};

/// An activity, until it is ended.
pub(super) struct Hold(Retained<ProtocolObject<dyn NSObjectProtocol>>);

// SAFETY: `NSProcessInfo` may be used on any thread, and this token is only handed back to it.
#[expect(unsafe_code, reason = "the token's type does not say that it may go to another thread")]
unsafe impl Send for Hold {}
// SAFETY: nothing can be done with a shared token.
#[expect(unsafe_code, reason = "as above")]
unsafe impl Sync for Hold {}

#[expect(clippy::unused_async, reason = "other systems have to wait for the answer")]
pub(super) async fn hold(reason: &str) -> Option<Hold> {
    let options = NSActivityOptions::UserInitiated | NSActivityOptions::IdleSystemSleepDisabled;
    let reason = NSString::from_str(reason);
    Some(Hold(NSProcessInfo::processInfo().beginActivityWithOptions_reason(options, &reason)))
}

impl Drop for Hold {
    #[expect(unsafe_code, reason = "an activity is ended with what began it")]
    fn drop(&mut self) {
        // SAFETY: the token is the one that `beginActivity` gave, and is ended once.
        unsafe { NSProcessInfo::processInfo().endActivity(&self.0) };
    }
}
