// Builds the page into one file, src/crossfoot/views/page.html, which holds its own hashes as its security policy and
// the digest of these sources (tests/views/test_page.py holds it against them).
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

const hash = (text: string): string => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;

function sources(): string {
  const names = ["package-lock.json", "template.html", "vite.config.ts", ...readdirSync("src").map((name) => `src/${name}`)].sort();
  const digest = createHash("sha256");
  for (const name of names) digest.update(`${name}\0`).update(readFileSync(name)).update("\0");
  return digest.digest("hex").slice(0, 32);
}

function onePage(): Plugin {
  return {
    name: "one-page",
    enforce: "post", // after the style sheet has been put into the bundle
    generateBundle(_options, bundle) {
      let [js, css] = ["", ""];
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === "chunk") js += part.code;
        else if (name.endsWith(".css")) css += part.source;
        delete bundle[name];
      }
      js = js.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
      css = css.trim();
      const parts: Record<string, string> = { SCRIPT: hash(js), STYLE: hash(css), SOURCES: sources(), CSS: css, JS: js };
      const page = readFileSync("template.html", "utf8").replace(/%([A-Z]+)%/g, (_, name) => parts[name]);
      writeFileSync("../src/crossfoot/views/page.html", page);
    },
  };
}

export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: "external" }, emitCss: true }), onePage()],
  build: {
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: false,
    outDir: "../build/page",
    emptyOutDir: true,
    rollupOptions: { input: "src/main.ts", output: { format: "iife" } },
  },
});
