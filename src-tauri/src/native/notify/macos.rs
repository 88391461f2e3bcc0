//! macOS: the user notification center. Works only from an app bundle, and once the person has allowed it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use block2::RcBlock;
use objc2::rc::Retained;
use objc2::runtime::{Bool, NSObject, NSObjectProtocol, ProtocolObject};
use objc2::{AnyThread, DefinedClass, available, define_class, msg_send};
use objc2_foundation::{NSArray, NSBundle, NSError, NSSet, NSString};
use objc2_user_notifications::{
    UNAuthorizationOptions, UNMutableNotificationContent, UNNotification, UNNotificationAction,
    UNNotificationActionOptions, UNNotificationCategory, UNNotificationCategoryOptions,
    UNNotificationDefaultActionIdentifier, UNNotificationDismissActionIdentifier,
    UNNotificationInterruptionLevel, UNNotificationPresentationOptions, UNNotificationRequest,
    UNNotificationResponse, UNUserNotificationCenter, UNUserNotificationCenterDelegate,
};
use tokio::sync::oneshot;

use super::words::{line, lines};
use super::{DEFAULT, Note, NoteAction, Notifier, NotifyError, NotifyEvent, OnEvent, Shown, Taken, in_time};

/// The computer's notifications.
pub(super) struct Desktop {
    patience: Duration,
    /// The buttons of each tag: the center is always told of all of them.
    buttons: Mutex<HashMap<String, Vec<NoteAction>>>,
}

impl Desktop {
    pub(super) fn new(patience: Duration, on_event: OnEvent) -> Self {
        if let Some(center) = center() {
            let delegate = Delegate::new(Arc::new(on_event));
            center.setDelegate(Some(ProtocolObject::from_ref(&*delegate)));
            // The center does not hold it, and it is wanted until the app ends.
            std::mem::forget(delegate);
        }
        Self { patience, buttons: Mutex::default() }
    }

    /// The system asks the person the first time, who may take longer than we wait; later the center answers by itself.
    async fn allowed(&self) -> Result<(), NotifyError> {
        let (tell, told) = oneshot::channel();
        ask(tell)?;
        if told.await.unwrap_or(false) { Ok(()) } else { Err(NotifyError::Refused) }
    }

    fn add(&self, note: &Note, tell: oneshot::Sender<bool>) -> Result<(), NotifyError> {
        let center = center().ok_or(NotifyError::NoServer)?;
        let mut buttons = self.buttons.lock().unwrap_or_else(PoisonError::into_inner);
        buttons.insert(note.tag.clone(), note.actions.clone());
        let categories: Vec<_> = buttons.iter().map(|(tag, actions)| category(tag, actions)).collect();
        center.setNotificationCategories(&NSSet::from_retained_slice(&categories));
        let tag = NSString::from_str(&note.tag);
        let content = UNMutableNotificationContent::new();
        content.setTitle(&NSString::from_str(&line(&note.title)));
        content.setBody(&NSString::from_str(&lines(&note.body)));
        content.setCategoryIdentifier(&tag);
        if note.urgent && available!(macos = 12.0) {
            content.setInterruptionLevel(UNNotificationInterruptionLevel::TimeSensitive);
        }
        let request = UNNotificationRequest::requestWithIdentifier_content_trigger(&tag, &content, None);
        let tell = Mutex::new(Some(tell));
        let added = RcBlock::new(move |error: *mut NSError| answer(&tell, error.is_null()));
        center.addNotificationRequest_withCompletionHandler(&request, Some(&added));
        Ok(())
    }
}

#[async_trait]
impl Notifier for Desktop {
    async fn show(&self, note: Note) -> Result<Taken, NotifyError> {
        let shown = in_time(self.patience, async {
            self.allowed().await?;
            let (tell, told) = oneshot::channel();
            self.add(&note, tell)?;
            if told.await.unwrap_or(false) { Ok(()) } else { Err(NotifyError::Refused) }
        });
        shown.await?;
        let shown = Shown { tag: note.tag, id: 0, server: String::new() };
        Ok(Taken { shown, by: "macOS".into(), actions: true })
    }

    async fn close(&self, tag: &str) {
        if let Some(center) = center() {
            let tags = NSArray::from_retained_slice(&[NSString::from_str(tag)]);
            center.removeDeliveredNotificationsWithIdentifiers(&tags);
        }
    }

    async fn reachable(&self) -> bool {
        in_time(self.patience, self.allowed()).await.is_ok()
    }

    /// The center tells whichever process of the app runs: nothing has to be adopted.
    async fn adopt(&self, _shown: Vec<Shown>) {}
}

/// Outside of a bundle, as in `cargo run`, the center throws.
fn center() -> Option<Retained<UNUserNotificationCenter>> {
    NSBundle::mainBundle().bundleIdentifier()?;
    Some(UNUserNotificationCenter::currentNotificationCenter())
}

fn ask(tell: oneshot::Sender<bool>) -> Result<(), NotifyError> {
    let center = center().ok_or(NotifyError::NoServer)?;
    let tell = Mutex::new(Some(tell));
    let asked = RcBlock::new(move |granted: Bool, _: *mut NSError| answer(&tell, granted.as_bool()));
    let options = UNAuthorizationOptions::Alert | UNAuthorizationOptions::Sound;
    center.requestAuthorizationWithOptions_completionHandler(options, &asked);
    Ok(())
}

fn answer(tell: &Mutex<Option<oneshot::Sender<bool>>>, done: bool) {
    if let Some(tell) = tell.lock().unwrap_or_else(PoisonError::into_inner).take() {
        // Nobody waits any more if it took too long.
        let _ = tell.send(done);
    }
}

fn category(tag: &str, actions: &[NoteAction]) -> Retained<UNNotificationCategory> {
    let actions: Vec<_> = actions
        .iter()
        .map(|action| {
            let (id, label) = (NSString::from_str(&action.id), NSString::from_str(&line(&action.label)));
            let options = UNNotificationActionOptions::Foreground;
            UNNotificationAction::actionWithIdentifier_title_options(&id, &label, options)
        })
        .collect();
    UNNotificationCategory::categoryWithIdentifier_actions_intentIdentifiers_options(
        &NSString::from_str(tag),
        &NSArray::from_retained_slice(&actions),
        &NSArray::new(),
        // Else a dismissal is not told.
        UNNotificationCategoryOptions::CustomDismissAction,
    )
}

define_class!(
    // SAFETY: `NSObject` asks nothing of its subclasses, and `Delegate` has no `Drop`.
    #[unsafe(super(NSObject))]
    #[thread_kind = AnyThread]
    #[ivars = Arc<OnEvent>]
    struct Delegate;

    unsafe impl NSObjectProtocol for Delegate {}

    unsafe impl UNUserNotificationCenterDelegate for Delegate {
        #[unsafe(method(userNotificationCenter:willPresentNotification:withCompletionHandler:))]
        fn will_present(
            &self,
            _center: &UNUserNotificationCenter,
            _notification: &UNNotification,
            done: &block2::DynBlock<dyn Fn(UNNotificationPresentationOptions)>,
        ) {
            // While the app is in front too.
            done.call((UNNotificationPresentationOptions::Banner | UNNotificationPresentationOptions::List,));
        }

        #[unsafe(method(userNotificationCenter:didReceiveNotificationResponse:withCompletionHandler:))]
        fn did_receive(
            &self,
            _center: &UNUserNotificationCenter,
            response: &UNNotificationResponse,
            done: &block2::DynBlock<dyn Fn()>,
        ) {
            let tag = response.notification().request().identifier().to_string();
            (self.ivars())(event(tag, &response.actionIdentifier()));
            done.call(());
        }
    }
);

impl Delegate {
    #[expect(unsafe_code, reason = "a class of our own is made by its superclass")]
    fn new(on_event: Arc<OnEvent>) -> Retained<Self> {
        let this = Self::alloc().set_ivars(on_event);
        // SAFETY: `init` of `NSObject` takes nothing and gives the object.
        unsafe { msg_send![super(this), init] }
    }
}

#[expect(unsafe_code, reason = "the names of the center's own actions are variables of the system")]
fn event(tag: String, action: &NSString) -> NotifyEvent {
    // SAFETY: both are constants that the system sets before any code runs.
    let (default, dismiss) =
        unsafe { (UNNotificationDefaultActionIdentifier, UNNotificationDismissActionIdentifier) };
    if action == dismiss {
        return NotifyEvent::Dismissed { tag };
    }
    let action = if action == default { DEFAULT.into() } else { action.to_string() };
    NotifyEvent::Activated { tag, action, token: None }
}
