//! The single file: template, styles, scripts and programs joined into one page that requests nothing.
//!
//! All but the template, the style of its message and the loader is packed. The page's policy allows
//! each script and each style by its hash, also those that the loader unpacks, and nothing else.

use std::fmt::Write;
use std::num::NonZeroU64;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use crate::dense;
use crate::hand_out;
use crate::lzma;
use crate::program::Programs;
use crate::style::Style;

/// Opens what is packed and starts the app, or says why it can't.
const LOADER: &str = include_str!("loader.js");
/// More rounds take seconds longer and gain less than a thousandth.
const PACKING_ROUNDS: NonZeroU64 = NonZeroU64::new(3).expect("three is not zero");
/// Ends every region of the template that is filled here.
const REGION_END: &str = "<!-- /build -->";

/// What a page is made of.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    /// `index.html`, with a region for each of policy, style and program.
    pub(crate) template: String,
    /// The compiled styles.
    pub(crate) style: Style,
    /// The programs.
    pub(crate) programs: Programs,
    /// The licences of what others wrote.
    pub(crate) licences: String,
}

/// A finished page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// What the page says.
    pub(crate) html: String,
    /// What is packed in it.
    pub(crate) packed: Vec<Packed>,
}

impl Page {
    /// What the file holds: UTF-16, in which what is packed takes a fifth less than in UTF-8, behind the
    /// mark by which every browser knows it, whatever a server says about the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(self.html.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    }
}

/// A file that is packed into the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Packed {
    /// The id of its element.
    pub(crate) id: &'static str,
    /// How many bytes it has.
    pub(crate) bytes: usize,
    /// It, packed and as text.
    pub(crate) text: String,
}

/// Joins the parts; the same parts always give the same page.
///
/// # Errors
/// Says which part does not fit into a page of this kind.
pub(crate) fn pack(parts: &Parts) -> Result<Page> {
    let template = with_unix_lines(&parts.template);
    let opening = with_unix_lines(&parts.style.opening);
    let loader = without_comments(&with_unix_lines(LOADER));
    refuse_requests(&template_alone(&template)?)?;
    refuse_end_of_element(&opening, "style")?;
    refuse_end_of_element(&loader, "script")?;

    let Programs { app, documents, locks, unpack } = &parts.programs;
    let scripts = [app, documents, locks, unpack].map(|program| bridge(&program.glue));
    let [app_script, documents_script, locks_script, unpack_script] = &scripts;
    let scripts = [&loader, app_script, documents_script, locks_script, unpack_script];
    let policy = policy(&[&opening, &parts.style.app], &scripts);
    let made_of = made_of(
        &[
            ("app-program", &app.wasm),
            ("app-script", app_script.as_bytes()),
            ("documents-program", &documents.wasm),
            ("documents-script", documents_script.as_bytes()),
            ("locks-program", &locks.wasm),
            ("locks-script", locks_script.as_bytes()),
            ("unpack-program", &unpack.wasm),
            ("unpack-script", unpack_script.as_bytes()),
            ("style", parts.style.app.as_bytes()),
        ],
        &parts.licences,
    );
    let app = part(app_script, &parts.style.app, &app.wasm)?;
    let before = vec![gzipped("unpack", &part(unpack_script, "", &unpack.wasm)?)?, packed_after("app", &app, &[])?];
    // The loader does not wait for these, of which each is for later and shares much with the app.
    let behind = vec![
        packed_after("documents", &part(documents_script, "", &documents.wasm)?, &app)?,
        packed_after("locks", &part(locks_script, "", &locks.wasm)?, &app)?,
        packed_after("made-of", made_of.as_bytes(), &app)?,
    ];
    let program = format!("{}<script>{loader}</script>\n{}", elements(&before), elements(&behind));

    let page = fill(&template, "policy", &policy)?;
    let page = fill(&page, "style", &format!("<style>{opening}</style>"))?;
    let html = fill(&page, "program", &program)?;
    Ok(Page { html, packed: [before, behind].concat() })
}

fn elements(packed: &[Packed]) -> String {
    packed.iter().fold(String::new(), |mut elements, Packed { id, text, .. }| {
        writeln!(elements, "<script type=\"text/plain\" id=\"{id}\">{text}</script>")
            .expect("a String takes everything that is written to it");
        elements
    })
}

/// The script of a program as the loader takes it: what it defines stays in a function, so that two
/// programs, or one that is started again, are kept apart.
fn bridge(glue: &str) -> String {
    let glue = without_comments(glue);
    format!("document.currentScript.bridge = () => {{\n{glue}return wasm_bindgen;\n}};\n")
}

/// A part as the loader takes it: how many bytes its script and its style have, four for each number and the
/// lowest first, then these two, then its program.
fn part(script: &str, style: &str, program: &[u8]) -> Result<Vec<u8>> {
    let length = |text: &str| u32::try_from(text.len()).map(u32::to_le_bytes);
    Ok([&length(script)?, &length(style)?, script.as_bytes(), style.as_bytes(), program].concat())
}

/// The SHA-256 of some text, in base64.
fn hash(content: &str) -> String {
    BASE64.encode(Sha256::digest(content.as_bytes()))
}

fn policy(styles: &[&String], scripts: &[&String]) -> String {
    let hashes = |contents: &[&String]| {
        contents.iter().map(|content| format!("'sha256-{}'", hash(content))).collect::<Vec<_>>().join(" ")
    };
    let (styles, scripts) = (hashes(styles), hashes(scripts));
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
         connect-src 'none'; form-action 'none'; base-uri 'none'\">"
    )
}

/// What the help page shows to whoever checks the file: the SHA-256 of each part before it was packed, a line
/// each, and behind a blank line the licences.
fn made_of(parts: &[(&str, &[u8])], licences: &str) -> String {
    let sums = parts.iter().map(|(id, bytes)| format!("{id}={}\n", hand_out::sum(bytes)));
    sums.chain([format!("\n{licences}")]).collect()
}

/// What the browser itself opens.
fn gzipped(id: &'static str, bytes: &[u8]) -> Result<Packed> {
    Ok(Packed { id, bytes: bytes.len(), text: dense::text(&gzip(bytes)?) })
}

/// What our unpacker opens, after what it opened before.
fn packed_after(id: &'static str, bytes: &[u8], before: &[u8]) -> Result<Packed> {
    Ok(Packed { id, bytes: bytes.len(), text: dense::text(&lzma::pack(bytes, before)?) })
}

/// Holds neither time nor file name, so that the bytes depend on the content alone.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = zopfli::Options { iteration_count: PACKING_ROUNDS, ..zopfli::Options::default() };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).context("A part could not be packed")?;
    Ok(packed)
}

/// Browsers hash what they read with plain line ends, whatever the file has.
fn with_unix_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// A script without its lines of comment and what lines are indented by: each character takes two bytes in the
/// page. Neither our loader nor what `wasm-bindgen` writes has texts of several lines.
fn without_comments(script: &str) -> String {
    let is_comment = |line: &&str| ["//", "/**", "*"].iter().any(|start| line.starts_with(start));
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !is_comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
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
