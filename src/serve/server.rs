//! The web server: takes what browsers ask to the print room, and holds a question for the next version until there is one.

use std::net::TcpListener;
use std::sync::mpsc::Sender;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use tokio::sync::{oneshot, watch};

use super::answer::Answer;
use super::error::ServeError;
use super::host::is_this_machine;
use super::print_room::Message;
use super::problems_html::{CHANGES_PATH, SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH};
use super::version::Version;

/// How long a question for the next version is held. Then the browser asks again, so that nothing on the way gives up.
const HELD: Duration = Duration::from_secs(25);

/// Where questions are taken in.
#[derive(Clone)]
pub(super) struct Counter {
    messages: Sender<Message>,
    versions: watch::Receiver<Version>,
    is_on_network: bool,
}

impl Counter {
    pub(super) fn new(
        messages: Sender<Message>,
        versions: watch::Receiver<Version>,
        is_on_network: bool,
    ) -> Self {
        Self {
            messages,
            versions,
            is_on_network,
        }
    }
}

/// Serves until the print room ends.
pub(super) fn run(listener: TcpListener, counter: Counter) -> Result<(), ServeError> {
    let failed = |source| ServeError::Server { source };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(failed)?;
    let served = runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?.tap_io(|stream| {
            // Answers are small: waiting to fill a packet only delays them. Without it they still arrive.
            let _ = stream.set_nodelay(true);
        });
        let mut versions = counter.versions.clone();
        let room_ended = async move { while versions.changed().await.is_ok() {} };
        tokio::select! {
            served = axum::serve(listener, router(counter)) => served,
            () = room_ended => Ok(()),
        }
    });
    served.map_err(failed)
}

fn router(counter: Counter) -> Router {
    Router::new()
        .route(CHANGES_PATH, get(changes))
        .route(
            SCRIPT_PATH,
            get(async || own_file("text/javascript; charset=utf-8", SCRIPT)),
        )
        .route(
            STYLE_PATH,
            get(async || own_file("text/css; charset=utf-8", STYLE)),
        )
        .fallback(ask)
        .layer(middleware::from_fn_with_state(
            counter.clone(),
            refuse_other_names,
        ))
        .with_state(counter)
}

/// Refuses who does not know this machine by its own name, unless others on the network may come.
async fn refuse_other_names(
    State(counter): State<Counter>,
    request: Request,
    next: Next,
) -> Response {
    let host = request
        .headers()
        .get(HOST)
        .and_then(|host| host.to_str().ok());
    if counter.is_on_network || is_this_machine(host) {
        next.run(request).await
    } else {
        let words = "This preview only answers to 127.0.0.1 and localhost.\n";
        (StatusCode::MISDIRECTED_REQUEST, words).into_response()
    }
}

fn own_file(media_type: &'static str, text: &'static str) -> Response {
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    );
    response
}

/// Answers as soon as there is another version than the browser has, by one event; after that the browser asks anew. That is
/// all that a stream of events needs here.
async fn changes(State(counter): State<Counter>, uri: Uri, headers: HeaderMap) -> Response {
    let asked_before = headers.get("last-event-id").and_then(|id| id.to_str().ok());
    let query = uri.query().and_then(|query| query.strip_prefix("since="));
    let known = asked_before.or(query).map(str::to_owned);
    let mut versions = counter.versions;
    let is_other = |now: &Version| now.is_made() && Some(now.to_string()) != known;
    let waited = tokio::time::timeout(HELD, versions.wait_for(is_other)).await;
    let next = waited.ok().and_then(|found| found.ok().map(|now| *now));
    let event = next.map_or_else(
        || "retry: 100\n: nothing changed\n\n".to_owned(),
        |version| format!("retry: 100\nid: {version}\nevent: change\ndata: {version}\n\n"),
    );
    let headers = [
        (CONTENT_TYPE, "text/event-stream"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, event).into_response()
}

/// Asks the print room.
async fn ask(State(counter): State<Counter>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let (asker, answer) = oneshot::channel();
    let question = Message::Asked(uri.path().to_owned(), asker);
    if counter.messages.send(question).is_err() {
        return ended();
    }
    match answer.await {
        Ok(answer) => in_http(answer),
        Err(_) => ended(),
    }
}

fn ended() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, "The preview has ended.\n").into_response()
}

fn in_http(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).expect("the statuses are written in this program");
    for (name, value) in answer.headers {
        // `_headers` is ours, and an address was decoded from a header: both can be in one.
        let name = HeaderName::try_from(name).expect("the names are those of HTTP");
        let value = HeaderValue::try_from(value).expect("the values are those of HTTP");
        response.headers_mut().append(name, value);
    }
    response
}
