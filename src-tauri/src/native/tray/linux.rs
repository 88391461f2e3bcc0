//! Linux: a `StatusNotifierItem` on the session bus. No library that a system may lack.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ksni::menu::StandardItem;
use ksni::{Handle, Icon, MenuItem, TextDirection, ToolTip, TrayMethods};
use tokio::sync::mpsc;

use super::host;
use super::{OnAct, Tray, TrayAct, TrayIcon, TrayView};

/// The session's tray. The bus is joined on the runtime, never by the caller.
pub(super) struct Desktop {
    orders: mpsc::UnboundedSender<Order>,
    present: Arc<AtomicBool>,
}

enum Order {
    Show(TrayView),
    Remove,
    /// A host came.
    Host,
}

impl Desktop {
    pub(super) fn new(_app: &tauri::AppHandle, on_act: OnAct) -> Self {
        Self::start(on_act)
    }

    pub(super) fn start(on_act: OnAct) -> Self {
        let (orders, queue) = mpsc::unbounded_channel();
        let present = Arc::new(AtomicBool::new(false));
        tauri::async_runtime::spawn(follow(queue, Arc::clone(&present), Arc::clone(&on_act)));
        let (tell, known) = (orders.downgrade(), Arc::clone(&present));
        tauri::async_runtime::spawn(async move {
            let told = |there| {
                if known.swap(there, Ordering::Relaxed) != there {
                    // Nobody follows any more only if the app is ending.
                    if let (true, Some(orders)) = (there, tell.upgrade()) {
                        let _ = orders.send(Order::Host);
                    }
                    on_act(TrayAct::HostChanged(there));
                }
            };
            if let Err(error) = host::watch(&told).await {
                tracing::info!(%error, "whether there is a tray is not noticed");
            }
            // The bus ended, and everything on it.
            told(false);
        });
        Self { orders, present }
    }

    fn order(&self, order: Order) {
        // Nobody follows any more only if the app is ending.
        let _ = self.orders.send(order);
    }
}

impl Tray for Desktop {
    fn show(&self, view: TrayView) {
        self.order(Order::Show(view));
    }

    fn present(&self) -> bool {
        self.present.load(Ordering::Relaxed)
    }

    fn remove(&self) {
        self.order(Order::Remove);
    }
}

/// Does what is ordered, in order.
async fn follow(mut orders: mpsc::UnboundedReceiver<Order>, present: Arc<AtomicBool>, on_act: OnAct) {
    let mut wanted = None;
    let mut running: Option<Handle<Item>> = None;
    while let Some(order) = orders.recv().await {
        match order {
            Order::Show(view) => wanted = Some(view),
            Order::Remove => wanted = None,
            Order::Host => {}
        }
        running = running.filter(|running| !running.is_closed());
        match (&running, &wanted) {
            (Some(running), Some(view)) => {
                running.update(|item| item.view = view.clone()).await;
            }
            (Some(handle), None) => {
                handle.shutdown().await;
                running = None;
            }
            // Once there is a place, it finds each new one by itself; before, it could miss one that comes just
            // while it begins to look.
            (None, Some(view)) if present.load(Ordering::Relaxed) => {
                let item = Item { view: view.clone(), on_act: Arc::clone(&on_act) };
                match item.spawn().await {
                    Ok(handle) => running = Some(handle),
                    Err(error) => tracing::info!(%error, "no icon in the tray"),
                }
            }
            (None, _) => {}
        }
    }
}

struct Item {
    view: TrayView,
    on_act: OnAct,
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        "app.miftah.desktop".into()
    }

    fn title(&self) -> String {
        "Miftah".into()
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        let [small, large] = pixels(self.view.icon);
        vec![icon(22, small), icon(44, large)]
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip { title: "Miftah".into(), description: self.view.state_line.clone(), ..ToolTip::default() }
    }

    fn text_direction(&self) -> TextDirection {
        if self.view.rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight }
    }

    fn activate(&mut self, _x: i32, _y: i32) {
        (self.on_act)(open());
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let TrayView { state_line, favourites, clear, labels, .. } = &self.view;
        let mut menu = vec![
            StandardItem { label: literal(state_line), enabled: false, ..StandardItem::default() }.into(),
            MenuItem::Separator,
        ];
        let copies = favourites.iter().map(|(id, label)| {
            let id = id.clone();
            entry(label, move || TrayAct::Copy(id.clone()))
        });
        menu.extend(copies.chain(clear.iter().map(|clear| entry(clear, || TrayAct::ClearClipboard))));
        menu.extend([
            entry(&labels.check_now, || TrayAct::CheckNow),
            MenuItem::Separator,
            entry(&labels.open, open),
            entry(&labels.quit, || TrayAct::Quit),
        ]);
        menu
    }
}

/// Must be called where the click is told.
fn open() -> TrayAct {
    TrayAct::Open(ksni::current_xdg_activation_token())
}

fn entry(label: &str, act: impl Fn() -> TrayAct + Send + 'static) -> MenuItem<Item> {
    let activate = Box::new(move |item: &mut Item| (item.on_act)(act()));
    StandardItem { label: literal(label), activate, ..StandardItem::default() }.into()
}

/// An underscore stands before the letter of a shortcut, two of them for one.
fn literal(label: &str) -> String {
    label.replace('_', "__")
}

/// Rendered by `icons/tray/render.sh`, 22 and 44 pixels wide.
fn pixels(icon: TrayIcon) -> [&'static [u8]; 2] {
    macro_rules! both {
        ($state:literal) => {
            [
                include_bytes!(concat!("../../../../icons/tray/", $state, "-22.rgba")),
                include_bytes!(concat!("../../../../icons/tray/", $state, "-44.rgba")),
            ]
        };
    }
    match icon {
        TrayIcon::Plain => both!("plain"),
        TrayIcon::Dot => both!("dot"),
        TrayIcon::Hollow => both!("hollow"),
    }
}

/// The bus wants the opacity first.
fn icon(side: i32, rgba: &[u8]) -> Icon {
    let data = rgba.chunks_exact(4).flat_map(|pixel| [pixel[3], pixel[0], pixel[1], pixel[2]]).collect();
    Icon { width: side, height: side, data }
}
