//! Never lose: the browser is killed again and again while somebody types and clicks, and what was
//! done more than a moment before is always there again.
//!
//! `ROCU_KILLS` says how often, `ROCU_SEED` chooses the moments and what is typed. The figures are
//! shown with `--nocapture`.

use std::env;
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Profile, driver, finished, id, kept, waiting, walk};
use serde_json::{Value, json};

/// The promise: what was done so long before is never missing.
const PROMISE: Duration = Duration::from_millis(300);

/// The longest time between the first key and the kill.
const LONGEST: u64 = 3_000;

/// What is answered.
const TOPIC: (&str, &str) = ("gain", "Government Agency Intelligence Network");
const QUESTION: &str = "gain.provision";
const LEVELS: [&str; 3] = ["in-place", "partly-in-place", "not-in-place"];

/// More than browsers keep in one record: they put longer ones in files of their own.
const LARGE: usize = 200_000;

/// Numbers that are the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        // Xorshift, of which the upper half is even.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 32) % most
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        let at = self.below(of.len() as u64);
        of[usize::try_from(at).unwrap_or_default()]
    }
}

/// What the answer holds at some moment.
#[derive(Debug, Clone, PartialEq, Default)]
struct Answer {
    level: String,
    note: String,
}

/// What was done, what the answer then held, and when.
struct Step {
    after: Answer,
    sent: Instant,
    taken: Option<Instant>,
}

/// How old the oldest of what is missing was: the browser took it at some moment between the one at which it was
/// told and the one at which it answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Age {
    most: Duration,
    least: Duration,
}

/// What is at hand while somebody types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum With {
    Little,
    Much,
    /// The working copies are locked with a passphrase.
    Lock,
}

/// Somebody with a browser of their own.
struct Sitting {
    profile: Profile,
    browser: Option<Browser>,
    with: With,
    kept: Answer,
    others: Value,
}

impl Sitting {
    fn new(with: With) -> Result<Self> {
        let profile = Profile::new()?;
        let browser = Browser::with_page(&profile)?;
        walk::begin(&browser)?;
        if with == With::Lock {
            browser.visit("#/start", "Start")?;
            walk::unfold(&browser, "Lock the working copies")?;
            walk::choose_passphrase(&browser, "lock-copies")?;
            browser.wait_for("#lock-after")?;
        }
        if with == With::Much {
            let mut file: Value =
                serde_json::from_slice(&fs::read(finished::workspace().join("static/framework/example.rocu.json"))?)?;
            file["answers"]["undercover.provision"]["note"] = json!(long());
            file["answers"][QUESTION] = json!({});
            file["id"] = json!("soak-large");
            let path = profile.file("large.rocu.json", file.to_string().as_bytes())?;
            browser.visit("#/start", "Start")?;
            browser.type_into("#open", &path.to_string_lossy())?;
            let _ = walk::notice(&browser)?;
        }
        browser.visit(&format!("#/topic/{}", TOPIC.0), TOPIC.1)?;
        browser.click(&walk::radio(QUESTION, LEVELS[0]))?;
        let note = id(&format!("{QUESTION}.note"));
        browser.type_into(&note, "Begun.")?;
        if with == With::Lock {
            // A page that locks itself keeps everything first.
            browser.visit("#/start", "Start")?;
            browser.click("#lock-now")?;
            unlock(&browser)?;
        } else {
            kept::wait_for(&browser, "Begun.")?;
        }
        let (kept, others) = with.found(&browser)?;
        Ok(Self { profile, browser: Some(browser), with, kept, others })
    }

    /// Types and clicks until the browser is killed, starts it again, and hands back how old the oldest
    /// of what is missing was at least and at most.
    #[expect(clippy::disallowed_methods, reason = "the promise is one of time")]
    fn kill(&mut self, chance: &mut Chance) -> Result<Age> {
        let browser = self.browser.take().context("there is a browser")?;
        let process = browser.process();
        browser.click(&id(&format!("{QUESTION}.note")))?;
        let _ = browser.run("const field = document.activeElement; field.selectionStart = field.value.length", [])?;
        let wait = Duration::from_millis(100 + chance.below(LONGEST));
        let killing = thread::spawn(move || {
            thread::sleep(wait);
            let now = Instant::now();
            driver::kill(process).map(|()| now)
        });
        let mut steps: Vec<Step> = Vec::new();
        let mut answer = self.kept.clone();
        while steps.last().is_none_or(|last| last.taken.is_some()) {
            let sent = Instant::now();
            let done = if chance.below(4) == 0 {
                chance.one(&LEVELS).clone_into(&mut answer.level);
                let radio = walk::radio(QUESTION, &answer.level);
                browser.run("document.querySelector(arguments[0]).click()", [json!(radio)]).map(drop)
            } else {
                // One key a step, since the browser may be killed between two.
                let key = chance.one(&["a", "e", "t", " ", "o", "."]);
                answer.note.push_str(key);
                browser.keys(key)
            };
            steps.push(Step { after: answer.clone(), sent, taken: done.is_ok().then(Instant::now) });
        }
        let killed = killing.join().ok().context("the thread that kills ends")??;
        waiting::until("the end of the browser", || Ok(!driver::runs(process)))?;
        drop(browser);

        let browser = Browser::with_page(&self.profile)?;
        if self.with == With::Lock {
            unlock(&browser)?;
        }
        ensure!(browser.count("#main > div[role=alert]")? == 0, "the page says: {:?}", walk::notice(&browser)?);
        let (kept, others) = self.with.found(&browser)?;
        ensure!(others == self.others, "something else changed");
        browser.visit(&format!("#/topic/{}", TOPIC.0), TOPIC.1)?;
        let shown = browser.value(&id(&format!("{QUESTION}.note")))?;
        ensure!(shown == kept.note, "the page shows {shown:?} of {:?}", kept.note);
        let there = steps.iter().rposition(|step| step.after == kept).map_or(0, |at| at + 1);
        let states = || steps.iter().map(|step| &step.after).collect::<Vec<_>>();
        ensure!(there > 0 || kept == self.kept, "never typed so: {kept:?}, but: {:?} {:?}", self.kept, states());
        let missing = &steps[there..];
        let since = |then: Option<Instant>| then.map_or(Duration::ZERO, |then| killed.saturating_duration_since(then));
        let oldest = missing.first();
        let age = Age { least: since(oldest.and_then(|step| step.taken)), most: since(oldest.map(|step| step.sent)) };
        println!(
            "killed {wait:.0?} after the first of {} steps: {} are missing, the oldest of {:.0?}",
            steps.len(),
            missing.len(),
            age.most
        );
        (self.browser, self.kept) = (Some(browser), kept);
        Ok(age)
    }
}

impl With {
    /// The answer that is kept, and all else that is: what the page shows of it, where the browser's store tells
    /// nothing.
    fn found(self, browser: &Browser) -> Result<(Answer, Value)> {
        if self != Self::Lock {
            return found(browser);
        }
        browser.visit("#/particulars", "Particulars")?;
        let others = json!(["#region", "#unit"].map(|field| browser.value(field).unwrap_or_default()));
        browser.visit(&format!("#/topic/{}", TOPIC.0), TOPIC.1)?;
        let chosen = format!("[name=\"{QUESTION}\"]:checked");
        let level = if browser.count(&chosen)? == 1 { browser.value(&chosen)? } else { String::new() };
        Ok((Answer { level, note: browser.value(&id(&format!("{QUESTION}.note")))? }, others))
    }
}

/// Opens the working copies with the passphrase.
fn unlock(browser: &Browser) -> Result<()> {
    browser.type_into("#open-copies", walk::WORDS)?;
    browser.click("#open-copies-do")?;
    browser.wait_for("#continue-open")
}

/// The answer that is kept, and all else that is.
fn found(browser: &Browser) -> Result<(Answer, Value)> {
    let mut copies = kept::working_copies(browser)?;
    let at = copies.iter().position(|copy| copy["answers"][QUESTION]["note"].is_string());
    let answer = copies[at.context("no working copy holds the answer")?]["answers"][QUESTION].take();
    // The list of changes goes along with every one of them.
    for copy in &mut copies {
        let _ = copy["changes"].take();
    }
    let text = |key: &str| answer[key].as_str().unwrap_or_default().to_owned();
    Ok((Answer { level: text("level"), note: text("note") }, json!(copies)))
}

/// A text that cannot be packed into less.
fn long() -> String {
    let mut chance = Chance(1);
    let letter = |_| char::from(b'a' + u8::try_from(chance.below(26)).unwrap_or_default());
    (0..LARGE).map(letter).collect()
}

fn number(variable: &str, otherwise: u64) -> Result<u64> {
    match env::var(variable) {
        Ok(text) => text.parse().with_context(|| format!("{variable} is to be a number, not {text}")),
        Err(_) => Ok(otherwise),
    }
}

#[test]
#[cfg_attr(lacks = "restart", ignore = "starts the browser again with what it keeps")]
fn nothing_that_was_typed_a_moment_before_the_browser_was_killed_is_missing() -> Result<()> {
    let (kills, seed) = (number("ROCU_KILLS", 3)?, number("ROCU_SEED", 2015)?);
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut sittings = [Sitting::new(With::Little)?, Sitting::new(With::Much)?, Sitting::new(With::Lock)?];
    let mut ages = Vec::new();
    for nth in 0..kills {
        let sitting = &mut sittings[usize::try_from(nth % 3)?];
        ages.push(sitting.kill(&mut chance).with_context(|| format!("kill {nth} of seed {seed}"))?);
    }
    ages.sort();
    let none = ages.iter().filter(|age| age.most.is_zero()).count();
    let most = ages.last().map_or(Duration::ZERO, |age| age.most);
    let middle = ages.get(ages.len() / 2).map_or(Duration::ZERO, |age| age.most);
    println!(
        "{kills} kills of {:?} with seed {seed}: nothing was damaged, nothing missing after {none}; the oldest of what was \
         missing was at most {most:.0?} old, in the middle {middle:.0?}",
        Engine::CHOSEN
    );
    // Told last: on a busy machine one that is late does not hide what the others show.
    let late: Vec<&Age> = ages.iter().filter(|age| age.least > PROMISE).collect();
    ensure!(late.is_empty(), "{} times more than {PROMISE:?} were missing: {late:?}", late.len());
    Ok(())
}
