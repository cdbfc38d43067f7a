//! The single file: template, style, script and program joined into one page that requests nothing.
//!
//! The page's policy allows its one script and its one style by their hashes, and nothing else.

use std::num::NonZeroU64;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

/// Opens the packed program and starts it, or says why it can't.
const LOADER: &str = include_str!("loader.js");
/// More rounds take seconds longer and gain less than a thousandth.
const PACKING_ROUNDS: NonZeroU64 = NonZeroU64::new(3).expect("three is not zero");
/// Ends every region of the template that is filled here.
const REGION_END: &str = "<!-- /build -->";

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts<'a> {
    /// `index.html`, with a region for each of policy, style and program.
    pub(crate) template: &'a str,
    /// The compiled style.
    pub(crate) style: &'a str,
    /// The script that wasm-bindgen wrote for the program, defining `wasm_bindgen`.
    pub(crate) glue: &'a str,
    /// The program.
    pub(crate) wasm: &'a [u8],
}

/// Joins the parts; the same parts always give the same page.
///
/// # Errors
/// Says which part does not fit into a page of this kind.
pub(crate) fn pack(parts: &Parts<'_>) -> Result<String> {
    let template = with_unix_lines(parts.template);
    let style = with_unix_lines(parts.style);
    let script = with_unix_lines(&[parts.glue, "\n", LOADER].concat());
    refuse_requests(&template_alone(&template)?)?;
    refuse_end_of_element(&style, "style")?;
    refuse_end_of_element(&script, "script")?;

    let program = BASE64.encode(gzip(parts.wasm)?);
    let page = fill(&template, "policy", &policy(&style, &script))?;
    let page = fill(&page, "style", &format!("<style>{style}</style>"))?;
    fill(
        &page,
        "program",
        &format!(
            "<script type=\"application/gzip;base64\" id=\"program\">{program}</script>\n\
             <script>{script}</script>"
        ),
    )
}

/// The SHA-256 of some text or bytes, in base64.
fn hash(content: &str) -> String {
    BASE64.encode(Sha256::digest(content.as_bytes()))
}

fn policy(style: &str, script: &str) -> String {
    let (style, script) = (hash(style), hash(script));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'sha256-{script}' 'wasm-unsafe-eval'; style-src 'sha256-{style}'; \
         connect-src 'none'; form-action 'none'; base-uri 'none'\">"
    )
}

/// Holds neither time nor file name, so that the bytes depend on the content alone.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = zopfli::Options { iteration_count: PACKING_ROUNDS, ..zopfli::Options::default() };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).context("The program could not be packed")?;
    Ok(packed)
}

/// Browsers hash what they read with plain line ends, whatever the file has.
fn with_unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn fill(template: &str, region: &str, content: &str) -> Result<String> {
    let start = format!("<!-- build: {region} -->");
    let (before, rest) = template.split_once(&start).with_context(|| format!("index.html has no `{start}`."))?;
    let (_, after) =
        rest.split_once(REGION_END).with_context(|| format!("index.html has no `{REGION_END}` after `{start}`."))?;
    ensure!(!after.contains(&start), "index.html has `{start}` more than once.");
    Ok([before, content, after].concat())
}

fn template_alone(template: &str) -> Result<String> {
    ["policy", "style", "program"].iter().try_fold(template.to_owned(), |page, region| fill(&page, region, ""))
}

/// What a template must not hold: it would ask for something, or the policy would refuse it.
fn refuse_requests(template: &str) -> Result<()> {
    let template = template.to_ascii_lowercase();
    for word in ["http:", "https:", "src=", "<script", "<style", " style="] {
        ensure!(
            !template.contains(word),
            "index.html contains `{word}` outside the regions that the build fills; take it out."
        );
    }
    Ok(())
}

/// Such a text would end its element early, or change how the browser reads the rest.
fn refuse_end_of_element(content: &str, element: &str) -> Result<()> {
    let lower = content.to_ascii_lowercase();
    for word in [&format!("</{element}"), "<!--"] {
        ensure!(
            !lower.contains(word),
            "The {element} contains `{word}`, which can't stand inside a page; write it in two halves."
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests;
