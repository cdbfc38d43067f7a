//! The pictures of the guides in `docs`, drawn from the page itself.

mod scenes;

use std::fs;

use anyhow::{Context, Result};
use browser_tests::Browser;
use browser_tests::picture::{Clip, Picture};
use serde_json::json;

use super::{expect_none, folder, is_blessed, keep_or_compare};

const FOLDER: &str = "docs/pictures";

/// What can be read in each picture: a number that has changed is no difference for an eye from afar.
const WORDS: &str = "tests/golden/words-of-pictures.txt";

/// How many pixels of the page around what is shown are shown with it.
const AROUND: f64 = 10.0;

/// A picture to be taken of the page as it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene {
    /// The name of its file.
    name: &'static str,
    /// Selectors: the first element of each is shown, and what lies between.
    from_to: &'static [&'static str],
    /// The most pixels that it is high. What is higher ends where nothing is cut through.
    most: u32,
}

/// Where the elements of a scene are, and what can be read there.
const WHERE: &str = "
    const all = arguments[0].map(selector => document.querySelector(selector));
    const missing = arguments[0].filter((_, at) => !all[at]);
    if (missing.length) throw new Error(`there is no ${missing}`);
    scrollTo(0, 0);
    const boxes = all.map(element => element.getBoundingClientRect());
    const top = Math.min(...boxes.map(it => it.top));
    const lowest = Math.max(...boxes.map(it => it.bottom));
    let bottom = Math.min(lowest, top + arguments[1]);
    const blocks = [...document.querySelectorAll('#main :is(table, dl > div, p, li, h2, h3, [class*=group])')]
        .map(block => block.getBoundingClientRect());
    for (let cut; bottom < lowest && (cut = blocks.find(it => it.top < bottom && it.bottom > bottom)); ) bottom = cut.top;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = [];
    while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNode(texts.currentNode);
        const box = range.getBoundingClientRect();
        if (box.width > 1 && box.top >= top && box.bottom <= bottom) words.push(texts.currentNode.data);
    }
    const page = document.documentElement;
    return {
        page: [page.clientWidth, Math.max(page.clientHeight, page.scrollHeight)],
        box: [Math.min(...boxes.map(it => it.left)), top, Math.max(...boxes.map(it => it.right)), bottom],
        words: words.join('\\n'),
    }";

/// What was taken of a page.
#[derive(Debug, Default)]
pub(super) struct Album {
    differences: Vec<String>,
    words: Vec<(&'static str, String)>,
}

impl Album {
    /// Takes a picture of the page as it is.
    fn take(&mut self, browser: &Browser, scene: Scene) -> Result<()> {
        let found = browser.run(WHERE, [json!(scene.from_to), json!(scene.most)]).with_context(|| scene.name)?;
        let number = |of: &str, at: usize| found[of][at].as_f64().context("a number");
        let (left, top) = ((number("box", 0)? - AROUND).max(0.0), (number("box", 1)? - AROUND).max(0.0));
        // What lies beyond the page is nothing that anybody sees.
        let right = (number("box", 2)? + AROUND).min(number("page", 0)?);
        let bottom = (number("box", 3)? + AROUND).min(number("page", 1)?);
        let (width, height) = ((right - left).ceil(), (bottom - top).ceil());
        let clip = Clip { x: left, y: top, width, height, scale: 1.0 };
        let path = folder(FOLDER).join(format!("{}.png", scene.name));
        self.differences.extend(keep_or_compare(&Picture::of(browser, clip)?, &path, 1)?);
        self.words.push((scene.name, found["words"].as_str().unwrap_or_default().to_owned()));
        Ok(())
    }

    /// All that can be read, one picture after the other, in the order of their names.
    fn words(&mut self) -> String {
        self.words.sort();
        let lines = |text: &str| text.lines().map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n");
        self.words.iter().map(|(name, text)| format!("== {name}\n{}\n", lines(text))).collect::<Vec<_>>().concat()
    }
}

#[test]
#[cfg_attr(lacks = "protocol", ignore = "takes pictures of the page")]
fn the_pictures_of_the_guides_show_the_page_as_it_is() -> Result<()> {
    let mut album = Album::default();
    scenes::with_nothing_open(&mut album)?;
    scenes::of_the_example(&mut album)?;
    scenes::of_a_new_assessment(&mut album)?;
    scenes::among_colleagues(&mut album)?;
    scenes::across_regions(&mut album)?;
    scenes::where_storage_is_blocked(&mut album)?;
    scenes::where_nothing_starts(&mut album)?;

    let (words, path) = (album.words(), folder(WORDS));
    if is_blessed() {
        fs::write(&path, &words)?;
    } else if fs::read_to_string(&path)? != words {
        let before = fs::read_to_string(&path)?;
        let new: Vec<&str> = words.lines().filter(|line| !before.lines().any(|it| it == *line)).collect();
        album.differences.push(format!("what can be read in the pictures is new: {new:?}"));
    }
    expect_none(&album.differences)
}
