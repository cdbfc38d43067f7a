//! Room to read and to press: enlarged, spaced out, in the colours of Windows.

use anyhow::{Context, Result, ensure};
use browser_tests::accessible::{ENLARGED, SCREEN, Shown, show};
use browser_tests::{Browser, Profile, waiting};
use serde_json::Value;

use super::{Filled, UNFOLD, filled, visit};

/// The spacing that a user may set, by criterion 1.4.12.
const SPACED: &str = "const sheet = document.styleSheets[0];
    sheet.insertRule('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }', 0);
    sheet.insertRule('p { margin-bottom: 2em !important }', 0)";

/// Takes that spacing away again.
const NOT_SPACED: &str = "document.styleSheets[0].deleteRule(0); document.styleSheets[0].deleteRule(0)";

/// What is wider than the window, and what is cut off, but for tables, which scroll in frames of their own.
pub(crate) const TOO_WIDE: &str = "
    const { scrollWidth, clientWidth } = document.scrollingElement;
    const wide = scrollWidth > clientWidth ? [`the page: ${scrollWidth} of ${clientWidth}`] : [];
    const own = 'input, select, textarea, progress, svg, .rocu-table, .govuk-visually-hidden, .govuk-skip-link';
    for (const element of document.querySelectorAll('body *')) {
        if (element.matches(own)) continue;
        const style = getComputedStyle(element);
        const cut = (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
            || (style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
        const box = element.getBoundingClientRect();
        const out = box.width > 0 && box.right > clientWidth + 1 && !element.closest(own);
        if (cut || out) wide.push(`${cut ? 'cut' : 'out'}: ${element.outerHTML.slice(0, 150).toWellFormed()}`);
    }
    return wide";

/// What can be pressed and is smaller than 24 pixels either way, but for links in running text or in a
/// paragraph of their own, whose margins keep others away. A radio
/// button or a box is as large as it and its label are together, the link of a task as its whole row.
const TOO_SMALL: &str = "
    const small = [];
    for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
        if (!element.checkVisibility() || element.matches('.govuk-skip-link')) continue;
        const alone = element.parentElement.textContent.trim() === element.textContent.trim();
        const running = getComputedStyle(element).display === 'inline' && element.closest(alone ? 'p' : 'p, dd, li');
        if (running) continue;
        const row = element.matches('.govuk-task-list__link') ? [element.closest('.govuk-task-list__item')] : [];
        const labels = element.type === 'radio' || element.type === 'checkbox' ? [...element.labels] : [];
        const boxes = [element, ...row, ...labels].map(it => it.getBoundingClientRect());
        const width = Math.max(...boxes.map(it => it.right)) - Math.min(...boxes.map(it => it.left));
        const height = Math.max(...boxes.map(it => it.bottom)) - Math.min(...boxes.map(it => it.top));
        if (width < 24 || height < 24) small.push(`${Math.round(width)}x${Math.round(height)}: ${element.outerHTML.slice(0, 150)}`);
    }
    return small";

/// What nobody would see who has set Windows to colours of their own: all that has no line around it.
const WITHOUT_LINE: &str = "
    const lined = style => style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0;
    const bare = [...document.querySelectorAll('button:not(.rocu-link-button), a.govuk-button, select, textarea, input:not([type=file])')]
        .filter(element => element.checkVisibility() && ![element, ...(element.labels ?? [])].some(
            it => lined(getComputedStyle(it)) || lined(getComputedStyle(it, '::before'))))
        .map(element => element.outerHTML.slice(0, 150));
    const pictures = [...document.querySelectorAll('rect:not(pattern > rect), .rocu-key__box')].filter(it => {
        const style = getComputedStyle(it);
        return style.forcedColorAdjust !== 'none' || (it.matches('rect') && (style.stroke === 'none' || style.stroke === style.fill));
    });
    const [here, other] = ['--here', ':not(.rocu-nav__item--here)'].map(
        which => getComputedStyle(document.querySelector(`.rocu-nav__item${which}`) ?? document.body).borderBottomColor);
    const nav = document.querySelector('.rocu-nav__item--here') && here === other ? ['the page that is shown is not told apart'] : [];
    return [matchMedia('(forced-colors: active)').matches ? [] : ['no forced colours'], bare,
        pictures.map(it => it.outerHTML), nav].flat()";

/// The faults that a script finds, each as a line.
pub(crate) fn faults(browser: &Browser, script: &str) -> Result<Vec<String>> {
    let found = browser.run(script, [])?;
    let found = found.as_array().with_context(|| format!("no list of faults: {found}"))?;
    Ok(found.iter().map(Value::to_string).collect())
}

fn expect_nothing(browser: &Browser, script: &str, page: &str) -> Result<()> {
    let faults = faults(browser, script)?;
    ensure!(faults.is_empty(), "{page}:\n{}", faults.join("\n"));
    Ok(())
}

/// The page as it is fits at 400 per cent, with text spaced out too, and is whole in the colours of Windows.
pub(super) fn room_and_lines(browser: &Browser) -> Result<()> {
    if cfg!(lacks = "emulation") {
        return Ok(());
    }
    show(browser, ENLARGED)?;
    expect_nothing(browser, TOO_WIDE, "enlarged")?;
    let _ = browser.run(SPACED, [])?;
    expect_nothing(browser, TOO_WIDE, "enlarged and spaced out")?;
    let _ = browser.run(NOT_SPACED, [])?;
    show(browser, Shown { forced: true, ..SCREEN })?;
    expect_nothing(browser, WITHOUT_LINE, "in the colours of Windows")?;
    show(browser, SCREEN)
}

fn on_every_page(state: Filled, shown: Shown, before: &str, script: &str) -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(state, &profile)?;
    show(&browser, shown)?;
    let _ = browser.run(before, [])?;
    for page in state.pages() {
        visit(&browser, page)?;
        // What is folded away must fit as well.
        let _ = browser.run(UNFOLD, [])?;
        expect_nothing(&browser, script, page.0)?;
    }
    Ok(())
}

#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages enlarged")]
fn enlarged_to_400_per_cent_no_page_scrolls_sideways() -> Result<()> {
    on_every_page(Filled::Locked, ENLARGED, "", TOO_WIDE)?;
    on_every_page(Filled::Example, ENLARGED, "", TOO_WIDE)
}

#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages enlarged")]
fn with_text_spaced_out_nothing_is_cut_off() -> Result<()> {
    on_every_page(Filled::Example, ENLARGED, SPACED, TOO_WIDE)?;
    on_every_page(Filled::Nothing, SCREEN, SPACED, TOO_WIDE)
}

/// The heads stay when the table scrolls: what is read at the left edge of its first row is the head still.
#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages narrow")]
fn every_table_that_scrolls_says_so_and_keeps_the_heads_of_its_rows_in_sight() -> Result<()> {
    const FAULTS: &str = "return [...document.querySelectorAll('.rocu-table[role=region]')].filter(frame => {
        const scrolls = frame.scrollWidth > frame.clientWidth;
        const head = frame.querySelector('tbody th');
        frame.scrollLeft = 90;
        const away = head && head.getBoundingClientRect().left < frame.getBoundingClientRect().left - 2;
        frame.scrollLeft = 0;
        return away || scrolls !== frame.querySelector('.rocu-table__hint').checkVisibility();
    }).map(frame => frame.ariaLabel)";
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    visit(&browser, ("gaps", "Gap summary"))?;
    for window in [(360, 800), (768, 1024), (1200, 900)] {
        show(&browser, Shown { window, ..SCREEN })?;
        ensure!(browser.count(".rocu-table__hint")? > 10, "the tables are gone");
        // Whether something scrolls is known to the style a frame later.
        waiting::until("hints where they belong", || Ok(faults(&browser, FAULTS)?.is_empty()))
            .with_context(|| format!("{window:?}: {:?}", faults(&browser, FAULTS)))?;
    }
    Ok(())
}

#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages enlarged")]
fn whatever_can_be_pressed_is_large_enough_to_be_hit() -> Result<()> {
    on_every_page(Filled::Locked, SCREEN, "", TOO_SMALL)?;
    on_every_page(Filled::Example, SCREEN, "", TOO_SMALL)?;
    on_every_page(Filled::Half, ENLARGED, "", TOO_SMALL)
}

#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages in forced colours")]
fn in_the_colours_of_windows_every_control_bar_and_place_is_still_seen() -> Result<()> {
    on_every_page(Filled::Example, Shown { forced: true, ..SCREEN }, "", WITHOUT_LINE)
}

#[test]
#[cfg_attr(lacks = "emulation", ignore = "shows pages dark and on paper")]
fn paper_is_light_though_the_screen_is_dark() -> Result<()> {
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    let colours =
        "return [document.body, document.querySelector('#main p'), document.querySelector('.rocu-cell--short')]
        .map(it => getComputedStyle(it)).map(it => [it.color, it.backgroundColor].join(' on '))";
    let seen = |medium, scheme| {
        show(&browser, Shown { medium, scheme, ..SCREEN })?;
        browser.run(colours, [])
    };
    ensure!(seen("screen", "dark")? != seen("screen", "light")?, "the screen is not dark");
    assert_eq!(seen("print", "dark")?, seen("print", "light")?);
    Ok(())
}

/// By the browser's own account, where any movement within the window counts.
#[test]
#[cfg_attr(lacks = "layout-shifts", ignore = "asks the browser what moved")]
fn nothing_moves_while_the_page_loads() -> Result<()> {
    const MOVED: &str = "const done = arguments[arguments.length - 1];
        new PerformanceObserver(list => done(list.getEntries().flatMap(it => it.sources.map(
            source => (source.node?.outerHTML ?? source.node?.textContent ?? 'gone').slice(0, 150)))))
            .observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done([]))))";
    let profile = Profile::new()?;
    let browser = filled(Filled::Example, &profile)?;
    browser_tests::kept::wait_for(&browser, "particulars")?;
    for page in Filled::Example.pages() {
        visit(&browser, page)?;
        browser.reload()?;
        browser.wait_for("#page-heading")?;
        let moved = browser.run_until_done(MOVED)?;
        ensure!(moved.as_array().is_some_and(Vec::is_empty), "{page:?}: {moved}");
    }
    Ok(())
}
