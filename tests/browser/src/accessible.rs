//! What a browser can tell about those who use the page without a mouse, without colour, or large.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::finished;

/// How the page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// `screen` or `print`.
    pub medium: &'static str,
    /// `light` or `dark`: what the user's device is set to.
    pub scheme: &'static str,
    /// Whether Windows replaces the colours of the page by its own.
    pub forced: bool,
    /// How many pixels of CSS the window is wide and high.
    pub window: (u32, u32),
}

/// On an ordinary screen.
pub const SCREEN: Shown = Shown { medium: "screen", scheme: "light", forced: false, window: (1200, 900) };

/// As large as 400 per cent makes a window of 1280 by 1024.
pub const ENLARGED: Shown = Shown { window: (320, 256), ..SCREEN };

/// Those of them in which this browser can be made to show pages.
pub fn possible(all: impl IntoIterator<Item = Shown>) -> impl Iterator<Item = Shown> {
    all.into_iter().filter(|shown| !cfg!(lacks = "emulation") || *shown == SCREEN)
}

/// Shows the page like that from now on.
///
/// # Errors
/// The browser can't.
pub fn show(browser: &Browser, shown: Shown) -> Result<()> {
    if cfg!(lacks = "emulation") {
        ensure!(shown == SCREEN, "this browser can't be made to show pages {shown:?}");
        return Ok(());
    }
    let features = json!([
        { "name": "prefers-color-scheme", "value": shown.scheme },
        { "name": "forced-colors", "value": if shown.forced { "active" } else { "none" } },
    ]);
    let _ = browser.protocol("Emulation.setEmulatedMedia", &json!({ "media": shown.medium, "features": features }))?;
    let (width, height) = shown.window;
    let window = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    let _ = browser.protocol("Emulation.setDeviceMetricsOverride", &window)?;
    Ok(())
}

/// All rules that the checker has for WCAG 2.2 at levels A and AA, and those beyond.
pub const ALL_RULES: &str =
    r#"{ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }"#;

/// The one rule that a change of colours can break.
pub const CONTRAST: &str = r#"{ "type": "rule", "values": ["color-contrast"] }"#;

/// What the page breaks of these rules, by the checker axe-core: the rule and the element each time.
///
/// # Errors
/// The checker is not installed, or fails.
pub fn broken(browser: &Browser, rules: &str) -> Result<Vec<String>> {
    if browser.run("return typeof axe", [])? == "undefined" {
        let path = finished::workspace().join("node_modules/axe-core/axe.min.js");
        let checker = fs::read_to_string(&path).context("axe-core is not installed: run `npm ci` and try again")?;
        let _ = browser.run(&format!("{checker}; window.axe = axe"), [])?;
    }
    let script = format!(
        "const done = arguments[arguments.length - 1];
        const named = rule => rule.nodes.map(node => `${{rule.id}}: ${{node.html.slice(0, 200)}} ${{
            node.any.concat(node.all, node.none).map(check => check.message).join('; ')}}`);
        axe.run(document, {{ runOnly: {rules}, resultTypes: ['violations'] }})
            .then(found => done(found.violations.flatMap(named)), error => done([String(error)]))"
    );
    Ok(serde_json::from_value(browser.run_until_done(&script)?)?)
}

/// What a screen reader is given: the roles and names of the page, one a line, without running text.
///
/// # Errors
/// The browser can't tell.
pub fn tree(browser: &Browser) -> Result<String> {
    let all = browser.protocol("Accessibility.getFullAXTree", &json!({}))?;
    let nodes = all["nodes"].as_array().context("a list of nodes")?;
    let root = nodes.first().context("a page")?;
    let nodes = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut lines = Vec::new();
    write(&nodes, root, 0, &mut lines);
    ensure!(lines.len() > 5, "the tree has only {lines:?}");
    Ok(lines.join("\n") + "\n")
}

/// Roles that say how text runs and how tables are built.
const LEFT_OUT: &[&str] = &[
    "none",
    "generic",
    "StaticText",
    "InlineTextBox",
    "paragraph",
    "list",
    "listitem",
    "ListMarker",
    "strong",
    "emphasis",
    "term",
    "definition",
    "DescriptionList",
    "DescriptionListTerm",
    "DescriptionListDetail",
    "Legend",
    "LabelText",
    "LineBreak",
    "row",
    "rowgroup",
    "cell",
    "gridcell",
    "rowheader",
    "columnheader",
    "caption",
    "option",
    "MenuListPopup",
    "code",
    "superscript",
];

/// Roles that the browser builds of parts of its own.
const CLOSED: &[&str] = &["textbox", "combobox", "searchbox", "Date", "button", "link", "image", "progressbar"];

fn write(nodes: &BTreeMap<&str, &Value>, node: &Value, depth: usize, lines: &mut Vec<String>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let kept = node["ignored"] != true && !LEFT_OUT.contains(&role);
    if kept {
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let states: Vec<String> = (node["properties"].as_array().into_iter().flatten())
            .filter_map(|it| state(it["name"].as_str()?, &it["value"]["value"]))
            .collect();
        let described = match node["description"]["value"].as_str() {
            Some(words) if !words.is_empty() => format!(" described as “{words}”"),
            _ => String::new(),
        };
        lines.push(format!("{:indent$}{role} “{name}”{}{described}", "", states.concat(), indent = depth * 2));
    }
    if kept && CLOSED.contains(&role) {
        return;
    }
    let children = node["childIds"].as_array().into_iter().flatten();
    for child in children.filter_map(|id| nodes.get(id.as_str()?)) {
        write(nodes, child, depth + usize::from(kept), lines);
    }
}

fn state(name: &str, value: &Value) -> Option<String> {
    match (name, value) {
        ("level", level) => Some(format!(" level {level}")),
        ("checked", Value::String(checked)) if checked == "true" => Some(String::from(" checked")),
        ("pressed", Value::String(pressed)) => {
            Some(String::from(if pressed == "true" { " pressed" } else { " not pressed" }))
        }
        ("expanded", Value::Bool(expanded)) => Some(String::from(if *expanded { " open" } else { " closed" })),
        ("disabled", Value::Bool(true)) => Some(String::from(" disabled")),
        ("invalid", Value::String(invalid)) if invalid != "false" => Some(String::from(" invalid")),
        _ => None,
    }
}
