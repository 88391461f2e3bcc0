//! Requests out, answers in. Two clients stand on the same settings: [`Reader`] and [`SingleSend`].
//!
//! Not here: what an answer means.

mod answer;
mod client;
mod failure;
mod outgoing;
mod reader;

pub(crate) use answer::Answer;
#[cfg(test)]
pub(crate) use answer::End;
pub(crate) use client::{Setup, SingleSend};
pub(crate) use failure::{Failure, Sent};
pub(crate) use outgoing::Outgoing;
pub(crate) use reader::Reader;
