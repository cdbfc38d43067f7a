//! Passphrases and what is locked with them, in words: what was wrong, and what to do.

use crate::saved::{FEWEST, Unfit, UnlockError};

/// What nobody can help with: said wherever a passphrase is chosen.
pub const NO_WAY_BACK: &str = "Nobody can recover a lost passphrase: not your IT team, and not the makers of this tool. What is \
                               locked with it is then lost for good.";

/// Said where the part that locks and unlocks does not start, or runs out of memory.
pub const NOT_DONE: &str = "This browser could not do that: it may be short of memory. Close other tabs and try again.";

/// How to choose a passphrase.
#[must_use]
pub fn advice() -> String {
    format!(
        "At least {FEWEST} characters. Three random words are hard to guess and easy to remember. Capital letters and spaces \
         count."
    )
}

/// Why a passphrase is not taken.
#[must_use]
pub fn unfit(why: Unfit) -> String {
    match why {
        Unfit::Missing => String::from("Enter a passphrase."),
        Unfit::Short => {
            format!("The passphrase is too short. Use at least {FEWEST} characters: three random words, for instance.")
        }
        Unfit::Monotonous => {
            String::from("The passphrase is the same few characters again and again. Use three random words instead.")
        }
        Unfit::SpaceAround => String::from(
            "The passphrase begins or ends with a space, which is easily missed later. Take the space out.",
        ),
        Unfit::Differs => String::from("The two are not the same. Enter the passphrase again in the second field."),
    }
}

/// Why locked working copies were not unlocked.
#[must_use]
pub fn not_unlocked_copies(why: UnlockError) -> &'static str {
    match why {
        UnlockError::Passphrase => not_unlocked(why),
        _ => {
            "The working copies in this browser can’t be unlocked: what their lock is kept in is damaged. Open the file that you \
             saved last instead."
        }
    }
}

/// Why a file was not unlocked.
#[must_use]
pub fn not_unlocked(why: UnlockError) -> &'static str {
    match why {
        UnlockError::Passphrase => {
            "This passphrase does not unlock it. Check capital letters, spaces and the keyboard’s language, and try again."
        }
        UnlockError::Key => {
            "The file was locked for somebody’s key and not with a passphrase. Ask for a copy that is locked with a passphrase, or \
             unlock it with the age program."
        }
        UnlockError::Work { .. } => {
            "The file asks for so much work to try a passphrase that this page would stand still. Unlock it with the age program, \
             if you trust whoever sent it."
        }
        UnlockError::CutShort => "The locked file breaks off: a part was lost on its way. Get another copy of it.",
        UnlockError::Damaged => {
            "The locked file is damaged: it was altered, or cut short, after it was locked. Get another copy of it."
        }
        UnlockError::LaterForm => {
            "The file is locked in a form that this tool does not know, or its first lines were altered. Get another copy of it, or \
             unlock it with the age program."
        }
    }
}
