//! Whether a program is one for this computer. A signature says who made it and which version it is, but not for what
//! it was made: a true build for another processor, in the place of this one, would never start again.

/// What kind of program stands where the new one is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A program by itself.
    Bare,
    /// A program with everything it needs, which mounts itself.
    AppImage,
}

/// It would not start here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the package is not a program for this computer")]
pub struct OtherComputer;

/// The processor's number in a header, on the architectures there are builds for.
const MACHINE: Option<u16> = if cfg!(target_arch = "x86_64") {
    Some(62)
} else if cfg!(target_arch = "aarch64") {
    Some(183)
} else {
    None
};

/// Fails unless these bytes are an ELF program for this processor, in this form.
pub fn fits(bytes: &[u8], form: Form) -> Result<(), OtherComputer> {
    let machine = bytes.get(18..20).map(|at| u16::from_le_bytes([at[0], at[1]]));
    // 64 bits, least byte first.
    let elf = bytes.starts_with(b"\x7fELF\x02\x01") && machine.is_some() && machine == MACHINE;
    let mounts_itself = bytes.get(8..11) == Some(b"AI\x02");
    if elf && mounts_itself == (form == Form::AppImage) { Ok(()) } else { Err(OtherComputer) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(class: u8, machine: u16, mark: [u8; 3]) -> Vec<u8> {
        let mut bytes = vec![0; 64];
        bytes[..6].copy_from_slice(&[0x7f, b'E', b'L', b'F', class, 1]);
        bytes[8..11].copy_from_slice(&mark);
        bytes[18..20].copy_from_slice(&machine.to_le_bytes());
        bytes
    }

    #[test]
    fn only_a_program_for_this_processor_in_this_form_fits() {
        let ours = MACHINE.unwrap();
        assert_eq!(fits(&program(2, ours, [0; 3]), Form::Bare), Ok(()));
        assert_eq!(fits(&program(2, ours, *b"AI\x02"), Form::AppImage), Ok(()));
        for (bytes, form) in [
            (program(2, ours, *b"AI\x02"), Form::Bare),
            (program(2, ours, [0; 3]), Form::AppImage),
            (program(1, ours, [0; 3]), Form::Bare),
            (program(2, if ours == 62 { 183 } else { 62 }, [0; 3]), Form::Bare),
            (b"!<arch>\ndebian-binary".to_vec(), Form::Bare),
            (b"<!doctype html><title>Welcome</title>".to_vec(), Form::Bare),
            (b"\x7fELF\x02\x01".to_vec(), Form::Bare),
            (Vec::new(), Form::Bare),
        ] {
            assert_eq!(fits(&bytes, form), Err(OtherComputer), "{form:?} {bytes:?}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn this_very_program_fits() {
        let bytes = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        assert_eq!(fits(&bytes, Form::Bare), Ok(()));
    }
}
