//! Each fault, as a client sees it, and what it leaves behind on the server.

use std::time::Duration;

use dhmad_sandbox::{Fault, FaultAction, LedgerEvent, Outcome, RequestRecord};
use serde_json::json;

use crate::support::{World, answer, expected, header};

const LIST: &str = "/api/developer/api-keys";
const REGENERATE: &str = "/api/developer/api-keys/*/regenerate";

fn is_held(requests: &[RequestRecord]) -> bool {
    requests.iter().any(|request| request.outcome == Outcome::Held)
}

fn issued(world: &World) -> usize {
    world.sandbox.ledger().iter().filter(|event| matches!(event, LedgerEvent::Issued { .. })).count()
}

#[tokio::test]
async fn answer_lost_after_the_effect_leaves_a_new_secret_behind() {
    let world = World::demo().await;
    let (id, old) = (world.id("Production shop"), world.secret("Production shop"));
    world.sandbox.set_fault(Fault::after("POST", REGENERATE, FaultAction::Close));
    let sent = world.portal("POST", &format!("api-keys/{id}/regenerate")).send().await;
    assert!(sent.is_err(), "{sent:?}");
    assert_ne!(world.secret("Production shop"), old);
    assert_eq!(world.me("/api", &old).await.status, 401);
    assert_eq!(world.sandbox.requests("regenerate")[0].outcome, Outcome::Closed);
    assert_eq!(world.sandbox.requests("regenerate").len(), 1, "nobody sent it twice");
}

#[tokio::test]
async fn connection_closed_before_the_effect_leaves_all_as_it_was() {
    let world = World::demo().await;
    let (id, old) = (world.id("Production shop"), world.secret("Production shop"));
    world.sandbox.set_fault(Fault::before("POST", REGENERATE, FaultAction::Close));
    assert!(world.portal("POST", &format!("api-keys/{id}/regenerate")).send().await.is_err());
    assert_eq!(world.secret("Production shop"), old);
    assert!(world.sandbox.pending_faults().is_empty(), "used up");
    assert_eq!(answer(world.portal("POST", &format!("api-keys/{id}/regenerate"))).await.status, 200);
}

#[tokio::test]
async fn any_answer_can_take_the_place_of_the_real_one() {
    let world = World::demo().await;
    let error = json!({"error": "Internal Server Error", "message": "boom"});
    world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::json(500, &error)));
    assert_eq!(answer(world.portal("GET", "api-keys")).await, expected(500, error));

    world.sandbox.set_fault(Fault::before("*", "*", FaultAction::captive_portal()));
    let page = world.portal("GET", "api-keys").send().await.unwrap();
    assert_eq!((page.status().as_u16(), header(&page, "content-type")), (200, "text/html; charset=utf-8"));

    let busy = FaultAction::TooManyRequests { retry_after: 3600 };
    world.sandbox.set_fault(Fault::before("GET", LIST, busy));
    let refused = world.portal("GET", "api-keys").send().await.unwrap();
    assert_eq!((refused.status().as_u16(), header(&refused, "retry-after")), (429, "3600"));
    assert!(refused.text().await.unwrap().contains("\"retryAfter\":3600"));

    world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::wrong_shape()));
    assert!(answer(world.portal("GET", "api-keys")).await.body["apiKeys"].is_string());
}

#[tokio::test]
async fn fault_can_set_headers_and_even_a_wrong_date() {
    let world = World::demo().await;
    let wrong = "Thu, 01 Jan 1970 00:00:00 GMT";
    let action = FaultAction::Respond {
        status: 200,
        content_type: "application/json".to_owned(),
        body: "[]".to_owned(),
        headers: vec![("date".to_owned(), wrong.to_owned())],
    };
    world.sandbox.set_fault(Fault::before("GET", LIST, action));
    let response = world.portal("GET", "api-keys").send().await.unwrap();
    assert_eq!(header(&response, "date"), wrong);
    assert_eq!(header(&world.portal("GET", "api-keys").send().await.unwrap(), "date").len(), wrong.len());
}

#[tokio::test]
async fn redirect_names_its_target() {
    let world = World::demo().await;
    for status in [302, 307] {
        let location = "http://127.0.0.1:9/elsewhere".to_owned();
        world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::Redirect { status, location }));
        let response = world.portal("GET", "api-keys").send().await.unwrap();
        assert_eq!(response.status(), status);
        assert_eq!(header(&response, "location"), "http://127.0.0.1:9/elsewhere");
    }
}

#[tokio::test]
async fn cut_body_arrives_in_part_and_the_effect_stays() {
    let world = World::demo().await;
    let id = world.id("Production shop");
    let before = issued(&world);
    world.sandbox.set_fault(Fault::after("POST", REGENERATE, FaultAction::CutBody { keep: 40 }));
    let mut response = world.portal("POST", &format!("api-keys/{id}/regenerate")).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.content_length().unwrap() > 40);
    assert_eq!(response.chunk().await.unwrap().unwrap().len(), 40);
    assert!(response.chunk().await.is_err());
    assert_eq!(issued(&world), before + 1);
}

#[tokio::test]
async fn huge_body_is_as_long_as_asked() {
    const SIZE: u64 = 8 << 20;
    let world = World::demo().await;
    for declared in [false, true] {
        world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::HugeBody { bytes: SIZE, declared }));
        let mut response = world.portal("GET", "api-keys").send().await.unwrap();
        assert_eq!(response.content_length(), declared.then_some(SIZE));
        let mut received = 0;
        while let Some(chunk) = response.chunk().await.unwrap() {
            received += chunk.len() as u64;
        }
        assert_eq!(received, SIZE);
    }
    assert_eq!(FaultAction::huge_body(), FaultAction::HugeBody { bytes: 1 << 30, declared: false });
}

#[tokio::test]
async fn rewritten_answer_is_the_real_one_with_other_words() {
    let world = World::demo().await;
    let action = FaultAction::Rewrite { find: "\"apiKeys\"".to_owned(), replace: "\"data\"".to_owned() };
    world.sandbox.set_fault(Fault::after("GET", LIST, action));
    let list = answer(world.portal("GET", "api-keys")).await;
    assert_eq!(list.body["data"].as_array().unwrap().len(), 16);
}

#[tokio::test]
async fn trickled_answer_is_complete_and_comes_byte_by_byte() {
    let world = World::demo().await;
    world.sandbox.set_fault(Fault::after("GET", "*/v1/me", FaultAction::trickle(Duration::from_millis(1))));
    let request = world.request("GET", "/api/v1/me").bearer_auth(world.secret("Production shop"));
    let mut response = request.send().await.unwrap();
    let mut body = Vec::new();
    let mut chunks = 0;
    while let Some(chunk) = response.chunk().await.unwrap() {
        body.extend_from_slice(&chunk);
        chunks += 1;
    }
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["apiKey"]["name"], "Production shop");
    assert!(chunks > 20, "{chunks} chunks");
}

#[tokio::test]
async fn delayed_and_slow_answers_outlast_an_impatient_client() {
    let world = World::demo().await;
    let impatient = || world.portal("GET", "api-keys").timeout(Duration::from_millis(50)).send();
    world.sandbox.set_fault(Fault::before("GET", LIST, FaultAction::delay(Duration::from_mins(1))));
    assert!(impatient().await.unwrap_err().is_timeout());
    world.sandbox.set_latency(Duration::from_mins(1));
    assert!(impatient().await.unwrap_err().is_timeout());
    world.sandbox.set_latency(Duration::ZERO);
    assert_eq!(answer(world.portal("GET", "api-keys")).await.status, 200);
}

#[tokio::test]
async fn held_request_takes_effect_before_or_after_the_release() {
    for (fault, effect_while_held) in [
        (Fault::before("POST", REGENERATE, FaultAction::Hold), false),
        (Fault::after("POST", REGENERATE, FaultAction::Hold), true),
    ] {
        let world = World::demo().await;
        let (id, old) = (world.id("Production shop"), world.secret("Production shop"));
        world.sandbox.set_fault(fault);
        let regenerate = tokio::spawn(answer(world.portal("POST", &format!("api-keys/{id}/regenerate"))));
        world.sandbox.wait_for_requests("regenerate", is_held).await;
        assert_eq!(world.secret("Production shop") != old, effect_while_held);
        world.sandbox.release_held();
        let answer = regenerate.await.unwrap();
        assert_eq!(answer.body["apiKey"]["key"], world.secret("Production shop"));
    }
}

#[tokio::test]
async fn what_was_asked_for_happens_though_the_client_hung_up() {
    let world = World::demo().await;
    let (id, old) = (world.id("Production shop"), world.secret("Production shop"));
    world.sandbox.set_fault(Fault::before("POST", REGENERATE, FaultAction::Hold));
    let regenerate = tokio::spawn(world.portal("POST", &format!("api-keys/{id}/regenerate")).send());
    world.sandbox.wait_for_requests("regenerate", is_held).await;
    regenerate.abort();
    assert!(regenerate.await.is_err());
    assert_eq!(world.secret("Production shop"), old);
    world.sandbox.release_held();
    let answered = |requests: &[RequestRecord]| requests[0].outcome == Outcome::Answered(200);
    world.sandbox.wait_for_requests("regenerate", answered).await;
    assert_ne!(world.secret("Production shop"), old);
}

#[tokio::test]
async fn faults_repeat_skip_and_are_cleared() {
    let world = World::demo().await;
    let action = || FaultAction::body(503, "text/plain", "busy");
    let status = async || world.portal("GET", "api-keys").send().await.unwrap().status().as_u16();
    world.sandbox.set_fault(Fault::before("GET", LIST, action()).times(2).skipping(1));
    assert_eq!([status().await, status().await, status().await, status().await], [200, 503, 503, 200]);
    world.sandbox.set_fault(Fault::before("GET", LIST, action()).always());
    assert_eq!([status().await, status().await, status().await], [503, 503, 503]);
    assert_eq!(world.me("/api", &world.secret("Production shop")).await.status, 200, "another path");
    world.sandbox.clear_faults();
    assert_eq!(status().await, 200);
}
