//! All values of the wrong shape in a framework file; the parser by itself stops at the first.

use std::collections::HashMap;
use std::fmt::{self, Write};
use std::iter;
use std::sync::LazyLock;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{BUILT_IN, Fault, Flaw, Framework, MOST_TOLD};

/// How many bytes are gone through at most in order to list more than the first: the page stands still meanwhile.
const READ: usize = 40 << 20;

/// The keys of the whole, each with a value of the right shape. Lists are empty: they have it too, and are read
/// more quickly.
static SOUND: LazyLock<Map<String, Value>> = LazyLock::new(|| {
    let mut whole: Map<String, Value> = serde_json::from_str(BUILT_IN).expect("the data is JSON");
    whole.values_mut().filter_map(Value::as_array_mut).for_each(Vec::clear);
    whole
});

/// A step of the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// All values of the wrong shape, in the order of the file; none where it is not JSON.
///
/// What is wrong is taken out, or put right as in the framework that is built in, and what is left
/// is read again, until it has the right shape or nothing more can be taken out. Of a large file the
/// first ones are listed.
pub(super) fn flaws(text: &str) -> Vec<Flaw> {
    let Ok(mut value) = serde_json::from_str::<Value>(text) else { return Vec::new() };
    let mut found = Vec::new();
    let mut taken = HashMap::new();
    let most = (READ / text.len().max(1)).clamp(1, MOST_TOLD);
    while found.len() < most
        && let Some((here, words)) = first(&value)
    {
        let there = as_in_the_file(&here, &taken);
        found.push(Flaw { key: shown(&there), line: line_of(text, &there), fault: Fault::Shape(words) });
        if !put_right(&mut value, &here, &there, &mut taken) {
            break;
        }
    }
    found
}

/// The way to the first value of the wrong shape, and what is wrong with it.
///
/// Written out, each value begins on a line of its own, and the parser tells the line.
fn first(value: &Value) -> Option<(Vec<Step>, String)> {
    let text = serde_json::to_string_pretty(value).expect("values are JSON");
    let error = serde_json::from_str::<Framework>(&text).err()?;
    let words = error.to_string();
    let words = words.rsplit_once(" at line ").map_or(words.as_str(), |(words, _)| words);
    Some((way_to(error.line(), value, &mut 1).unwrap_or_default(), words.to_owned()))
}

/// The way to the value that begins or ends on a line, where this one begins on the second line given; it
/// is moved on to where this one ends.
fn way_to(line: usize, value: &Value, here: &mut usize) -> Option<Vec<Step>> {
    if *here == line {
        return Some(Vec::new());
    }
    let inner: Vec<(Step, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, value)| (Step::Key(key.clone()), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(at, value)| (Step::Index(at), value)).collect(),
        _ => return None,
    };
    if inner.is_empty() {
        return None;
    }
    for (step, value) in inner {
        *here += 1;
        if let Some(rest) = way_to(line, value, here) {
            return Some(iter::once(step).chain(rest).collect());
        }
    }
    *here += 1;
    (*here == line).then(Vec::new)
}

/// The way as it is in the file, before entries were taken out of lists.
fn as_in_the_file(here: &[Step], taken: &HashMap<String, usize>) -> Vec<Step> {
    here.iter().fold(Vec::new(), |mut there, step| {
        there.push(match step {
            Step::Key(key) => Step::Key(key.clone()),
            Step::Index(index) => Step::Index(index + taken.get(&shown(&there)).copied().unwrap_or(0)),
        });
        there
    })
}

/// The way as a path: `parts[0].topics[2].id`.
fn shown(steps: &[Step]) -> String {
    let mut path = String::new();
    for step in steps {
        let written = match step {
            Step::Key(key) if path.is_empty() => write!(path, "{key}"),
            Step::Key(key) => write!(path, ".{key}"),
            Step::Index(index) => write!(path, "[{index}]"),
        };
        written.expect("a text can be written to");
    }
    if path.is_empty() { String::from(".") } else { path }
}

/// Takes the entry of the innermost list out, or puts a key of the whole right. False if neither
/// can be done.
fn put_right(value: &mut Value, here: &[Step], there: &[Step], taken: &mut HashMap<String, usize>) -> bool {
    if let Some(at) = here.iter().rposition(|step| matches!(step, Step::Index(_)))
        && let Step::Index(index) = here[at]
        && let Some(Value::Array(list)) = here[..at].iter().try_fold(&mut *value, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Index(index) => value.get_mut(index),
        })
        && index < list.len()
    {
        let _ = list.remove(index);
        *taken.entry(shown(&there[..at])).or_default() += 1;
        return true;
    }
    let Value::Object(whole) = value else { return false };
    let missing = SOUND.keys().find(|key| !whole.contains_key(*key)).cloned();
    let Some(key) = here
        .first()
        .and_then(|step| match step {
            Step::Key(key) => Some(key.clone()),
            Step::Index(_) => None,
        })
        .or(missing)
    else {
        return false;
    };
    match SOUND.get(&key) {
        Some(sound) => whole.insert(key, sound.clone()).as_ref() != Some(sound),
        None => whole.shift_remove(&key).is_some(),
    }
}

/// The line of the text on which the value at the end of the way stands, or of the last on the way
/// that is there.
fn line_of(text: &str, steps: &[Step]) -> usize {
    let line = |steps: &[Step]| {
        let mut json = serde_json::Deserializer::from_str(text);
        At(steps).deserialize(&mut json).err().map(|error| error.line())
    };
    (0..=steps.len()).rev().find_map(|length| line(&steps[..length])).unwrap_or(1).max(1)
}

/// Follows the way through the text and fails at its end, since the parser tells the line of a failure.
struct At<'a>(&'a [Step]);

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        if self.0.is_empty() { Err(D::Error::custom("here")) } else { from.deserialize_any(self) }
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match self.0 {
                [Step::Key(wanted), rest @ ..] if *wanted == key => map.next_value_seed(At(rest))?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for at in 0.. {
            let more = match self.0 {
                [Step::Index(wanted), rest @ ..] if *wanted == at => list.next_element_seed(At(rest))?.is_some(),
                _ => list.next_element::<IgnoredAny>()?.is_some(),
            };
            if !more {
                break;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(change: impl FnOnce(&mut Value)) -> (String, Vec<Flaw>) {
        let mut data: Value = serde_json::from_str(BUILT_IN).expect("the data is JSON");
        change(&mut data);
        let text = serde_json::to_string_pretty(&data).expect("JSON");
        let flaws = flaws(&text);
        (text, flaws)
    }

    #[test]
    fn a_sound_framework_has_none() {
        assert_eq!(flaws(BUILT_IN), []);
    }

    #[test]
    fn all_values_of_the_wrong_shape_are_found_with_their_places_in_the_file() {
        let (text, found) = broken(|data| {
            data["version"] = 2026.into();
            let questions = &mut data["parts"][0]["topics"][1]["questions"];
            questions[2]["text"] = true.into();
            questions[3]["hlep"] = "typo".into();
            questions[5]["why"]["certainty"] = "sure".into();
            data["parts"][1]["topics"][0]["questions"][7]["prompts"][1] = 7.into();
            data["regions"] = Value::Null;
        });
        let on_its_line = |flaw: &Flaw| text.lines().nth(flaw.line - 1).unwrap_or_default().trim().to_owned();
        let found: Vec<(String, String)> = found.iter().map(|flaw| (flaw.key.clone(), on_its_line(flaw))).collect();
        let wanted = [
            ("version", "\"version\": 2026,"),
            ("parts[0].topics[1].questions[2].text", "\"text\": true,"),
            ("parts[0].topics[1].questions[3].hlep", "\"hlep\": \"typo\""),
            ("parts[0].topics[1].questions[5].why.certainty", "\"certainty\": \"sure\","),
            ("parts[1].topics[0].questions[7].prompts[1]", "7,"),
            ("regions", "\"regions\": null,"),
        ];
        assert_eq!(found, wanted.map(|(key, line)| (key.to_owned(), line.to_owned())));
    }

    #[test]
    fn keys_that_are_missing_are_told_one_by_one() {
        let (_, found) = broken(|data| {
            let whole = data.as_object_mut().expect("an object");
            let _ = (whole.remove("name"), whole.remove("parts"));
            let _ = data["scales"][0].as_object_mut().expect("an object").remove("levels");
        });
        let words: Vec<String> = found.iter().map(|flaw| format!("{}: {}", flaw.key, flaw.fault)).collect();
        assert_eq!(words, ["scales[0]: missing field `levels`", ".: missing field `name`", ".: missing field `parts`"]);
    }

    #[test]
    fn a_large_file_is_gone_through_for_its_first_flaws_only() {
        let many = |length: usize| {
            let (_, found) = broken(|data| {
                data["about"] = vec![7; MOST_TOLD * 2].into();
                data["name"] = "n".repeat(length).into();
            });
            found.len()
        };
        assert_eq!(many(READ / 4), 3);
        assert!(many(1) > 90);
    }

    #[test]
    fn what_is_nothing_like_a_framework_is_one_flaw() {
        for text in ["[]", "7", "\"text\""] {
            assert_eq!(flaws(text).len(), 1, "{text}");
        }
        assert_eq!(flaws("{").len(), 0);
    }
}
