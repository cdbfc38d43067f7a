//! Pieces of a page: each takes values and callbacks and can be drawn alone.

mod action_form;
mod bars;
mod basis_note;
mod commitment_radios;
mod file_button;
mod foot;
mod gap_card;
mod gap_decision;
mod head;
mod level_radios;
mod marking_bar;
mod notice_banner;
mod question_card;
mod report_table;
mod report_view;
mod set_aside;
mod text_area;
mod text_field;

pub use action_form::ActionForm;
pub use bars::Bars;
pub use basis_note::BasisNote;
pub use commitment_radios::CommitmentRadios;
pub use file_button::FileButton;
pub use foot::Foot;
pub use gap_card::GapCard;
pub use gap_decision::GapDecision;
pub use head::Head;
pub use level_radios::LevelRadios;
pub use marking_bar::MarkingBar;
pub use notice_banner::NoticeBanner;
pub use question_card::QuestionCard;
pub use report_table::ReportTable;
pub use report_view::ReportView;
pub use set_aside::SetAside;
pub use text_area::TextArea;
pub use text_field::TextField;
