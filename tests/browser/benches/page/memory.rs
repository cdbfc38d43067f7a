//! What the page holds after a long sitting, beside what it held after the first hundred changes.

use anyhow::{Context, Result};
use browser_tests::{Browser, Profile, walk};
use serde_json::{Value, json};

const TYPE: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
      for (let turn = 0; turn < arguments[0]; turn += 1) {
        const field = document.querySelector('main textarea');
        field.value = field.value.length > 200 ? 'a' : field.value + 'a';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        if (turn % 10 === 0) await new Promise(requestAnimationFrame);
      }
      done(true);
    })();";

const GO: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
      for (let turn = 0; turn < arguments[0]; turn += 1) {
        location.hash = turn % 2 ? '#/topic/undercover' : '#/tasks';
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
      }
      done(true);
    })();";

/// Bytes that scripts hold, and that the programs do, after what is no longer used was let go.
fn held(browser: &Browser) -> Result<(f64, f64)> {
    let none = json!({});
    let _ = browser.protocol("HeapProfiler.enable", &none)?;
    let _ = browser.protocol("HeapProfiler.collectGarbage", &none)?;
    let _ = browser.protocol("Performance.enable", &none)?;
    let metrics = browser.protocol("Performance.getMetrics", &none)?;
    let metrics = metrics["metrics"].as_array().context("the browser tells no figures")?;
    let heap = metrics.iter().find(|it| it["name"] == "JSHeapUsedSize").and_then(|it| it["value"].as_f64());
    let evaluate = |expression: &str| {
        browser.protocol("Runtime.evaluate", &json!({ "expression": expression, "objectGroup": "held" }))
    };
    let prototype = evaluate("WebAssembly.Memory.prototype")?["result"]["objectId"].clone();
    let found = browser.protocol("Runtime.queryObjects", &json!({ "prototypeObjectId": prototype }))?;
    let sum = json!({
        "functionDeclaration": "function() { return this.reduce((sum, it) => sum + it.buffer.byteLength, 0); }",
        "objectId": found["objects"]["objectId"],
        "returnByValue": true,
    });
    let programs = browser.protocol("Runtime.callFunctionOn", &sum)?["result"]["value"].as_f64();
    Ok((heap.context("the browser tells no heap")?, programs.context("the page has no program")?))
}

fn act(browser: &Browser, script: &str, times: usize) -> Result<Value> {
    browser.run_until_done_with(script, [json!(times)])
}

/// 10,000 keystrokes, 200 changes of page and 100 undone deeds.
pub(super) fn measure() -> Result<()> {
    let profile = Profile::new()?;
    let browser = Browser::with_page(&profile)?;
    walk::begin(&browser)?;
    browser.visit("#/topic/undercover", "Undercover")?;
    browser.wait_for("main input[type=radio]")?;
    let _ = browser.run("document.querySelector('main input[type=radio]').click()", [])?;
    browser.wait_for("main textarea")?;
    let _ = act(&browser, TYPE, 100)?;
    let (heap, programs) = held(&browser)?;
    for _ in 0..20 {
        let _ = act(&browser, TYPE, 500)?;
    }
    let _ = act(&browser, GO, 200)?;
    browser.visit("#/topic/undercover", "Undercover")?;
    for _ in 0..100 {
        let withdraw = "const take = [...document.querySelectorAll('main button')].find((it) => it.textContent.startsWith('Clear')); take?.click(); return Boolean(take)";
        let _ = browser.run(withdraw, [])?;
        let _ = browser.run(
            "[...document.querySelectorAll('button')].find((it) => it.textContent.trim() === 'Undo')?.click()",
            [],
        )?;
    }
    let (heap_then, programs_then) = held(&browser)?;
    let mega = |bytes: f64| bytes / 1_000_000.0;
    println!(
        "| memory after 100 keystrokes, and after 10,000, 200 changes of page and 100 undone | {:.1} MB, {:.1} MB (scripts {:.1} and {:.1}, programs {:.1} and {:.1}) | – |",
        mega(heap + programs),
        mega(heap_then + programs_then),
        mega(heap),
        mega(heap_then),
        mega(programs),
        mega(programs_then)
    );
    Ok(())
}
