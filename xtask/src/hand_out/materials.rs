//! The bill of materials, as `CycloneDX` 1.5: what the file is made of, for programs that ask.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::parts::Part;
use crate::workspace::APP;

/// The bill for a page of that version and SHA-256. It says no time: the same page has the same bill.
pub(super) fn bill(parts: &[Part], version: &str, page: &str) -> String {
    let own = format!("pkg:generic/{APP}@{version}");
    let components: Vec<Value> = parts.iter().map(component).collect();
    let reference = |name: &String| parts.iter().find(|it| it.name == *name).map(|it| it.package.clone());
    let mut dependencies: Vec<Value> = parts
        .iter()
        .map(|part| json!({ "ref": part.package, "dependsOn": part.needs.iter().filter_map(reference).collect::<Vec<_>>() }))
        .collect();
    let all: Vec<&String> = parts.iter().map(|part| &part.package).collect();
    dependencies.push(json!({ "ref": own, "dependsOn": all }));
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": serial(page),
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": own,
            "name": APP,
            "version": version,
            "licenses": [{ "license": { "id": "MIT" } }],
            "hashes": [{ "alg": "SHA-256", "content": page }],
        } },
        "components": components,
        "dependencies": dependencies,
    });
    format!("{bill:#}\n")
}

fn component(part: &Part) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": part.package,
        "name": part.name,
        "version": part.version,
        "licenses": [{ "expression": part.licence }],
        "purl": part.package,
    });
    if let Some(checksum) = &part.checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if !part.source.is_empty() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": part.source }]);
    }
    component
}

/// A number of its own for each page, made of its checksum in the form of a UUID of version 8.
fn serial(page: &str) -> String {
    use std::fmt::Write;

    let mut hex = String::new();
    for byte in Sha256::digest(page.as_bytes()).iter().take(16) {
        write!(hex, "{byte:02x}").expect("a String takes everything that is written to it");
    }
    format!("urn:uuid:{}-{}-8{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::parts;
    use crate::workspace::Workspace;

    #[test]
    fn the_bill_has_every_part_once_and_refers_only_to_what_it_lists() {
        let parts = parts::all(&Workspace::find().unwrap()).unwrap();
        let page = "0".repeat(64);
        let bill: Value = serde_json::from_str(&bill(&parts, "1.2.3", &page)).unwrap();
        assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&json!("CycloneDX"), &json!("1.5")));
        assert_eq!(bill["serialNumber"].as_str().unwrap().len(), "urn:uuid:".len() + 36);
        let refs = |list: &Value, key: &str| -> Vec<String> {
            list.as_array().unwrap().iter().map(|it| it[key].as_str().unwrap().to_owned()).collect()
        };
        let mut known: BTreeSet<String> = refs(&bill["components"], "bom-ref").into_iter().collect();
        assert_eq!(known.len(), parts.len(), "each has a name of its own");
        let _ = known.insert(bill["metadata"]["component"]["bom-ref"].as_str().unwrap().to_owned());
        for dependency in bill["dependencies"].as_array().unwrap() {
            assert!(known.contains(dependency["ref"].as_str().unwrap()));
            for needed in dependency["dependsOn"].as_array().unwrap() {
                assert!(known.contains(needed.as_str().unwrap()), "{needed}");
            }
        }
        for component in bill["components"].as_array().unwrap() {
            for key in ["type", "name", "version", "purl"] {
                assert!(component[key].as_str().is_some_and(|it| !it.is_empty()), "{key} of {component}");
            }
            assert!(component["licenses"][0]["expression"].is_string());
        }
    }
}
