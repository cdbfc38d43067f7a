//! Where one browser goes, and its windows: whatever is done next is done in the one that was gone to last.

use anyhow::Result;
use thirtyfour::WindowHandle;

use super::Browser;

impl Browser {
    /// Goes to an address.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn go(&self, address: &str) -> Result<()> {
        self.call(self.session.goto(address))
    }

    /// Opens another window and goes to it.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn open_window(&self) -> Result<WindowHandle> {
        let window = self.call(self.session.new_window())?;
        self.go_to_window(&window)?;
        Ok(window)
    }

    /// The window in which things are done.
    ///
    /// # Errors
    /// The browser is gone.
    pub fn window(&self) -> Result<WindowHandle> {
        self.call(self.session.window())
    }

    /// Goes to a window.
    ///
    /// # Errors
    /// It is closed.
    pub fn go_to_window(&self, window: &WindowHandle) -> Result<()> {
        self.call(self.session.switch_to_window(window.clone()))
    }

    /// Closes the window in which things are done.
    ///
    /// # Errors
    /// The browser refuses.
    pub fn close_window(&self) -> Result<()> {
        self.call(self.session.close_window())
    }
}
