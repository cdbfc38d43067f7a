//! Serves the finished page to this machine alone.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// Serves the page until the user stops it, and opens it where there is a desktop.
pub(crate) fn page(file: &Path, port: u16) -> Result<()> {
    let page: Arc<[u8]> = fs::read(file).with_context(|| format!("{} could not be read", file.display()))?.into();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("Port {port} can't be used, perhaps another program has it; choose one with `--port`")
    })?;
    let address = format!("http://{}/", listener.local_addr()?);
    println!("{address}\nStop with Ctrl+C.");
    open(&address);
    for connection in listener.incoming().flatten() {
        let page = Arc::clone(&page);
        // A thread each: browsers open connections that they use only later.
        let _ = thread::spawn(move || answer(connection, &page));
    }
    Ok(())
}

/// One request, one answer; a connection that breaks off concerns nobody.
fn answer(mut connection: TcpStream, page: &[u8]) -> Option<()> {
    connection.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    let mut lines = BufReader::new(connection.try_clone().ok()?).lines();
    let request = lines.next()?.ok()?;
    // The rest of the request is read, or closing the connection would cut our answer off.
    for line in lines.take(100) {
        if line.ok()?.is_empty() {
            break;
        }
    }
    connection.write_all(&response(&request, page)).ok()
}

fn response(request: &str, page: &[u8]) -> Vec<u8> {
    let mut words = request.split(' ');
    let (method, path) = (words.next(), words.next());
    let (status, body) = match (method, path) {
        (Some("GET" | "HEAD"), Some("/")) => ("200 OK", page),
        (Some("GET" | "HEAD"), _) => ("404 Not Found", &b"Only / is here.\n"[..]),
        _ => ("405 Method Not Allowed\r\nAllow: GET, HEAD", &b""[..]),
    };
    let kind = if status == "200 OK" { "text/html" } else { "text/plain" };
    let mut response = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    if method != Some("HEAD") {
        response.extend_from_slice(body);
    }
    response
}

/// Opens the page in the user's browser; where that fails the address has been printed.
fn open(address: &str) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        let _ = command.args(["/C", "start"]);
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else if env::var_os("DISPLAY").or(env::var_os("WAYLAND_DISPLAY")).is_some() {
        Command::new("xdg-open")
    } else {
        return;
    };
    let _ = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(request: &str) -> String {
        String::from_utf8(response(request, b"<p>")).unwrap()
    }

    #[test]
    fn the_page_is_served_as_html_with_its_length() {
        let response = head("GET / HTTP/1.1");
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"));
        assert!(response.contains("Content-Type: text/html; charset=utf-8\r\n"));
        assert!(response.contains("Content-Length: 3\r\n"));
        assert!(response.ends_with("\r\n\r\n<p>"));
    }

    #[test]
    fn nothing_else_is_served() {
        assert!(head("GET /../secret HTTP/1.1").starts_with("HTTP/1.1 404 "));
        assert!(head("POST / HTTP/1.1").starts_with("HTTP/1.1 405 "));
        assert!(head("").starts_with("HTTP/1.1 405 "));
    }
}
