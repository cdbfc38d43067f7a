//! A keystroke, a level, a change of page: what the page is busy with before it can draw.

use anyhow::{Context, Result};
use browser_tests::{Browser, Profile, waiting};
use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;
use serde_json::json;

use super::peers::Peers;
use super::{TIMES, Taken, enlarged, plausible};

/// Carries something out often, and gives how long the page was busy each time: until what it had put off
/// was done, and everything had its place.
const BUSY: &str = "
    const [times, act] = [arguments[0], new Function('turn', arguments[1])];
    const done = arguments[arguments.length - 1];
    const later = () => new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    (async () => {
      const taken = [];
      for (let turn = 0; turn < times; turn += 1) {
        await frame();
        await later();
        const began = performance.now();
        act(turn);
        await later();
        void document.body.offsetHeight;
        taken.push(performance.now() - began);
        await frame();
      }
      done(taken);
    })();";

const TYPE: &str = "
    field.value += String.fromCharCode(97 + turn % 26);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));";

fn busy(browser: &Browser, times: usize, act: &str) -> Result<Taken> {
    Taken::of(&browser.run_until_done_with(BUSY, [json!(times), json!(act)])?)
}

/// The page with an assessment in which all of so many times the questions are answered.
fn ours(profile: &Profile, times: usize) -> Result<Browser> {
    let words = enlarged::framework(times);
    let framework = Framework::read(&words).ok().context("the enlarged framework has flaws")?;
    let assessment = plausible::years(&framework, 0, 1, 1).pop().context("one year")?;
    let browser = Browser::with_page(profile)?;
    let questions = profile.file("enlarged.json", words.as_bytes())?;
    let answers = profile.file("all.rocu.json", saved::save(&assessment).as_bytes())?;
    if !browser
        .run("return document.querySelector('#open-framework')?.checkVisibility() ?? false", [])?
        .eq(&json!(true))
    {
        browser.click("#questions summary, details:has(#open-framework) summary")?;
    }
    browser.type_into("#open-framework", &questions.to_string_lossy())?;
    waiting::until("the framework", || Ok(browser.value("#framework")?.starts_with("enlarged")))?;
    browser.type_into("#open", &answers.to_string_lossy())?;
    waiting::until("the assessment", || {
        Ok(!browser.run("return location.hash", [])?.as_str().unwrap_or_default().contains("start"))
    })?;
    Ok(browser)
}

struct Figures {
    key: f64,
    level: f64,
    page: f64,
    tasks: f64,
    longest: f64,
}

fn our_figures(times: usize) -> Result<Figures> {
    let profile = Profile::new()?;
    let browser = ours(&profile, times)?;
    browser.visit("#/topic/undercover", "Undercover")?;
    browser.wait_for("main textarea")?;
    let key = busy(&browser, 120, &format!("const field = document.querySelector('main textarea'); {TYPE}"))?;
    let level = "const radios = [...document.querySelectorAll('main input[type=radio]')].slice(0, 2);
                 radios[turn % 2].click();";
    let level = busy(&browser, 60, level)?;
    let go = "location.hash = turn % 2 ? '#/topic/undercover' : '#/topic/surveillance';
              window.dispatchEvent(new HashChangeEvent('hashchange'));";
    let page = busy(&browser, 40, go)?;
    let go = "location.hash = turn % 2 ? '#/tasks' : '#/topic/surveillance';
              window.dispatchEvent(new HashChangeEvent('hashchange'));";
    let tasks = busy(&browser, 40, go)?;
    browser.visit("#/topic/undercover", "Undercover")?;
    let longest = longest_frame(&browser)?;
    Ok(Figures {
        key: key.quantile(95),
        level: level.quantile(95),
        page: page.quantile(95),
        tasks: tasks.quantile(95),
        longest,
    })
}

/// The longest time between two frames while somebody types for some seconds and the page saves.
fn longest_frame(browser: &Browser) -> Result<f64> {
    let script = "
        const done = arguments[arguments.length - 1];
        const field = document.querySelector('main textarea');
        let last = performance.now(), longest = 0, turn = 0;
        const frame = (now) => {
          if (turn > 3) longest = Math.max(longest, now - last);
          last = now;
          if (turn === 240) return done(longest);
          turn += 1;
          if (turn % 6 === 0) {
            field.value += String.fromCharCode(97 + turn % 26);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          }
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);";
    browser.run_until_done(script)?.as_f64().context("the page keeps no time")
}

fn survey(peers: &Peers, name: &str) -> Result<Figures> {
    let profile = Profile::new()?;
    let browser = Browser::start(&profile)?;
    browser.open(&peers.page(name))?;
    browser.wait_for("#peer textarea")?;
    // Not as often as ours: at ten times the size each may take a second, and a driver waits for two minutes.
    let key = busy(&browser, 40, &format!("const field = document.querySelector('#peer textarea'); {TYPE}"))?;
    let level = "const radios = [...document.querySelectorAll('#peer input[type=radio]')].slice(0, 2);
                 radios[turn % 2].click();";
    let level = busy(&browser, 40, level)?;
    let page = busy(&browser, 40, "survey.currentPageNo = turn % 2;")?;
    let page = page.quantile(95);
    Ok(Figures { key: key.quantile(95), level: level.quantile(95), page, tasks: page, longest: 0.0 })
}

/// The same at the built-in size and at about 1,500 questions.
pub(super) fn measure(peers: &Peers) -> Result<()> {
    let (plain, large) = (our_figures(1)?, our_figures(TIMES)?);
    let (beside, beside_large) = (survey(peers, "survey")?, survey(peers, "survey-enlarged")?);
    let row = |what: &str, of: fn(&Figures) -> f64| {
        println!(
            "| {what}, p95, 223 and 1,561 questions | {:.1} ms and {:.1} ms ({:.2} times) | SurveyJS {:.1} ms and {:.1} ms |",
            of(&plain),
            of(&large),
            of(&large) / of(&plain),
            of(&beside),
            of(&beside_large)
        );
    };
    row("keystroke in a note", |it| it.key);
    row("choose a level", |it| it.level);
    row("from topic to topic", |it| it.page);
    row("to the task list", |it| it.tasks);
    println!(
        "| longest frame while typing and saving, 223 and 1,561 questions | {:.1} ms and {:.1} ms | – |",
        plain.longest, large.longest
    );
    Ok(())
}
