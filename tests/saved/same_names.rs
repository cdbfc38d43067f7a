//! Two things of one name are both kept.

use rocu_self_assessment::assessment::ActionId;
use rocu_self_assessment::saved::{self, Remark};
use serde_json::json;

use crate::small::{COMPLETE, content, id, opened};

#[test]
fn two_forces_of_one_id_are_both_kept() {
    let mut file = content(COMPLETE);
    file["particulars"]["forces"] = json!([
        { "id": "staffordshire", "name": "Staffordshire Police" },
        { "id": "warwickshire", "name": "Warwickshire Police", "short": "WP" },
        { "id": "staffordshire", "name": "Staffs", "short": "SP" },
        { "id": "staffordshire", "name": "Staffs again", "short": "SA" },
        { "id": "west-mercia", "name": "West Mercia Police" },
        { "id": "west-midlands", "name": "West Midlands Police" }
    ]);
    let opened = opened(&file.to_string());
    assert!(opened.remarks.contains(&Remark::ForceTwice { force: id("staffordshire") }));
    assert_eq!(content(&saved::save(&opened.assessment)), file);
}

#[test]
fn an_action_with_a_taken_id_gets_one_that_no_other_has() {
    let mut file = content(COMPLETE);
    let action = |id: &str| json!({ "id": id, "question": "undercover.provision" });
    file["actions"] = json!(["A4294967295", "A1", "A1", "A3", "A4294967295"].map(action));
    let opened = opened(&file.to_string());
    let ids: Vec<_> = opened.assessment.actions.iter().map(|action| action.id.0).collect();
    assert_eq!(ids, [u32::MAX, 1, 2, 3, 4]);
    let renumbered = |from, to| Remark::ActionRenumbered { from: ActionId(from), to: ActionId(to) };
    assert_eq!(opened.remarks, [renumbered(1, 2), renumbered(u32::MAX, 4)]);
}

#[test]
fn an_id_that_an_action_once_had_is_given_to_no_other() {
    let mut file = content(COMPLETE);
    let action = |id: &str| json!({ "id": id, "question": "undercover.provision" });
    file["actions"] = json!(["A3", "A3"].map(action));
    file["last_action"] = json!("A9");
    let opened = opened(&file.to_string());
    assert_eq!(opened.remarks, [Remark::ActionRenumbered { from: ActionId(3), to: ActionId(10) }]);
}
