//! Pictures of the page: taken, kept small, and compared as an eye compares them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufReader, Cursor};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Transformations};
use serde_json::{Value, json};

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
}

impl Picture {
    /// Takes a picture of what the window shows, or of a part of the page, wherever it is scrolled to.
    ///
    /// # Errors
    /// The browser takes none.
    pub fn of(browser: &Browser, clip: Option<Clip>) -> Result<Self> {
        let mut parameters = json!({ "format": "png" });
        if let Some(Clip { x, y, width, height }) = clip {
            parameters["clip"] = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
            parameters["captureBeyondViewport"] = Value::Bool(true);
        }
        let taken = browser.protocol("Page.captureScreenshot", &parameters)?;
        let png = taken["data"].as_str().context("the browser hands over a picture")?;
        Self::decode(&thirtyfour::support::base64_decode(png)?)
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
        let mut often: BTreeMap<[u8; 3], usize> = BTreeMap::new();
        for pixel in &self.pixels {
            *often.entry(*pixel).or_default() += 1;
        }
        let mut ranked: Vec<([u8; 3], usize)> = often.iter().map(|(colour, times)| (*colour, *times)).collect();
        ranked.sort_by_key(|(colour, times)| (usize::MAX - times, *colour));
        let palette: Vec<[u8; 3]> = ranked.iter().take(COLOURS).map(|(colour, _)| *colour).collect();
        let nearest = |colour: &[u8; 3]| {
            let distance = |other: &[u8; 3]| {
                colour.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum::<u32>()
            };
            let best = palette.iter().enumerate().min_by_key(|(_, other)| distance(other));
            best.and_then(|(at, _)| u8::try_from(at).ok()).unwrap_or_default()
        };
        let index: BTreeMap<[u8; 3], u8> = often.keys().map(|colour| (*colour, nearest(colour))).collect();
        (palette, self.pixels.iter().map(|pixel| index[pixel]).collect())
    }

    /// It, in as many colours as a file holds.
    #[must_use]
    pub fn in_few_colours(&self) -> Self {
        let (palette, indices) = self.indexed();
        let pixels = indices.iter().map(|at| palette[usize::from(*at)]).collect();
        Self { pixels, ..*self }
    }

    /// It, smaller: so many pixels of each side become one. What is left over at the edges goes.
    #[must_use]
    pub fn shrunk(&self, by: usize) -> Self {
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

    /// Where it looks different from another one that was shrunk by that much before; nothing where an eye
    /// sees the same.
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
