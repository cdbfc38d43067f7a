//! The finished file as a server hands it out: only there does a browser give a page files of its own,
//! which are real ones that can be picked without a window of the system.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use anyhow::Result;

use crate::finished;

/// A server of the finished file. It ends with the tests.
#[derive(Debug)]
pub struct Served(SocketAddr);

impl Served {
    /// Begins to serve.
    ///
    /// # Errors
    /// There is no page, or no port is free.
    pub fn begin() -> Result<Self> {
        let page: Arc<[u8]> = fs::read(finished::page()?)?.into();
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let _ = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let page = page.clone();
                // One that asks for nothing must not keep the others waiting.
                let _ = thread::spawn(move || answer(stream, &page));
            }
        });
        Ok(Self(address))
    }

    /// The address of the page.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/", self.0)
    }
}

fn answer(mut stream: TcpStream, page: &[u8]) -> Result<()> {
    let mut request = Vec::new();
    let mut read = [0; 1024];
    while !request.ends_with(b"\r\n\r\n") {
        match stream.read(&mut read)? {
            0 => return Ok(()),
            some => request.extend_from_slice(&read[..some]),
        }
    }
    let length = page.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(page)?;
    Ok(())
}
