//! What an answer other than a plain success means.
//!
//! Not here: reading the success (`decode`), waiting (`pace.rs`).

use std::time::Duration;

use miftah_core::ports::RemoteError;

use crate::contract::{Call, Standing};
use crate::decode::{ErrorBody, is_page};
use crate::pace;
use crate::wire::Answer;

/// What stands in the way of an answer's use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Objection {
    /// DHMAD says no, in its documented error shape: the call was not carried out.
    Refused(RemoteError),
    /// The call does not seem to exist. True only if DHMAD itself answers at this host.
    Absent,
    /// Anything else: nothing is known of the call.
    Unclear(RemoteError),
}

/// Finds what stands in the way; nothing for a 2xx answer with a whole body that is no page.
pub(crate) fn judge(call: &Call, answer: &Answer) -> Result<(), Objection> {
    let inferred = call.standing == Standing::Inferred;
    if answer.is_success() {
        return match answer.shortage() {
            Some(error) => Err(Objection::Unclear(error)),
            None if !is_page(&answer.body) => Ok(()),
            None if inferred => Err(Objection::Absent),
            None => Err(Objection::Unclear(RemoteError::NotDhmad)),
        };
    }
    let body = ErrorBody::read(&answer.body);
    if let Some(error) = documented(call, answer.status).filter(|_| body.is_documented) {
        let wait = || RemoteError::RateLimited { retry_after: wait(answer) };
        return Err(Objection::Refused(if answer.status == 429 { wait() } else { error }));
    }
    Err(match answer.status {
        429 => Objection::Unclear(RemoteError::RateLimited { retry_after: wait(answer) }),
        status @ 500.. => Objection::Unclear(RemoteError::Failed { status }),
        _ if answer.shortage().is_some() => {
            Objection::Unclear(answer.shortage().unwrap_or(RemoteError::Unexpected))
        }
        404 | 405 if inferred => Objection::Absent,
        401 if inferred && body.is_object => Objection::Unclear(RemoteError::Unauthorized),
        403 if inferred && body.is_object => Objection::Unclear(RemoteError::Forbidden),
        400 | 422 if inferred && body.is_object => Objection::Unclear(RemoteError::BadRequest),
        400..500 if is_page(&answer.body) => Objection::Unclear(RemoteError::NotDhmad),
        _ => Objection::Unclear(RemoteError::Unexpected),
    })
}

/// How long a 429 says to wait: its documented field, else its headers.
pub(crate) fn wait(answer: &Answer) -> Option<Duration> {
    let named = ErrorBody::read(&answer.body).retry_after;
    named.and_then(|number| pace::wait_of_number(number, None)).or(answer.wait)
}

/// What a refusal in the documented shape means; `None` where the status is not DHMAD's own to give.
fn documented(call: &Call, status: u16) -> Option<RemoteError> {
    Some(match status {
        401 => RemoteError::Unauthorized,
        403 => RemoteError::Forbidden,
        400 | 422 => RemoteError::BadRequest,
        404 if call.names_a_key() || call.standing == Standing::Documented => RemoteError::NotFound,
        404 | 405 if call.standing == Standing::Inferred => RemoteError::NotOffered,
        // A gateway gave up waiting: DHMAD may have gone on.
        408 => return None,
        400..500 => RemoteError::Unexpected,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;
    use crate::contract::{LIST_KEYS, ME, REGENERATE};
    use crate::wire::End;

    const SHAPE: &str = r#"{"error":"E","message":"M"}"#;
    const OTHER: &str = r#"{"message":"M"}"#;
    const PAGE: &str = "<!doctype html>";

    fn check(call: &Call, status: u16, body: &str, expect: Result<(), Objection>) {
        let body = Zeroizing::new(body.as_bytes().to_vec());
        let answer = Answer { status, wait: None, date: None, end: End::Complete, body };
        assert_eq!(judge(call, &answer), expect, "{} {status}", call.name);
    }

    #[test]
    fn documented_shape_is_a_refusal() {
        use RemoteError::{BadRequest, Forbidden, NotFound, NotOffered, Unauthorized, Unexpected};
        for (call, status, error) in [
            (&ME, 401, Unauthorized),
            (&LIST_KEYS, 401, Unauthorized),
            (&REGENERATE, 403, Forbidden),
            (&REGENERATE, 400, BadRequest),
            (&REGENERATE, 422, BadRequest),
            (&REGENERATE, 404, NotFound),
            (&REGENERATE, 405, NotOffered),
            (&LIST_KEYS, 404, NotOffered),
            (&LIST_KEYS, 405, NotOffered),
            (&ME, 404, NotFound),
            (&ME, 405, Unexpected),
            (&REGENERATE, 409, Unexpected),
        ] {
            check(call, status, SHAPE, Err(Objection::Refused(error)));
        }
    }

    #[test]
    fn anything_else_is_absent_or_unclear() {
        use Objection::{Absent, Unclear};
        use RemoteError::{Failed, NotDhmad, Unauthorized, Unexpected};
        for (call, status, body, objection) in [
            (&LIST_KEYS, 200, PAGE, Absent),
            (&LIST_KEYS, 404, PAGE, Absent),
            (&REGENERATE, 404, OTHER, Absent),
            (&REGENERATE, 405, "", Absent),
            (&ME, 200, PAGE, Unclear(NotDhmad)),
            (&ME, 404, PAGE, Unclear(NotDhmad)),
            (&ME, 401, OTHER, Unclear(Unexpected)),
            (&LIST_KEYS, 401, OTHER, Unclear(Unauthorized)),
            (&LIST_KEYS, 401, PAGE, Unclear(NotDhmad)),
            (&REGENERATE, 302, PAGE, Unclear(Unexpected)),
            (&REGENERATE, 307, SHAPE, Unclear(Unexpected)),
            (&REGENERATE, 408, SHAPE, Unclear(Unexpected)),
            (&REGENERATE, 500, SHAPE, Unclear(Failed { status: 500 })),
            (&REGENERATE, 502, PAGE, Unclear(Failed { status: 502 })),
        ] {
            check(call, status, body, Err(objection));
        }
        check(&LIST_KEYS, 200, "[]", Ok(()));
        check(&REGENERATE, 201, "", Ok(()));
    }

    #[test]
    fn a_429_tells_its_wait() {
        let limited =
            |seconds: Option<u64>| RemoteError::RateLimited { retry_after: seconds.map(Duration::from_secs) };
        let shape = r#"{"error":"E","message":"M","retryAfter":30}"#;
        check(&ME, 429, shape, Err(Objection::Refused(limited(Some(30)))));
        check(&ME, 429, SHAPE, Err(Objection::Refused(limited(None))));
        check(&REGENERATE, 429, PAGE, Err(Objection::Unclear(limited(None))));
    }
}
