// Makes the pages that ours is measured against, each a single file:
// node make.mjs <folder for the pages> <folder with framework.json, enlarged.json, report.json and sheets.json>
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [pages, given] = process.argv.slice(2);
const library = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), "utf8");
const data = (name) => JSON.parse(readFileSync(join(given, name), "utf8"));
const inside = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");
const script = (text) => `<script>${text.replaceAll("</script", "<\\/script")}</script>`;

const page = (name, scripts, style = "") => {
  const html = `<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>${name}</title>` +
    `<style>${style}</style></head><body><div id="peer"></div>${scripts.map(script).join("\n")}</body></html>\n`;
  writeFileSync(join(pages, `${name}.html`), html);
};

// The same questions with the same words, a page for each topic, and a note to each.
const survey = (framework) => {
  const scales = new Map(framework.scales.map((scale) => [scale.id, scale.levels]));
  const panel = (question) => [
    {
      type: "radiogroup", name: question.id, title: question.text, description: question.help,
      choices: scales.get(question.scale).map((level) => ({
        value: level.id, text: `${level.name}: ${question.statements[level.id] ?? ""}`,
      })),
    },
    { type: "comment", name: `${question.id}.evidence`, title: "Evidence" },
    { type: "comment", name: `${question.id}.note`, title: "Note" },
  ];
  const topics = framework.parts.flatMap((part) => part.topics);
  return {
    textUpdateMode: "onTyping",
    showProgressBar: true,
    pages: topics.map((topic) => ({
      name: topic.id, title: topic.name, description: topic.summary, elements: topic.questions.flatMap(panel),
    })),
  };
};

const answered = (model) => {
  const data = {};
  for (const { elements } of model.pages) {
    for (const element of elements) {
      data[element.name] = element.choices ? element.choices[0].value : "Agreed at the board in March.";
    }
  }
  return data;
};

const surveyPage = (name, framework) => {
  const model = survey(framework);
  page(name, [
    library("survey-core/survey.core.min.js"),
    library("survey-js-ui/survey-js-ui.min.js"),
    `const survey = new Survey.Model(${inside(model)});
     survey.data = ${inside(answered(model))};
     survey.render(document.getElementById("peer"));`,
  ], library("survey-core/survey-core.fontless.min.css"));
};

mkdirSync(pages, { recursive: true });
surveyPage("survey", data("framework.json"));
surveyPage("survey-enlarged", data("enlarged.json"));

// The same tables: a function gives the bytes of the file.
page("word", [library("docx/dist/index.iife.js"), `
  const report = ${inside(data("report.json").report)};
  const text = (words, more) => new docx.Paragraph({ text: words, ...more });
  const table = (columns, rows) => new docx.Table({
    rows: [columns, ...rows].map((row, at) => new docx.TableRow({
      tableHeader: at === 0, cantSplit: true,
      children: row.map((words) => new docx.TableCell({ children: [text(words)] })),
    })),
  });
  const block = (it) => {
    const [kind, held] = Object.entries(it)[0];
    switch (kind) {
      case "heading": return [text(held, { heading: docx.HeadingLevel.HEADING_2 })];
      case "paragraph": return [text(held)];
      case "list": return held.map((words) => text(words, { bullet: { level: 0 } }));
      case "facts": return [table(["", ""], held.map(({ label, value }) => [label, value]))];
      case "table": return [text(held.caption), table(held.columns, held.rows.map((row) => row.map((cell) => cell.text)))];
      case "gap": return [
        text(held.topic, { heading: docx.HeadingLevel.HEADING_3 }),
        table(["", ""], ["asked", "answered", "because", "evidence", "note"].map((key) => [key, held[key] ?? ""])),
        ...(held.actions.length ? [table(["No.", "Action", "Owner"], held.actions.map((it) => [it.id, it.text, it.owner]))] : []),
      ];
      default: return [];
    }
  };
  window.make = async () => {
    const children = report.sections.flatMap((section) =>
      [text(section.title, { heading: docx.HeadingLevel.HEADING_1 }), ...section.blocks.flatMap(block)]);
    const footer = new docx.Footer({ children: [text(report.marking)] });
    const header = new docx.Header({ children: [text(report.marking)] });
    const file = new docx.Document({ sections: [{ headers: { default: header }, footers: { default: footer }, children }] });
    return (await docx.Packer.toBlob(file)).size;
  };`]);

page("excel", [library("exceljs/dist/exceljs.min.js"), `
  const { sheets } = ${inside(data("sheets.json"))};
  window.make = async () => {
    const workbook = new ExcelJS.Workbook();
    for (const { name, table } of sheets) {
      const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
      sheet.addRow(table.columns).font = { bold: true };
      for (const row of table.rows) {
        const added = sheet.addRow(row.map((cell) => cell.date ? new Date(cell.date) : cell.number ?? cell.text));
        added.alignment = { wrapText: true, vertical: "top" };
      }
      sheet.columns.forEach((column) => { column.width = 24; });
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.columns.length } };
    }
    return (await workbook.xlsx.writeBuffer()).byteLength;
  };`]);
