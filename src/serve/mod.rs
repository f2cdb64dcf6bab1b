//! The preview: the sites of a region at an address of this machine, made page by page as a browser asks, and made again
//! when a file changes. Start at [`serve`].
//!
//! Three parts talk by messages. The `watcher` is told by the system that a file changed. The `server` takes what browsers
//! ask. Both hand it to the `print_room`, a thread that holds the region in memory, reads it again after a change, and prints
//! pages. A page that is open waits at an address of ours for the next version, and then loads itself again.
//!
//! Nothing is written, and no file is read because of what a browser asks: addresses are looked up among the pages of the
//! plan, so none can lead out of the site.

mod answer;
mod error;
mod event;
mod headers;
mod host;
mod media_type;
mod print_room;
mod problems_html;
mod question;
mod server;
mod sites;
mod state;
mod version;
mod watcher;

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket};
use std::path::PathBuf;
use std::sync::mpsc;

use jiff::civil::Date;
use tokio::sync::watch;

use crate::pipeline::Options;

pub use error::ServeError;
pub use event::{Event, Shown};

use print_room::PrintRoom;

use crate::diagnostics::Language;
use server::Counter;
use version::Version;

/// The port that is tried first, when none is asked for, and how many after it.
const FIRST_PORT: u16 = 4000;
const PORTS_TRIED: u16 = 10;

/// What to preview, and who may see it.
#[derive(Clone, Debug)]
pub struct PreviewOptions {
    /// The region, its theme and the day.
    pub region: Options,
    /// The port; any free one for 0. Without it the first free one from 4000.
    pub port: Option<u16>,
    /// Whether other machines on the network may see it.
    pub is_on_network: bool,
    /// The language in which problems are told.
    pub language: Language,
}

/// Previews until the process is ended. `today` is asked for the day at every reading, and `tell` is told what happens, from
/// several threads.
///
/// # Errors
/// When the port is taken, or the folders cannot be read at all. What goes wrong later is shown in the page.
pub fn serve(
    options: &PreviewOptions,
    today: &(dyn Fn() -> Date + Sync),
    tell: &(dyn Fn(Event<'_>) + Sync),
) -> Result<(), ServeError> {
    let listener = listen(options)?;
    let (messages, inbox) = mpsc::channel();
    // Dropping it ends the watch.
    let _watcher = watcher::watch(&watched(&options.region), messages.clone())?;
    let (announce, versions) = watch::channel(Version::before_the_first());
    tell(listening(&listener, options)?);
    std::thread::scope(|scope| {
        let room = scope.spawn(|| PrintRoom::new(options, inbox, announce, today, tell).run());
        let counter = Counter::new(messages, versions, options.is_on_network);
        let served = server::run(listener, counter);
        // The server ends by itself only when the print room did, or when it fails.
        match room.join() {
            Ok(printed) => printed.and(served),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// The folders that a region is read from. Without a folder of themes it has the theme that comes with the program.
fn watched(region: &Options) -> Vec<&PathBuf> {
    let themes = Some(&region.themes).filter(|themes| themes.is_dir());
    std::iter::once(&region.content).chain(themes).collect()
}

/// Takes a port.
fn listen(options: &PreviewOptions) -> Result<TcpListener, ServeError> {
    let ip = if options.is_on_network {
        Ipv4Addr::UNSPECIFIED
    } else {
        Ipv4Addr::LOCALHOST
    };
    if let Some(port) = options.port {
        return TcpListener::bind((ip, port)).map_err(|source| ServeError::Port { port, source });
    }
    let mut ports = FIRST_PORT..FIRST_PORT + PORTS_TRIED;
    ports
        .find_map(|port| TcpListener::bind((ip, port)).ok())
        .ok_or(ServeError::NoPort {
            first: FIRST_PORT,
            last: FIRST_PORT + PORTS_TRIED - 1,
        })
}

fn listening(
    listener: &TcpListener,
    options: &PreviewOptions,
) -> Result<Event<'static>, ServeError> {
    let port = listener
        .local_addr()
        .map_err(|source| ServeError::Server { source })?
        .port();
    let address = |ip: IpAddr| format!("http://{}/", SocketAddr::new(ip, port));
    let on_network = options.is_on_network.then(own_address).flatten();
    Ok(Event::Listening {
        here: address(Ipv4Addr::LOCALHOST.into()),
        on_network: on_network.map(address),
        is_another_port: options.port.is_none() && port != FIRST_PORT,
    })
}

/// This machine's address on its network: the one it would send from. Nothing is sent.
fn own_address() -> Option<IpAddr> {
    // An address for examples (RFC 5737), so outside every network of one's own.
    const ELSEWHERE: (Ipv4Addr, u16) = (Ipv4Addr::new(192, 0, 2, 1), 9);
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect(ELSEWHERE).ok()?;
    Some(socket.local_addr().ok()?.ip()).filter(|ip| !ip.is_unspecified())
}
