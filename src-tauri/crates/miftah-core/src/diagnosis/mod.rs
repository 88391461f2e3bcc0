//! Why a key does not work: its shape, what DHMAD answers to it, and what Miftah knows of it.

mod cause;
mod run;
mod shape;

pub use cause::Cause;
pub use run::{DiagnoseError, Diagnosis, Source, copy_mended, diagnose};
pub use shape::{Extra, Flaw, Provider, Shape, shape};
