//! Whether all that one JSON value says is said by another.

use serde_json::Value;

/// Whether a value says nothing.
pub(crate) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty() || text == "not-started",
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_blank),
        _ => false,
    }
}

/// Whether everything that the first says is said by the second: lists may be in another order.
pub(crate) fn is_within(first: &Value, second: &Value) -> bool {
    match (first, second) {
        _ if is_blank(first) => true,
        (Value::Object(first), Value::Object(second)) => {
            first.iter().all(|(name, value)| is_within(value, second.get(name).unwrap_or(&Value::Null)))
        }
        (Value::Array(first), Value::Array(second)) => {
            first.iter().all(|item| second.iter().any(|other| is_within(item, other)))
        }
        _ => first == second,
    }
}
