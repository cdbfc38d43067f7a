//! What an assessment says: particulars, answers, and what is decided about topics and gaps.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Spot;
use super::pick::{Merging, Three, set};
use crate::assessment::edit::Field;
use crate::assessment::history::{Place, chosen};
use crate::assessment::{
    Acceptance, Agreed, Answer, Assessment, Choice, OverruledConcern, Particular, Particulars, Target,
};
use crate::framework::{Force, ForceId, Inserted, QuestionId};

/// The same part of all three.
fn part<'a, T, P: ?Sized>((base, ours, theirs): Three<'a, T>, of: impl Fn(&'a T) -> &'a P) -> Three<'a, P> {
    (base.map(&of), of(ours), of(theirs))
}

impl Merging<'_> {
    /// The whole assessment.
    pub(super) fn assessment(
        &mut self,
        base: Option<&Assessment>,
        ours: &Assessment,
        theirs: &Assessment,
    ) -> Assessment {
        let all = (base, ours, theirs);
        let framework = self.pick(part(all, |it| &it.framework), Spot::Place(Place::Framework), |(id, version)| {
            Some(format!("{id} {version}"))
        });
        let (actions, last_action) = self.actions(base, ours, theirs);
        Assessment {
            id: ours.id.clone(),
            framework,
            example: ours.example || theirs.example,
            particulars: self.particulars(part(all, |it| &it.particulars)),
            switched_on: set(base.map(|it| &it.switched_on), &ours.switched_on, &theirs.switched_on),
            answers: self.answers(part(all, |it| &it.answers)),
            actions,
            last_action,
            accepted: self.map(
                part(all, |it| &it.accepted),
                &|question| Spot::Place(Place::Accepted(question.clone())),
                |accepted| Some(accepted.reason.clone()),
                &|it, question, base, ours, theirs| it.acceptance(question, (base, ours, theirs)),
            ),
            overruled: self.map(
                part(all, |it| &it.overruled),
                &|question| Spot::Place(Place::Concern(question.clone())),
                |overruled| Some(overruled.concern.key().to_owned()),
                &|it, question, base, ours, theirs| it.overruled(question, (base, ours, theirs)),
            ),
            targets: self.map(
                part(all, |it| &it.targets),
                &|topic| Spot::Place(Place::Aim(topic.clone())),
                |target| Some(target.aim.key().to_owned()),
                &|it, topic, base, ours, theirs| Target {
                    aim: it.pick(
                        (base.map(|it| &it.aim), &ours.aim, &theirs.aim),
                        Spot::Place(Place::Aim(topic.clone())),
                        |aim| Some(aim.key().to_owned()),
                    ),
                    reason: it.text(
                        (base.map(|it| it.reason.as_str()), &ours.reason, &theirs.reason),
                        Spot::Place(Place::AimReason(topic.clone())),
                    ),
                    unknown: it.unknown(part((base, ours, theirs), |it| &it.unknown), &|| format!("targets/{topic}/")),
                },
            ),
            flagged: set(base.map(|it| &it.flagged), &ours.flagged, &theirs.flagged),
            history: self.history(base, ours, theirs),
            milestones: super::remembered::milestones(base, ours, theirs),
            sign_off: self.pick(
                (base.map(|it| &it.sign_off).or(Some(&None)), &ours.sign_off, &theirs.sign_off),
                Spot::Place(Place::SignOff),
                |sign_off| sign_off.as_ref().map(|it| it.digest.short()),
            ),
            copy: self.pick(part(all, |it| &it.copy), Spot::Field(String::from("copy")), |copy| {
                let topics = copy.as_ref()?.topics.iter().map(ToString::to_string);
                Some(topics.collect::<Vec<_>>().join(", "))
            }),
            views: self.views(base, ours, theirs),
            agreed: self.map(
                part(all, |it| &it.agreed),
                &|question| Spot::Place(Place::Agreed(question.clone())),
                |agreed| Some(agreed.from.clone().unwrap_or_default()),
                &|it, question, base, ours, theirs| it.agreed(question, (base, ours, theirs)),
            ),
            unknown: self.unknown(part(all, |it| &it.unknown), &String::new),
        }
    }

    fn particulars(&mut self, all: Three<'_, Particulars>) -> Particulars {
        let (base, ours, theirs) = all;
        let nowhere = None;
        let mut merged = Particulars {
            region: self.pick(
                (base.map(|it| &it.region).or(Some(&nowhere)), &ours.region, &theirs.region),
                Spot::Place(Place::Region),
                |region| region.as_ref().map(ToString::to_string),
            ),
            marking: self.pick(part(all, |it| &it.marking), Spot::Place(Place::Marking), |marking| {
                Some(marking.words().to_owned())
            }),
            forces: self.forces(all),
            unknown: self.unknown(part(all, |it| &it.unknown), &|| String::from("particulars/")),
            ..Particulars::default()
        };
        for particular in Particular::ALL {
            let before = base.map(|base| particular.read(base));
            let spot = Spot::Place(Place::Particular(particular));
            let [ours, theirs] = [ours, theirs].map(|side| particular.read(side));
            let text = self.line((before.as_deref(), &ours, &theirs), spot);
            particular.write(&mut merged, &text);
        }
        merged
    }

    fn forces(&mut self, (base, ours, theirs): Three<'_, Particulars>) -> Vec<Force> {
        let lists = (base.map(|it| &it.forces), &ours.forces, &theirs.forces);
        let by_id = |forces: &Vec<Force>| -> BTreeMap<_, _> {
            forces.iter().map(|force| (force.id.clone(), force.clone())).inserted()
        };
        let [our_map, their_map] = [by_id(lists.1), by_id(lists.2)];
        // Where two forces share an id they can't be told apart, so the list counts as a whole.
        if our_map.len() < ours.forces.len() || their_map.len() < theirs.forces.len() {
            let names = |forces: &Vec<Force>| {
                Some(forces.iter().map(|force| force.name.as_str()).collect::<Vec<_>>().join(", "))
            };
            return self.pick(lists, Spot::Field(String::from("particulars/forces")), names);
        }
        let base_map = lists.0.map(by_id);
        let spot = |id: &ForceId| Spot::Place(Place::Force(id.clone()));
        let mut merged = self.map(
            (base_map.as_ref(), &our_map, &their_map),
            &spot,
            |force| Some(force.name.clone()),
            &|it, id, base, ours, theirs| Force {
                id: ours.id.clone(),
                name: it.line((base.map(|it| it.name.as_str()), &ours.name, &theirs.name), spot(id)),
            },
        );
        let in_order = ours.forces.iter().chain(&theirs.forces);
        in_order.filter_map(|force| merged.remove(&force.id)).collect()
    }

    fn answers(&mut self, all: Three<'_, BTreeMap<QuestionId, Rc<Answer>>>) -> BTreeMap<QuestionId, Rc<Answer>> {
        let (base, ours, theirs) = all;
        let blank = Rc::default();
        let theirs_only = theirs.keys().filter(|question| !ours.contains_key(*question));
        let merged = ours.keys().chain(theirs_only).map(|question| {
            let of = |answers: &BTreeMap<QuestionId, Rc<Answer>>| answers.get(question).unwrap_or(&blank).clone();
            let (base, ours, theirs) = (base.map(of).unwrap_or_default(), of(ours), of(theirs));
            (question.clone(), Rc::new(self.answer(question, &base, &ours, &theirs)))
        });
        merged.filter(|(_, answer)| !answer.is_blank()).inserted()
    }

    /// Of an answer, the choice and each text count by themselves.
    fn answer(&mut self, question: &QuestionId, base: &Answer, ours: &Answer, theirs: &Answer) -> Answer {
        let mut merged = Answer {
            choice: self.choice(question, base, ours, theirs),
            unknown: self
                .unknown((Some(&base.unknown), &ours.unknown, &theirs.unknown), &|| format!("answers/{question}/")),
            ..Answer::default()
        };
        for field in Field::ALL {
            let three = (Some(field.read(base)), field.read(ours), field.read(theirs));
            let text = self.text(three, Spot::Place(Place::Text(question.clone(), field)));
            field.write(&mut merged, text);
        }
        merged
    }

    fn choice(&mut self, question: &QuestionId, base: &Answer, ours: &Answer, theirs: &Answer) -> Option<Choice> {
        if let (Some(Choice::ByForce(ours)), Some(Choice::ByForce(theirs))) = (&ours.choice, &theirs.choice) {
            let base = match &base.choice {
                Some(Choice::ByForce(base)) => Some(base),
                _ => None,
            };
            let spot = |force: &ForceId| Spot::Place(Place::Commitment(question.clone(), force.clone()));
            return Some(Choice::ByForce(self.map(
                (base, ours, theirs),
                &spot,
                |level| Some(level.to_string()),
                &|it, force, base, ours, theirs| {
                    it.pick((base, ours, theirs), spot(force), |level| Some(level.to_string()))
                },
            )));
        }
        let three = (Some(&base.choice), &ours.choice, &theirs.choice);
        self.pick(three, Spot::Place(Place::Choice(question.clone())), |choice| choice.as_ref().map(chosen))
    }

    fn acceptance(&mut self, question: &QuestionId, (base, ours, theirs): Three<'_, Acceptance>) -> Acceptance {
        Acceptance {
            reason: self.text(
                (base.map(|it| it.reason.as_str()), &ours.reason, &theirs.reason),
                Spot::Place(Place::Accepted(question.clone())),
            ),
            unknown: self.unknown(part((base, ours, theirs), |it| &it.unknown), &|| format!("accepted/{question}/")),
        }
    }

    fn overruled(&mut self, question: &QuestionId, all: Three<'_, OverruledConcern>) -> OverruledConcern {
        let (base, ours, theirs) = all;
        OverruledConcern {
            concern: self.pick(part(all, |it| &it.concern), Spot::Place(Place::Concern(question.clone())), |it| {
                Some(it.key().to_owned())
            }),
            reason: self.text(
                (base.map(|it| it.reason.as_str()), &ours.reason, &theirs.reason),
                Spot::Place(Place::ConcernReason(question.clone())),
            ),
            unknown: self.unknown(part(all, |it| &it.unknown), &|| format!("overruled/{question}/")),
        }
    }

    fn agreed(&mut self, question: &QuestionId, all: Three<'_, Agreed>) -> Agreed {
        let (base, ours, theirs) = all;
        Agreed {
            from: self.pick(part(all, |it| &it.from), Spot::Place(Place::Agreed(question.clone())), |from| {
                Some(from.clone().unwrap_or_default())
            }),
            reason: self.text(
                (base.map(|it| it.reason.as_str()), &ours.reason, &theirs.reason),
                Spot::Place(Place::AgreedReason(question.clone())),
            ),
            unknown: self.unknown(part(all, |it| &it.unknown), &|| format!("agreed/{question}/")),
        }
    }
}
