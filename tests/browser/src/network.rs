//! A network of this machine alone, which writes down what it is asked.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;

/// Whoever connects and says nothing for so long has still been heard.
const PATIENCE: Duration = Duration::from_secs(5);

/// A network, or all of it that a browser is told of.
#[derive(Debug)]
pub struct Network {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Network {
    /// One in which nothing is found. As a proxy it stands for every machine there is.
    ///
    /// # Errors
    /// There is no port for it.
    pub fn without_anything() -> Result<Self> {
        Self::start(None)
    }

    /// One in which there is this page, at `/` and as web servers hand out pages.
    ///
    /// # Errors
    /// There is no port for it.
    pub fn with_page(page: Vec<u8>) -> Result<Self> {
        Self::start(Some(page))
    }

    fn start(page: Option<Vec<u8>>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let (heard, page) = (Arc::clone(&asked), page.map(Arc::<[u8]>::from));
        // It ends with the program: nobody waits for it.
        let _ = thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (heard, page) = (Arc::clone(&heard), page.clone());
                // A thread each: browsers open connections that they use only later.
                let _ = thread::spawn(move || answer(connection, &heard, page.as_deref()));
            }
        });
        Ok(Self { port, asked })
    }

    /// Where it listens on this machine.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The first line of every request that was made, and an empty one for who connected and said nothing.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn answer(connection: TcpStream, heard: &Mutex<Vec<String>>, page: Option<&[u8]>) -> Option<()> {
    let nth = {
        // Counted before it is read: no test is over before it.
        let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.push(String::new());
        heard.len() - 1
    };
    connection.set_read_timeout(Some(PATIENCE)).ok()?;
    let mut lines = BufReader::new(connection.try_clone().ok()?).lines();
    let request = lines.next()?.ok()?;
    heard.lock().unwrap_or_else(PoisonError::into_inner).get_mut(nth)?.clone_from(&request);
    // The rest is read, or closing the connection would cut our answer off.
    for line in lines.take(100) {
        if line.ok()?.is_empty() {
            break;
        }
    }
    write(connection, page.filter(|_| request.starts_with("GET / ")))
}

fn write(mut connection: TcpStream, page: Option<&[u8]>) -> Option<()> {
    let (status, body) = page.map_or(("404 Not Found", &b""[..]), |page| ("200 OK", page));
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).ok()?;
    connection.write_all(body).ok()
}
