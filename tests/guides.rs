//! The guides: each picture that they show is there, says in words what it shows, and is shown somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The most that all pictures of the guides weigh, in bytes.
const LIMIT: u64 = 1_500_000;

/// A picture as a document shows it: the document, what it says in words, and the file.
struct Shown {
    document: String,
    words: String,
    picture: String,
}

/// What a document shows: `![words](picture)`, also where the words go over a line.
fn shown(document: &str) -> Vec<Shown> {
    let text = fs::read_to_string(root().join(document)).expect("a document can be read");
    let folder = Path::new(document).parent().expect("a document lies in a folder");
    let pictures = text.split("![").skip(1).map(|rest| {
        let (words, rest) = rest.split_once("](").expect("the words of a picture are followed by its file");
        let (picture, _) = rest.split_once(')').expect("the name of a picture ends");
        Shown {
            document: document.to_owned(),
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            picture: folder.join(picture).to_string_lossy().into_owned(),
        }
    });
    pictures.collect()
}

fn is_document(path: &String) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "md")
}

fn all_shown() -> Vec<Shown> {
    let documents = listed("docs").into_iter().filter(is_document).chain(["README.md".to_owned()]);
    documents.flat_map(|path| shown(&path)).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What is in a folder, by its path from the root of the project.
fn listed(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
    let name =
        |it: std::io::Result<fs::DirEntry>| it.expect("it can be listed").file_name().to_string_lossy().into_owned();
    entries.map(|it| format!("{folder}/{}", name(it))).collect()
}

/// The pictures in the folder, as documents name them.
fn pictures() -> BTreeSet<String> {
    listed("docs/pictures").into_iter().collect()
}

#[test]
fn every_picture_that_a_document_shows_is_there_and_each_that_is_there_is_shown() {
    let shown: BTreeSet<String> = all_shown().into_iter().map(|it| it.picture).collect();
    assert_eq!(shown, pictures());
}

#[test]
fn every_picture_says_in_words_what_it_shows() {
    for Shown { document, words, picture } in all_shown() {
        assert!(words.split(' ').count() >= 5, "{document}: {picture} says only “{words}”");
    }
}

#[test]
fn each_guide_shows_the_page() {
    let shown: BTreeSet<String> = all_shown().into_iter().map(|it| it.document).collect();
    for guide in ["guide-lead", "guide-colleagues", "guide-regions", "deployment", "method"] {
        assert!(shown.contains(&format!("docs/{guide}.md")), "{guide} shows nothing");
    }
}

#[test]
fn the_pictures_are_light() {
    let bytes: u64 = pictures().iter().map(|it| fs::metadata(root().join(it)).expect("it is there").len()).sum();
    assert!(bytes < LIMIT, "the pictures weigh {bytes} bytes");
}
