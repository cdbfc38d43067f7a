//! Pictures of the page: taken, kept small, and compared as an eye compares them.

use std::fs;
use std::io::{BufReader, Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};
use serde_json::json;

use crate::browser::Browser;

/// The most colours that a file has.
const COLOURS: usize = 96;

/// How many pixels of each side become one before pictures are compared: letters become a grey, whose
/// darkness hardly depends on how a machine draws them.
const COARSE: usize = 16;

/// By how much of 255 such a pixel may differ, each colour by itself.
const TOLERANCE: u8 = 16;

/// A picture. Each pixel has its red, green and blue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[u8; 3]>,
}

/// How many dots to an inch a sheet has in its picture: half of what can be read without effort.
const DOTS: &str = "60";

/// A part of the page, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy)]
pub struct Clip {
    /// How far from the left.
    pub x: f64,
    /// How far from the top.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// How large a pixel of the page is in the picture.
    pub scale: f64,
}

impl Picture {
    /// Takes a picture of a part of the page, wherever it is scrolled to.
    ///
    /// # Errors
    /// The browser takes none.
    pub fn of(browser: &Browser, clip: Clip) -> Result<Self> {
        Self::taken(browser, clip, true)
    }

    /// Takes a picture of what the window shows, half as wide and half as high.
    ///
    /// # Errors
    /// The browser takes none.
    pub fn half_of_window(browser: &Browser) -> Result<Self> {
        let window = browser.run("return [scrollX, scrollY, innerWidth, innerHeight]", [])?;
        let [x, y, width, height] = serde_json::from_value(window)?;
        Self::taken(browser, Clip { x, y, width, height, scale: 0.5 }, false)
    }

    fn taken(browser: &Browser, clip: Clip, is_beyond_window: bool) -> Result<Self> {
        let Clip { x, y, width, height, scale } = clip;
        // What the mouse was left on looks otherwise.
        let _ = browser.protocol("Input.dispatchMouseEvent", &json!({ "type": "mouseMoved", "x": 0, "y": 0 }))?;
        let parameters = json!({
            "format": "png",
            "clip": { "x": x, "y": y, "width": width, "height": height, "scale": scale },
            "captureBeyondViewport": is_beyond_window,
        });
        let taken = browser.protocol("Page.captureScreenshot", &parameters)?;
        let png = taken["data"].as_str().context("the browser hands over a picture")?;
        Self::decode(&thirtyfour::support::base64_decode(png)?)
    }

    /// Prints the page and takes a picture of each of so many sheets, half as wide and half as high as one reads.
    ///
    /// # Errors
    /// The browser does not print, or `pdftoppm` is missing.
    pub fn half_of_sheets(browser: &Browser, sheets: usize) -> Result<Vec<Self>> {
        let pdf = browser.print()?;
        (1..=sheets).map(|number| Self::half_of_sheet(&pdf, &number.to_string())).collect()
    }

    fn half_of_sheet(pdf: &[u8], number: &str) -> Result<Self> {
        let mut program = Command::new("pdftoppm")
            .args(["-png", "-singlefile", "-r", DOTS, "-f", number, "-l", number, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("`pdftoppm` cannot be started: install the Debian package poppler-utils and try again")?;
        program.stdin.take().context("the input is piped")?.write_all(pdf)?;
        let output = program.wait_with_output()?;
        ensure!(output.status.success(), "`pdftoppm` cannot read what was printed");
        Self::decode(&output.stdout).with_context(|| format!("there is no sheet {number}"))
    }

    /// Reads a file.
    ///
    /// # Errors
    /// It is not there, or no PNG.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("{} is not there", path.display()))?;
        Self::decode(&bytes).with_context(|| format!("{} is not a PNG file", path.display()))
    }

    fn decode(bytes: &[u8]) -> Result<Self> {
        let mut decoder = Decoder::new(BufReader::new(Cursor::new(bytes)));
        decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
        let mut reader = decoder.read_info()?;
        let mut buffer = vec![0; reader.output_buffer_size().context("a picture of some size")?];
        let frame = reader.next_frame(&mut buffer)?;
        let samples = frame.color_type.samples();
        ensure!(samples >= 3, "the picture has no colours");
        let pixels = buffer[..frame.buffer_size()].chunks_exact(samples).map(|it| [it[0], it[1], it[2]]).collect();
        Ok(Self { width: usize::try_from(frame.width)?, height: usize::try_from(frame.height)?, pixels })
    }

    /// Writes it as a file of few colours.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, path: &Path) -> Result<()> {
        let (palette, indices) = self.indexed();
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, u32::try_from(self.width)?, u32::try_from(self.height)?);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette.concat());
        encoder.set_compression(Compression::High);
        encoder.write_header()?.write_image_data(&indices)?;
        fs::create_dir_all(path.parent().context("a folder")?)?;
        fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
    }

    /// The colours that occur most, and for each pixel the one of them that comes nearest.
    fn indexed(&self) -> (Vec<[u8; 3]>, Vec<u8>) {
        // A place for each colour there can be: by far the quickest in a test, which nobody compiles to be quick.
        let place = |[red, green, blue]: [u8; 3]| usize::from(red) << 16 | usize::from(green) << 8 | usize::from(blue);
        let mut often = vec![0_usize; 1 << 24];
        let mut colours = Vec::new();
        for pixel in &self.pixels {
            let often = &mut often[place(*pixel)];
            if *often == 0 {
                colours.push(*pixel);
            }
            *often += 1;
        }
        colours.sort_by_key(|colour| (usize::MAX - often[place(*colour)], *colour));
        let palette: Vec<[u8; 3]> = colours.iter().take(COLOURS).copied().collect();
        let mut index = vec![0_u8; 1 << 24];
        for colour in colours {
            let distance = |other: &[u8; 3]| {
                colour.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum::<u32>()
            };
            let best = palette.iter().enumerate().min_by_key(|(_, other)| distance(other));
            index[place(colour)] = best.and_then(|(at, _)| u8::try_from(at).ok()).unwrap_or_default();
        }
        let indices = self.pixels.iter().map(|pixel| index[place(*pixel)]).collect();
        (palette, indices)
    }

    /// It, in as many colours as a file holds.
    #[must_use]
    pub fn in_few_colours(&self) -> Self {
        let (palette, indices) = self.indexed();
        let pixels = indices.iter().map(|at| palette[usize::from(*at)]).collect();
        Self { pixels, ..*self }
    }

    /// It, smaller: so many pixels of each side become one. What is left over at the edges goes.
    fn shrunk(&self, by: usize) -> Self {
        let (width, height) = (self.width / by, self.height / by);
        let mut pixels = Vec::with_capacity(width * height);
        for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
            let mut sum = [0; 3];
            for y in row * by..(row + 1) * by {
                for pixel in &self.pixels[y * self.width + column * by..][..by] {
                    for (sum, value) in sum.iter_mut().zip(pixel) {
                        *sum += usize::from(*value);
                    }
                }
            }
            pixels.push(sum.map(|sum| u8::try_from(sum / (by * by)).unwrap_or(u8::MAX)));
        }
        Self { width, height, pixels }
    }

    /// Where it looks different from another one, both of which were shrunk by that much; nothing where an eye sees
    /// the same.
    #[must_use]
    pub fn difference(&self, other: &Self, shrunk: usize) -> Option<String> {
        let near = |one: usize, other: usize| one.abs_diff(other) * 50 <= one.max(other);
        if !near(self.width, other.width) || !near(self.height, other.height) {
            let scale = |it: usize| it * shrunk;
            return Some(format!(
                "it is {} × {} pixels and not {} × {}",
                scale(self.width),
                scale(self.height),
                scale(other.width),
                scale(other.height)
            ));
        }
        let (one, other) = (self.shrunk(COARSE / shrunk), other.shrunk(COARSE / shrunk));
        let mut box_: Option<[usize; 4]> = None;
        for y in 0..one.height.min(other.height) {
            for x in 0..one.width.min(other.width) {
                let pair = (one.pixels[y * one.width + x], other.pixels[y * other.width + x]);
                if pair.0.iter().zip(pair.1).any(|(one, other)| one.abs_diff(other) > TOLERANCE) {
                    let [left, top, right, bottom] = box_.unwrap_or([x, y, x, y]);
                    box_ = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
                }
            }
        }
        let [left, top, right, bottom] = box_?;
        let edge = |it: usize| it * COARSE;
        Some(format!(
            "it differs between {} and {} pixels from the left, {} and {} from the top",
            edge(left),
            edge(right + 1),
            edge(top),
            edge(bottom + 1)
        ))
    }

    /// How many pixels it is wide and high.
    #[must_use]
    pub const fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }
}
