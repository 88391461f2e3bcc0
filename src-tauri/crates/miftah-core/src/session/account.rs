//! An account as Miftah remembers it.

use jiff::Timestamp;

use crate::keys::AccountId;
use crate::ports::Developer;

/// A developer account, told apart from every other from the first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name in keychain and store; never changes.
    pub id: AccountId,
    /// DHMAD's id of the developer, once known.
    pub developer_id: Option<String>,
    /// E-mail, once known.
    pub email: Option<String>,
    /// Company, once known.
    pub company: Option<String>,
    /// When DHMAD last sent its whole list of keys.
    pub listed_at: Option<Timestamp>,
}

impl Account {
    /// Takes over what DHMAD says of the developer. What it leaves out stays as it was.
    pub fn learn(&mut self, developer: Developer) {
        self.developer_id = Some(developer.id);
        self.email = developer.email.or_else(|| self.email.take());
        self.company = developer.company.or_else(|| self.company.take());
    }
}
