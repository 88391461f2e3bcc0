//! Windows and macOS: tauri's own tray. There is always a place for it.

use std::sync::{Mutex, PoisonError};

use tauri::image::Image;
use tauri::menu::{Menu, MenuBuilder, MenuItemBuilder};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon as Drawn, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Wry};

use super::{OnAct, Tray, TrayAct, TrayIcon, TrayView};

const ID: &str = "miftah";
/// Before the id of a key, in the id of an entry.
const COPY: &str = "copy:";

/// The system's tray.
pub(super) struct Desktop {
    app: AppHandle,
    on_act: OnAct,
    drawn: Mutex<Option<Drawn>>,
}

impl Desktop {
    pub(super) fn new(app: &AppHandle, on_act: OnAct) -> Self {
        Self { app: app.clone(), on_act, drawn: Mutex::new(None) }
    }

    fn draw(&self, view: &TrayView) -> tauri::Result<()> {
        let menu = menu(&self.app, view)?;
        let icon = Image::from_bytes(pixels(view.icon))?;
        let mut drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(drawn) = &*drawn {
            drawn.set_menu(Some(menu))?;
            drawn.set_icon_with_as_template(Some(icon), cfg!(target_os = "macos"))?;
            return drawn.set_tooltip(Some(&view.state_line));
        }
        let (chosen, clicked) = (self.on_act.clone(), self.on_act.clone());
        let built = TrayIconBuilder::with_id(ID)
            .menu(&menu)
            .icon(icon)
            .icon_as_template(cfg!(target_os = "macos"))
            .tooltip(&view.state_line)
            // On macOS a click on the icon opens the menu, as everywhere there.
            .show_menu_on_left_click(cfg!(target_os = "macos"))
            .on_menu_event(move |_, event| {
                if let Some(act) = act(event.id().as_ref()) {
                    chosen(act);
                }
            })
            .on_tray_icon_event(move |_, event| {
                let left = matches!(
                    event,
                    TrayIconEvent::Click {
                        button: MouseButton::Left,
                        button_state: MouseButtonState::Up,
                        ..
                    }
                );
                if left && !cfg!(target_os = "macos") {
                    clicked(TrayAct::Open(None));
                }
            })
            .build(&self.app)?;
        *drawn = Some(built);
        Ok(())
    }
}

impl Tray for Desktop {
    fn show(&self, view: TrayView) {
        if let Err(error) = self.draw(&view) {
            tracing::warn!(%error, "the tray was not drawn");
        }
    }

    fn present(&self) -> bool {
        true
    }

    fn remove(&self) {
        self.drawn.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.app.remove_tray_by_id(ID);
    }
}

fn menu(app: &AppHandle, view: &TrayView) -> tauri::Result<Menu<Wry>> {
    let state = MenuItemBuilder::with_id("state", literal(&view.state_line)).enabled(false).build(app)?;
    let mut menu = MenuBuilder::new(app).item(&state).separator();
    for (id, label) in &view.favourites {
        menu = menu.text(format!("{COPY}{id}"), literal(label));
    }
    if let Some(clear) = &view.clear {
        menu = menu.text("clear", literal(clear));
    }
    menu.text("check", literal(&view.labels.check_now))
        .separator()
        .text("open", literal(&view.labels.open))
        .text("quit", literal(&view.labels.quit))
        .build()
}

fn act(id: &str) -> Option<TrayAct> {
    match id {
        "clear" => Some(TrayAct::ClearClipboard),
        "check" => Some(TrayAct::CheckNow),
        "open" => Some(TrayAct::Open(None)),
        "quit" => Some(TrayAct::Quit),
        _ => id.strip_prefix(COPY).map(|key| TrayAct::Copy(key.to_owned())),
    }
}

/// An ampersand stands before the letter of a shortcut, two of them for one.
fn literal(label: &str) -> String {
    label.replace('&', "&&")
}

/// Rendered by `icons/tray/render.sh`; on macOS a template, which the system colours.
fn pixels(icon: TrayIcon) -> &'static [u8] {
    macro_rules! png {
        ($state:literal) => {
            if cfg!(target_os = "macos") {
                include_bytes!(concat!("../../../../icons/tray/template-", $state, ".png")).as_slice()
            } else {
                include_bytes!(concat!("../../../../icons/tray/", $state, ".png")).as_slice()
            }
        };
    }
    match icon {
        TrayIcon::Plain => png!("plain"),
        TrayIcon::Dot => png!("dot"),
        TrayIcon::Hollow => png!("hollow"),
    }
}
