//! Answers that a server might send: near the documented shapes, and far from them.

use proptest::prelude::*;

/// The middle of a key that must never be shown.
pub(crate) const MARKER: &str = "5ec5ec5ec5ec";

fn scalar() -> impl Strategy<Value = String> {
    let key = format!("sk_live_{}", "5ec".repeat(22).get(..64).unwrap_or_default());
    prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|flag| flag.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>()
            .prop_filter("JSON has no such number", |number| number.is_finite())
            .prop_map(|number| number.to_string()),
        Just(format!("\"{key}\"")),
        Just(format!("\"{}\"", key.replace('5', "\\u0035"))),
        Just(format!("\"old {key} here\"")),
        Just("\"2024-01-15T10:30:00Z\"".to_owned()),
        Just("\"sk_live_abc123\"".to_owned()),
        Just("\"live\"".to_owned()),
        Just("\"cut \\ud83d\"".to_owned()),
        "\"[a-z0-9\\\\u.:-]{0,20}\"",
        "\\PC{0,8}",
    ]
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "apiKey",
        "apiKeys",
        "keys",
        "data",
        "id",
        "_id",
        "name",
        "keyPrefix",
        "environment",
        "isActive",
        "lastUsedAt",
        "expiresAt",
        "createdAt",
        "rateLimit",
        "developer",
        "email",
        "companyName",
        "key",
        "token",
        "page",
        "pages",
        "totalPages",
        "pagination",
        "message",
        "error",
        "x",
    ])
}

/// A JSON text, sometimes broken, sometimes cut.
pub(crate) fn answer() -> impl Strategy<Value = String> {
    let value = scalar().prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec((name(), inner), 0..6).prop_map(|fields| {
                let fields: Vec<String> =
                    fields.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    });
    (value, prop::option::weighted(0.2, any::<prop::sample::Index>())).prop_map(|(text, cut)| match cut {
        Some(cut) => text.chars().take(cut.index(text.chars().count() + 1)).collect(),
        None => text,
    })
}
