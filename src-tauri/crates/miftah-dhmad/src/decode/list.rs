//! The list of keys: bare, or under a name; in one piece, or in pages.
//!
//! Paging is not documented. Only what is plainly there is followed: a number of this page and of all pages.

use std::collections::HashSet;

use miftah_core::keys::{Key, KeyList};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::key::KeyFields;
use super::loose::{Fields, Loose, Object, scalars_are, skip, take_all};
use super::{WrongShape, parse};
use crate::contract::field;

/// One answer to the list call.
#[derive(Debug, Default)]
pub(crate) struct ListPage {
    keys: Vec<Key>,
    unreadable: u32,
    has_list: bool,
    paging: Paging,
}

/// What an answer says of pages.
#[derive(Debug, Clone, Copy, Default)]
struct Paging {
    page: Option<u32>,
    total: Option<u32>,
    /// There is a word of paging that is not one of ours: more may follow in a way that we do not know.
    strange: bool,
}

/// The keys of one answer to the list call, without a server; `None` where it is none. The body is mended in place.
#[cfg(any(test, feature = "demo"))]
pub fn read_list(body: &mut [u8]) -> Option<Vec<Key>> {
    ListPage::read(body).ok().map(|page| page.keys)
}

impl ListPage {
    /// Reads an answer. The body is mended in place.
    pub(crate) fn read(body: &mut [u8]) -> Result<Self, WrongShape> {
        let page: Self = parse(body)?;
        if page.has_list { Ok(page) } else { Err(WrongShape) }
    }

    /// The number of the page after this one, if the answer says that there is one.
    pub(crate) fn next(&self) -> Option<u32> {
        let (page, total) = (self.paging.page?, self.paging.total?);
        if page < total { page.checked_add(1) } else { None }
    }

    /// Whether nothing hints at more pages: only then a key that is not listed is known not to be there.
    pub(crate) fn is_last(&self) -> bool {
        let counted = self.paging.page.zip(self.paging.total);
        match counted {
            Some((page, total)) => page >= total,
            None => !self.paging.strange && self.paging.page.is_none() && self.paging.total.is_none(),
        }
    }

    /// Adds the keys to the list, each id once. Returns whether any was new.
    pub(crate) fn add_to(self, list: &mut KeyList, seen: &mut HashSet<String>) -> bool {
        let before = list.keys.len();
        list.keys.extend(self.keys.into_iter().filter(|key| seen.insert(key.id.as_str().to_owned())));
        list.unreadable = list.unreadable.saturating_add(self.unreadable);
        list.keys.len() > before
    }
}

impl<'de> Fields<'de> for ListPage {
    fn take<A: MapAccess<'de>>(&mut self, name: &str, object: &mut A) -> Result<(), A::Error> {
        if field::LISTS.contains(&name) {
            let inner: Self = object.next_value()?;
            if inner.has_list && !self.has_list {
                let paging = self.paging.or(inner.paging);
                *self = Self { paging, ..inner };
            }
            return Ok(());
        }
        if name == field::PAGINATION {
            let inner: Object<Paging> = object.next_value()?;
            self.paging = inner.0.unwrap_or_default().or(self.paging);
            return Ok(());
        }
        self.paging.take(name, object)
    }
}

impl Paging {
    fn or(self, other: Self) -> Self {
        let strange = self.strange || other.strange;
        Self { page: self.page.or(other.page), total: self.total.or(other.total), strange }
    }
}

impl<'de> Fields<'de> for Paging {
    fn take<A: MapAccess<'de>>(&mut self, name: &str, object: &mut A) -> Result<(), A::Error> {
        let slot = match name {
            field::PAGE => &mut self.page,
            field::TOTAL_PAGES | field::PAGES => &mut self.total,
            _ => {
                self.strange |= field::OTHER_PAGING.contains(&name);
                return skip(object);
            }
        };
        *slot = object.next_value::<Loose<'de>>()?.whole().and_then(|number| number.try_into().ok());
        Ok(())
    }
}

struct PageVisitor;

impl<'de> Visitor<'de> for PageVisitor {
    type Value = ListPage;

    scalars_are!(ListPage::default());

    fn visit_str<E>(self, _: &str) -> Result<Self::Value, E> {
        Ok(ListPage::default())
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut page = ListPage { has_list: true, ..ListPage::default() };
        while let Some(entry) = list.next_element::<Object<KeyFields<'de>>>()? {
            match entry.0.and_then(|fields| fields.key()) {
                Some(key) => page.keys.push(key),
                None => page.unreadable = page.unreadable.saturating_add(1),
            }
        }
        Ok(page)
    }
    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Self::Value, A::Error> {
        let mut page = ListPage::default();
        take_all(&mut page, object)?;
        Ok(page)
    }
}

impl<'de> Deserialize<'de> for ListPage {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(PageVisitor)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ONE: &str = r#"{"id":"a","environment":"live"}"#;

    fn read(body: &str) -> Result<ListPage, WrongShape> {
        ListPage::read(&mut body.as_bytes().to_vec())
    }

    fn check(body: &str, keys: usize, unreadable: u32, next: Option<u32>) {
        let page = read(body).unwrap();
        assert_eq!((page.keys.len(), page.unreadable, page.next()), (keys, unreadable, next), "{body}");
    }

    #[test]
    fn bare_and_under_every_name() {
        check("[]", 0, 0, None);
        check(&format!("[{ONE},{ONE},7,null,{{}},[]]"), 2, 4, None);
        for name in field::LISTS {
            check(&format!(r#"{{"message":"ok","{name}":[{ONE}],"total":1}}"#), 1, 0, None);
        }
        check(&format!(r#"{{"data":{{"apiKeys":[{ONE}]}}}}"#), 1, 0, None);
        check(&format!("\u{feff}{{\"keys\":[{ONE}]}}"), 1, 0, None);
        check(r#"[{"id":"a","environment":"live","name":"cut \ud83d"}]"#, 1, 0, None);
    }

    #[test]
    fn pages_are_followed_only_where_plainly_there() {
        check(&format!(r#"{{"page":1,"totalPages":3,"keys":[{ONE}]}}"#), 1, 0, Some(2));
        check(&format!(r#"{{"keys":[{ONE}],"pagination":{{"page":2,"pages":3}}}}"#), 1, 0, Some(3));
        check(&format!(r#"{{"pagination":{{"page":3,"totalPages":3}},"keys":[{ONE}]}}"#), 1, 0, None);
        check(&format!(r#"{{"data":{{"keys":[{ONE}],"page":1,"pages":2}}}}"#), 1, 0, Some(2));
        check(&format!(r#"{{"page":"1","totalPages":2,"keys":[{ONE}]}}"#), 1, 0, None);
        check(&format!(r#"{{"nextPage":2,"hasMore":true,"keys":[{ONE}]}}"#), 1, 0, None);
        check(r#"{"page":4294967295,"totalPages":4294967296,"keys":[]}"#, 0, 0, None);
    }

    #[test]
    fn wrong_shapes() {
        for body in
            ["", "{}", "null", "\"x\"", "7", r#"{"apiKeys":"none"}"#, r#"{"apiKeys":null}"#, "[", "[]x"]
        {
            assert_eq!(read(body).err(), Some(WrongShape), "{body}");
        }
        assert!(read(&"[".repeat(200)).is_err());
    }

    #[test]
    fn an_id_counts_once() {
        let (mut list, mut seen) =
            (KeyList { keys: Vec::new(), unreadable: 0, complete: true, server_date: None }, HashSet::new());
        assert!(read(&format!("[{ONE},{ONE},1]")).unwrap().add_to(&mut list, &mut seen));
        assert!(!read(&format!("[{ONE}]")).unwrap().add_to(&mut list, &mut seen));
        assert_eq!((list.keys.len(), list.unreadable), (1, 1));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn no_answer_makes_it_panic(body in crate::tests::answers::answer()) {
            if let Ok(page) = read(&body) {
                for key in &page.keys {
                    prop_assert!(!key.name.contains(crate::tests::answers::MARKER));
                }
            }
        }
    }
}
