//! What an assessment remembers of itself is read from the file and written back as it was.

use rocu_self_assessment::assessment::{ActionId, History};
use rocu_self_assessment::saved::{self, Remark};
use serde_json::{Value, json};

use crate::small::{RECORD, content, opened};

/// The file with something else under a key.
fn with(key: &str, instead: Value) -> String {
    let mut file = content(RECORD);
    *file.pointer_mut(key).unwrap_or_else(|| panic!("{key}")) = instead;
    file.to_string()
}

#[test]
fn all_that_is_remembered_is_read() {
    let read = opened(RECORD);
    assert_eq!(read.remarks, []);
    let assessment = read.assessment;
    let History { changes, dropped } = &assessment.history;
    assert_eq!((changes.len(), *dropped), (5, 312));
    assert_eq!(changes[1].at.to_string(), "2026-03-31T14:06:30");
    assert_eq!(changes[1].to.as_ref().map(|to| (&*to.text, to.is_shortened)), Some(("Terms", true)));
    let milestone = &assessment.milestones[0];
    assert_eq!(
        (&*milestone.name, milestone.frozen.framework.0.as_str()),
        ("Version Draft 3 as signed off", "rocu-of-old")
    );
    let sign_off = assessment.sign_off.as_ref().expect("a sign-off");
    assert_eq!((&*sign_off.role, sign_off.is_altered), ("Assistant Chief Constable", false));
    assert_eq!(assessment.copy.as_ref().map(|copy| copy.topics.len()), Some(2));
    let roles: Vec<&str> = assessment.views["undercover.provision"].iter().map(|view| &*view.role).collect();
    assert_eq!(roles, ["Cyber lead", "Deputy"]);
    assert_eq!(assessment.agreed["undercover.provision"].from.as_deref(), Some("Cyber lead"));
}

#[test]
fn all_that_is_remembered_is_saved_as_it_was() {
    assert_eq!(content(&saved::save(&opened(RECORD).assessment)), content(RECORD));
}

#[test]
fn a_list_is_not_taken_for_the_start_of_a_text() {
    for odd in [json!(["Terms"]), json!([""]), json!({ "start": "Terms", "end": "reference" })] {
        let read = opened(&with("/changes/1/to", odd.clone()));
        assert!(matches!(&read.remarks[..], [Remark::Unreadable { key }] if key.starts_with("changes")), "{odd}");
        assert!(saved::save(&read.assessment).contains("Terms of reference"), "the answer is there");
        assert_eq!(
            content(&saved::save(&read.assessment)).pointer("/changes/1/to"),
            Some(&odd),
            "it stays in the file"
        );
    }
}

#[test]
fn whatever_is_remembered_in_another_shape_is_kept_and_remarked_upon_and_the_file_opens() {
    for key in ["changes", "earlier_changes", "milestones", "sign_off", "copy", "views", "agreed"] {
        for odd in [json!(-5), json!("text"), json!([[]]), json!({ "x": 1 })] {
            let file = with(&format!("/{key}"), odd.clone());
            let read = opened(&file);
            assert!(
                read.remarks.iter().any(|remark| match remark {
                    Remark::Unreadable { key: at } => at.starts_with(key),
                    _ => false,
                }),
                "{key} {odd}: {:?}",
                read.remarks
            );
            assert_eq!(content(&saved::save(&read.assessment)), content(&file), "{key}");
        }
    }
}

#[test]
fn a_milestone_within_a_milestone_is_kept_unread() {
    let mut file = content(RECORD);
    for _ in 0..35 {
        let mut outer = content(RECORD);
        outer["milestones"][0]["assessment"] = file;
        file = outer;
    }
    let text = file.to_string();
    let read = opened(&text);
    assert!(read.assessment.milestones[0].frozen.milestones.is_empty());
    assert_eq!(content(&saved::save(&read.assessment)), content(&text));
}

#[test]
fn a_repair_in_a_milestone_is_told() {
    let action = |id: &str| json!({ "id": id, "question": "undercover.provision" });
    let mut file = content(RECORD);
    file["milestones"][0]["assessment"]["actions"] = json!(["A1", "A1"].map(action));
    let renumbered = Remark::ActionRenumbered { from: ActionId(1), to: ActionId(2) };
    let name = String::from("Version Draft 3 as signed off");
    let remarks = opened(&file.to_string()).remarks;
    assert_eq!(remarks, [renumbered, Remark::AlteredMilestone { name }]);
}
