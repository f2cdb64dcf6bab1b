//! What a browser, or somebody who is none, can ask of the preview.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::desk::Desk;

struct Preview {
    program: Child,
    port: u16,
    _desk: Desk,
}

impl Preview {
    fn start() -> Self {
        let desk = Desk::new();
        let mut program = Command::new(env!("CARGO_BIN_EXE_keuzewijzer"))
            .args(["serve", "--lang", "en", "--port", "0"])
            .current_dir(desk.path(""))
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let out = program.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut line).unwrap();
        let port = line
            .trim()
            .trim_end_matches('/')
            .rsplit(':')
            .next()
            .unwrap();
        let port = port.parse().unwrap();
        Self {
            program,
            port,
            _desk: desk,
        }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        stream
    }

    /// What comes back for these bytes.
    fn answer(&self, question: &str) -> String {
        let mut stream = self.connect();
        // Who is refused early may find the other end closed while it still writes, and read what was said all the same.
        let _ = stream.write_all(question.as_bytes());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn get(&self, address: &str) -> String {
        self.answer(&format!(
            "GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        ))
    }

    fn is_well(&self) {
        let answer = self.get("/apeldoorn/");
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

#[test]
fn no_address_leads_out_of_the_site_or_into_the_head_of_an_answer() {
    let preview = Preview::start();
    preview.is_well();
    let long = "a".repeat(70_000);
    for address in [
        "/%2e%2e/%2e%2e/etc/passwd",
        "/apeldoorn%2f..%2f..%2fetc/passwd",
        "/..%5c..%5cetc",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "/%5celsewhere.example/",
        "/apeldoorn%0d%0aX-Evil:1",
        "/apeldoorn/%0d%0aSet-Cookie:x=1",
        "/%00",
        "/%ff",
        "/%",
        "/%zz",
        "/.public.state",
        "/content/site.toml",
        "/apeldoorn//hulp",
        "/apeldoorn/../zutphen/",
        "/apeldoorn/%E2%80%AE",
        &format!("/{long}"),
        &format!("/{}", "a/".repeat(30_000)),
    ] {
        let answer = preview.get(address);
        let (head, _) = answer
            .split_once("\r\n\r\n")
            .unwrap_or_else(|| panic!("{address}: {answer}"));
        let shown = &address[..40.min(address.len())];
        assert!(head.starts_with("HTTP/1.1 4"), "{shown}: {head}");
        let head = head.to_lowercase();
        assert!(
            !head.contains("x-evil") && !head.contains("set-cookie"),
            "{shown}: {head}"
        );
        assert!(
            !head.contains("location: //") && !head.contains("location: /\\"),
            "{shown}: {head}"
        );
    }
    preview.is_well();
}

#[test]
fn only_questions_for_this_machine_and_without_a_body_are_answered() {
    let preview = Preview::start();
    for host in [
        "elsewhere.example",
        "localhost.elsewhere.example",
        "127.0.0.1@elsewhere.example",
        "localhost:80@x",
        "0.0.0.0",
        "127.1",
        "localhost.",
        "",
    ] {
        let answer = preview.answer(&format!(
            "GET /apeldoorn/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        ));
        assert!(answer.starts_with("HTTP/1.1 421 "), "{host}: {answer}");
        assert!(!answer.contains("Apeldoorn"), "{host}");
    }
    let named = "GET http://localhost/apeldoorn/ HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n";
    assert!(preview.answer(named).starts_with("HTTP/1.1 421 "));
    assert!(
        preview
            .answer("GET / HTTP/1.0\r\n\r\n")
            .starts_with("HTTP/1.0 421 ")
    );
    for method in [
        "POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "CONNECT", "WHAT",
    ] {
        let answer = preview.answer(&format!(
            "{method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        ));
        assert!(answer.starts_with("HTTP/1.1 405 "), "{method}: {answer}");
    }
    preview.is_well();
}

#[test]
fn questions_that_are_too_long_too_slow_or_none_keep_nobody_from_an_answer() {
    let preview = Preview::start();
    let long = "a".repeat(2_000_000);
    let many: Vec<String> = (0..10_000).map(|rank| format!("X{rank}: a\r\n")).collect();
    let many = many.concat();
    for (question, status) in [
        (
            format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"),
            "431",
        ),
        (
            format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"),
            "431",
        ),
        ("\u{16}\u{3}\u{1}\u{0}".to_owned(), "400"),
        (
            "GET / HTTP/1.1\r\nHost: local\u{0}host\r\n\r\n".to_owned(),
            "400",
        ),
    ] {
        let answer = preview.answer(&question);
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{status}: {answer}"
        );
    }
    let slow: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(b"GET / HTTP/1.1\r\nHost: localh").unwrap();
            stream
        })
        .collect();
    preview.is_well();
    drop(slow);
}
