//! What Word refuses: parts that nobody names, ids that stand twice, elements out of their order.

use std::collections::{BTreeMap, BTreeSet};

use crate::package::{Element, Package};

/// The elements that have an order, and what may stand in them, as far as we write it.
const ORDERS: [(&str, &str); 27] = [
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs bidi \
         spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs highlight u rtl cs lang",
    ),
    ("w:p", "pPr *"),
    ("w:r", "rPr *"),
    ("w:tbl", "tblPr tblGrid tr"),
    ("w:tr", "trPr tc"),
    ("w:tc", "tcPr p"),
    (
        "w:tblPr",
        "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    ("w:tcPr", "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign"),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:tblCellMar", "top left bottom right"),
    ("w:pBdr", "top left bottom right"),
    ("w:sectPr", "headerReference footerReference type pgSz pgMar cols titlePg docGrid"),
    ("w:body", "p tbl sdt sectPr"),
    ("w:sdt", "sdtPr sdtContent"),
    (
        "w:style",
        "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    ("w:tblStylePr", "pPr rPr tblPr trPr tcPr"),
    (
        "w:settings",
        "zoom defaultTabStop characterSpacingControl compat themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    ),
    ("wp:inline", "extent effectExtent docPr cNvGraphicFramePr graphic"),
    ("c:chartSpace", "date1904 lang roundedCorners chart spPr txPr"),
    ("c:chart", "autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs"),
    ("c:barChart", "barDir grouping varyColors ser gapWidth overlap axId"),
    ("c:ser", "idx order tx spPr invertIfNegative dLbls cat val"),
    ("c:dLbls", "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize"),
    (
        "c:catAx",
        "axId scaling delete axPos majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn \
         lblOffset noMultiLvlLbl",
    ),
    (
        "c:valAx",
        "axId scaling delete axPos majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween",
    ),
    ("c:plotArea", "layout barChart catAx valAx"),
];

/// Elements whose children may come in any order among themselves.
const FREE: [&str; 1] = ["w:body"];

/// Looks at everything that Word asks of a file, whatever stands in it.
pub(crate) fn look(package: &Package) {
    parts_are_named(package);
    for (path, part) in &package.0 {
        part.visit(&mut |element| children_stand_in_order(path, element));
    }
    let document = package.document();
    ids_stand_once(document);
    tables_are_whole(document);
    styles_are_known(package);
    fields_are_closed(document);
}

fn children_stand_in_order(path: &str, element: &Element) {
    // The drawing of a paragraph is a `c:chart` too: a reference with nothing in it.
    let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) else { return };
    let order: Vec<&str> = order.split_whitespace().collect();
    let place = |child: &Element| {
        let name = child.name.split(':').next_back().unwrap();
        let known = order.iter().position(|known| *known == name).or_else(|| order.iter().position(|any| *any == "*"));
        known.unwrap_or_else(|| panic!("{path}: {} may not hold {}", element.name, child.name))
    };
    let places: Vec<usize> = element.children.iter().map(place).collect();
    let names: Vec<&str> = element.children.iter().map(|child| child.name.as_str()).collect();
    assert!(FREE.contains(&element.name.as_str()) || places.is_sorted(), "{path}: {} holds {names:?}", element.name);
}

/// Every part has a type and is tied to what it belongs to; every tie leads to a part.
fn parts_are_named(package: &Package) {
    let list = &package.0["[Content_Types].xml"];
    let typed = list.all("Override").into_iter().map(|it| it.attribute("PartName").unwrap().trim_start_matches('/'));
    let is_part = |path: &&str| !path.contains("_rels/") && *path != "[Content_Types].xml";
    let parts: Vec<&str> = package.0.keys().map(String::as_str).filter(is_part).collect();
    assert_eq!(typed.collect::<BTreeSet<_>>(), parts.iter().copied().collect(), "every part has a type of its own");
    assert_eq!(list.all("Override").len(), parts.len());
    let mut tied = BTreeSet::new();
    for (path, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let relations = package.0[path].all("Relationship");
        let ids: BTreeSet<_> = relations.iter().map(|it| it.attribute("Id").unwrap()).collect();
        assert_eq!(ids.len(), relations.len(), "{path}: every id once");
        tied.extend(relations.iter().map(|it| format!("{folder}{}", it.attribute("Target").unwrap())));
        if !folder.is_empty() {
            let mut named = BTreeSet::new();
            package.document().visit(&mut |it| named.extend(it.attribute("r:id")));
            assert!(named.is_subset(&ids), "{named:?} are tied");
        }
    }
    assert_eq!(tied, parts.into_iter().map(str::to_owned).collect(), "every part is tied once to what it belongs to");
}

fn ids_stand_once(document: &Element) {
    for (name, id) in [("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("wp:docPr", "id")] {
        let all = document.all(name);
        let ids: BTreeSet<_> = all.iter().map(|it| it.attribute(id).unwrap()).collect();
        assert_eq!(ids.len(), all.len(), "{name} {id}");
        assert!(ids.iter().all(|id| id.len() <= 40), "{name} {id}");
    }
    let names: BTreeSet<_> = document.all("w:bookmarkStart").iter().map(|it| it.attribute("w:name").unwrap()).collect();
    for link in document.all("w:hyperlink") {
        assert!(names.contains(link.attribute("w:anchor").unwrap()), "{} leads nowhere", link.said());
    }
}

fn tables_are_whole(document: &Element) {
    for table in document.all("w:tbl") {
        let columns = table.child("w:tblGrid").unwrap().children.len();
        let rows = table.all("w:tr");
        assert!(!rows.is_empty() && columns > 0, "a table has rows and columns");
        for row in rows {
            let cells = row.all("w:tc");
            assert_eq!(cells.len(), columns, "{}", row.said());
            for cell in cells {
                assert_eq!(cell.children.last().unwrap().name, "w:p", "a cell ends with a paragraph");
            }
        }
    }
    let body = document.child("w:body").unwrap();
    let touch = |pair: &[Element]| pair[0].name == "w:tbl" && pair[1].name != "w:p";
    assert!(!body.children.windows(2).any(touch), "a paragraph follows each table");
    assert_eq!(body.children.last().unwrap().name, "w:sectPr");
}

fn styles_are_known(package: &Package) {
    let styles = package.0["word/styles.xml"].all("w:style");
    let known: BTreeMap<_, _> = styles.iter().map(|it| (it.attribute("w:styleId").unwrap(), *it)).collect();
    assert_eq!(known.len(), styles.len(), "every style once");
    let mut used = BTreeSet::new();
    for part in package.0.values() {
        part.visit(&mut |it| {
            if ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link"].contains(&it.name.as_str()) {
                used.extend(it.attribute("w:val"));
            }
        });
    }
    for style in used {
        assert!(known.contains_key(style), "{style} is not described");
    }
}

fn fields_are_closed(document: &Element) {
    let marks: Vec<_> = document.all("w:fldChar").iter().map(|it| it.attribute("w:fldCharType").unwrap()).collect();
    assert!(marks.chunks(3).all(|field| field == ["begin", "separate", "end"]), "{marks:?}");
}
