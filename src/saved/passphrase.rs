//! Passphrases: what they must be, and a type that tells nobody what they are.

use std::fmt;

use age::secrecy::{ExposeSecret, SecretString};

/// The fewest characters of a passphrase that is chosen here.
pub const FEWEST: usize = 12;
/// The fewest different characters in it.
const FEWEST_DIFFERENT: usize = 5;

/// A passphrase. Its memory is overwritten when it goes, and it shows itself nowhere.
#[derive(Clone)]
pub struct Passphrase(SecretString);

/// Why a passphrase can't be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing was typed.
    Missing,
    /// It has fewer than [`FEWEST`] characters.
    Short,
    /// It is made of a few characters that come again and again.
    Monotonous,
    /// It begins or ends with a space, which nobody sees.
    SpaceAround,
    /// It was typed otherwise the second time.
    Differs,
}

impl Passphrase {
    /// A passphrase as it was typed, to unlock something with.
    ///
    /// # Errors
    /// Nothing was typed.
    pub fn given(typed: String) -> Result<Self, Unfit> {
        if typed.is_empty() { Err(Unfit::Missing) } else { Ok(Self(typed.into())) }
    }

    /// A passphrase to lock something with, as it was typed once and again.
    ///
    /// # Errors
    /// The first of these that is true: it is missing, has a space around it, is too short or of too few
    /// characters, or was typed otherwise the second time.
    pub fn chosen(typed: String, again: &str) -> Result<Self, Unfit> {
        let differs = typed != again;
        let (length, is_monotonous) = (typed.chars().count(), is_monotonous(&typed));
        let space_around = typed.trim() != typed;
        let passphrase = Self::given(typed)?;
        match () {
            () if space_around => Err(Unfit::SpaceAround),
            () if length < FEWEST => Err(Unfit::Short),
            () if is_monotonous => Err(Unfit::Monotonous),
            () if differs => Err(Unfit::Differs),
            () => Ok(passphrase),
        }
    }

    /// What was typed, for the one who locks or unlocks with it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    pub(super) fn secret(&self) -> SecretString {
        self.0.clone()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Two passphrases are never compared: whoever holds one knows no more than that.
impl PartialEq for Passphrase {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

fn is_monotonous(typed: &str) -> bool {
    let mut different: Vec<char> = typed.chars().collect();
    different.sort_unstable();
    different.dedup();
    different.len() < FEWEST_DIFFERENT
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no passphrase"),
            Self::Short => write!(f, "the passphrase has fewer than {FEWEST} characters"),
            Self::Monotonous => {
                write!(f, "the passphrase has fewer than {FEWEST_DIFFERENT} different characters")
            }
            Self::SpaceAround => f.write_str("the passphrase begins or ends with a space"),
            Self::Differs => f.write_str("the passphrase was typed otherwise the second time"),
        }
    }
}

impl std::error::Error for Unfit {}

#[cfg(test)]
mod tests {
    use super::{Passphrase, Unfit};

    fn chosen(typed: &str, again: &str) -> Result<String, Unfit> {
        Passphrase::chosen(typed.to_owned(), again).map(|it| it.expose().to_owned())
    }

    #[test]
    fn three_words_are_a_passphrase_and_stay_as_they_were_typed() {
        for words in ["apple nemo biro", "Kaffee-Ölfarbe-猫", "correcthorse"] {
            assert_eq!(chosen(words, words), Ok(words.to_owned()));
        }
    }

    #[test]
    fn what_is_easily_guessed_or_lost_is_refused_with_the_reason() {
        for (typed, why) in [
            ("", Unfit::Missing),
            ("shortwords1", Unfit::Short),
            ("猫猫猫", Unfit::Short),
            ("aaaaaaaaaaaaaaaa", Unfit::Monotonous),
            ("abababababababab", Unfit::Monotonous),
            (" apple nemo biro", Unfit::SpaceAround),
            ("apple nemo biro\t", Unfit::SpaceAround),
        ] {
            assert_eq!(chosen(typed, typed), Err(why), "{typed}");
        }
        assert_eq!(chosen("apple nemo biro", "apple nemo bird"), Err(Unfit::Differs));
        assert_eq!(chosen("apple nemo biro", ""), Err(Unfit::Differs));
    }

    #[test]
    fn a_passphrase_given_to_unlock_may_be_of_any_length_since_others_chose_it() {
        assert!(Passphrase::given("x".to_owned()).is_ok());
        assert_eq!(Passphrase::given(String::new()).err(), Some(Unfit::Missing));
    }

    #[test]
    fn a_passphrase_shows_itself_nowhere() {
        let passphrase = Passphrase::given("apple nemo biro".to_owned()).expect("words");
        assert_eq!(format!("{passphrase:?}"), "Passphrase");
    }
}
