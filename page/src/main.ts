import { mount } from "svelte";
import { data, documents, own } from "./data";
import Head from "./Head.svelte";
import Panel from "./Panel.svelte";
import { changed, outcome } from "./solver";
import { type Fraction, read } from "./fraction";
import { view } from "./state.svelte";
import "./page.css";

const [head, panel, paper] = ["head", "panel", "paper"].map((id) => document.getElementById(id) as HTMLElement);

if (documents.length) {
  document.documentElement.classList.add("live");
  view.start();
  mount(Head, { target: head });
  mount(Panel, { target: panel });
  watch();
}

/** For tests, and for whoever embeds the page: how a certificate stands after some of its numbers changed. */
Object.assign(globalThis, {
  crossfoot: {
    outcome: (certificate: Parameters<typeof outcome>[0], edits: [string, string][] = []) =>
      outcome(changed(certificate, new Map<string, Fraction>(edits.map(([span, by]) => [span, read(by)])))),
  },
});

function watch(): void {
  const ticked = (event: Event) => (event.target as Element).closest<HTMLElement>(".row .margin > span");
  paper.addEventListener("mouseover", (event) => {
    const tick = ticked(event);
    if (tick) tick.title = own(data.said.tick, tick.firstChild?.nodeValue ?? "")?.[view.chinese ? 1 : 0] ?? "";
  });
  paper.addEventListener("click", (event) => {
    const tick = ticked(event);
    if (tick) {
      const beside = [...(tick.closest("tr, .row")?.querySelectorAll<HTMLElement>("[data-f]") ?? [])];
      return view.openTick(tick.firstChild?.nodeValue ?? "", tick.className, beside.flatMap((mark) => (mark.dataset.f ?? "").split(" ").map(Number)));
    }
    const mark = (event.target as Element).closest<HTMLElement | SVGElement>("[data-f]");
    if (!mark || String(getSelection() ?? "").trim()) return; // words that are being selected are not a choice
    const figures = (mark.dataset.f ?? "").split(" ").map(Number);
    const now = figures.indexOf(view.figure); // where several cross, each click takes the next
    view.choose(figures[(now + 1) % figures.length], "text");
  });
  const keys: Record<string, () => void> = {
    j: () => view.step(1),
    k: () => view.step(-1),
    n: () => view.stepFinding(1),
    p: () => view.stepFinding(-1),
    e: () => view.stepEquation(),
    f: () => view.fix(),
    c: () => view.link(),
    q: () => view.quote(),
    "/": () => document.getElementById("search")?.focus(),
    "?": () => (view.help = !view.help),
    Escape: () => view.letGo(),
  };
  addEventListener("keydown", (event) => {
    const typing = (event.target as Element).matches?.("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || view.help) return;
    if (typing) {
      if (event.key === "Escape") (event.target as HTMLElement).blur();
      return;
    }
    const does = keys[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
}
