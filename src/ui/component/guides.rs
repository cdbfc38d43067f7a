//! The guides in short, for each who uses the page. At length they stand in the folder `docs`.

use yew::prelude::*;

use super::Folded;
use crate::session::Route;

/// For whom, and what they do, one step a line. Marked names are those on the screen.
const GUIDES: [(&str, &[&str]); 4] = [
    (
        "For the lead",
        &[
            "Under “Particulars” choose your region and the marking. The unit and its forces are filled in.",
            "“Tasks” lists every topic. Begin anywhere and stop at any time: “Continue” on the start page leads back to where you were.",
            "For each question choose the sentence that is true today, and write what shows it. Flag what is to be discussed.",
            "Under “Compare” make a copy for each colleague. Open those that come back together, and record what was agreed.",
            "Read the gap summary. Under “Actions” say what will be done, by whom (a role) and by when, or accept a gap and say why.",
            "Print the gap summary, or make Word, Excel and other files under “Documents”. No number differs between them.",
            "Save to a file at the end of each sitting. That file is the record.",
            "Under “Record” keep a milestone before a board, and sign off the version that is final.",
            "Next time, open the earlier file under “Compare”: the gap summary then tells what changed.",
        ],
    ),
    (
        "For colleagues who got a copy",
        &[
            "On the start page choose “Open an assessment file”, and then your copy, whose name ends in .rocu.json.",
            "“Tasks” lists the topics that you are asked about.",
            "Answer in your own judgment, before you talk it over with others. Skip what you can’t judge.",
            "Under “Documents” save to a file, and send it back to the lead the way your force sends papers of its marking.",
            "When you are done, “Wipe all working copies” on the start page leaves nothing on the device.",
        ],
    ),
    (
        "For the co-ordinator who compares regions",
        &[
            "Ask each region for the file that it saved, and put the files into one folder.",
            "Under “Compare”, at “Across regions”, open 2 to 200 of them at once. One that can’t be read is named with the reason.",
            "“See the national summary” shows what is missing, duplicated or provided elsewhere, region by region.",
            "Print it, or make files of it. It carries the highest marking among the files, which are not kept.",
            "Each region assessed itself, and nobody checked one against another. So regions are not ranked.",
        ],
    ),
    (
        "For IT and the security adviser",
        &[
            "Put the file on a share or a device. Nothing is installed. It needs Edge or Chrome 109, Firefox 113, Safari 16.4, or later.",
            "Check it with Get-FileHash or sha256sum against the SHA256SUMS that came with it.",
            "Mark of the Web: if Windows warns, copy the file to a local folder, open its Properties and tick Unblock.",
            "JavaScript must be allowed for it: DefaultJavaScriptSetting, JavaScriptBlockedForUrls. WebAssembly too: no --js-flags=--jitless.",
            "DefaultCookiesSetting = 2 blocks storage: the page says so and goes on in memory, and a saved file is then the only copy.",
            "DownloadRestrictions = 3 drops downloads: the page asks whether they arrived. Copying as text and printing remain.",
            "Working copies are in the IndexedDB database rocu-self-assessment of the user’s browser profile.",
            "To update, replace the file under the same name. Later versions open what earlier ones saved.",
            "Print from Edge or Chrome, which put the marking and the page number on every sheet. Firefox and Safari do less.",
        ],
    ),
];

/// The guides, each folded away under whom it is for.
#[component]
pub fn Guides() -> Html {
    html! {
        <section aria-labelledby="guides">
            <h2 class="govuk-heading-m" id="guides">{ "Guides" }</h2>
            { for GUIDES.iter().map(|(name, steps)| html! {
                <Folded name={*name}>
                    <ol class="govuk-list govuk-list--number">{ for steps.iter().map(|it| step(it)) }</ol>
                </Folded>
            }) }
        </section>
    }
}

/// One step; where it names the start page, that leads there.
fn step(text: &'static str) -> Html {
    const START: &str = "start page";
    let (before, after) = text.split_once(START).unzip();
    html! {
        <li>
            { before.unwrap_or(text) }
            if let Some(after) = after {
                <a class="govuk-link" href={Route::Start.fragment()}>{ START }</a>{ after }
            }
        </li>
    }
}
