//! Whatever stands in a file, it stays as it is and where it is.

use rocu_self_assessment::framework::Framework;
use rocu_self_assessment::saved;

use crate::hostile_texts::{assessment, assessment_of_the_unit, marked, texts};
use crate::small::content;
use crate::within::is_within;

#[test]
fn a_hostile_text_in_every_field_is_opened_and_saved_unaltered() {
    let framework = Framework::built_in();
    for text in texts() {
        for (file, fields) in [assessment(|_| text.clone()), assessment_of_the_unit(|number| marked(&text, number))] {
            assert!(fields > 100, "{fields}");
            let opened = saved::open(file.to_string().as_bytes(), &framework).expect("it can be opened");
            let saved = saved::save(&opened.assessment);
            let read = content(&saved);
            assert!(is_within(&file, &read) && is_within(&read, &file), "{text:?} became {read:#}");
            assert_eq!(saved::open(saved.as_bytes(), &framework).expect("it is whole").assessment, opened.assessment);
        }
    }
}
