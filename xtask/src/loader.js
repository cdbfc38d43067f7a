// Opens the packed program and starts it, or says why it can't.
// Stands behind wasm-bindgen's script, which defines `wasm_bindgen`.
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

  const unpack = () => {
    const text = atob(document.getElementById("program").textContent);
    const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const opened = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(opened).arrayBuffer();
  };

  const start = async () => {
    if (typeof WebAssembly === "undefined") {
      return explain("WebAssembly is switched off in this browser.");
    }
    if (typeof DecompressionStream === "undefined") {
      return explain("This browser is too old for the page.");
    }
    let program;
    try {
      program = await unpack();
    } catch {
      return explain("The file was cut short or changed on its way.");
    }
    try {
      await wasm_bindgen({ module_or_path: program });
    } catch (error) {
      explain("The browser could not start the program in this page.", error);
    }
  };

  start();
})();
