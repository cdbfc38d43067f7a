//! Files that were opened side by side.

use rocu_self_assessment::ui::component::FileList;
use rocu_self_assessment::ui::component::file_list::FileLine;
use yew::{Callback, html};

use crate::alone::draw;
use crate::drawn::all_seen;

fn line(file: &str, said: &str) -> FileLine {
    FileLine { file: file.to_owned(), said: said.to_owned() }
}

#[test]
fn what_was_opened_and_what_was_left_out_are_told_apart_and_can_be_put_away() {
    let opened = vec![line("a.rocu.json", "Tarian"), line("b.rocu.json", "<b>Yorkshire</b>")];
    let left_out = vec![line("c.rocu.json", "The file is empty.")];
    let page =
        draw(html! { <FileList name="regions" {opened} {left_out} reading={None} on_close={Callback::noop()} /> });
    let said = page.body();
    assert!(said.contains("2 files are open") && said.contains("b.rocu.json: <b>Yorkshire</b>"), "{said}");
    let left_out = said.find("Left out").expect("what was left out is named");
    assert!(said[left_out..].contains("c.rocu.json: The file is empty."), "{said}");
    assert_eq!(all_seen(&page, "button"), ["Put these files away"]);
}

#[test]
fn while_files_are_read_it_says_how_far_it_has_come() {
    let lines = Vec::<FileLine>::new;
    let reading = Some((36, 200));
    let page = draw(html! {
        <FileList name="regions" opened={lines()} left_out={lines()} {reading} on_close={Callback::noop()} />
    });
    assert_eq!(page.body().trim(), "Reading file 37 of 200…");
    assert!(all_seen(&page, "button").is_empty(), "there is nothing to put away yet");
}
