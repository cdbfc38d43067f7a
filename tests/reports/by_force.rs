//! Answers given force by force, wherever a framework of the user's own asks for them.

use rocu_self_assessment::framework::{Asked, BUILT_IN, Framework};
use rocu_self_assessment::report::{Cell, Report, sheet};
use serde_json::Value;

use crate::made::{TODAY, answer, blank, id};

/// The question of each part whose answers stand in a table of its own, and the chapter with that table.
const ASKED: [(&str, &str); 3] = [
    ("cyber-crime.pursue", "threats"),
    ("recommendation-themes.commitment", "recommendations"),
    ("overall-view.tackling", "overall"),
];

/// The built-in framework in which the scales of these questions are answered force by force.
fn framework() -> Framework {
    let built_in = Framework::built_in();
    let scales = ASKED.map(|(question, _)| built_in.question(&id(question)).unwrap().scale.id.to_string());
    let mut data: Value = serde_json::from_str(BUILT_IN).unwrap();
    for scale in data["scales"].as_array_mut().unwrap() {
        if scales.iter().any(|id| scale["id"] == id.as_str()) {
            scale["force_by_force"] = true.into();
        }
    }
    Framework::read(&data.to_string()).unwrap()
}

/// The row of a question in a chapter, in the table of its topic.
fn row(report: &Report, chapter: &str, asked: Asked<'_>) -> Vec<Cell> {
    let mut tables = sheet::tables(report, chapter);
    let table = tables.find(|table| table.caption.starts_with(&asked.topic.name)).unwrap();
    table.rows.iter().find(|row| row[0].text == asked.question.text).unwrap().clone()
}

#[test]
fn an_answer_given_force_by_force_is_shown_in_every_chapter() {
    let framework = framework();
    for (question, chapter) in ASKED {
        let mut assessment = blank(&framework);
        assessment.switch(id("overall-view"), true);
        let asked = framework.question(&id(question)).unwrap();
        let levels = &asked.scale.levels;
        let shown = |assessment: &_| row(&Report::of(&framework, assessment, TODAY), chapter, asked);
        assert_eq!(shown(&assessment)[1..], ["– Not assessed", ""].map(Cell::text));

        let worst = levels.last().unwrap();
        answer(&framework, &mut assessment, question, worst.id.as_str());
        assessment.commit(&id(question), assessment.forces()[0].id.clone(), levels[0].id.clone());
        let found = shown(&assessment);
        if asked.part.judgment {
            assert_eq!(found[1], Cell::text("Force by force"));
        } else {
            let words = format!("{} {} (force by force)", worst.standing.symbol(), worst.standing.word());
            assert_eq!(found[1], Cell::standing(worst.standing, words));
        }
        let each = assessment.forces().iter().enumerate().map(|(at, force)| {
            let level = if at == 0 { &levels[0] } else { worst };
            format!("{}: {}", force.name, level.name)
        });
        assert_eq!(found[2].text, each.collect::<Vec<_>>().join("; "));

        assessment.set_aside(&id(question), id("no-demand"));
        assert_eq!(shown(&assessment)[1..], ["Not applicable", ""].map(Cell::text));
    }
}
