// Builds the page assets: one script, one style sheet, and a sprite of the icons that the pages really use.
import { build } from "esbuild";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const product = join(here, "..", "..");
const icons = join(here, "node_modules", "bootstrap-icons", "icons");
const dist = join(here, "dist");

const PLACES = [
  /\bicon\(([^)]*)\)/g, // {{ ui.icon("flag") }}, also icon("a" if done else "b")
  /\bicon\s*=\s*(["'][a-z0-9-]+["'])/g, // NavItem(…, icon="sun")
  /\b\w+_icons\s*=\s*\{([^}]*)\}/g, // a table of icons in a template
];

async function iconsInUse() {
  const known = new Set((await readdir(icons)).map((name) => name.replace(/\.svg$/, "")));
  const used = new Set();
  for (const file of await sources(product)) {
    const text = await readFile(file, "utf8");
    for (const [, name] of text.matchAll(/\bicon\(\s*["']([a-z0-9-]+)["']/g))
      if (!known.has(name) && name !== "brand") throw new Error(`${file}: there is no icon called ${name}`);
    for (const place of PLACES)
      for (const [, inside] of text.matchAll(place))
        for (const [, , name] of inside.matchAll(/(["'])([a-z0-9-]+)\1/g)) if (known.has(name)) used.add(name);
  }
  return [...used].sort();
}

async function sources(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !["assets", "static", "locale", "__pycache__"].includes(entry.name)) found.push(...(await sources(path)));
    else if (/templates.*\.html$/.test(path) || entry.name === "page.py") found.push(path);
  }
  return found;
}

async function symbol(name, file) {
  const svg = await readFile(file, "utf8");
  const [, body] = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/);
  return `<symbol id="${name}" viewBox="0 0 16 16" fill="currentColor">${body.trim().replace(/\s*\n\s*/g, "")}</symbol>`;
}

async function sprite() {
  const names = await iconsInUse();
  const symbols = await Promise.all(names.map((name) => symbol(name, join(icons, `${name}.svg`))));
  symbols.push(await symbol("brand", join(here, "img", "brand.svg")));
  await writeFile(join(dist, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
  return names.length;
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await build({
  entryPoints: [join(here, "js", "main.js"), join(here, "css", "main.css")],
  entryNames: "[name]",
  outdir: dist,
  bundle: true,
  minify: true,
  target: ["chrome109", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
});
await cp(join(here, "img", "favicon.svg"), join(dist, "favicon.svg"));
console.log(`assets: main.js, main.css, ${await sprite()} icons`);
