//! Signs in, with e-mail and password or with a developer token.

use crate::keys::{AccountId, KeyList};
use crate::ports::{Developer, Ports, RemoteError, Slot, StoreError};
use crate::secret::Secret;
use crate::settings::{Access, GuidedBecause};

use super::{Account, Session};

/// Why nobody is signed in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// Wrong e-mail or password.
    #[error("wrong e-mail or password")]
    WrongCredentials,
    /// DHMAD does not accept the token.
    #[error("the token is not accepted")]
    TokenRefused,
    /// DHMAD did not answer as it should.
    #[error(transparent)]
    Remote(RemoteError),
    /// The sign-in could not be remembered.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The system gave no random bytes for a new account's name.
    #[error("no random bytes")]
    Random,
}

/// Why a text is not a developer token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not one line of 16 to 4,096 visible ASCII characters.
    #[error("not a developer token")]
    NotAToken,
    /// It is an API key.
    #[error("an API key, not a developer token")]
    AnApiKey,
}

/// Where a sign-in led.
pub enum Entered {
    /// The account's keys can be listed.
    Full(Session),
    /// The credential is good, and DHMAD does not offer the list: guided mode.
    Guided,
}

/// Checks the form of a developer token: one line of 16 to 4,096 visible ASCII characters, not `sk_`. White
/// space around it is dropped.
pub fn check_token(text: &Secret) -> Result<Secret, TokenError> {
    let token = text.expose().trim();
    if token.starts_with("sk_") {
        return Err(TokenError::AnApiKey);
    }
    if (16..=4096).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_graphic()) {
        Ok(Secret::new(token.to_owned()))
    } else {
        Err(TokenError::NotAToken)
    }
}

/// Signs in with e-mail and password. The password is used once and not kept.
pub async fn sign_in(ports: &Ports, email: &str, password: Secret) -> Result<Entered, SignInError> {
    let signed_in = ports.portal.sign_in(email, &password).await.map_err(|error| match error {
        RemoteError::Unauthorized | RemoteError::BadRequest => SignInError::WrongCredentials,
        other => SignInError::Remote(other),
    })?;
    drop(password);
    enter(ports, signed_in.token, signed_in.developer).await
}

/// Signs in with a developer token whose form [`check_token`] has accepted.
pub async fn sign_in_with_token(ports: &Ports, token: Secret) -> Result<Entered, SignInError> {
    enter(ports, token, None).await
}

async fn enter(ports: &Ports, token: Secret, developer: Option<Developer>) -> Result<Entered, SignInError> {
    let mut settings = ports.store.settings()?;
    let list = match ports.portal.list_keys(&token).await {
        Ok(list) => list,
        Err(RemoteError::NotOffered) => {
            settings.access = Access::Guided { because: GuidedBecause::NotOffered };
            ports.store.save_settings(&settings)?;
            return Ok(Entered::Guided);
        }
        Err(RemoteError::Unauthorized) => return Err(SignInError::TokenRefused),
        Err(other) => return Err(SignInError::Remote(other)),
    };
    let account = find_account(ports, &list, developer)?;
    ports.store.save_account(&account)?;
    settings.access = Access::Full(account.id.clone());
    ports.store.save_settings(&settings)?;
    let kept = keep_token(ports, &account.id, &token).await;
    Ok(Entered::Full(Session { account: account.id, token, kept }))
}

/// The account a list belongs to: the developer's own, else one that already knows a key of the list, else a
/// new one. A token alone does not say whose it is.
fn find_account(ports: &Ports, list: &KeyList, developer: Option<Developer>) -> Result<Account, SignInError> {
    let accounts = ports.store.accounts()?;
    let mut account = if let Some(developer) = &developer {
        accounts.into_iter().find(|known| known.developer_id.as_ref() == Some(&developer.id))
    } else {
        let known = ports.store.all_keys()?;
        let owner = list
            .keys
            .iter()
            .find_map(|key| known.iter().find(|known| known.key.id == key.id).map(|known| &known.account));
        accounts.into_iter().find(|account| Some(&account.id) == owner)
    };
    if account.is_none() {
        let own_id = developer.as_ref().and_then(|developer| AccountId::parse(&developer.id).ok());
        let id = own_id.map_or_else(AccountId::make_local, Ok).map_err(|_| SignInError::Random)?;
        account = Some(Account { id, developer_id: None, email: None, company: None, listed_at: None });
    }
    let mut account = account.ok_or(SignInError::Random)?;
    if let Some(developer) = developer {
        account.learn(developer);
    }
    Ok(account)
}

/// Keeps the token for the next start and reads it back. Without a keychain the session lives as long as the
/// app does.
async fn keep_token(ports: &Ports, account: &AccountId, token: &Secret) -> bool {
    let slot = Slot::Session(account.clone());
    if let Err(error) = ports.keychain.write(&slot, token).await {
        tracing::warn!(%error, "the developer token was not kept");
        return false;
    }
    matches!(ports.keychain.read(&slot).await, Ok(Some(kept)) if kept.same_as(token))
}
