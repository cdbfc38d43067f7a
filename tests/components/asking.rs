//! What is asked twice before it is done.

use rocu_self_assessment::ui::component::AskTwice;
use yew::{Callback, html};

use crate::alone::draw;
use crate::drawn::all_seen;

#[test]
fn at_first_there_is_one_button_and_nothing_that_does_it() {
    let page = draw(html! {
        <AskTwice name="wipe" ask="Wipe it all" warning="It can’t be brought back." sure="Wipe" on_sure={Callback::noop()}>
            <p>{ "Three files." }</p>
        </AskTwice>
    });
    assert_eq!(all_seen(&page, "button"), ["Wipe it all"]);
    assert!(!page.body().contains("brought back") && !page.body().contains("Three files"));
}
