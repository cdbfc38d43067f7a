// Opens what is packed in the page and starts the app, or says why it can't.
// Each packed element holds one file: gzipped, and written by `dense.rs` as text.
(() => {
  "use strict";

  // Once the app has replaced the message there is nothing to say: it has its own.
  const explain = (reason, error) => {
    const opening = document.getElementById("opening");
    if (!opening) return;
    document.getElementById("opening-reason").textContent = reason;
    if (error) document.getElementById("opening-detail").textContent = "Detail for IT: " + error;
    opening.classList.add("rocu-opening--failed");
  };

  const digits = new Uint8Array(128);
  for (let code = 33, digit = 0; code < 127; code += 1) {
    if (!"&<\\".includes(String.fromCharCode(code))) digits[code] = digit++;
  }

  // Two characters hold 13 bits, a last one alone holds 6; the lowest bits come first.
  const bytes = (text) => {
    const bytes = new Uint8Array(((text.length >> 1) * 13 + (text.length & 1) * 6) >> 3);
    let held = 0;
    let bits = 0;
    let filled = 0;
    for (let at = 0; at < text.length; at += 2) {
      // There is no character behind a last one alone, and no byte for the bits that it would hold.
      held |= (digits[text.charCodeAt(at)] + 91 * (digits[text.charCodeAt(at + 1)] | 0)) << bits;
      for (bits += 13; bits > 7; bits -= 8) {
        bytes[filled++] = held;
        held >>= 8;
      }
    }
    return bytes;
  };

  const unpack = (id) => {
    const packed = bytes(document.getElementById(id).textContent);
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
  };

  const add = (kind, text) => {
    const element = document.createElement(kind);
    element.textContent = text;
    return document.head.appendChild(element);
  };

  // A program that is not yet started, with its script. Each call gives one that remembers nothing.
  const open = async (part) => {
    const [script, program] = await Promise.all([
      unpack(part + "-script").text(),
      unpack(part + "-program").arrayBuffer(),
    ]);
    return { script, program };
  };

  // The script hands over a function on its own element, which gives the bridge to the program.
  const start = async ({ script, program }) => {
    const bridge = add("script", script).bridge();
    await bridge({ module_or_path: program });
    return bridge;
  };

  // The one door from the app to the second part, which starts when it is first used:
  // `rocuDocuments(name, ...given)` promises what its function of that name returns.
  // A part that failed is not asked again: the next call starts another.
  let documents;
  window.rocuDocuments = async (name, ...given) => {
    documents ??= open("documents").then(start);
    const asked = documents;
    try {
      return (await asked)[name](...given);
    } catch (error) {
      if (documents === asked) documents = undefined;
      throw error;
    }
  };

  const startApp = async () => {
    if (typeof WebAssembly === "undefined") {
      return explain("WebAssembly is switched off in this browser.");
    }
    if (typeof DecompressionStream === "undefined") {
      return explain("This browser is too old for the page.");
    }
    let app;
    let style;
    try {
      [app, style] = await Promise.all([open("app"), unpack("style").text()]);
    } catch {
      return explain("The file was cut short or changed on its way.");
    }
    try {
      add("style", style);
      await start(app);
    } catch (error) {
      explain("The browser could not start the program in this page.", error);
    }
  };

  startApp();
})();
