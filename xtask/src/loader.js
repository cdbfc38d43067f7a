// Opens what is packed in the page and starts the app, or says why it can't.
// Each packed element holds one file, written by `dense.rs` as text: a program that `lzma.rs` packed, or
// else a gzipped file, as is the small program that unpacks the others.
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

  // A character holds 15 bits, and where its value leaves room for one more, 16; the lowest bits come first.
  // What stands behind the last 1 only fills the last character.
  const bytes = (text) => {
    const bytes = new Uint8Array(text.length * 2);
    let held = 0;
    let bits = 0;
    let filled = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      // Those between stand for half a character, and are left out.
      const value = code < 0xd800 ? code - 0xa0 : code - 0x8a0;
      held |= value << bits;
      for (bits += (value & 0x7fff) < 0x775e ? 16 : 15; bits > 7; bits -= 8) {
        bytes[filled++] = held;
        held >>>= 8;
      }
    }
    return bytes.slice(0, bytes.lastIndexOf(1));
  };

  // By its kind too: a heading of the app, or of a framework file, may have the same id.
  const packed = (id) => bytes(document.querySelector(`script[type="text/plain"]#${id}`).textContent);

  const unzip = (given) => {
    const unzipping = new DecompressionStream("gzip");
    const writer = unzipping.writable.getWriter();
    // What is wrong with it is told to whoever reads.
    writer.write(given).catch(() => {});
    writer.close().catch(() => {});
    return new Response(unzipping.readable).arrayBuffer();
  };

  const add = (kind, text) => {
    const element = document.createElement(kind);
    element.textContent = text;
    return document.head.appendChild(element);
  };

  // The script hands over a function on its own element, which gives the bridge to the program.
  // Each call gives a program that remembers nothing.
  const start = async (script, program) => {
    try {
      const bridge = add("script", script).bridge();
      await bridge({ module_or_path: await program });
      return bridge;
    } catch (error) {
      throw new Error("The browser could not start the program in this page.", { cause: error });
    }
  };

  // A part is how many bytes its script and its style have, four for each number, then these two, then its
  // program. `take` gives as many bytes of it as are asked for, or what is left.
  const texts = (take) => Array.from(new Uint32Array(take(8).buffer), (length) => new TextDecoder().decode(take(length)));

  const startWhole = (part) => {
    let at = 0;
    const take = (length) => part.slice(at, (at += length));
    const [script] = texts(take);
    return start(script, take(part.length));
  };

  // What is packed tighter than browsers open by themselves, a program of the page's own opens, piece by piece.
  // It is let go each time, with the memory that it took. `before` is what the packer had seen before.
  const unpacking = async (id, before) => {
    const unzipped = unzip(packed("unpack"));
    // While the browser unzips.
    const given = packed(id);
    const opening = (await startWhole(new Uint8Array(await unzipped))).begin(given, before);
    if (!opening) throw new Error(id + " was cut short or changed");
    // What is found to be changed only now has no length, which fails where it is asked for.
    return (length) => opening.piece(length);
  };

  const PIECE = 131072;
  const join = (pieces) => {
    const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  };

  // What was opened of the app, put together where another part needs it.
  const kept = [];
  let app;

  const unpack = async (id) => {
    const take = await unpacking(id, (app ??= join(kept.splice(0))));
    const pieces = [];
    for (let piece = take(PIECE); piece.length; piece = take(PIECE)) pieces.push(piece);
    return join(pieces);
  };

  // The app is packed before this script and is unpacked while the browser still reads what is behind it.
  const wholePage = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve));

  // A text that is packed: `rocuText(id)` promises it.
  window.rocuText = async (id) => new TextDecoder().decode(await unpack(id));

  // The one door from the app to its other parts, each of which starts when it is first used:
  // `rocuPart(part, name, ...given)` promises what the part's function of that name returns.
  // A part that failed is not asked again: the next call starts another.
  const parts = {};
  window.rocuPart = async (part, name, ...given) => {
    const asked = (parts[part] ??= unpack(part).then(startWhole));
    try {
      return (await asked)[name](...given);
    } catch (error) {
      if (parts[part] === asked) delete parts[part];
      throw error;
    }
  };

  // The app asks for its store at once, and the browser has it at hand by then.
  const warmStore = () => {
    try {
      indexedDB.databases().catch(() => {});
    } catch {
      // Where it is blocked, the app says so.
    }
  };

  const startApp = async () => {
    if (typeof WebAssembly === "undefined") {
      return explain("WebAssembly is switched off in this browser.");
    }
    if (typeof DecompressionStream === "undefined") {
      return explain("This browser is too old for the page.");
    }
    warmStore();
    try {
      const opening = await unpacking("app", new Uint8Array());
      const take = (length) => {
        const piece = opening(length);
        kept.push(piece);
        return piece;
      };
      const [script, style] = texts(take);
      add("style", style);
      const pull = (to) => {
        const piece = take(PIECE);
        if (piece.length) to.enqueue(piece);
        else to.close();
      };
      const stream = new ReadableStream({ pull }, { highWaterMark: 0 });
      // The browser compiles what there is while the rest is still opened.
      const program = WebAssembly.compileStreaming(new Response(stream, { headers: { "content-type": "application/wasm" } }));
      // It needs what is behind it, and in WebKit a change of the address before then reaches nobody.
      await start(script, Promise.all([program, wholePage]).then(([program]) => program));
    } catch ({ message, cause }) {
      // Only a start that failed has a cause; all else is in the file itself.
      if (cause) explain(message, cause);
      else explain("The file was cut short or changed on its way.");
    }
  };

  startApp();
})();
